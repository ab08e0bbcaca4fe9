package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Catches what is moved on the others' edges and middles, and where gaps become equal, and gives the lines that show it. Sideways and
 * upright are caught apart from each other.
 */
final class Snapping {

    /** How far something is drawn, in pixels of the screen. */
    static final double REACH = 6;

    private static final double EXACT = 0.01;

    /** Where something was caught. */
    record Caught(double dx, double dy, List<Overlay.Guide> guides) {}

    private final List<Rect> others;
    private final List<Rect> shapes;

    private Snapping(List<Rect> others, List<Rect> shapes) {
        this.others = others;
        this.shapes = shapes;
    }

    /**
     * For several boxes that are moved together.
     *
     * @param leader the one under the pointer: it is caught by itself as well as all of them together
     */
    static Snapping of(Map<String, Rect> boxes, Set<String> moved, String leader) {
        List<Rect> others = new ArrayList<>();
        List<Rect> together = new ArrayList<>();
        boxes.forEach((id, box) -> (moved.contains(id) ? together : others).add(box));
        List<Rect> shapes = new ArrayList<>();
        Rect around = Rect.around(together);
        if (around != null) {
            shapes.add(around);
        }
        Rect first = boxes.get(leader);
        if (first != null && together.size() > 1) {
            shapes.add(first);
        }
        return new Snapping(others, shapes);
    }

    /** For a box that is not there yet. */
    static Snapping of(Collection<Rect> boxes, Rect added) {
        return new Snapping(List.copyOf(boxes), List.of(added));
    }

    /**
     * Where it ends up when it is moved by so much.
     *
     * @param reachX how far it is drawn sideways, in the drawing's pixels; 0: not at all
     * @param reachY how far it is drawn up and down
     */
    Caught at(double dx, double dy, double reachX, double reachY) {
        List<Rect> rough = shapes.stream().map(shape -> shape.movedBy(dx, dy)).toList();
        double x = dx + pull(rough, others, reachX);
        List<Rect> flippedOthers = others.stream().map(Snapping::flip).toList();
        double y = dy + pull(rough.stream().map(Snapping::flip).toList(), flippedOthers, reachY);
        List<Overlay.Guide> guides = new ArrayList<>();
        List<Rect> there = shapes.stream().map(shape -> shape.movedBy(x, y)).toList();
        if (reachX > 0) {
            guides.addAll(guides(there, others));
        }
        if (reachY > 0) {
            List<Rect> flipped = there.stream().map(Snapping::flip).toList();
            guides(flipped, flippedOthers).forEach(guide -> guides.add(flip(guide)));
        }
        return new Caught(x, y, guides.stream().distinct().toList());
    }

    private static Rect flip(Rect rect) {
        return new Rect(rect.y(), rect.x(), rect.height(), rect.width());
    }

    private static Overlay.Guide flip(Overlay.Guide guide) {
        return new Overlay.Guide(flip(guide.from()), flip(guide.to()), guide.gap());
    }

    private static Point flip(Point point) {
        return new Point(point.y(), point.x());
    }

    /** How far it is drawn sideways: the least way to something that catches it within reach. */
    private static double pull(List<Rect> shapes, List<Rect> others, double reach) {
        double best = Double.POSITIVE_INFINITY;
        for (Rect shape : shapes) {
            for (Rect other : others) {
                for (double off : offsets(shape, other)) {
                    best = Math.abs(off) < Math.abs(best) ? off : best;
                }
            }
        }
        for (Spacing spacing : Spacing.around(shapes.get(0), others, reach)) {
            double off = spacing.x() - shapes.get(0).x();
            best = Math.abs(off) < Math.abs(best) ? off : best;
        }
        return Math.abs(best) <= reach && reach > 0 ? best : 0;
    }

    /** From an edge to an edge, and from the middle to the middle. */
    private static double[] offsets(Rect shape, Rect other) {
        return new double[] {
            other.centerX() - shape.centerX(),
            other.x() - shape.x(),
            other.right() - shape.right(),
            other.right() - shape.x(),
            other.x() - shape.right()
        };
    }

    private static List<Overlay.Guide> guides(List<Rect> shapes, List<Rect> others) {
        List<Overlay.Guide> guides = new ArrayList<>();
        for (Rect shape : shapes) {
            for (double x : new double[] {shape.centerX(), shape.x(), shape.right()}) {
                boolean middle = x == shape.centerX();
                double top = shape.y();
                double bottom = shape.bottom();
                boolean found = false;
                for (Rect other : others) {
                    boolean centred = same(shape.centerX(), other.centerX());
                    boolean edge = same(x, other.x()) || same(x, other.right());
                    // Of equal boxes in a row the middle line says it all.
                    boolean on = middle ? centred : edge && !centred;
                    if (on) {
                        found = true;
                        top = Math.min(top, other.y());
                        bottom = Math.max(bottom, other.bottom());
                    }
                }
                if (found) {
                    guides.add(new Overlay.Guide(new Point(x, top), new Point(x, bottom), false));
                }
            }
        }
        for (Spacing spacing : Spacing.around(shapes.get(0), others, EXACT)) {
            if (same(spacing.x(), shapes.get(0).x())) {
                guides.addAll(spacing.guides(shapes.get(0)));
            }
        }
        return guides;
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) < EXACT;
    }
}
