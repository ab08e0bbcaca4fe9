package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** In which order limits were crossed, and where failures began against where they surfaced. */
final class Order {

    private static final int MOST_LINKS = 20;
    private static final int MOST_CLIENTS = 5;

    private static final String MEANING =
            "A limit counts as crossed where a share (of failures, of repeated attempts) is at least"
                    + " three times what is usual, beyond chance, or a value (a queue, busy servers, a time) stays over its limit for ten"
                    + " seconds and longer than it ever does on an ordinary day; each limit of a part is told once, when it is first crossed.";

    private final Looked looked;

    Order(Looked looked) {
        this.looked = looked;
    }

    /** The order of events. */
    Section events(String id) {
        Chain chain = Chain.of(looked.episode().cascade(), looked.pipeline());
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
                    looked.name(link.onset().where()),
                    link.what(),
                    link.why(),
                    Double.isNaN(link.onset().ends())
                            ? "not over by the end"
                            : Phrases.clock(link.onset().ends())));
        }
        int more = chain.links().size() - rows.size();
        Block table = Phrases.table(
                "What crossed its limits, in order (minutes:seconds from the run’s beginning)",
                List.of(number("No."), text("At"), text("Where"), text("What"), text("Measured"), text("Over at")),
                rows,
                MEANING
                        + (more > 0 ? " " + Figures.count(more) + " later crossings are left out here." : "")
                        + Phrases.coarseness(looked.chronicle().stepSeconds()));
        return new Section(id, "Order of events", List.of(table));
    }

    /** Where failures began, by the client at which they surfaced. */
    Section origins(String id) {
        String title = "Where failures began and where they surfaced";
        OriginTable table = OriginTable.of(looked.episode().cascade(), looked.pipeline());
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
            List<Cell> cells = new ArrayList<>(List.of(Cell.of(looked.name(row.where())), Cell.of(row.failure())));
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
        long failed = table.rows().stream().mapToLong(Order::all).sum();
        long first = all(shown.get(0));
        Block finding = Block.paragraph("Most failed requests, " + Figures.count(first) + " of " + Figures.count(failed)
                + " (" + Figures.share((double) first / failed) + "), failed of "
                + looked.name(shown.get(0).where()) + " ("
                + shown.get(0).failure() + ").");
        String left = Ranked.left(table.rows().size(), shown.size(), "cause", "of fewer failures are left out");
        return new Section(
                id,
                title,
                List.of(
                        finding,
                        Phrases.table(
                                "Failed requests by what they failed of (rows) and whose they were (columns), in the whole run, its"
                                        + " warm-up included; darker: more",
                                columns,
                                rows,
                                "The cause is the last failure before a request was given up. Requests whose user left first are"
                                        + " not in it." + left)));
    }

    private static Cell cell(long requests, long most) {
        return requests == 0 ? Cell.of("0") : Cell.heated(count(requests), Math.min(1, (double) requests / most));
    }

    private static long all(OriginTable.Row row) {
        return row.counts().stream().flatMapToLong(LongStream::of).sum();
    }
}
