package dev.blastradius.editor.drawing;

import java.util.Arrays;
import java.util.Collection;

/**
 * A plane cut into cells, to find quickly what lies near a rectangle. Things are known by their numbers from 0; what lies outside the
 * plane is in the cells at its edge.
 */
final class Grid {

    private static final double SMALLEST_CELL = 96;
    private static final int MOST_CELLS = 64;
    private static final int[] NONE = {};

    private final double left;
    private final double top;
    private final double cellWidth;
    private final double cellHeight;
    private final int columns;
    private final int rows;
    private final int[][] cells;
    private final int[] counts;
    private int[] seen = new int[64];
    private int query;
    private int[] found = new int[64];

    /** A grid that is fine enough for these boxes. */
    Grid(Collection<Rect> boxes) {
        Rect around = Rect.around(boxes);
        Rect plane = around == null ? new Rect(0, 0, 1, 1) : around;
        left = plane.x();
        top = plane.y();
        cellWidth = Math.max(SMALLEST_CELL, plane.width() / MOST_CELLS);
        cellHeight = Math.max(SMALLEST_CELL, plane.height() / MOST_CELLS);
        columns = (int) Math.min(MOST_CELLS, Math.floor(plane.width() / cellWidth) + 1);
        rows = (int) Math.min(MOST_CELLS, Math.floor(plane.height() / cellHeight) + 1);
        cells = new int[columns * rows][];
        Arrays.fill(cells, NONE);
        counts = new int[columns * rows];
    }

    /** Puts something in that fills a rectangle. */
    void add(int number, double x1, double y1, double x2, double y2) {
        int lastColumn = column(x2);
        int lastRow = row(y2);
        for (int row = row(y1); row <= lastRow; row++) {
            for (int column = column(x1); column <= lastColumn; column++) {
                put(row * columns + column, number);
            }
        }
        if (number >= seen.length) {
            seen = Arrays.copyOf(seen, 2 * number);
        }
    }

    private void put(int cell, int number) {
        int count = counts[cell]++;
        if (count == cells[cell].length) {
            cells[cell] = Arrays.copyOf(cells[cell], Math.max(4, 2 * count));
        }
        cells[cell][count] = number;
    }

    /**
     * Looks for what may touch a rectangle; then {@link #found} tells which.
     *
     * @return how many there are
     */
    int find(double x1, double y1, double x2, double y2) {
        query++;
        int count = 0;
        int lastColumn = column(x2);
        int lastRow = row(y2);
        for (int row = row(y1); row <= lastRow; row++) {
            for (int column = column(x1); column <= lastColumn; column++) {
                int cell = row * columns + column;
                for (int i = 0; i < counts[cell]; i++) {
                    int number = cells[cell][i];
                    if (seen[number] != query) {
                        seen[number] = query;
                        if (count == found.length) {
                            found = Arrays.copyOf(found, 2 * count);
                        }
                        found[count++] = number;
                    }
                }
            }
        }
        return count;
    }

    /** Something that the last {@link #find} found. */
    int found(int index) {
        return found[index];
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, Math.floor((x - left) / cellWidth)));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, Math.floor((y - top) / cellHeight)));
    }
}
