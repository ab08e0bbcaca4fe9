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

    private final Looked looked;
    private final Chronicle chronicle;

    Latencies(Looked looked) {
        this.looked = looked;
        chronicle = looked.chronicle();
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
                        looked.name(clients.get(client)),
                        looked.isBroken() ? word(part) : "whole run",
                        Figures.count(latency.count()),
                        time(latency, MEDIAN),
                        time(latency, P95),
                        time(latency, P99)));
            }
        }
        Block table = Phrases.table(
                "Latency of answered requests by client" + (looked.isBroken() ? " and by when they were sent" : ""),
                List.of(
                        text("Client"),
                        text("Sent"),
                        number("Answered"),
                        number("Median"),
                        number("95th percentile"),
                        number("99th percentile")),
                rows,
                "Only answered requests have a latency: those that failed or were given up are not in it"
                        + (looked.warmup() > 0 ? "; the warm-up is" : "") + "."
                        + (looked.isBroken() ? " During: from the first fault’s beginning to the last one’s end." : "")
                        + Ranked.left(clients.size(), shown.size(), "client", "had fewer answers or none"));
        return new Section(id, title, List.of(Block.paragraph(finding(shown.get(0))), table));
    }

    private List<Part> parts() {
        if (!looked.isBroken()) {
            return List.of(Part.BEFORE);
        }
        return looked.after().isEmpty() ? List.of(Part.BEFORE, Part.DURING) : List.of(Part.values());
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
        String name = looked.name(chronicle.clients().get(client));
        LatencyHistogram before = chronicle.latency(client, Part.BEFORE);
        if (!looked.isBroken()) {
            return "Half of the answers to " + name + " took " + time(before, MEDIAN)
                    + " or less, one in a hundred longer than " + time(before, P99) + ".";
        }
        LatencyHistogram during = chronicle.latency(client, Part.DURING);
        LatencyHistogram after = chronicle.latency(client, Part.AFTER);
        return "Half of the answers to " + name + " took " + time(before, MEDIAN) + " or less before the first fault; "
                + (during.count() == 0
                        ? "none that was asked for during the fault came"
                        : time(during, MEDIAN) + " during the fault")
                + (looked.after().isEmpty()
                        ? "."
                        : after.count() == 0
                                ? "; none that was asked for after it came."
                                : "; " + time(after, MEDIAN) + " after it. One in a hundred took longer than "
                                        + time(before, P99) + ", " + time(during, P99) + " and " + time(after, P99)
                                        + ".");
    }

    private static String time(LatencyHistogram latency, double quantile) {
        return latency.count() == 0 ? Figures.NONE : Figures.time(latency.quantileSeconds(quantile));
    }
}
