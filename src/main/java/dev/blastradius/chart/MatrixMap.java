package dev.blastradius.chart;

import dev.blastradius.chart.HeatMap.Cell;
import dev.blastradius.chart.HeatMap.Group;
import dev.blastradius.chart.HeatMap.Scale;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.experiment.matrix.Failure.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The blast-radius matrix as a heat map: what fails by which client loses what share of its requests.
 *
 * @param map what is drawn
 * @param rows what its rows are of, in its order
 */
public record MatrixMap(HeatMap map, List<Row> rows) {

    /** Rows by their names instead of a column's numbers. */
    public static final int BY_NAME = -1;

    /**
     * The heat map of a matrix. A column for each client, and one for all of them where there are several.
     *
     * @param title what befalls what fails: {@code "Requests lost where a component is down"}
     * @param column the column whose largest number comes first, from 0; {@link #BY_NAME}: the names' order
     */
    public static MatrixMap of(DamageMatrix matrix, Names names, String title, int column) {
        List<Kind> kinds = matrix.rows().stream()
                .map(row -> row.failure().kind())
                .distinct()
                .sorted()
                .toList();
        List<Group> groups = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Kind kind : kinds) {
            List<Row> ofKind = matrix.rows().stream()
                    .filter(row -> row.failure().kind() == kind)
                    .sorted(order(matrix, names, column))
                    .toList();
            groups.add(new Group(kinds.size() > 1 ? group(kind) : "", lines(matrix, names, ofKind)));
            rows.addAll(ofKind);
        }
        double largest = 0;
        for (Row row : rows) {
            for (int i = 0; i < columns(matrix); i++) {
                largest = Math.max(largest, orNone(lost(matrix, row, i)));
            }
        }
        HeatMap map = new HeatMap(
                title,
                note(matrix),
                "client",
                "what fails",
                heads(matrix, names),
                groups,
                Scale.ofShares("share of requests lost", largest),
                "");
        return new MatrixMap(map, List.copyOf(rows));
    }

    private static String group(Kind kind) {
        return switch (kind) {
            case COMPONENT -> "One component";
            case TAG -> "Together, by tag";
            case DEPENDENCY -> "The network between";
            case SCENARIO -> "Scenarios";
        };
    }

    private static List<HeatMap.Row> lines(DamageMatrix matrix, Names names, List<Row> rows) {
        List<HeatMap.Row> lines = new ArrayList<>();
        for (Row row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column < columns(matrix); column++) {
                Interval lost = lost(matrix, row, column);
                cells.add(new Cell(
                        lost.mean(), Unit.SHARE.brief(lost.mean()), sentence(matrix, names, row, column), false));
            }
            lines.add(new HeatMap.Row(name(names, row.failure()), cells));
        }
        return lines;
    }

    /** What a failure is called: {@code "Opus"}, {@code "provider: anthropic"}, {@code "Assistant → Opus"}. */
    public static String name(Names names, Failure failure) {
        return switch (failure.kind()) {
            case COMPONENT -> names.component(failure.target());
            case TAG -> tag(failure.target());
            case DEPENDENCY -> names.dependency(failure.target());
            case SCENARIO -> names.scenario(failure.target());
        };
    }

    /** A tag's value as people write it. */
    public static String tag(String text) {
        int split = text.indexOf('=');
        return split < 0 ? text : text.substring(0, split) + ": " + text.substring(split + 1);
    }

    /** A cell in a sentence. */
    public static String sentence(DamageMatrix matrix, Names names, Row row, int column) {
        boolean isAll = column == matrix.clients().size();
        String who = isAll ? "All clients" : names.component(matrix.clients().get(column));
        Interval lost = lost(matrix, row, column);
        String what = name(names, row.failure());
        if (Double.isNaN(lost.mean())) {
            return what + " fails, " + who + ": not known";
        }
        String range = lost.isBounded()
                ? ", " + Figures.share(lost.low()) + " to " + Figures.share(lost.high()) + " with "
                        + Figures.share(matrix.twin().settings().confidence()) + " confidence"
                : "";
        return what + " fails, " + who + ": " + Figures.share(lost.mean()) + " of the requests lost" + range;
    }

    /** The share lost in a column, of a client or of all of them. */
    public static Interval lost(DamageMatrix matrix, Row row, int column) {
        return column < matrix.clients().size() ? row.lost(matrix.clients().get(column)) : row.lost();
    }

    private static int columns(DamageMatrix matrix) {
        int clients = matrix.clients().size();
        return clients > 1 ? clients + 1 : clients;
    }

    private static List<String> heads(DamageMatrix matrix, Names names) {
        List<String> heads = new ArrayList<>();
        matrix.clients().forEach(id -> heads.add(names.component(id)));
        if (heads.size() > 1) {
            heads.add("All clients");
        }
        return heads;
    }

    private static Comparator<Row> order(DamageMatrix matrix, Names names, int column) {
        if (column == BY_NAME) {
            return Comparator.comparing(row -> name(names, row.failure()).toLowerCase(Locale.ROOT));
        }
        // Without a number a row comes last, and equals stay in the matrix' own order.
        return Comparator.comparingDouble(row -> {
            double lost = lost(matrix, row, column).mean();
            return Double.isNaN(lost) ? Double.POSITIVE_INFINITY : -lost;
        });
    }

    private static double orNone(Interval interval) {
        return Double.isNaN(interval.mean()) ? 0 : interval.mean();
    }

    private static String note(DamageMatrix matrix) {
        int least = matrix.twin().evidence().replications();
        int most = least;
        for (Row row : matrix.rows()) {
            least = Math.min(least, row.run().evidence().replications());
        }
        String count = least == most ? Figures.count(most) : Figures.count(least) + " or " + Figures.count(most);
        return (most == 1 ? "1 replication, so no intervals" : "mean of " + count + " replications")
                + (matrix.isComplete() ? "" : "; cancelled before all was done");
    }
}
