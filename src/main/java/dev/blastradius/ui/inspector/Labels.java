package dev.blastradius.ui.inspector;

import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Tips;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a field is called, in which unit it is, and what is wrong with it. */
final class Labels {

    private static final double LEFT = 42;

    private Labels() {}

    /** A name with its unit under it. */
    static Node of(String name, String unit, String meaning) {
        Label label = new Label(name);
        label.setWrapText(true);
        label.getStyleClass().add("field-label");
        VBox box = new VBox(label);
        box.setAlignment(Pos.CENTER_LEFT);
        if (!unit.isEmpty()) {
            Label small = new Label(unit);
            small.getStyleClass().add("field-unit");
            small.setWrapText(true);
            box.getChildren().add(small);
        }
        Tips.install(box, meaning);
        return box;
    }

    /** A problem as a sentence: the place is plain from where it stands. */
    static String words(Problem problem) {
        StringBuilder text = new StringBuilder(sentence(problem.what()));
        if (!problem.expected().isEmpty()) {
            text.append(" Expected ").append(problem.expected()).append('.');
        }
        if (!problem.mend().isEmpty()) {
            text.append(' ').append(sentence(problem.mend()));
        }
        return text.toString();
    }

    private static String sentence(String words) {
        String capital = words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return capital.endsWith(".") || capital.endsWith("?") ? capital : capital + ".";
    }

    static ColumnConstraints left() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(LEFT);
        return column;
    }

    static ColumnConstraints right() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100 - LEFT);
        column.setHgrow(Priority.ALWAYS);
        column.setFillWidth(true);
        return column;
    }

    static ColumnConstraints wide() {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(100);
        return column;
    }
}
