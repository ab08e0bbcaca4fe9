package dev.blastradius.report.study;

import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Table.Tone;
import dev.blastradius.report.document.Words;
import java.util.ArrayList;
import java.util.List;

/** A table that is being filled; its first column holds names and the others numbers. */
final class Grid {

    private final String caption;
    private final List<Column> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String note = "";

    Grid(String caption, String names, List<String> numbers) {
        this.caption = caption;
        columns.add(new Column(names, false));
        numbers.forEach(heading -> columns.add(new Column(heading, true)));
    }

    void row(String name, List<Cell> cells) {
        List<Cell> all = new ArrayList<>(List.of(Cell.of(name)));
        all.addAll(cells);
        rows.add(new Row(all));
    }

    void texts(String name, List<String> cells) {
        row(name, cells.stream().map(Cell::of).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    Grid note(String text) {
        note = note.isEmpty() || text.isEmpty() ? note + text : note + " " + text;
        return this;
    }

    Block block() {
        return new Block.Tabular(new Table(caption, columns, rows, Words.of(note)));
    }

    /** The best of its column, which its words say too. */
    static Cell best(String text) {
        return new Cell(Words.of(text + " (best)"), Tone.BEST, Double.NaN);
    }

    /** What was missed or is worse, which its words say too. */
    static Cell bad(String text) {
        return new Cell(Words.of(text), Tone.BAD, Double.NaN);
    }
}
