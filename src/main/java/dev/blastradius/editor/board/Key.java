package dev.blastradius.editor.board;

/**
 * A key that is pressed on the canvas.
 *
 * @param code which
 * @param shift whether Shift is held
 * @param shortcut whether Ctrl is held, or Command on a Mac
 * @param alt whether Alt is held
 */
public record Key(Code code, boolean shift, boolean shortcut, boolean alt) {

    /** The keys that mean something to the canvas; all others are commands' or nobody's. */
    public enum Code {
        LEFT(-1, 0),
        RIGHT(1, 0),
        UP(0, -1),
        DOWN(0, 1),
        ENTER(0, 0),
        ESCAPE(0, 0),
        TAB(0, 0),
        F2(0, 0);

        private final int dx;
        private final int dy;

        Code(int dx, int dy) {
            this.dx = dx;
            this.dy = dy;
        }

        /** 1 to the right, -1 to the left, 0 for a key that is no such arrow. */
        int dx() {
            return dx;
        }

        /** 1 downwards, -1 upwards. */
        int dy() {
            return dy;
        }

        boolean isArrow() {
            return dx != 0 || dy != 0;
        }
    }

    /** A key alone. */
    public static Key of(Code code) {
        return new Key(code, false, false, false);
    }
}
