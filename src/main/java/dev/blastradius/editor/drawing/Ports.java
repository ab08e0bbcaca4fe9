package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where arrows touch their boxes: side by side on an edge, in the order of what they lead to, so that few cross. */
final class Ports {

    private static final double SPACING = 13;
    private static final double USED = 0.72;

    /** One end of an arrow at one side of a box. */
    private record End(String arrow, boolean leaving, double otherAcross) {}

    private record Edge(String box, Side side) {}

    private final Map<String, Rect> boxes;
    private final Map<Edge, List<End>> ends = new LinkedHashMap<>();
    private final Map<String, Point> starts = new LinkedHashMap<>();
    private final Map<String, Point> stops = new LinkedHashMap<>();

    Ports(Map<String, Rect> boxes, List<String> arrows) {
        this.boxes = boxes;
        for (String arrow : arrows) {
            Rect from = box(Pipeline.from(arrow));
            Rect to = box(Pipeline.to(arrow));
            Side side = Side.between(from, to);
            add(new Edge(Pipeline.from(arrow), side), new End(arrow, true, across(side, to)));
            add(new Edge(Pipeline.to(arrow), side.opposite()), new End(arrow, false, across(side, from)));
        }
        ends.forEach(this::spread);
        arrows.forEach(this::straighten);
    }

    /** Where an arrow leaves its box. */
    Point start(String arrow) {
        return point(starts, arrow);
    }

    /** Where it arrives. */
    Point stop(String arrow) {
        return point(stops, arrow);
    }

    private static Point point(Map<String, Point> points, String arrow) {
        Point point = points.get(arrow);
        if (point == null) {
            throw new IllegalArgumentException(arrow);
        }
        return point;
    }

    private Rect box(String id) {
        Rect box = boxes.get(id);
        if (box == null) {
            throw new IllegalArgumentException("no box for " + id);
        }
        return box;
    }

    private void add(Edge edge, End end) {
        ends.computeIfAbsent(edge, any -> new ArrayList<>()).add(end);
    }

    /** The coordinate along a side's edge. */
    private static double across(Side side, Rect rect) {
        return level(side) ? rect.centerY() : rect.centerX();
    }

    private static boolean level(Side side) {
        return side == Side.RIGHT || side == Side.LEFT;
    }

    private void spread(Edge edge, List<End> atEdge) {
        atEdge.sort(Comparator.comparingDouble(End::otherAcross).thenComparing(End::arrow));
        Rect box = box(edge.box());
        double length = level(edge.side()) ? box.height() : box.width();
        double spacing = Math.min(SPACING, length * USED / atEdge.size());
        double first = across(edge.side(), box) - spacing * (atEdge.size() - 1) / 2;
        for (int i = 0; i < atEdge.size(); i++) {
            End end = atEdge.get(i);
            (end.leaving() ? starts : stops).put(end.arrow(), onEdge(box, edge.side(), first + i * spacing));
        }
    }

    private static Point onEdge(Rect box, Side side, double across) {
        return switch (side) {
            case RIGHT -> new Point(box.right(), across);
            case LEFT -> new Point(box.x(), across);
            case DOWN -> new Point(across, box.bottom());
            case UP -> new Point(across, box.y());
        };
    }

    /** Takes a small jog out of an arrow that is alone at one of its ends, by moving that end. */
    private void straighten(String arrow) {
        Rect from = box(Pipeline.from(arrow));
        Rect to = box(Pipeline.to(arrow));
        Side side = Side.between(from, to);
        if (alone(Pipeline.to(arrow), side.opposite()) && fits(side, to, start(arrow))) {
            stops.put(arrow, onEdge(to, side.opposite(), along(side, start(arrow))));
        } else if (alone(Pipeline.from(arrow), side) && fits(side, from, stop(arrow))) {
            starts.put(arrow, onEdge(from, side, along(side, stop(arrow))));
        }
    }

    private boolean alone(String box, Side side) {
        return ends.getOrDefault(new Edge(box, side), List.of()).size() == 1;
    }

    private static double along(Side side, Point point) {
        return level(side) ? point.y() : point.x();
    }

    private static boolean fits(Side side, Rect box, Point point) {
        double length = level(side) ? box.height() : box.width();
        return Math.abs(along(side, point) - across(side, box)) <= length * USED / 2;
    }
}
