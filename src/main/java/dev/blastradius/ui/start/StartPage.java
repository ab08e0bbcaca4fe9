package dev.blastradius.ui.start;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.io.Examples;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Scrolls;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What is shown where no model is open: how to begin and the recent files on the left, the examples on the right. */
public final class StartPage extends HBox {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
    private static final double SIDE = 312;

    /** An example, and what its card shows. */
    private record Example(String name, Preview preview) {}

    private final Work background;
    private final GraphLayout layout;
    private final StartActions actions;
    private final CardGrid cards = new CardGrid();
    private final VBox recent = new VBox(2);
    private final Label recentTitle = label("Recent", "start-heading");
    private final Button tour = button("Take the one-minute tour", Feather.PLAY_CIRCLE, "start-tour");
    private List<Path> shown = List.of();

    /**
     * The page; examples and recent files are read in the background.
     *
     * @param layout arranges what has no places of its own
     */
    public StartPage(Work background, GraphLayout layout, StartActions actions) {
        this.background = background;
        this.layout = layout;
        this.actions = actions;
        setId("gallery");
        getStyleClass().add("start-page");
        tour.getStyleClass().add(Styles.ACCENT);
        tour.setOnAction(event -> actions.tour());
        VBox content = new VBox(examplesHead(), cards);
        content.getStyleClass().add("start-examples");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("start-scroll");
        Scrolls.follow(scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(side(), scroll);
        addEventHandler(DragEvent.DRAG_OVER, event -> pseudoClassStateChanged(DROPPING, true));
        addEventHandler(DragEvent.DRAG_EXITED, event -> pseudoClassStateChanged(DROPPING, false));
        background.run(this::examples, this::showExamples, problem -> showExamples(List.of()));
    }

    private VBox side() {
        Label name = label("Blast Radius", "start-name");
        name.setGraphic(Icons.node(Feather.TARGET));
        Label lead = label("Break a provider on purpose, and see how far the damage spreads.", "start-lead");
        Button create = button("New model", Feather.FILE_PLUS, "start-new");
        create.setOnAction(event -> actions.create());
        Button open = button("Open…", Feather.FOLDER, "start-open");
        open.setOnAction(event -> actions.choose());
        HBox ways = new HBox(8, create, open);
        for (Button each : List.of(create, open, tour)) {
            each.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        create.setPrefWidth(SIDE / 2);
        open.setPrefWidth(SIDE / 2);
        Label drop = label("or drop a model file anywhere on this page", "start-drop");
        ScrollPane files = new ScrollPane(recent);
        files.setFitToWidth(true);
        files.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        files.setFocusTraversable(false);
        files.getStyleClass().add("start-scroll");
        Scrolls.follow(files);
        VBox.setVgrow(files, Priority.ALWAYS);
        VBox begin = new VBox(10, tour, ways, drop);
        VBox side = new VBox(name, lead, begin, recentTitle, files);
        side.getStyleClass().add("start-side");
        side.setMinWidth(SIDE);
        side.setPrefWidth(SIDE);
        side.setMaxWidth(SIDE);
        return side;
    }

    private static VBox examplesHead() {
        Label title = label("Begin with an example", "start-title");
        Label lead = label(
                "Each opens as a copy of yours, with outages to try and strategies to compare. Press Run and watch.",
                "start-sub");
        return new VBox(2, title, lead);
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Button button(String words, Ikon icon, String id) {
        Button button = new Button(words, Icons.node(icon));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setAlignment(Pos.CENTER);
        return button;
    }

    /**
     * Brings the page up to date, before it is shown again.
     *
     * @param toured whether the tour was taken before: then it is offered less loudly
     */
    public void refresh(boolean toured) {
        tour.getStyleClass().remove(Styles.ACCENT);
        if (!toured) {
            tour.getStyleClass().add(Styles.ACCENT);
        }
        List<Path> files = actions.recent();
        shown = files;
        recentTitle.setVisible(!files.isEmpty());
        background.run(
                () -> files.stream().map(file -> RecentFile.look(file, layout)).toList(),
                found -> {
                    if (files == shown) {
                        showRecent(found);
                    }
                },
                problem -> showRecent(List.of()));
    }

    private void showRecent(List<RecentFile> files) {
        Instant now = Instant.now();
        List<Node> rows = new ArrayList<>();
        for (RecentFile file : files) {
            RecentRow row = new RecentRow(file, now, actions, () -> forgotten(file));
            row.setId("recent-" + rows.size());
            rows.add(row);
        }
        recent.getChildren().setAll(rows);
    }

    private void forgotten(RecentFile file) {
        int at = shown.indexOf(file.path());
        recent.getChildren().removeIf(row -> ("recent-" + at).equals(row.getId()));
        recentTitle.setVisible(!recent.getChildren().isEmpty());
        tour.requestFocus();
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (String name : Examples.names()) {
            examples.add(new Example(name, Preview.of(Examples.load(name).pipeline(), layout)));
        }
        return examples;
    }

    private void showExamples(List<Example> examples) {
        List<ExampleCard> made = new ArrayList<>();
        for (Example example : examples) {
            made.add(new ExampleCard(example.name(), example.preview(), made.isEmpty(), actions));
        }
        boolean first = cards.getChildrenUnmodifiable().isEmpty();
        cards.show(made);
        if (first && isVisible() && getScene() != null) {
            tour.requestFocus();
        }
    }
}
