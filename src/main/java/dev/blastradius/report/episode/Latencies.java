package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.Chronicle.Part;
import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How long answers took, of requests sent before, during and after the fault. */
final class Latencies {

    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;
    private static final double P99 = 0.99;

    private final Recorded recorded;
    private final Chronicle chronicle;

    Latencies(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    Section section(String id) {
        String title = "Latency";
        List<String> clients = chronicle.clients();
        List<Integer> answered = IntStream.range(0, clients.size())
                .filter(client -> count(client) > 0)
                .boxed()
                .toList();
        if (answered.isEmpty()) {
            return new Section(
                    id, title, List.of(Block.paragraph("No request was answered, so there is no latency to tell.")));
        }
        List<Integer> shown = Ranked.first(answered, Phrases.MOST_ROWS / 2, this::count);
        List<Row> rows = new ArrayList<>();
        for (int client : shown) {
            for (Part part : parts()) {
                LatencyHistogram latency = chronicle.latency(client, part);
                rows.add(Phrases.row(
                        recorded.name(clients.get(client)),
                        recorded.isBroken() ? word(part) : "whole run",
                        Figures.count(latency.count()),
                        time(latency, MEDIAN),
                        time(latency, P95),
                        time(latency, P99)));
            }
        }
        Block table = Phrases.table(
                "Latency of answered requests by client" + (recorded.isBroken() ? " and by when they were sent" : ""),
                List.of(
                        text("Client"),
                        text("Sent"),
                        number("Answered"),
                        number("Median"),
                        number("95th percentile"),
                        number("99th percentile")),
                rows,
                "Only answered requests have a latency: those that failed or were given up are not in it"
                        + (recorded.warmup() > 0 ? "; the warm-up is" : "") + "."
                        + (recorded.isBroken()
                                ? " During: from the beginning of " + recorded.first() + " to the end of "
                                        + recorded.last() + "."
                                : "")
                        + Ranked.left(clients.size(), shown.size(), "client", "had fewer answers or none"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(shown.get(0))));
        blocks.addAll(
                Figured.of(recorded, recorded.isBroken() ? "distribution" : "latency", clients.get(shown.get(0))));
        blocks.add(table);
        return new Section(id, title, blocks);
    }

    private List<Part> parts() {
        if (!recorded.isBroken()) {
            return List.of(Part.BEFORE);
        }
        return recorded.after().isEmpty() ? List.of(Part.BEFORE, Part.DURING) : List.of(Part.values());
    }

    private static String word(Part part) {
        return switch (part) {
            case BEFORE -> "before";
            case DURING -> "during";
            case AFTER -> "after";
        };
    }

    private double count(int client) {
        double count = 0;
        for (Part part : Part.values()) {
            count += chronicle.latency(client, part).count();
        }
        return count;
    }

    private String finding(int client) {
        String name = recorded.name(chronicle.clients().get(client));
        if (!recorded.isBroken()) {
            LatencyHistogram before = chronicle.latency(client, Part.BEFORE);
            return "Half of the answers to " + name + " took " + time(before, MEDIAN)
                    + " or less, one in a hundred longer than " + time(before, P99) + ".";
        }
        return "Of the answers to " + name + ", half took at most "
                + Phrases.listed(parts().stream()
                        .filter(part -> chronicle.latency(client, part).count() > 0)
                        .map(part -> time(chronicle.latency(client, part), MEDIAN) + " " + when(part))
                        .toList())
                + "; one in a hundred took longer than "
                + Phrases.listed(parts().stream()
                        .filter(part -> chronicle.latency(client, part).count() > 0)
                        .map(part -> time(chronicle.latency(client, part), P99) + " " + when(part))
                        .toList())
                + "." + silent(client);
    }

    /** In which parts nothing was answered that was asked for in them. */
    private String silent(int client) {
        List<String> silent = parts().stream()
                .filter(part -> chronicle.latency(client, part).count() == 0)
                .map(this::when)
                .toList();
        return silent.isEmpty() ? "" : " Of what was sent " + Phrases.listed(silent) + ", nothing was answered.";
    }

    private String when(Part part) {
        return switch (part) {
            case BEFORE -> "before " + recorded.first();
            case DURING -> "during it";
            case AFTER -> "afterwards";
        };
    }

    private static String time(LatencyHistogram latency, double quantile) {
        return latency.count() == 0 ? Figures.NONE : Figures.time(latency.quantileSeconds(quantile));
    }
}
