package dev.blastradius.report.study;

import dev.blastradius.chart.MatrixMap;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.model.Fault;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.finding.Finding.OfMatrix;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What fails by who loses by it, as a table whose cells are shaded. */
public final class MatrixChapter {

    private static final int MOST_CLIENTS = 6;
    private static final int MOST_ROWS = 40;

    private MatrixChapter() {}

    /** The chapter {@code matrix}. */
    public static Section of(OfMatrix finding) {
        DamageMatrix matrix = finding.matrix();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(MatrixSummary.opening(finding)));
        blocks.add(Block.paragraph(
                "Lost is what gets a good answer without the failure and does not with it, less what gets one only because of"
                        + " it: each request is compared with itself. " + span(finding)));
        if (!matrix.rows().isEmpty()) {
            blocks.add(table(finding));
        }
        return new Section("matrix", "What fails, and who loses by it", blocks);
    }

    private static String span(OfMatrix finding) {
        Fault fault = finding.fault();
        boolean throughout = fault.at().nanos()
                        <= finding.matrix().twin().settings().warmup().nanos()
                && fault.lasting() == null
                && fault.flap() == null;
        return throughout
                ? "Every request that is measured arrives during the failure."
                : "Shares are of all requests that are measured, also of those that arrive when nothing has failed.";
    }

    private static Block table(OfMatrix finding) {
        DamageMatrix matrix = finding.matrix();
        Names names = new Names(finding.base().pipeline());
        List<String> clients = clients(matrix);
        boolean several = matrix.clients().size() > 1;
        boolean ends = matrix.rows().stream().anyMatch(row -> row.recovered() != null);
        List<String> headings = new ArrayList<>();
        if (several) {
            headings.add("All clients");
        }
        clients.forEach(client -> headings.add(names.component(client)));
        if (ends) {
            headings.add("Recovered");
        }
        Grid grid = new Grid(
                "Good answers lost by each failure, shares of requests; the worst failure first",
                "What fails",
                headings);
        for (Row row : shown(matrix, clients)) {
            List<Cell> cells = new ArrayList<>();
            if (several) {
                cells.add(heated(row.lost()));
            }
            clients.forEach(client -> cells.add(heated(row.lost(client))));
            if (ends) {
                cells.add(Cell.of(recovered(row.recovered())));
            }
            grid.row(name(names, row.failure()), cells);
        }
        grid.note(
                "The stronger a cell's colour, the larger the loss. A name such as “provider: anthropic” stands for all components together that have"
                        + " this tag; “also” names tags that just that component has.");
        if (ends) {
            grid.note(
                    "Recovered: in how many replications the share of good answers came back to 95 % of what it was and stayed there for a"
                            + " minute.");
        }
        leftOut(grid, matrix, clients);
        return grid.note(Legend.uncertainty(
                        matrix.twin().evidence().replications(),
                        matrix.twin().settings().confidence()))
                .block();
    }

    private static void leftOut(Grid grid, DamageMatrix matrix, List<String> clients) {
        int rows = matrix.rows().size() - shown(matrix, clients).size();
        if (rows > 0) {
            grid.note(Numbers.counted(rows, "more failure") + " with smaller losses left out.");
        }
        int columns = matrix.clients().size() - clients.size();
        if (columns > 0) {
            grid.note(Numbers.counted(columns, "more client") + " that lose less left out.");
        }
    }

    /** The worst for all clients together, and for each client the worst. */
    private static List<Row> shown(DamageMatrix matrix, List<String> clients) {
        if (matrix.rows().size() <= MOST_ROWS) {
            return matrix.rows();
        }
        Set<Row> most = new LinkedHashSet<>(matrix.rows().subList(0, MOST_ROWS - clients.size()));
        for (String client : clients) {
            matrix.rows().stream()
                    .max(Comparator.comparingDouble(row -> orNone(row.lost(client))))
                    .ifPresent(most::add);
        }
        return matrix.rows().stream().filter(most::contains).toList();
    }

    /** The clients, in the order of the model; those with the largest losses where there are many. */
    private static List<String> clients(DamageMatrix matrix) {
        List<String> most = matrix.clients().stream()
                .sorted(Comparator.comparingDouble(client -> -matrix.rows().stream()
                        .mapToDouble(row -> orNone(row.lost(client)))
                        .max()
                        .orElse(0)))
                .limit(MOST_CLIENTS)
                .toList();
        return matrix.clients().stream().filter(most::contains).toList();
    }

    private static double orNone(Interval lost) {
        return Double.isNaN(lost.mean()) ? Double.NEGATIVE_INFINITY : lost.mean();
    }

    private static String name(Names names, Failure failure) {
        String also = failure.also().isEmpty()
                ? ""
                : " (also "
                        + Phrases.listed(
                                failure.also().stream().map(MatrixMap::tag).toList(), 3) + ")";
        return (failure.kind() == Failure.Kind.SCENARIO ? "Scenario: " : "") + MatrixMap.name(names, failure) + also;
    }

    private static Cell heated(Interval lost) {
        return Double.isNaN(lost.mean())
                ? Cell.of("not there")
                : Cell.heated(Numbers.share(lost), Math.max(0, Math.min(1, lost.mean())));
    }

    private static String recovered(@Nullable Proportion share) {
        return share == null ? "not judged" : share.successes() + " of " + share.of();
    }
}
