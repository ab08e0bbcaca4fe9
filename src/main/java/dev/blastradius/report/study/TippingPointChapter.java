package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.chart.TippingChart;
import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.finding.Finding.OfTippingPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where the pipeline ceases to recover: the answer, its picture, and every value that was tried. */
public final class TippingPointChapter {

    private TippingPointChapter() {}

    /** The chapter {@code tipping-point}. */
    public static Section of(OfTippingPoint finding) {
        TippingPoint found = finding.tippingPoint();
        Parameter parameter = Varying.parameter(finding.runs().dials().get(0));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(TippingPointSummary.answer(finding)));
        advice(found).ifPresent(advice -> blocks.add(Block.notice(advice)));
        blocks.add(Block.paragraph(TippingPointSummary.MEANING));
        if (!found.probes().isEmpty()) {
            blocks.add(
                    Pictures.of(
                            TippingChart.plot(found, parameter),
                            "Every value that was tried, with the share of replications that recovered and its interval; the numbers tell the order."));
            blocks.add(table(found, parameter));
        }
        return new Section("tipping-point", "Where it ceases to recover", blocks);
    }

    private static Optional<String> advice(TippingPoint found) {
        return Optional.ofNullable(
                switch (found.verdict()) {
                    case ALWAYS_RECOVERS ->
                        "A wider range may show an edge. Recovery is measured by the good answers before the fault: what was overloaded"
                                + " before has little to recover.";
                    case NEVER_RECOVERS ->
                        "A wider range, or a longer run for slow recoveries, may show where it does recover.";
                    case UNDECIDED -> "A wider range, or more replications, may show the edge.";
                    case NOT_JUDGED -> "Give each fault a length that leaves a minute after it.";
                    case FOUND, CANCELLED -> null;
                });
    }

    private static Block table(TippingPoint found, Parameter parameter) {
        Search search = found.search();
        Grid grid = new Grid(
                "The values that were tried, of " + parameter.title(),
                "Value",
                List.of("Tried as no.", "Recovered", "Share", "Interval", "So it"));
        found.probes().stream()
                .sorted(Comparator.comparingDouble(Probe::value))
                .forEach(probe -> grid.row(
                        parameter.show(probe.value()),
                        List.of(
                                Cell.of(String.valueOf(found.probes().indexOf(probe) + 1)),
                                Cell.of(probe.recovered().successes() + " of "
                                        + probe.recovered().of()),
                                Cell.of(Figures.share(probe.recovered().share())),
                                Cell.of(Figures.share(probe.recovered().low()) + " to "
                                        + Figures.share(probe.recovered().high())),
                                verdict(probe))));
        return grid.note("A value counts as one at which it recovers where at least "
                        + Figures.share(search.threshold())
                        + " of the replications do. Each is judged by its interval (Wilson's), with "
                        + Figures.share(search.confidence()) + " confidence over all the times that it was looked at.")
                .block();
    }

    private static Cell verdict(Probe probe) {
        return switch (probe.finding()) {
            case RECOVERS -> Cell.of("recovers");
            case COLLAPSES -> Grid.bad("does not recover");
            case UNDECIDED -> Cell.of("is undecided");
        };
    }
}
