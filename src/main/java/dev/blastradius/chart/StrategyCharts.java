package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Look;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strategies in one picture: their goodput in time, and their goodput against their cost. */
public final class StrategyCharts {

    /** Least span of the goodput's axis: a tenth of a point is no mountain. */
    private static final double LEAST_SHARE = 0.02;

    /** Least span of the cost's axis, as a share of the cost. */
    private static final double LEAST_COST = 0.1;

    private static final double ROOM = 0.08;

    /** Curves of several strategies lie upon each other: means of as many seconds as recovery is judged by keep them apart. */
    private static final double SMOOTH = 30;

    /** In a short run the steps are shorter. */
    private static final double STEPS = 120;

    private StrategyCharts() {}

    /**
     * A strategy's run.
     *
     * @param name its name
     * @param ink its colour
     * @param result what the run gave
     */
    public record Entry(String name, Ink ink, RunResult result) {}

    /**
     * What is held against strategies and is none.
     *
     * @param name what it is
     * @param cost dollars for a thousand requests; {@link Interval#NONE} where it costs nothing that is known, and is then a level
     * @param goodput its share of goodput
     */
    public record Reference(String name, Interval cost, Interval goodput) {}

    /**
     * The goodput of all clients in time, a curve for each strategy.
     *
     * @param entries under the same scenario, one or more
     * @param twin a run without faults, as a limit; null: none
     * @param unprotected a run without any protection under the same scenario, as a thin line; null: none
     * @param chosen the strategy that is looked at: its curve is thick and the others are faint; null: none
     */
    public static ChartSpec goodput(
            List<Entry> entries, @Nullable RunResult twin, @Nullable RunResult unprotected, @Nullable Entry chosen) {
        List<Curve> curves = new ArrayList<>();
        TimeSeries calm = twin == null ? null : goodput(twin);
        if (calm != null) {
            curves.add(new Curve("no fault", Ink.REFERENCE, Style.LIMIT, calm));
        }
        TimeSeries bare = unprotected == null ? null : goodput(unprotected);
        if (bare != null) {
            curves.add(new Curve("no protection", Ink.REFERENCE, Style.THIN, bare));
        }
        for (Entry entry : entries) {
            TimeSeries values = goodput(entry.result());
            if (values != null && !entry.equals(chosen)) {
                curves.add(new Curve(entry.name(), entry.ink(), chosen == null ? Style.PLAIN : Style.FAINT, values));
            }
        }
        TimeSeries values = chosen == null ? null : goodput(chosen.result());
        if (chosen != null && values != null) {
            curves.add(new Curve(chosen.name(), chosen.ink(), Style.BOLD, values));
        }
        Axis axis = new Axis("goodput, requests a second", Measure.RATE, false, null);
        ChartSpec chart =
                Charts.over(entries.get(0).result(), "Goodput in time", axis, null, curves, "No request ended");
        return ChartSpec.onSameAxes(List.of(chart)).get(0);
    }

    private static @Nullable TimeSeries goodput(RunResult result) {
        TimeSeries sum = Sums.of(result.series().flows().values().stream()
                .map(FlowSeries::goodput)
                .toList());
        double duration = result.settings().duration().seconds();
        return sum == null ? null : Sums.coarser(sum, Math.min(SMOOTH, duration / STEPS));
    }

    /**
     * Cost against goodput, with the steps of what is efficient: no other strategy gives more goodput for as much or less.
     *
     * @param entries under the same scenario
     * @param references held against them
     */
    public static Plot pareto(List<Entry> entries, List<Reference> references) {
        List<Line> lines = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        for (Entry entry : entries) {
            points.add(point(
                    entry.name(),
                    entry.result().cost().perThousandRequests(),
                    entry.result().totals().goodput()));
        }
        List<Point> efficient = frontier(points);
        List<Plot.Level> levels = new ArrayList<>();
        List<Point> held = new ArrayList<>();
        for (Reference reference : references) {
            if (Double.isNaN(reference.cost().mean())) {
                levels.add(new Plot.Level(
                        reference.name(), Ink.REFERENCE, reference.goodput().mean()));
            } else {
                held.add(point(reference.name(), reference.cost(), reference.goodput()));
            }
        }
        List<Interval> costs = new ArrayList<>();
        List<Interval> shares = new ArrayList<>();
        for (Point point : points) {
            costs.add(whole(point.at(), point.across()));
            shares.add(point.value());
        }
        for (Point point : held) {
            costs.add(whole(point.at(), point.across()));
            shares.add(point.value());
        }
        levels.forEach(level -> shares.add(new Interval(level.value(), Double.NaN, Double.NaN)));
        Plot.Axis across = fitting("cost of a thousand requests", Unit.MONEY, costs, Double.POSITIVE_INFINITY, true);
        Plot.Axis up = fitting("goodput", Unit.SHARE, shares, 1, false);
        if (!efficient.isEmpty()) {
            lines.add(new Line("efficient", Ink.LIMIT, Look.STEPS, steps(efficient, across, up)));
        }
        for (int i = 0; i < held.size(); i++) {
            lines.add(new Line(held.get(i).label(), Ink.REFERENCE, Look.RINGS, List.of(unlabelled(held.get(i)))));
        }
        for (int i = 0; i < points.size(); i++) {
            // The page has a legend of strategies.
            lines.add(new Line("", entries.get(i).ink(), Look.BARS, List.of(unlabelled(points.get(i)))));
        }
        String note = entries.isEmpty() ? "" : Charts.note(entries.get(0).result());
        return new Plot("Goodput against cost", note, across, up, lines, List.of(), levels, "Nothing was measured");
    }

    /** The goodput of each replication: how many have so much. */
    public static Plot replications(Entry entry) {
        long[] counts = entry.result().evidence().goodput().counts();
        List<Point> points = new ArrayList<>();
        long most = 1;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                most = Math.max(most, counts[bin]);
                double share = (bin + 0.5) / counts.length;
                String detail = Figures.count(counts[bin]) + (counts[bin] == 1 ? " replication" : " replications")
                        + " with " + Unit.SHARE.brief(share) + " goodput";
                points.add(new Point(share, new Interval(counts[bin], Double.NaN, Double.NaN), "", detail));
            }
        }
        return new Plot(
                "Replications by their goodput",
                entry.name(),
                new Plot.Axis("goodput of a replication", Unit.SHARE, 0, 1),
                new Plot.Axis("replications", Unit.NUMBER, 0, 1.2 * most),
                List.of(new Line("", entry.ink(), Look.STEMS, points)),
                List.of(),
                List.of(),
                "No replication was made");
    }

    private static Point point(String name, Interval cost, Interval goodput) {
        String detail = name + ": " + Unit.SHARE.show(goodput.mean()) + " goodput, " + Unit.MONEY.show(cost.mean())
                + " a thousand requests";
        return new Point(cost.mean(), goodput, name, detail, cost);
    }

    private static Point unlabelled(Point point) {
        return new Point(point.at(), point.value(), "", point.detail(), point.across());
    }

    private static Interval whole(double mean, Interval interval) {
        return interval.isBounded() ? interval : new Interval(mean, Double.NaN, Double.NaN);
    }

    /** Those than which none has more goodput for as much or less, cheapest first; points without both values are none. */
    static List<Point> frontier(List<Point> points) {
        List<Point> sorted = points.stream()
                .filter(point -> Double.isFinite(point.at())
                        && Double.isFinite(point.value().mean()))
                .sorted(Comparator.comparingDouble(Point::at)
                        .thenComparing(Comparator.comparingDouble(
                                        (Point point) -> point.value().mean())
                                .reversed()))
                .toList();
        List<Point> efficient = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (Point point : sorted) {
            if (point.value().mean() > best) {
                best = point.value().mean();
                efficient.add(point);
            }
        }
        return efficient;
    }

    /** From the lower edge up to the cheapest, from one to the next, and on to the right edge. */
    private static List<Point> steps(List<Point> efficient, Plot.Axis across, Plot.Axis up) {
        List<Point> steps = new ArrayList<>();
        steps.add(corner(efficient.get(0).at(), up.low()));
        efficient.forEach(point -> steps.add(corner(point.at(), point.value().mean())));
        steps.add(corner(
                across.high(), efficient.get(efficient.size() - 1).value().mean()));
        return steps;
    }

    private static Point corner(double at, double value) {
        return new Point(at, new Interval(value, Double.NaN, Double.NaN), "", "");
    }

    /** An axis that holds values with some room, not from 0: what is compared are places, not lengths. */
    private static Plot.Axis fitting(String label, Unit unit, List<Interval> values, double most, boolean relative) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Interval each : values) {
            for (double value : new double[] {each.mean(), each.low(), each.high()}) {
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high) {
            return new Plot.Axis(label, unit, 0, 1);
        }
        double least = relative ? Math.max(LEAST_COST * high, 1e-9) : LEAST_SHARE;
        double missing = Math.max(0, least - (high - low)) / 2;
        double room = ROOM * (high - low + 2 * missing);
        double from = Math.max(0, low - missing - room);
        double to = high + missing + room;
        // A share of 1 is not drawn upon the very edge.
        return new Plot.Axis(label, unit, from, Math.min(to, most + room / 2));
    }
}
