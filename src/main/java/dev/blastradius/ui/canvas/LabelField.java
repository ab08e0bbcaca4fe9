package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Rect;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The field over a box in which its name is typed: Enter or leaving it enters the name, Escape gives it up. */
final class LabelField extends TextField {

    private static final double NARROWEST = 150;
    private static final double HEIGHT = 30;

    private final Consumer<String> entered;

    LabelField(Consumer<String> entered, Runnable givenUp) {
        this.entered = entered;
        setId("label-field");
        getStyleClass().add("label-field");
        setAccessibleText("Name of the component");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                givenUp.run();
            } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.TAB) {
                event.consume();
                commit();
            }
        });
        focusedProperty().addListener((observable, was, is) -> {
            if (!is) {
                commit();
            }
        });
    }

    /** Shows it with a text that is typed over. */
    void open(String text) {
        setText(text);
        setVisible(true);
        requestFocus();
        selectAll();
    }

    void close() {
        setVisible(false);
    }

    /** Enters what was typed, if anything is being typed. */
    void commit() {
        if (isVisible()) {
            entered.accept(getText());
        }
    }

    /** Lies over a box, in pixels of the screen. */
    void place(Rect box) {
        double width = Math.max(NARROWEST, box.width());
        resizeRelocate(Math.rint(box.centerX() - width / 2), Math.rint(box.centerY() - HEIGHT / 2), width, HEIGHT);
    }
}
