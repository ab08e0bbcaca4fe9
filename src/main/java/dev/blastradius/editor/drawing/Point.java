package dev.blastradius.editor.drawing;

/** A point of the drawing, in pixels; y grows downwards. */
public record Point(double x, double y) {

    /** The distance to another point. */
    public double distanceTo(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
