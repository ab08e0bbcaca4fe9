package dev.blastradius.editor.board;

/**
 * The pointer at a moment.
 *
 * @param x from the canvas's left edge, in pixels of the screen
 * @param y from its upper edge
 * @param button the one that is pressed, dragged with or released; {@link Button#NONE} while it only moves
 * @param shift whether Shift is held
 * @param shortcut whether Ctrl is held, or Command on a Mac
 * @param alt whether Alt is held
 * @param space whether the space bar is held
 * @param clicks how many presses in quick succession this one is, from 1
 */
public record Pointer(
        double x, double y, Button button, boolean shift, boolean shortcut, boolean alt, boolean space, int clicks) {

    /** The buttons that a gesture can begin with. */
    public enum Button {
        NONE,
        PRIMARY,
        MIDDLE,
        SECONDARY
    }

    /** The pointer at a point with the left button and no key. */
    public static Pointer at(double x, double y) {
        return new Pointer(x, y, Button.PRIMARY, false, false, false, false, 1);
    }

    /** Whether it takes in or takes out instead of choosing anew. */
    boolean more() {
        return shift || shortcut;
    }

    /** Whether it moves what is seen instead of what is drawn. */
    boolean pans() {
        return button == Button.MIDDLE || button == Button.PRIMARY && space;
    }

    /** How far it is from another place of the pointer, in pixels of the screen. */
    double distanceTo(Pointer other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
