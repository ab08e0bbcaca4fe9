package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.CursorShape;
import javafx.scene.Cursor;

/** JavaFX's cursors for the board's. */
final class Cursors {

    private Cursors() {}

    static Cursor of(CursorShape shape) {
        return switch (shape) {
            case DEFAULT, REFUSED -> Cursor.DEFAULT;
            case HAND -> Cursor.HAND;
            case MOVE -> Cursor.MOVE;
            case CROSSHAIR, COPY -> Cursor.CROSSHAIR;
            case OPEN_HAND -> Cursor.OPEN_HAND;
            case CLOSED_HAND -> Cursor.CLOSED_HAND;
        };
    }
}
