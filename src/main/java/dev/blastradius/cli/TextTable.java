package dev.blastradius.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in columns: the first to the left, the others to the right. At most {@value #WIDTH} characters wide. */
final class TextTable {

    /** The width that every table keeps to. */
    static final int WIDTH = 100;

    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final int NARROWEST_NAME = 10;

    private final Style style;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with the names of its columns. */
    TextTable(Style style, List<String> header) {
        this.style = style;
        rows.add(List.copyOf(header));
    }

    /** Adds a row with as many cells as the header. */
    void row(List<String> cells) {
        if (cells.size() != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    cells.size() + " cells in a table of " + rows.get(0).size());
        }
        rows.add(List.copyOf(cells));
    }

    /** Whether there is no row but the header. */
    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The lines, each with a line feed. Names too long for the width are cut; columns that do not fit go below. */
    String text() {
        StringBuilder text = new StringBuilder();
        int columns = rows.get(0).size();
        int names = Math.min(width(0), longestName());
        int from = 1;
        do {
            int room = WIDTH - INDENT.length() - names;
            int to = from;
            while (to < columns && (to == from || room >= GAP.length() + width(to))) {
                room -= GAP.length() + width(to);
                to++;
            }
            text.append(from == 1 ? "" : "\n");
            append(text, names, from, to);
            from = to;
        } while (from < columns);
        return text.toString();
    }

    /** What the other columns leave, if that is enough for a name; else a third of the line. */
    private int longestName() {
        int others = 0;
        for (int column = 1; column < rows.get(0).size(); column++) {
            others += GAP.length() + width(column);
        }
        int left = WIDTH - INDENT.length() - others;
        return left >= Math.min(width(0), NARROWEST_NAME) ? left : WIDTH / 3;
    }

    private void append(StringBuilder text, int names, int from, int to) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(INDENT);
            line.append(padded(style.shortened(row.get(0), names), names, false));
            for (int column = from; column < to; column++) {
                line.append(GAP).append(padded(row.get(column), width(column), true));
            }
            String shown = line.toString().stripTrailing();
            text.append(row == rows.get(0) ? style.heading(shown) : shown).append('\n');
        }
    }

    private static String padded(String cell, int width, boolean right) {
        String blanks = " ".repeat(Math.max(0, width - cell.length()));
        return right ? blanks + cell : cell + blanks;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
