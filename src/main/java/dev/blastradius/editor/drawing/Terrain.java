package dev.blastradius.editor.drawing;

import java.util.Arrays;
import java.util.List;

/** What a new arrow has to get past, the boxes and the arrows that have their way already, and what each way past them costs. */
final class Terrain {

    /** How far a way keeps from boxes, and from other ways beside it, in pixels. */
    static final double CLEAR = 7;

    static final double PER_BEND = 30;

    /** For running through a box, or along its very edge. */
    static final double PER_BOX = 100_000;

    /** For passing closer to a box than is clear. */
    private static final double PER_CLOSE_BOX = 700;

    /** Less than this from a box is as bad as running through it. */
    static final double LEAST_GAP = 3;

    static final double PER_OVERLAP = 500;
    private static final double PER_CROSSING = 18;

    private final List<Rect> boxes;
    private final Grid boxGrid;
    private final Grid pieceGrid;
    private double[] pieces = new double[4 * 256];
    private int pieceCount;
    private double met;

    Terrain(List<Rect> boxes) {
        this.boxes = boxes;
        boxGrid = new Grid(boxes);
        pieceGrid = new Grid(boxes);
        for (int i = 0; i < boxes.size(); i++) {
            Rect box = boxes.get(i);
            boxGrid.add(i, box.x(), box.y(), box.right(), box.bottom());
        }
    }

    Rect box(int number) {
        return boxes.get(number);
    }

    /** The numbers of the boxes that touch an area. */
    int[] boxesIn(Rect area) {
        int count = boxGrid.find(area.x(), area.y(), area.right(), area.bottom());
        int[] inside = new int[count];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            Rect box = boxes.get(boxGrid.found(i));
            if (touches(box, 0, area.x(), area.y(), area.right(), area.bottom())) {
                inside[kept++] = boxGrid.found(i);
            }
        }
        int[] result = Arrays.copyOf(inside, kept);
        Arrays.sort(result);
        return result;
    }

    /** An arrow has its way: later ones keep from it. */
    void take(Route route) {
        List<Point> points = route.points();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            if (4 * pieceCount == pieces.length) {
                pieces = Arrays.copyOf(pieces, 2 * pieces.length);
            }
            int at = 4 * pieceCount;
            pieces[at] = Math.min(a.x(), b.x());
            pieces[at + 1] = Math.min(a.y(), b.y());
            pieces[at + 2] = Math.max(a.x(), b.x());
            pieces[at + 3] = Math.max(a.y(), b.y());
            pieceGrid.add(pieceCount, pieces[at], pieces[at + 1], pieces[at + 2], pieces[at + 3]);
            pieceCount++;
        }
    }

    /** What a way costs before it is known what it meets. Half the length: a tidy way matters more than a short one. */
    static double least(int corners, double length) {
        return PER_BEND * (corners - 2) + length / 2;
    }

    /**
     * What a way costs; some number not below {@code limit} where it is at least that.
     *
     * @param from the number of the box it leaves, which is not in its way
     * @param to the number of the box it leads to, likewise
     */
    double cost(Way way, int from, int to, double limit) {
        double cost = least(way.size(), way.length());
        met = 0;
        for (int i = 1; i < way.size() && cost < limit; i++) {
            cost += piece(way.x(i - 1), way.y(i - 1), way.x(i), way.y(i), from, to);
        }
        return cost;
    }

    /** What the last way that was weighed costs for boxes that it meets and for arrows along which it runs. */
    double met() {
        return met;
    }

    /** What a piece of a way costs for what it meets: the boxes, and the arrows along it or across it. */
    double piece(double ax, double ay, double bx, double by, int from, int to) {
        double x1 = Math.min(ax, bx);
        double y1 = Math.min(ay, by);
        double x2 = Math.max(ax, bx);
        double y2 = Math.max(ay, by);
        double avoidable = boxes(x1, y1, x2, y2, from, to);
        int near = pieceGrid.find(x1 - CLEAR, y1 - CLEAR, x2 + CLEAR, y2 + CLEAR);
        double crossings = 0;
        for (int i = 0; i < near; i++) {
            int at = 4 * pieceGrid.found(i);
            boolean bothUpright = x2 - x1 < 1 && pieces[at + 2] - pieces[at] < 1;
            boolean bothLevel = y2 - y1 < 1 && pieces[at + 3] - pieces[at + 1] < 1;
            if (bothUpright) {
                avoidable += Math.abs(x1 - pieces[at]) < CLEAR && shared(y1, y2, at + 1) > 2 ? PER_OVERLAP : 0;
            } else if (bothLevel) {
                avoidable += Math.abs(y1 - pieces[at + 1]) < CLEAR && shared(x1, x2, at) > 2 ? PER_OVERLAP : 0;
            } else if (x1 <= pieces[at + 2] && pieces[at] <= x2 && y1 <= pieces[at + 3] && pieces[at + 1] <= y2) {
                crossings += PER_CROSSING;
            }
        }
        met += avoidable;
        return avoidable + crossings;
    }

    private double boxes(double x1, double y1, double x2, double y2, int from, int to) {
        int near = boxGrid.find(x1 - CLEAR, y1 - CLEAR, x2 + CLEAR, y2 + CLEAR);
        double cost = 0;
        for (int i = 0; i < near; i++) {
            int number = boxGrid.found(i);
            if (number != from && number != to && touches(boxes.get(number), CLEAR, x1, y1, x2, y2)) {
                cost += touches(boxes.get(number), LEAST_GAP - 0.5, x1, y1, x2, y2) ? PER_BOX : PER_CLOSE_BOX;
            }
        }
        return cost;
    }

    /** Whether they meet; a level or upright piece has no area, so that edges count. */
    private static boolean touches(Rect box, double margin, double x1, double y1, double x2, double y2) {
        return x1 <= box.right() + margin
                && box.x() - margin <= x2
                && y1 <= box.bottom() + margin
                && box.y() - margin <= y2;
    }

    private double shared(double from, double to, int at) {
        return Math.min(to, pieces[at + 2]) - Math.max(from, pieces[at]);
    }
}
