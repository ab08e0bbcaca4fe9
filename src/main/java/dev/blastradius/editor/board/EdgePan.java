package dev.blastradius.editor.board;

import org.jspecify.annotations.Nullable;

/** Moves the drawing on while something is dragged near the canvas's edge: the nearer, the faster. */
final class EdgePan {

    private static final double BORDER = 24;
    private static final double FASTEST = 900;
    private static final double LONGEST_STEP = 0.1;

    private final Viewport viewport;
    private @Nullable Pointer pointer;
    private boolean armed;

    EdgePan(Viewport viewport) {
        this.viewport = viewport;
    }

    /** Something is dragged to here. What begins at the edge moves nothing until it has been away from it. */
    void pointer(Pointer now) {
        pointer = now;
        armed |= !isAtEdge(now);
    }

    void stop() {
        pointer = null;
        armed = false;
    }

    boolean isNeeded() {
        Pointer now = pointer;
        return now != null && armed && isAtEdge(now);
    }

    private boolean isAtEdge(Pointer now) {
        return speed(now.x(), viewport.width()) != 0 || speed(now.y(), viewport.height()) != 0;
    }

    /** Moves the drawing; the pointer is where it was. */
    Pointer pan(double seconds) {
        Pointer now = pointer;
        if (now == null) {
            throw new IllegalStateException("nothing is dragged");
        }
        double step = Math.min(seconds, LONGEST_STEP);
        viewport.panBy(speed(now.x(), viewport.width()) * step, speed(now.y(), viewport.height()) * step);
        return now;
    }

    /** Pixels in a second by which the drawing moves, against the edge that the pointer is at. */
    private static double speed(double at, double length) {
        double before = Math.min(1, (BORDER - at) / BORDER);
        double after = Math.min(1, (at - (length - BORDER)) / BORDER);
        return before > 0 ? FASTEST * before : after > 0 ? -FASTEST * after : 0;
    }
}
