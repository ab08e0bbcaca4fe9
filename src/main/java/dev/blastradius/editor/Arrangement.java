package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Boxes put in order by their edges, middles and gaps. All of it gives the new upper left corners, in whole pixels, and
 * changes nothing when it is done twice.
 */
public final class Arrangement {

    /** The least gap of boxes that are stacked. */
    static final double GAP = 24;

    private Arrangement() {}

    /** What boxes can have in common. */
    public enum Alignment {
        LEFT(true, 0),
        CENTRE(true, 0.5),
        RIGHT(true, 1),
        TOP(false, 0),
        MIDDLE(false, 0.5),
        BOTTOM(false, 1);

        private final boolean horizontal;
        private final double share;

        Alignment(boolean horizontal, double share) {
            this.horizontal = horizontal;
            this.share = share;
        }
    }

    /** The direction in which boxes lie one after the other. */
    public enum Direction {
        HORIZONTAL,
        VERTICAL
    }

    /** A box seen along one direction. */
    private record Span(String id, double start, double length) {
        double middle() {
            return start + length / 2;
        }

        double end() {
            return start + length;
        }
    }

    /** Lines boxes up at an edge of the rectangle around all of them, or at its middle. */
    public static Map<String, Point> align(Map<String, Rect> boxes, Alignment alignment) {
        List<Span> spans = spans(boxes, alignment.horizontal);
        if (spans.isEmpty()) {
            return Map.of();
        }
        double first = spans.stream().mapToDouble(Span::start).min().orElseThrow();
        double last = spans.stream().mapToDouble(Span::end).max().orElseThrow();
        // The longest box is put on whole pixels first and the others go by it: so the rectangle around them is the
        // same next time.
        Span longest =
                spans.stream().max(Comparator.comparingDouble(Span::length)).orElseThrow();
        double line = first + (last - first) * alignment.share;
        double anchor = Math.rint(line - longest.length() * alignment.share) + longest.length() * alignment.share;
        Map<String, Double> starts = new LinkedHashMap<>();
        spans.forEach(span -> starts.put(span.id(), Math.rint(anchor - span.length() * alignment.share)));
        return corners(boxes, starts, alignment.horizontal);
    }

    /**
     * Makes the gaps between boxes equal, to a pixel; the outer two stay. Boxes that have not enough room between the outer two have
     * their middles at equal distances.
     */
    public static Map<String, Point> distribute(Map<String, Rect> boxes, Direction direction) {
        boolean horizontal = direction == Direction.HORIZONTAL;
        List<Span> spans = new ArrayList<>(spans(boxes, horizontal));
        spans.sort(Comparator.comparingDouble(Span::middle));
        Map<String, Double> starts = new LinkedHashMap<>();
        if (spans.size() < 3) {
            return Map.of();
        }
        Span first = spans.get(0);
        Span last = spans.get(spans.size() - 1);
        int gaps = spans.size() - 1;
        double lengths = spans.stream().mapToDouble(Span::length).sum();
        double gap = (last.end() - first.start() - lengths) / gaps;
        double next = first.start();
        for (int i = 1; i < gaps; i++) {
            Span span = spans.get(i);
            next += spans.get(i - 1).length() + gap;
            double middle = first.middle() + (last.middle() - first.middle()) * i / gaps;
            starts.put(span.id(), Math.rint(gap >= 0 ? next : middle - span.length() / 2));
        }
        return corners(boxes, starts, horizontal);
    }

    /**
     * Makes a column of boxes, or a row: their middles in line, in the order in which they lie, apart from each other. What lies far enough
     * apart stays so.
     *
     * @param direction vertical for a column, horizontal for a row
     */
    public static Map<String, Point> stack(Map<String, Rect> boxes, Direction direction) {
        boolean column = direction == Direction.VERTICAL;
        Map<String, Point> lined = align(boxes, column ? Alignment.CENTRE : Alignment.MIDDLE);
        List<Span> spans = new ArrayList<>(spans(boxes, !column));
        spans.sort(Comparator.comparingDouble(Span::start));
        Map<String, Point> corners = new LinkedHashMap<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Span span : spans) {
            double start = Math.rint(Math.max(span.start(), free));
            free = start + span.length() + GAP;
            Point point = lined.getOrDefault(span.id(), new Point(0, 0));
            corners.put(span.id(), column ? new Point(point.x(), start) : new Point(start, point.y()));
        }
        return Collections.unmodifiableMap(corners);
    }

    private static List<Span> spans(Map<String, Rect> boxes, boolean horizontal) {
        ToDoubleFunction<Rect> start = horizontal ? Rect::x : Rect::y;
        ToDoubleFunction<Rect> length = horizontal ? Rect::width : Rect::height;
        return boxes.entrySet().stream()
                .map(each -> new Span(
                        each.getKey(), start.applyAsDouble(each.getValue()), length.applyAsDouble(each.getValue())))
                .toList();
    }

    private static Map<String, Point> corners(Map<String, Rect> boxes, Map<String, Double> starts, boolean horizontal) {
        Map<String, Point> corners = new LinkedHashMap<>();
        boxes.forEach((id, box) -> {
            Double start = starts.get(id);
            if (start != null) {
                corners.put(id, horizontal ? new Point(start, box.y()) : new Point(box.x(), start));
            }
        });
        return Collections.unmodifiableMap(corners);
    }
}
