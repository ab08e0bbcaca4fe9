package dev.blastradius.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in a grid, coloured by how bad they are, as data: the same for the window and for a report.
 *
 * @param title what is shown
 * @param note what the reader must know of the values: {@code "mean of 10 replications"}
 * @param across what the columns are: {@code "client"}
 * @param down what the rows are: {@code "what fails"}
 * @param columns the columns' names
 * @param groups the rows, in groups that are kept apart
 * @param scale how a value becomes a colour
 * @param mark what a marked cell is, for the legend; empty: none is marked
 */
public record HeatMap(
        String title,
        String note,
        String across,
        String down,
        List<String> columns,
        List<Group> groups,
        Scale scale,
        String mark) {

    private static final double[] CEILINGS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

    public HeatMap {
        columns = List.copyOf(columns);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            for (Row row : group.rows()) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            row.name() + " has " + row.cells().size() + " cells for " + columns.size() + " columns");
                }
            }
        }
    }

    /**
     * Rows that belong together.
     *
     * @param name what they are; empty where there is but one group
     */
    public record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row.
     *
     * @param name what people call it
     * @param cells one for each column
     */
    public record Row(String name, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param value what its colour says; NaN: not known
     * @param text what stands in it, short
     * @param detail the whole truth about it in a sentence, for a tooltip and for those who hear it
     * @param marked whether it is what {@link HeatMap#mark} names
     */
    public record Cell(double value, String text, String detail, boolean marked) {}

    /**
     * How values become colours.
     *
     * @param label what is measured
     * @param unit how values are written
     * @param good the value that is not coloured
     * @param bad the value whose colour is the strongest; may be below {@code good}
     */
    public record Scale(String label, Unit unit, double good, double bad) {

        /** How strong a value's colour is, 0 to 1. */
        public double strength(double value) {
            double strength = bad == good ? 0 : (value - good) / (bad - good);
            return Math.max(0, Math.min(1, strength));
        }

        /** The value of a strength. */
        public double value(double strength) {
            return good + strength * (bad - good);
        }

        /** A scale of shares that begins at 0 and ends at a round number that holds the largest of some. */
        public static Scale ofShares(String label, double largest) {
            for (double ceiling : CEILINGS) {
                if (largest <= ceiling) {
                    return new Scale(label, Unit.SHARE, 0, ceiling);
                }
            }
            return new Scale(label, Unit.SHARE, 0, 1);
        }
    }

    /** All rows, group after group. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        groups.forEach(group -> rows.addAll(group.rows()));
        return rows;
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return columns.isEmpty()
                || groups.stream().allMatch(group -> group.rows().isEmpty());
    }
}
