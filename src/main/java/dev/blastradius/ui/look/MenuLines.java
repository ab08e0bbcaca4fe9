package dev.blastradius.ui.look;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Menu items of several lines: a name, what it is, and where that stands. */
public final class MenuLines {

    private static final double WIDTH = 380;

    private MenuLines() {}

    /**
     * An item.
     *
     * @param says what it is
     * @param source where that stands
     */
    public static CustomMenuItem item(String name, String says, String source, Runnable action) {
        Label title = line(name, "menu-line-title");
        VBox lines = new VBox(title, line(says, "menu-line"), line(source, "menu-line-source"));
        lines.getStyleClass().add("menu-lines");
        lines.setPrefWidth(WIDTH);
        CustomMenuItem item = new CustomMenuItem(lines, true);
        item.setOnAction(event -> action.run());
        lines.setAccessibleText(name + ": " + says + ". " + source);
        return item;
    }

    private static Label line(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxWidth(WIDTH);
        label.getStyleClass().add(style);
        label.setManaged(!words.isEmpty());
        return label;
    }
}
