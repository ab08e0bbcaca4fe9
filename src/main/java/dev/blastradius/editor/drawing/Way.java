package dev.blastradius.editor.drawing;

import java.util.Arrays;

/** A way that is being weighed against others: corners in the drawing's own coordinates, which can be overwritten. */
final class Way {

    private double[] xs = new double[8];
    private double[] ys = new double[8];
    private int count;

    void clear() {
        count = 0;
    }

    /** Goes on to a point that is given as if {@code side} were the right one. */
    void add(Side side, double x, double y) {
        if (count == xs.length) {
            xs = Arrays.copyOf(xs, 2 * count);
            ys = Arrays.copyOf(ys, 2 * count);
        }
        xs[count] = side.turnedX(x, y);
        ys[count] = side.turnedY(x, y);
        count++;
    }

    void become(Way other) {
        xs = Arrays.copyOf(other.xs, Math.max(xs.length, other.count));
        ys = Arrays.copyOf(other.ys, Math.max(ys.length, other.count));
        count = other.count;
    }

    int size() {
        return count;
    }

    double x(int index) {
        return xs[index];
    }

    double y(int index) {
        return ys[index];
    }

    double length() {
        double length = 0;
        for (int i = 1; i < count; i++) {
            length += Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
        return length;
    }

    Route route() {
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            points[i] = new Point(xs[i], ys[i]);
        }
        return new Route(Arrays.asList(points));
    }
}
