package dev.blastradius.ui.cascade.chain;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Scrolls;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The chain of events as a list, and under it where failures began against where they surfaced. */
public final class ChainView extends ScrollPane {

    private final CascadeState state;
    private final Label headline = new Label();
    private final VBox links = new VBox();
    private final OriginGrid origins;
    private final VBox content = new VBox();
    private final Label note =
            new Label("Each limit is told once, when it is first crossed; it may be crossed again later.");
    private final List<LinkRow> rows = new ArrayList<>();
    private @Nullable LinkRow latest;

    /** A view of what the state says. */
    public ChainView(CascadeState state) {
        this.state = state;
        origins = new OriginGrid(where -> state.focus().set(where));
        setId("cascade-chain");
        getStyleClass().add("chain");
        getStylesheets()
                .add(Objects.requireNonNull(ChainView.class.getResource("chain.css"))
                        .toExternalForm());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        headline.getStyleClass().add("chain-headline");
        headline.setWrapText(true);
        note.getStyleClass().add("chain-note");
        note.setWrapText(true);
        content.getStyleClass().add("chain-content");
        setContent(content);
        Scrolls.follow(this);
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        state.cascade().addListener((observable, was, is) -> show());
        state.playback().addListener((observable, was, is) -> show());
        state.cursor().addListener((observable, was, is) -> follow());
        state.focus().addListener((observable, was, is) -> mark());
        show();
    }

    private void show() {
        Cascade cascade = state.cascade().get();
        Pipeline pipeline = pipeline();
        Node kept = getScene() == null ? null : getScene().getFocusOwner();
        int focused = kept instanceof LinkRow row ? rows.indexOf(row) : -1;
        rows.clear();
        latest = null;
        if (pipeline == null) {
            say("What crosses its limits first, second, third stands here when a replication has been recorded.");
            return;
        }
        Chain chain = Chain.of(cascade, pipeline);
        for (Chain.Link link : chain.links()) {
            rows.add(new LinkRow(link, this::choose));
        }
        links.getChildren().setAll(rows);
        if (rows.isEmpty()) {
            say("Nothing crossed its limits: no share of failures, no queue, no time and no quota was far from usual.");
        } else {
            headline.setText(chain.headline());
            content.getChildren().setAll(headline, links, note);
        }
        OriginTable table = OriginTable.of(cascade, pipeline);
        if (!table.rows().isEmpty()) {
            origins.show(table);
            content.getChildren().add(origins);
        }
        if (focused >= 0 && focused < rows.size()) {
            rows.get(focused).requestFocus();
        }
        follow();
        mark();
    }

    private void say(String words) {
        headline.setText(words);
        content.getChildren().setAll(headline);
    }

    private @Nullable Pipeline pipeline() {
        Playback playback = state.playback().get();
        Editor editor = state.editor().get();
        if (playback != null) {
            return playback.spec().pipeline();
        }
        return editor == null || state.cascade().get().equals(Cascade.NONE) ? null : editor.pipeline();
    }

    private void choose(LinkRow row) {
        row.requestFocus();
        state.cursor().set(row.link().onset().seconds());
        state.focus().set(row.link().onset().where());
    }

    private void move(KeyEvent event) {
        int at = getScene() == null ? -1 : rows.indexOf(getScene().getFocusOwner());
        int to = event.getCode() == KeyCode.DOWN ? at + 1 : event.getCode() == KeyCode.UP ? at - 1 : -1;
        if (at >= 0 && event.getCode() == KeyCode.ENTER) {
            choose(rows.get(at));
            event.consume();
        } else if (at >= 0 && to >= 0 && to < rows.size()) {
            rows.get(to).requestFocus();
            event.consume();
        }
    }

    /** Marks what has happened by the moment that is looked at, and keeps the latest of it in sight. */
    private void follow() {
        double cursor = state.cursor().get();
        LinkRow last = null;
        for (LinkRow row : rows) {
            boolean passed = row.link().onset().seconds() <= cursor;
            row.setPassed(passed);
            last = passed ? row : last;
        }
        for (LinkRow row : rows) {
            row.setLatest(row == last);
        }
        if (last != latest) {
            latest = last;
            if (last != null && !isHover() && last.getHeight() > 0) {
                Scrolls.reveal(this, last);
            }
        }
    }

    private void mark() {
        for (LinkRow row : rows) {
            row.setMarked(row.link().onset().where().equals(state.focus().get()));
        }
    }
}
