package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.counted;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What stood in for what had failed, when, and how well. */
final class Fallbacks {

    private final Recorded recorded;
    private final Chronicle chronicle;

    Fallbacks(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    Section section(String id) {
        String title = "Fallbacks";
        List<Integer> used = IntStream.range(0, chronicle.dependencies().size())
                .filter(arrow -> taken(arrow) > 0)
                .boxed()
                .toList();
        int[] drawn = recorded.arrows(Dependency::isFallback);
        List<Block> blocks = new ArrayList<>();
        if (used.isEmpty()) {
            blocks.add(Block.paragraph(
                    drawn.length == 0
                            ? "Nothing stood in for anything: no fallback is drawn that could have taken over a call."
                            : "The pipeline has " + counted(drawn.length, "fallback")
                                    + "; after the warm-up none took over a call."));
            blocks.addAll(gateways());
            return new Section(id, title, blocks);
        }
        List<Integer> shown = Ranked.first(used, Phrases.MOST_ROWS, this::taken);
        List<Row> rows = new ArrayList<>();
        for (int arrow : shown) {
            double attempts = sum(DependencySeries.ATTEMPTS, arrow);
            double calls = sum(DependencySeries.CALLS, arrow);
            double failed = sum(DependencySeries.FAILED, arrow);
            double tried = Math.max(
                    failed,
                    attempts + sum(DependencySeries.SHORT_CIRCUITED, arrow) + sum(DependencySeries.REFUSED, arrow));
            rows.add(Phrases.row(
                    recorded.name(chronicle.dependencies().get(arrow)),
                    standsFor(arrow),
                    Phrases.clock(recorded.seconds(first(arrow))),
                    Phrases.clock(recorded.seconds(last(arrow) + 1)),
                    count(taken(arrow)),
                    count(calls),
                    tried == 0 ? Figures.NONE : Figures.share(failed / tried)));
        }
        blocks.add(Block.paragraph(finding(used, shown.get(0), drawn)));
        blocks.addAll(Figured.of(recorded, "fallbacks", CascadeChart.ALL));
        blocks.add(Phrases.table(
                "Calls taken over by fallbacks after the warm-up (minutes:seconds from the run’s beginning)",
                List.of(
                        text("Fallback"),
                        text("Stands in for"),
                        number("First"),
                        number("Last until"),
                        number("Taken over"),
                        number("All its calls"),
                        number("Its attempts that failed")),
                rows,
                "Failed attempts include those that one of the caller’s own policies refused."
                        + Ranked.left(used.size(), shown.size(), "fallback", "took over fewer calls")
                        + Phrases.coarseness(chronicle.stepSeconds())));
        blocks.addAll(gateways());
        return new Section(id, title, blocks);
    }

    /** What of this is not counted here: a gateway's targets stand in for each other without being drawn as fallbacks. */
    private List<Block> gateways() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < chronicle.components().size(); i++) {
            String id = chronicle.components().get(i);
            Component component = recorded.pipeline().components().get(id);
            Gateway.Routing routing = component == null ? null : component.routing();
            boolean goesOn = routing != null && Gateway.Routing.FAILOVER.in(routing);
            double calls = 0;
            int targets = 0;
            for (int arrow = 0; arrow < chronicle.dependencies().size(); arrow++) {
                if (Pipeline.from(chronicle.dependencies().get(arrow)).equals(id)) {
                    calls += sum(DependencySeries.CALLS, arrow);
                    targets++;
                }
            }
            if (goesOn && targets > 1) {
                blocks.add(Block.paragraph("What fails at one target of " + recorded.name(id)
                        + " goes on to another, which is not counted as a fallback: its targets were called "
                        + count(calls)
                        + " times for "
                        + counted(recorded.sum(ComponentSeries.ARRIVED, i, recorded.measured()), "attempt")
                        + " that reached it after the warm-up."));
            }
        }
        return blocks;
    }

    private String finding(List<Integer> used, int most, int[] drawn) {
        double all = used.stream().mapToDouble(this::taken).sum();
        Counts counts = Counts.of(chronicle, recorded.measured());
        long unused = IntStream.of(drawn).filter(arrow -> taken(arrow) == 0).count();
        return "Fallbacks took over " + counted(all, "call") + ", "
                + (used.size() == 1
                        ? "all of them "
                        : (2 * taken(most) > all ? "most of them (" : "more of them than any other (")
                                + count(taken(most)) + ") ")
                + recorded.name(chronicle.dependencies().get(most)) + ", from "
                + Phrases.clock(recorded.seconds(first(most))) + " on"
                + (counts.degraded() == 0
                        ? "; no request ended with a degraded answer (by a lesser component, or without an optional part)."
                        : "; " + counted(counts.degraded(), "request") + " ("
                                + Figures.share(counts.share(counts.degraded()))
                                + ") ended with a degraded answer (by a lesser component, or without an optional part).")
                + (unused == 0
                        ? ""
                        : " " + Phrases.sentence(counted((double) unused, "fallback")) + " never took over a call.");
    }

    private double sum(DependencySeries series, int arrow) {
        return recorded.sum(series, arrow, recorded.measured());
    }

    private double taken(int arrow) {
        return sum(DependencySeries.FALLBACKS, arrow);
    }

    private int first(int arrow) {
        int step = recorded.measured().from();
        while (chronicle.get(DependencySeries.FALLBACKS, arrow, step) == 0) {
            step++;
        }
        return step;
    }

    private int last(int arrow) {
        int step = recorded.measured().to() - 1;
        while (chronicle.get(DependencySeries.FALLBACKS, arrow, step) == 0) {
            step--;
        }
        return step;
    }

    private String standsFor(int arrow) {
        String key = chronicle.dependencies().get(arrow);
        String drawn = standsFor(recorded.pipeline(), key);
        for (RunSpec.Phase phase : recorded.playback().spec().phases()) {
            drawn = drawn.isEmpty() ? standsFor(phase.pipeline(), key) : drawn;
        }
        return drawn.isEmpty() ? "other targets" : recorded.name(drawn);
    }

    /** The dependency that one stands in for, as a pipeline is built; empty where it is no fallback in it. */
    private static String standsFor(Pipeline pipeline, String key) {
        Dependency dependency = pipeline.arrows().get(key);
        String primary = dependency == null ? null : dependency.fallback().fallbackFor();
        return primary == null ? "" : primary;
    }
}
