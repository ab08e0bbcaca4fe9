package dev.blastradius.ui.strategy;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.PutBack;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says over the drawing which strategy is edited, and lists in what it differs from the drawing; as drawn there is none of it. */
public final class StrategyBar extends HBox {

    /** From this width on, in pixels, there is room for an explanation. */
    private static final double WIDE = 950;

    private final Label title = new Label();
    private final Button differences = new Button();
    private final Popover popover = new Popover();
    private @Nullable Editor editor;
    private @Nullable PutBack putBack;

    public StrategyBar() {
        setId("strategy-bar");
        getStyleClass().add("strategy-bar");
        setAlignment(Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        title.getStyleClass().add("strategy-title");
        title.setMinWidth(0);
        Label words = new Label("What you change goes into its difference from the drawing");
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.setMinWidth(0);
        // The name of the strategy is what must be read.
        words.visibleProperty().bind(widthProperty().greaterThan(WIDE));
        words.managedProperty().bind(words.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        differences.setId("differences");
        differences.getStyleClass().add(Styles.SMALL);
        differences.setGraphic(Icons.node(Feather.LIST));
        differences.setMinWidth(USE_PREF_SIZE);
        differences.setOnAction(event -> showDifferences());
        Button back = new Button("As drawn", Icons.node(Feather.X));
        back.setId("as-drawn");
        back.getStyleClass().add(Styles.SMALL);
        back.setMinWidth(USE_PREF_SIZE);
        Icons.describe(back, "Leave the strategy: see and edit the drawing itself");
        back.setOnAction(event -> leave());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        getChildren().addAll(Icons.node(Feather.GIT_BRANCH), title, words, space, differences, back);
    }

    /** Is about this editor from now on. */
    public void open(Editor newEditor) {
        close();
        editor = newEditor;
        PutBack actions = new PutBack(newEditor);
        putBack = actions;
        newEditor.onChange(() -> {
            if (editor == newEditor) {
                show(newEditor, actions);
            }
        });
        show(newEditor, actions);
    }

    /** Is about nothing. */
    public void close() {
        editor = null;
        putBack = null;
        popover.hide();
        setVisible(false);
    }

    private void leave() {
        if (editor != null) {
            editor.chooseStrategy(Strategy.AS_DRAWN);
        }
    }

    private void show(Editor current, PutBack actions) {
        Strategy strategy = current.drawn().strategiesOrNone().get(current.strategy());
        setVisible(strategy != null);
        if (strategy == null) {
            popover.hide();
            return;
        }
        title.setText("Editing the strategy “" + Lines.one(strategy.title(current.strategy())) + "”");
        List<Deviation> all = actions.deviations();
        differences.setText(
                all.isEmpty() ? "No difference yet" : all.size() == 1 ? "1 difference" : all.size() + " differences");
        differences.setDisable(all.isEmpty());
        Icons.describe(differences, "In what the strategy differs from the drawing, each to be put back");
        if (popover.isShowing()) {
            fill(current, actions, all);
        }
    }

    /** Lists in what the strategy differs from the drawing. */
    public void showDifferences() {
        Editor current = editor;
        PutBack actions = putBack;
        if (current != null && actions != null && isVisible()) {
            fill(current, actions, actions.deviations());
            popover.show(differences);
        }
    }

    /** Makes the strategy build what is drawn. */
    public void putEverythingBack() {
        if (putBack != null) {
            putBack.all();
        }
    }

    private void fill(Editor current, PutBack actions, List<Deviation> all) {
        if (all.isEmpty()) {
            popover.hide();
        } else {
            popover.setContentNode(new DeviationList(current, actions, all));
        }
    }
}
