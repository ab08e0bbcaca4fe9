package dev.blastradius.ui.strategy;

import atlantafx.base.controls.Popover;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;

/** Asks for a name right where it is shown: Enter or a click elsewhere takes it, Escape leaves it as it was. */
public final class Rename {

    private static final double WIDTH = 300;

    private Rename() {}

    /**
     * Asks for a name.
     *
     * @param beside what shows the name
     * @param what what is named, such as {@code "Name of the strategy"}
     * @param longest so many characters and no more
     * @param entered is given the name, where it is another one
     */
    public static void ask(Node beside, String what, String name, int longest, Consumer<String> entered) {
        ask(beside, what, name, longest, entered, () -> {});
    }

    /**
     * The same, for whoever wants to know when it is over.
     *
     * @param closed hears that nobody is asked any more, with or without a name
     */
    public static void ask(
            Node beside, String what, String name, int longest, Consumer<String> entered, Runnable closed) {
        TextField field = new TextField(name);
        field.setId("rename");
        field.setPrefWidth(WIDTH);
        field.setAccessibleText(what);
        field.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() > longest ? null : change));
        Label label = new Label(what);
        label.setLabelFor(field);
        VBox content = new VBox(6, label, field);
        content.getStyleClass().add("rename");
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        boolean[] given = {true};
        field.setOnAction(event -> popover.hide());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                given[0] = false;
            }
        });
        popover.setOnHidden(event -> {
            closed.run();
            if (given[0] && !field.getText().equals(name)) {
                entered.accept(field.getText());
            }
        });
        popover.setOnShown(event -> {
            field.requestFocus();
            field.selectAll();
        });
        popover.show(beside);
    }
}
