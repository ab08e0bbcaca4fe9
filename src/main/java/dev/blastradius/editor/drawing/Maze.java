package dev.blastradius.editor.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last resort for an arrow that no tidy way brings past the boxes: the best way along lines beside all boxes around, found by A*
 * (Hart, Nilsson and Raphael, 1968) over the places and the directions in which they are reached.
 */
final class Maze {

    /** Above 1 the search goes straighter for the end: much quicker, and the way costs at most this many times the least. */
    private static final double EAGER = 1.4;

    private static final double LEAVING = 14;
    private static final double ARRIVING = 18;

    /**
     * What came of a search.
     *
     * @param corners with both ends; empty where there is no way, or none was found in time
     * @param steps how many the search took
     */
    record Found(List<Point> corners, int steps) {}

    private final double[] xs;
    private final double[] ys;
    private final boolean[] levelShut;
    private final boolean[] uprightShut;
    private int steps;

    /**
     * The lines around some boxes.
     *
     * @param boxes turned so that the arrow leaves to the right
     */
    private Maze(List<Rect> boxes, Point start, Point stop, double beside) {
        double[] across = new double[2 * boxes.size() + 2];
        double[] down = new double[across.length];
        int count = 0;
        for (Rect box : boxes) {
            across[count] = box.x() - beside;
            down[count++] = box.y() - beside;
            across[count] = box.right() + beside;
            down[count++] = box.bottom() + beside;
        }
        across[count] = start.x();
        down[count++] = start.y();
        across[count] = stop.x();
        down[count] = stop.y();
        xs = Arrays.stream(across).sorted().distinct().toArray();
        ys = Arrays.stream(down).sorted().distinct().toArray();
        levelShut = new boolean[xs.length * ys.length];
        uprightShut = new boolean[xs.length * ys.length];
        boxes.forEach(this::shut);
    }

    /**
     * A way from one box to another past all others.
     *
     * @param boxes all that may be in the way, both ends' own too, turned so that the arrow leaves to the right
     * @param beside how far from boxes the lines run
     * @param work how many steps it may take
     */
    static Found way(List<Rect> boxes, Point start, Point stop, double beside, int work) {
        Point first = new Point(start.x() + LEAVING, start.y());
        Point last = new Point(stop.x() - ARRIVING, stop.y());
        Maze maze = new Maze(boxes, first, last, beside);
        List<Point> inner = maze.find(first, last, work);
        if (inner.isEmpty()) {
            return new Found(inner, maze.steps);
        }
        List<Point> all = new ArrayList<>();
        all.add(start);
        all.addAll(inner);
        all.add(stop);
        return new Found(corners(all), maze.steps);
    }

    /** Without the points at which a way goes straight on. */
    private static List<Point> corners(List<Point> points) {
        List<Point> corners = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean inside = i > 0 && i < points.size() - 1;
            if (!inside || !straight(points.get(i - 1), points.get(i), points.get(i + 1))) {
                corners.add(points.get(i));
            }
        }
        return corners;
    }

    private static boolean straight(Point before, Point at, Point after) {
        return before.x() == at.x() && at.x() == after.x() || before.y() == at.y() && at.y() == after.y();
    }

    /** Shuts what lies in a box or too close to it. */
    private void shut(Rect box) {
        Rect wide = box.grown(Terrain.LEAST_GAP);
        for (int j = 0; j < ys.length; j++) {
            boolean beside = ys[j] > wide.y() && ys[j] < wide.bottom();
            boolean into = j + 1 < ys.length && ys[j + 1] > wide.y() && ys[j] < wide.bottom();
            for (int i = firstAfter(xs, wide.x()) - 1;
                    (beside || into) && i < xs.length && xs[Math.max(0, i)] < wide.right();
                    i++) {
                if (i >= 0) {
                    levelShut[j * xs.length + i] |= beside && i + 1 < xs.length && xs[i + 1] > wide.x();
                    uprightShut[j * xs.length + i] |= into && xs[i] > wide.x();
                }
            }
        }
    }

    private static int firstAfter(double[] sorted, double value) {
        int at = Arrays.binarySearch(sorted, value);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private List<Point> find(Point first, Point last, int work) {
        int begin = Arrays.binarySearch(ys, first.y()) * xs.length + Arrays.binarySearch(xs, first.x());
        int end = Arrays.binarySearch(ys, last.y()) * xs.length + Arrays.binarySearch(xs, last.x());
        double[] costs = new double[2 * xs.length * ys.length];
        int[] previous = new int[costs.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(previous, -1);
        Frontier open = new Frontier();
        costs[2 * begin] = 0;
        open.add(2 * begin, 0, 0);
        while (!open.isEmpty() && steps < work) {
            int state = open.state();
            double cost = open.cost();
            open.remove();
            steps++;
            if (state == 2 * end) {
                return trace(previous, state);
            }
            if (cost == costs[state]) {
                go(state, -1, 0, last, costs, previous, open);
                go(state, 1, 0, last, costs, previous, open);
                go(state, 0, -1, last, costs, previous, open);
                go(state, 0, 1, last, costs, previous, open);
            }
        }
        return List.of();
    }

    /** Even states are reached on a level piece, odd ones on an upright piece. */
    private void go(int from, int dx, int dy, Point last, double[] costs, int[] previous, Frontier open) {
        int i = from / 2 % xs.length;
        int j = from / 2 / xs.length;
        int x = i + dx;
        int y = j + dy;
        if (x < 0 || y < 0 || x >= xs.length || y >= ys.length) {
            return;
        }
        boolean[] shut = dx == 0 ? uprightShut : levelShut;
        if (shut[Math.min(j, y) * xs.length + Math.min(i, x)]) {
            return;
        }
        int direction = dx == 0 ? 1 : 0;
        double length = Math.abs(xs[x] - xs[i]) + Math.abs(ys[y] - ys[j]);
        double bend = direction == from % 2 ? 0 : Terrain.PER_BEND;
        double cost = costs[from] + length / 2 + bend;
        int state = 2 * (y * xs.length + x) + direction;
        if (cost < costs[state]) {
            costs[state] = cost;
            previous[state] = from;
            open.add(state, cost, cost + EAGER * rest(xs[x], ys[y], direction, last));
        }
    }

    /** What the rest of the way costs at least: half its length, and the bends that it takes to arrive on a level piece. */
    private static double rest(double x, double y, int direction, Point last) {
        int bends = direction == 1 ? 1 : y == last.y() ? 0 : 2;
        return (Math.abs(last.x() - x) + Math.abs(last.y() - y)) / 2 + bends * Terrain.PER_BEND;
    }

    private List<Point> trace(int[] previous, int end) {
        List<Point> points = new ArrayList<>();
        for (int state = end; state >= 0; state = previous[state]) {
            points.add(0, new Point(xs[state / 2 % xs.length], ys[state / 2 / xs.length]));
        }
        return points;
    }
}
