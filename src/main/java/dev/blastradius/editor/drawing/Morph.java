package dev.blastradius.editor.drawing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way from one drawing to another, so that the eye can follow what goes where. */
public final class Morph {

    private final Drawing from;
    private final Drawing to;

    /** From what was drawn to what will be; what is in one of them only is drawn as it will be. */
    public Morph(Drawing from, Drawing to) {
        this.from = from;
        this.to = to;
    }

    /** How far the box goes that goes furthest, in pixels; 0 where none does. */
    public double furthest() {
        double furthest = 0;
        for (Map.Entry<String, Rect> box : to.boxes().entrySet()) {
            Rect before = from.boxes().getOrDefault(box.getKey(), box.getValue());
            furthest = Math.max(
                    furthest,
                    Math.hypot(box.getValue().x() - before.x(), box.getValue().y() - before.y()));
        }
        return furthest;
    }

    /**
     * What is drawn on the way.
     *
     * @param share of the way, 0 to 1
     */
    public Drawing at(double share) {
        if (share >= 1) {
            return to;
        }
        Map<String, Rect> boxes = new LinkedHashMap<>();
        to.boxes().forEach((id, box) -> {
            Rect before = from.boxes().getOrDefault(id, box);
            boxes.put(
                    id,
                    new Rect(
                            between(before.x(), box.x(), share),
                            between(before.y(), box.y(), share),
                            box.width(),
                            box.height()));
        });
        Map<String, Route> arrows = new LinkedHashMap<>();
        to.arrows().forEach((key, route) -> {
            Route before = from.arrows().get(key);
            arrows.put(key, before == null ? route : between(before, route, share));
        });
        return new Drawing(Collections.unmodifiableMap(boxes), Collections.unmodifiableMap(arrows));
    }

    /** Corner by corner; the way with fewer of them has its last but one more than once. */
    private static Route between(Route from, Route to, double share) {
        if (from.equals(to)) {
            return to;
        }
        int count = Math.max(from.points().size(), to.points().size());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Point a = corner(from, i, count);
            Point b = corner(to, i, count);
            points.add(new Point(between(a.x(), b.x(), share), between(a.y(), b.y(), share)));
        }
        return new Route(points);
    }

    private static Point corner(Route route, int index, int count) {
        int last = route.points().size() - 1;
        return route.points().get(index == count - 1 ? last : Math.min(index, Math.max(0, last - 1)));
    }

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
