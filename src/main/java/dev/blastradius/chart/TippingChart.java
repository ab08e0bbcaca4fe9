package dev.blastradius.chart;

import dev.blastradius.chart.Plot.Axis;
import dev.blastradius.chart.Plot.Level;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.chart.Plot.Zone;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Probe.Finding;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import java.util.ArrayList;
import java.util.List;

/** A search for a tipping point as a picture and as a sentence. */
public final class TippingChart {

    private TippingChart() {}

    /**
     * Every value that was tried, in its order, with the share of replications that recovered there; behind them the stretch in which the
     * edge was known to lie, narrower with each value and so darker.
     */
    public static Plot plot(TippingPoint found, Parameter parameter) {
        Search search = found.search();
        List<Line> lines = new ArrayList<>();
        for (Finding finding : Finding.values()) {
            List<Point> points = points(found, parameter, finding);
            if (!points.isEmpty()) {
                lines.add(new Line(name(finding), ink(finding), false, points));
            }
        }
        return new Plot(
                "Recovery by " + parameter.title(),
                "numbers: the order in which values were tried",
                parameter.axis(Math.min(search.from(), search.to()), Math.max(search.from(), search.to())),
                new Axis("share of replications that recovered", Unit.SHARE, -0.02, 1.06),
                lines,
                zones(found),
                List.of(new Level("threshold " + Figures.share(search.threshold()), Ink.LIMIT, search.threshold())),
                "No value was tried to its end");
    }

    private static List<Point> points(TippingPoint found, Parameter parameter, Finding finding) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < found.probes().size(); i++) {
            Probe probe = found.probes().get(i);
            if (probe.finding() == finding) {
                Proportion share = probe.recovered();
                points.add(new Point(
                        probe.value(),
                        new Interval(share.share(), share.low(), share.high()),
                        String.valueOf(i + 1),
                        sentence(probe, parameter, i + 1)));
            }
        }
        return points;
    }

    private static String sentence(Probe probe, Parameter parameter, int number) {
        Proportion share = probe.recovered();
        return number + ": " + parameter.show(probe.value()) + " → recovered in " + share.successes() + " of "
                + share.of() + " replications, so " + Figures.share(share.low()) + " to "
                + Figures.share(share.high()) + " of all: " + name(probe.finding());
    }

    private static String name(Finding finding) {
        return switch (finding) {
            case RECOVERS -> "recovers";
            case COLLAPSES -> "does not recover";
            case UNDECIDED -> "undecided";
        };
    }

    private static Ink ink(Finding finding) {
        return switch (finding) {
            case RECOVERS -> Ink.WANTED;
            case COLLAPSES -> Ink.HIGH;
            case UNDECIDED -> Ink.LIMIT;
        };
    }

    /** Where the edge was known to lie after each value, as soon as both sides were found. */
    private static List<Zone> zones(TippingPoint found) {
        List<Zone> zones = new ArrayList<>();
        double recovers = Double.NaN;
        double collapses = Double.NaN;
        for (Probe probe : found.probes()) {
            switch (probe.finding()) {
                case RECOVERS -> recovers = probe.value();
                case COLLAPSES -> collapses = probe.value();
                case UNDECIDED -> {
                    continue;
                }
            }
            if (!Double.isNaN(recovers) && !Double.isNaN(collapses)) {
                String name = zones.isEmpty() ? "the edge lies here, closer with each value" : "";
                zones.add(new Zone(name, Ink.MADE, Math.min(recovers, collapses), Math.max(recovers, collapses)));
            }
        }
        return zones;
    }

    /** What was found, in a sentence or two. */
    public static String answer(TippingPoint found, Parameter parameter) {
        String from = parameter.show(found.search().from());
        String to = parameter.show(found.search().to());
        return switch (found.verdict()) {
            case FOUND -> edge(found, parameter, "Recovers");
            case ALWAYS_RECOVERS ->
                "Recovers at both ends of the range, " + from + " and " + to
                        + ". There is no tipping point between them, or there are two: try a wider range.";
            case NEVER_RECOVERS ->
                "Recovers at neither end of the range, " + from + " and " + to
                        + ". Try a wider range, or a longer run if recovering may be slow.";
            case UNDECIDED ->
                "Undecided: at an end of the range chance decides whether it recovers. Try a wider range, or"
                        + " more replications.";
            case NOT_JUDGED ->
                "Nothing can be said of recovering: not every fault ends a minute before the run does. Give each fault a"
                        + " length that leaves time after it.";
            case CANCELLED ->
                found.recovers() == null
                        ? "Cancelled before both ends of the range were decided."
                        : edge(found, parameter, "Cancelled. So far: recovers");
        };
    }

    private static String edge(TippingPoint found, Parameter parameter, String beginning) {
        Double recovers = found.recovers();
        Double collapses = found.collapses();
        if (recovers == null || collapses == null) {
            throw new IllegalArgumentException(found + " has no edge");
        }
        String direction = recovers < collapses ? " up to " : " down to ";
        return beginning + direction + parameter.show(recovers) + ", no longer from " + parameter.show(collapses) + " ("
                + Figures.share(found.search().confidence()) + " confidence).";
    }
}
