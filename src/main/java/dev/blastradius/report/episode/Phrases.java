package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Table;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.document.Words;
import java.util.Arrays;
import java.util.List;

/** Words and tables that the chapters have in common. */
final class Phrases {

    /** So many rows has a table at the most. */
    static final int MOST_ROWS = 15;

    private Phrases() {}

    /** A moment of the run: {@code "10:23"}. */
    static String clock(double seconds) {
        return Clock.text(seconds);
    }

    /** A moment counted from another: {@code "+0:23"}, {@code "−1:05"}. */
    static String from(double origin, double seconds) {
        double after = seconds - origin;
        return (after < 0 ? "−" : "+") + Clock.text(Math.abs(after));
    }

    /** {@code "a, b and c"}. */
    static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Some of many: {@code "a, b and 7 more"}. */
    static String listed(List<String> names, int most) {
        int more = names.size() - most;
        return more <= 1
                ? listed(names)
                : String.join(", ", names.subList(0, most)) + " and " + Figures.count(more) + " more";
    }

    /** With a capital letter. */
    static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** A count that is a whole number. */
    static String count(double number) {
        return Figures.count(Math.round(number));
    }

    /** A count with its noun: {@code "1 request"}, {@code "2 requests"}; of none {@code "no requests"}. */
    static String counted(double number, String noun) {
        long whole = Math.round(number);
        return (whole == 0 ? "no" : Figures.count(whole)) + " " + noun + (whole == 1 ? "" : "s");
    }

    /** How many times as much; a dash where it does not exist. */
    static String times(double factor) {
        return Double.isNaN(factor) ? Figures.NONE : Figures.number(factor) + "×";
    }

    static Column text(String heading) {
        return new Column(heading, false);
    }

    static Column number(String heading) {
        return new Column(heading, true);
    }

    /** A row of plain cells. */
    static Row row(String... cells) {
        return new Row(Arrays.stream(cells).map(Cell::of).toList());
    }

    static Block table(String caption, List<Column> columns, List<Row> rows, String note) {
        return new Block.Tabular(new Table(caption, columns, rows, Words.of(note)));
    }

    /** Whether a series is told step by step in seconds: {@code "looked at in steps of 5 s"}; empty for steps of a second or less. */
    static String coarseness(double stepSeconds) {
        return stepSeconds <= 1 ? "" : " Times are told in steps of " + Figures.time(stepSeconds) + ".";
    }
}
