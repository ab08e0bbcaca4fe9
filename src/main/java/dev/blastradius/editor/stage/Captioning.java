package dev.blastradius.editor.stage;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where words are written on arrows, so that they hide neither boxes nor each other. */
public final class Captioning {

    /** How large words are, in pixels of the drawing: two short lines. */
    private static final double WIDTH = 104;

    private static final double HEIGHT = 34;

    /** Words keep away so far from boxes where they can, for signs hang over their edges. */
    private static final double AWAY = 10;

    /** How high the numbers are that stand over the upper left of a box, and how wide two of them, in pixels of the drawing. */
    private static final double NUMBERS = 30;

    private static final double NUMBERS_WIDE = 58;

    private static final double NUMBER = 22;

    private static final int TRIED = 24;

    /** Near its ends it is told less well which arrow the words belong to: so much as this overlap counts, in square pixels. */
    private static final double OFF_MIDDLE = 400;

    /** And so much counts that they stand over or under their arrow and not on it. */
    private static final double OFF_WAY = 200;

    /** How far from the arrow their edge is then, in pixels of the drawing. */
    private static final double BESIDE = 8;

    private Captioning() {}

    /**
     * The middle of each arrow's words, by key.
     *
     * @param scale how many times as large as usual words are written
     */
    public static Map<String, Point> places(Drawing drawing, double scale) {
        List<Rect> taken = new ArrayList<>();
        drawing.boxes().values().forEach(box -> {
            taken.add(box.grown(AWAY));
            taken.add(new Rect(box.x(), box.y() - NUMBERS * scale, NUMBERS_WIDE * scale, NUMBERS * scale));
        });
        Map<String, Point> places = new LinkedHashMap<>();
        drawing.arrows().forEach((key, route) -> {
            Point best = route.captionPoint();
            double least = Double.POSITIVE_INFINITY;
            double length = route.length();
            for (int i = 1; i < TRIED; i++) {
                double share = (double) i / TRIED;
                Point on = along(route, share * length);
                for (int side = -1; side <= 1; side++) {
                    Point point = new Point(on.x(), on.y() + side * scale * (HEIGHT / 2 + BESIDE));
                    double cost = Math.abs(share - 0.5) * OFF_MIDDLE
                            + Math.abs(side) * OFF_WAY
                            + hidden(words(point, scale), taken)
                            + hidden(number(point, scale), taken);
                    if (cost < least) {
                        least = cost;
                        best = point;
                    }
                }
            }
            taken.add(words(best, scale));
            taken.add(number(best, scale));
            places.put(key, best);
        });
        return Collections.unmodifiableMap(places);
    }

    private static Rect words(Point middle, double scale) {
        double width = WIDTH * scale;
        double height = HEIGHT * scale;
        return new Rect(middle.x() - width / 2, middle.y() - height / 2, width, height);
    }

    /** Where the number stands that the chain of events may have for an arrow: over its words. */
    private static Rect number(Point middle, double scale) {
        double size = NUMBER * scale;
        return new Rect(middle.x() - size / 2, middle.y() - (HEIGHT / 2) * scale - size, size, size);
    }

    private static double hidden(Rect words, List<Rect> taken) {
        double sum = 0;
        for (Rect each : taken) {
            double width = Math.min(words.right(), each.right()) - Math.max(words.x(), each.x());
            double height = Math.min(words.bottom(), each.bottom()) - Math.max(words.y(), each.y());
            sum += width > 0 && height > 0 ? width * height : 0;
        }
        return sum;
    }

    /** The point of a way so far from its beginning, in pixels; its end where it is shorter. */
    public static Point along(Route way, double length) {
        double left = length;
        for (int i = 1; i < way.points().size(); i++) {
            Point from = way.points().get(i - 1);
            Point to = way.points().get(i);
            double piece = from.distanceTo(to);
            if (piece >= left && piece > 0) {
                double share = left / piece;
                return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
            }
            left -= piece;
        }
        return way.end();
    }
}
