package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.engine.trace.TraceNames;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** In which order limits were crossed, and where failures began against where they surfaced. */
final class Order {

    private static final int MOST_LINKS = 20;
    private static final int MOST_CLIENTS = 5;

    private static final String MEANING =
            "A limit is crossed where a share (of failures, of repeated attempts) is far higher than usual,"
                    + " beyond chance, where a value (a queue, busy servers, a time) stays over its limit for ten seconds and longer than on an"
                    + " ordinary day, or where a circuit breaker opens; each is told once, when it is first crossed. Not yet: it was not over when the run ended; unused: nothing was asked of it any more from then on, so that nobody saw whether it was.";

    private final Recorded recorded;

    Order(Recorded recorded) {
        this.recorded = recorded;
    }

    /** The order of events. */
    Section events(String id) {
        Chain chain = Chain.of(recorded.episode().cascade(), recorded.pipeline());
        if (chain.links().isEmpty()) {
            return new Section(
                    id, "Order of events", List.of(Block.paragraph("No part crossed any of its limits. " + MEANING)));
        }
        List<Row> rows = new ArrayList<>();
        for (Chain.Link link :
                chain.links().subList(0, Math.min(MOST_LINKS, chain.links().size()))) {
            rows.add(Phrases.row(
                    String.valueOf(link.onset().rank()),
                    link.time(),
                    recorded.name(link.onset().where()),
                    link.what(),
                    link.why(),
                    over(link.onset())));
        }
        int more = chain.links().size() - rows.size();
        Block table = Phrases.table(
                "What crossed its limits, in order (minutes:seconds from the run’s beginning)",
                List.of(number("#"), number("At"), text("Where"), text("What"), text("Measured"), number("Over at")),
                rows,
                MEANING
                        + (more > 0 ? " " + Figures.count(more) + " later crossings are left out here." : "")
                        + Phrases.coarseness(recorded.chronicle().stepSeconds()));
        return new Section(id, "Order of events", List.of(table));
    }

    private String over(Onset onset) {
        double over = recorded.over(onset);
        if (!Double.isNaN(over)) {
            return Phrases.clock(over);
        }
        double unused = recorded.unusedSince(onset);
        return Double.isNaN(unused) ? "not yet" : "unused from " + Phrases.clock(unused);
    }

    /** Where failures began, by the client at which they surfaced. */
    Section origins(String id) {
        String title = "Where failures began and where they surfaced";
        OriginTable table = OriginTable.of(recorded.episode().cascade(), recorded.pipeline());
        if (table.rows().isEmpty()) {
            return new Section(
                    id, title, List.of(Block.paragraph("No request failed in the whole run, its warm-up included.")));
        }
        List<Integer> clients = Ranked.first(
                IntStream.range(0, table.clients().size()).boxed().toList(),
                MOST_CLIENTS,
                client -> table.rows().stream()
                        .mapToDouble(row -> row.counts().get(client))
                        .sum());
        List<OriginTable.Row> shown = table.rows().stream()
                .sorted(Comparator.comparingLong((OriginTable.Row row) -> all(row))
                        .reversed())
                .limit(Phrases.MOST_ROWS)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(text("Began at"), text("As")));
        clients.forEach(client -> columns.add(number(table.clients().get(client))));
        boolean rest = clients.size() < table.clients().size();
        if (rest) {
            columns.add(number("Other clients"));
        }
        List<Row> rows = new ArrayList<>();
        for (OriginTable.Row row : shown) {
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(recorded.name(row.where())), Cell.of(row.failure())));
            clients.forEach(client -> cells.add(cell(row.counts().get(client), table.most())));
            if (rest) {
                long others = all(row)
                        - clients.stream()
                                .mapToLong(client -> row.counts().get(client))
                                .sum();
                cells.add(cell(others, table.most()));
            }
            rows.add(new Row(cells));
        }
        String left = Ranked.left(table.rows().size(), shown.size(), "cause", "of fewer failures are left out");
        return new Section(
                id,
                title,
                List.of(
                        Block.paragraph(finding(table.rows(), shown.get(0))),
                        Phrases.table(
                                "Failed requests by what they failed of (rows) and whose they were (columns), in the whole run, its"
                                        + " warm-up included; the stronger the colour, the more",
                                columns,
                                rows,
                                "The cause is the last failure before a request was given up. Requests whose user left first are"
                                        + " not in it." + meanings(shown) + left)));
    }

    private String finding(List<OriginTable.Row> rows, OriginTable.Row most) {
        long failed = rows.stream().mapToLong(Order::all).sum();
        long first = all(most);
        String of = recorded.name(most.where()) + " (" + most.failure() + ")";
        if (first == failed) {
            return failed == 1
                    ? "The one failed request failed of " + of + "."
                    : "All " + Figures.count(failed) + " failed requests failed of " + of + ".";
        }
        return (2 * first > failed
                        ? "Most failed requests failed of "
                        : "More requests failed of one cause than of any other, ")
                + of + ": " + Figures.count(first) + " of " + Figures.count(failed) + " ("
                + Figures.share((double) first / failed) + ").";
    }

    /** What the ways to fail in a table mean. */
    private static String meanings(List<OriginTable.Row> shown) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (CallOutcome outcome : CallOutcome.values()) {
            meanings.put(OriginTable.failure(outcome.key()), outcome.word().meaning());
        }
        meanings.put(TraceNames.DEGRADED, "A lesser answer, which the user did not take");
        meanings.put(TraceNames.UNANSWERED, "Still waited for when the run ended");
        return shown.stream()
                .map(OriginTable.Row::failure)
                .distinct()
                .filter(meanings::containsKey)
                .map(failure -> " " + Phrases.sentence(failure) + ": " + meanings.get(failure) + ".")
                .collect(Collectors.joining());
    }

    private static Cell cell(long requests, long most) {
        return requests == 0
                ? Cell.of("0")
                : Cell.heated(Figures.count(requests), Math.min(1, (double) requests / most));
    }

    private static long all(OriginTable.Row row) {
        return row.counts().stream().flatMapToLong(LongStream::of).sum();
    }
}
