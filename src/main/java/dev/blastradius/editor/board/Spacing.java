package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where two gaps in a row are equal.
 *
 * @param x the left edge of what is moved
 * @param gap how wide each gap is
 * @param from where the gaps begin
 */
record Spacing(double x, double gap, List<Double> from) {

    /** The places in the row of a box where its gap on one side equals that on the other, or the next one. */
    static List<Spacing> around(Rect shape, List<Rect> others, double slack) {
        Rect before = nearestBefore(shape, shape.x() + slack, others);
        Rect after = nearestAfter(shape, shape.right() - slack, others);
        List<Spacing> found = new ArrayList<>();
        if (before != null && after != null) {
            double gap = (after.x() - before.right() - shape.width()) / 2;
            add(found, before.right() + gap, gap, before.right(), before.right() + gap + shape.width());
        }
        if (before != null) {
            Rect second = nearestBefore(shape, before.x(), others);
            if (second != null) {
                double gap = before.x() - second.right();
                add(found, before.right() + gap, gap, second.right(), before.right());
            }
        }
        if (after != null) {
            Rect second = nearestAfter(shape, after.right(), others);
            if (second != null) {
                double gap = second.x() - after.right();
                double x = after.x() - gap - shape.width();
                add(found, x, gap, x + shape.width(), after.right());
            }
        }
        return found;
    }

    private static void add(List<Spacing> found, double x, double gap, double first, double second) {
        if (gap > 1) {
            found.add(new Spacing(x, gap, List.of(first, second)));
        }
    }

    private static @Nullable Rect nearestBefore(Rect shape, double limit, List<Rect> others) {
        Rect nearest = null;
        for (Rect other : others) {
            if (inRow(shape, other) && other.right() <= limit && (nearest == null || other.right() > nearest.right())) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static @Nullable Rect nearestAfter(Rect shape, double limit, List<Rect> others) {
        Rect nearest = null;
        for (Rect other : others) {
            if (inRow(shape, other) && other.x() >= limit && (nearest == null || other.x() < nearest.x())) {
                nearest = other;
            }
        }
        return nearest;
    }

    private static boolean inRow(Rect shape, Rect other) {
        return other.y() < shape.bottom() && shape.y() < other.bottom();
    }

    /** Lines over the gaps. */
    List<Overlay.Guide> guides(Rect shape) {
        return from.stream()
                .map(start -> new Overlay.Guide(
                        new Point(start, shape.centerY()), new Point(start + gap, shape.centerY()), true))
                .toList();
    }
}
