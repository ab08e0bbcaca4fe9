package dev.blastradius.editor.drawing;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * An upright rectangle of the drawing, in pixels.
 *
 * @param x the left edge
 * @param y the top edge
 */
public record Rect(double x, double y, double width, double height) {

    /** A rectangle with this corner and size. */
    public static Rect of(Point corner, Size size) {
        return new Rect(corner.x(), corner.y(), size.width(), size.height());
    }

    /** The rectangle between two opposite corners, in any order. */
    public static Rect between(Point a, Point b) {
        return new Rect(
                Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.abs(a.x() - b.x()), Math.abs(a.y() - b.y()));
    }

    /** The smallest rectangle around all; null around none. */
    public static @Nullable Rect around(Collection<Rect> all) {
        if (all.isEmpty()) {
            return null;
        }
        double left = all.stream().mapToDouble(Rect::x).min().orElseThrow();
        double top = all.stream().mapToDouble(Rect::y).min().orElseThrow();
        double right = all.stream().mapToDouble(Rect::right).max().orElseThrow();
        double bottom = all.stream().mapToDouble(Rect::bottom).max().orElseThrow();
        return new Rect(left, top, right - left, bottom - top);
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    /** Whether the point lies in it or on its edge. */
    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    /** Whether the two share more than an edge. */
    public boolean overlaps(Rect other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** The same rectangle with a margin around it. */
    public Rect grown(double margin) {
        return new Rect(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** The same rectangle somewhere else. */
    public Rect movedBy(double dx, double dy) {
        return new Rect(x + dx, y + dy, width, height);
    }
}
