package dev.blastradius.report.document;

import java.util.List;

/**
 * A table with a header row; the first cell of each row is the row's header.
 *
 * @param caption what it shows, with its units; never empty
 * @param columns from the left
 * @param rows from the top, each with a cell for every column
 * @param note what a reader must know of the numbers, such as what ± means; empty: nothing
 */
public record Table(String caption, List<Column> columns, List<Row> rows, Words note) {
    public Table {
        if (caption.isBlank()) {
            throw new IllegalArgumentException("a table has a caption");
        }
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("expected " + columns.size() + " cells; found "
                        + row.cells().size() + " in " + caption);
            }
        }
    }

    /** A column's heading, and whether it holds numbers, which are set to the right. */
    public record Column(String heading, boolean isNumeric) {}

    /** A row from the left. */
    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** What a cell tells beside its words, never by colour alone. */
    public enum Tone {
        PLAIN,
        /** The best of its row or column, as its words say too. */
        BEST,
        /** Missed, lost, broken, as its words say too. */
        BAD
    }

    /**
     * A cell.
     *
     * @param heat how bad it is, 0 to 1, by which its background is shaded; NaN: it is not shaded
     */
    public record Cell(Words words, Tone tone, double heat) {

        /** A plain cell. */
        public static Cell of(String text) {
            return new Cell(Words.of(text), Tone.PLAIN, Double.NaN);
        }

        /** A plain cell. */
        public static Cell of(Words words) {
            return new Cell(words, Tone.PLAIN, Double.NaN);
        }

        /** A shaded cell of a heat map. */
        public static Cell heated(String text, double heat) {
            return new Cell(Words.of(text), Tone.PLAIN, heat);
        }
    }
}
