package dev.blastradius.editor.drawing;

import java.util.List;

/**
 * The way of an arrow: straight pieces from the edge of one box to the edge of another.
 *
 * @param points the corners with both ends, two or more
 */
public record Route(List<Point> points) {

    public Route {
        if (points.size() < 2) {
            throw new IllegalArgumentException("a way of " + points.size() + " points");
        }
        points = List.copyOf(points);
    }

    public Point start() {
        return points.get(0);
    }

    public Point end() {
        return points.get(points.size() - 1);
    }

    /** The same way somewhere else. */
    public Route movedBy(double dx, double dy) {
        return new Route(points.stream()
                .map(point -> new Point(point.x() + dx, point.y() + dy))
                .toList());
    }

    /** How long it is from end to end. */
    public double length() {
        double length = 0;
        for (int i = 1; i < points.size(); i++) {
            length += points.get(i - 1).distanceTo(points.get(i));
        }
        return length;
    }

    /** The smallest rectangle around it, a pixel larger on each side so that a straight way has one too. */
    public Rect bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            left = Math.min(left, point.x());
            top = Math.min(top, point.y());
            right = Math.max(right, point.x());
            bottom = Math.max(bottom, point.y());
        }
        return new Rect(left - 1, top - 1, right - left + 2, bottom - top + 2);
    }

    /** How far it is to the nearest point of the way. */
    public double distanceTo(Point point) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            nearest = Math.min(nearest, distance(point, points.get(i - 1), points.get(i)));
        }
        return nearest;
    }

    /** The middle of its longest level piece, or of its longest piece where none is level: where a caption fits best. */
    public Point captionPoint() {
        int best = 1;
        double bestLength = -1;
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double preference = from.y() == to.y() ? 1000 : 0;
            double length = from.distanceTo(to) + preference;
            if (length >= bestLength) {
                bestLength = length;
                best = i;
            }
        }
        Point from = points.get(best - 1);
        Point to = points.get(best);
        return new Point((from.x() + to.x()) / 2, (from.y() + to.y()) / 2);
    }

    private static double distance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double square = dx * dx + dy * dy;
        double along = square == 0
                ? 0
                : Math.max(0, Math.min(1, ((point.x() - from.x()) * dx + (point.y() - from.y()) * dy) / square));
        return point.distanceTo(new Point(from.x() + along * dx, from.y() + along * dy));
    }
}
