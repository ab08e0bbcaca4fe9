package dev.blastradius.ui;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is wrong with a file or a model: each problem with its place, what was expected and what was found. */
final class ProblemsPane extends VBox {

    private static final int MOST_SHOWN = 200;
    private static final double HIGHEST = 420;

    private final Label title = new Label();
    private final VBox list = new VBox(10);
    private final Button close = Icons.button(Feather.X, "Close the list of problems");
    private @Nullable Node before;

    ProblemsPane() {
        getStyleClass().add("problems");
        setId("problems");
        title.getStyleClass().add("problems-title");
        title.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        close.setOnAction(event -> hide());
        HBox head = new HBox(8, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        setMaxSize(720, USE_PREF_SIZE);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close.fire();
            }
        });
    }

    /** As high as its list, up to a height that leaves the window to be seen. */
    @Override
    protected double computePrefHeight(double width) {
        double beside = 90;
        return Math.min(HIGHEST, list.prefHeight(680) + beside);
    }

    private void hide() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    /** Shows problems until they are closed; none take those away that were shown under the same heading. */
    void show(String heading, List<Problem> problems) {
        if (problems.isEmpty()) {
            if (isVisible() && title.getText().equals(heading)) {
                hide();
            }
            return;
        }
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        title.setText(heading);
        list.getChildren().clear();
        problems.stream()
                .limit(MOST_SHOWN)
                .forEach(problem -> list.getChildren().add(entry(problem)));
        if (problems.size() > MOST_SHOWN) {
            list.getChildren().add(new Label("and " + (problems.size() - MOST_SHOWN) + " more"));
        }
        setVisible(true);
        close.requestFocus();
    }

    private static VBox entry(Problem problem) {
        Label where = new Label(problem.where()
                + (problem.line() > 0 ? "   line " + problem.line() + ", column " + problem.column() : ""));
        where.getStyleClass().add("problem-where");
        where.managedProperty().bind(where.visibleProperty());
        where.setVisible(problem.line() > 0 || !problem.where().equals(JsonPath.ROOT));
        Label what = new Label(sentence(problem.what()));
        what.getStyleClass().add("problem-what");
        StringBuilder text = new StringBuilder();
        append(text, "Expected ", problem.expected());
        append(text, "Found ", problem.found());
        append(text, "", problem.mend());
        Label rest = new Label(text.toString());
        VBox entry = new VBox(1, where, what);
        if (!text.isEmpty()) {
            entry.getChildren().add(rest);
        }
        for (Label label : List.of(where, what, rest)) {
            label.setWrapText(true);
        }
        return entry;
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void append(StringBuilder text, String lead, String words) {
        if (!words.isEmpty()) {
            text.append(text.isEmpty() ? "" : ". ").append(lead).append(words);
        }
    }
}
