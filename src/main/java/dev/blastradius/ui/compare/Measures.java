package dev.blastradius.ui.compare;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Unit;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.ui.compare.Compared.Bound;
import dev.blastradius.ui.compare.Compared.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was measured of strategies under one scenario, row by row, with the differences against one of them. */
record Measures(List<Row> rows, String footnote) {

    /** How a difference against the baseline is to be taken. */
    enum Verdict {
        /** Significantly better than the baseline. */
        BETTER,
        /** Significantly worse. */
        WORSE,
        /** May be chance. */
        OPEN,
        /** There is no difference to judge. */
        NONE
    }

    /**
     * Something measured.
     *
     * @param name what
     * @param meaning what it is, in a sentence
     * @param cells by strategy
     * @param bounds of what they are held against
     */
    record Row(String name, String meaning, List<Cell> cells, List<Cell> bounds) {}

    /**
     * Its value for a strategy.
     *
     * @param value the mean
     * @param spread half of its interval; empty where there is none
     * @param difference to the baseline with its interval; empty where there is none
     * @param verdict what to make of the difference
     * @param isBest whether it is significantly better than that of every other strategy
     * @param detail the whole truth in sentences
     */
    record Cell(String value, String spread, String difference, Verdict verdict, boolean isBest, String detail) {}

    /** Something that is measured, with no comparison made of it. */
    private record Further(String name, String meaning, Function<RunResult, String[]> value) {}

    /** How a metric is shown. */
    private record Shown(String name, String meaning, Unit unit) {}

    private static final Map<Metric, Shown> SHOWN = Map.of(
            Metric.GOODPUT,
            new Shown("Goodput", "Requests answered ok, degraded or deferred, neither late nor wrong", Unit.SHARE),
            Metric.FAILED,
            new Shown("Failed or abandoned", "Requests that failed, or whose user gave up first", Unit.SHARE),
            Metric.AFFECTED,
            new Shown(
                    "Affected",
                    "Requests that ended otherwise, or late or wrong otherwise, than the same request without the fault",
                    Unit.SHARE),
            Metric.LATENCY_P99,
            new Shown("Latency, p99", "99 % of the answered requests took no longer", Unit.TIME),
            Metric.COST,
            new Shown("Cost of 1,000 requests", "What providers bill", Unit.MONEY),
            Metric.TIME_TO_RECOVER,
            new Shown(
                    "Time to recover",
                    "From the end of the last fault until goodput is, and stays for a minute, at 95 % of what it was",
                    Unit.TIME));

    private static final List<Further> OF_OUTAGE = List.of(
            new Further(
                    "Recovered",
                    "Replications in which goodput came back to 95 % of what it was, and stayed for a minute",
                    Measures::recovered),
            share("Failed more", "Requests that failed and would not have, net", Damage::failed),
            share("Abandoned more", "Requests whose user gave up first and would not have, net", Damage::abandoned),
            share(
                    "Degraded more",
                    "Requests with a degraded answer that would have had a full one, net",
                    Damage::degraded),
            share("Late more", "Requests answered late that would have been in time, net", Damage::late),
            share("Wrong more", "Requests with a silent bad answer that would have had a good one, net", Damage::wrong),
            new Further(
                    "Load amplification",
                    "Attempts on all dependencies for a request, in times what they are without the fault",
                    run -> {
                        BlastRadius radius = run.blastRadius();
                        return radius == null
                                ? nothing()
                                : written(
                                        radius.loadAmplification(),
                                        Unit.NUMBER,
                                        radius.loadAmplification().mean() > 0 ? "×" : "");
                    }));

    private static final Further WASTED = new Further(
            "Wasted in a replication",
            "Billed for answers that nobody used, in a replication",
            run -> written(run.cost().wasted(), Unit.MONEY, ""));

    /** The order in which metrics are shown; those of an outage only are left out without one. */
    private static final List<Metric> BEFORE =
            List.of(Metric.GOODPUT, Metric.FAILED, Metric.AFFECTED, Metric.LATENCY_P99, Metric.TIME_TO_RECOVER);

    /**
     * What was measured under a scenario.
     *
     * @param scenario its id; null: no fault
     * @param baseline the strategy that the others are held against
     */
    static Measures of(Compared compared, @Nullable String scenario, Contender baseline) {
        List<Contender> contenders = compared.under(scenario);
        List<Row> rows = new ArrayList<>();
        for (Metric metric : BEFORE) {
            boolean ofOutage = metric == Metric.AFFECTED || metric == Metric.TIME_TO_RECOVER;
            if (scenario != null || !ofOutage) {
                rows.add(row(compared, scenario, baseline, contenders, metric));
            }
        }
        if (scenario != null) {
            OF_OUTAGE.forEach(further -> rows.add(row(compared, further, contenders, scenario)));
        }
        rows.add(row(compared, scenario, baseline, contenders, Metric.COST));
        rows.add(row(compared, WASTED, contenders, scenario));
        return new Measures(List.copyOf(rows), footnote(compared, scenario, baseline));
    }

    private static Further share(String name, String meaning, Function<Damage, Interval> part) {
        return new Further(name, meaning, run -> {
            BlastRadius radius = run.blastRadius();
            return radius == null ? nothing() : written(part.apply(radius.all()), Unit.SHARE, "");
        });
    }

    private static String[] recovered(RunResult run) {
        BlastRadius radius = run.blastRadius();
        Proportion share = radius == null ? null : radius.recovered();
        return share == null
                ? nothing()
                : new String[] {
                    share.successes() + " of " + share.of(),
                    Unit.SHARE.brief(share.low()) + " to " + Unit.SHARE.brief(share.high())
                };
    }

    private static String[] nothing() {
        return new String[] {Figures.NONE, ""};
    }

    private static String[] written(Interval value, Unit unit, String after) {
        return new String[] {mean(value, unit) + after, spread(value, unit)};
    }

    private static String mean(Interval value, Unit unit) {
        return unit == Unit.SHARE ? Figures.shareOf(value) : unit.show(value.mean());
    }

    private static String spread(Interval value, Unit unit) {
        return unit == Unit.SHARE ? Figures.spreadOf(value) : Figures.spread(value, size(unit, value.mean()));
    }

    /** What one of the unit is that a value is written in. */
    private static double size(Unit unit, double value) {
        return switch (unit) {
            case SHARE -> Figures.PER_CENT;
            case TIME -> Figures.timeUnit(Math.abs(value));
            case MONEY, NUMBER -> 1;
        };
    }

    private static Row row(Compared compared, Further further, List<Contender> contenders, @Nullable String scenario) {
        List<Cell> cells = new ArrayList<>();
        for (Contender each : contenders) {
            cells.add(cell(further, each.name(), each.run(scenario)));
        }
        List<Cell> bounds = new ArrayList<>();
        for (Bound each : compared.bounds(scenario)) {
            bounds.add(cell(further, each.name(), each.run()));
        }
        return new Row(further.name(), further.meaning(), List.copyOf(cells), List.copyOf(bounds));
    }

    private static Cell cell(Further further, String who, @Nullable RunResult run) {
        String[] value = run == null ? nothing() : further.value().apply(run);
        String detail = who + ": " + further.name() + " " + (value[0] + " " + value[1]).strip() + ".";
        return new Cell(value[0], value[1], "", Verdict.NONE, false, detail);
    }

    /** A bound's value; of one that is no run only the goodput is known. */
    private static Cell cell(Metric metric, Shown shown, Bound bound) {
        Interval value = Interval.NONE;
        if (metric == Metric.GOODPUT) {
            value = bound.goodput();
        } else if (bound.run() != null) {
            value = metric.of(bound.run());
        }
        String[] written = written(value, shown.unit(), "");
        String detail = bound.name() + ": " + shown.name() + " " + (written[0] + " " + written[1]).strip() + ".";
        return new Cell(written[0], written[1], "", Verdict.NONE, false, detail);
    }

    private static Row row(
            Compared compared,
            @Nullable String scenario,
            Contender baseline,
            List<Contender> contenders,
            Metric metric) {
        Shown shown = Objects.requireNonNull(SHOWN.get(metric));
        Comparison comparison = compared.comparison(scenario, metric);
        List<Cell> cells = new ArrayList<>();
        for (Contender each : contenders) {
            Interval value = metric.of(Objects.requireNonNull(each.run(scenario)));
            boolean best = comparison != null && each.id().equals(comparison.best());
            Pair pair = comparison == null || each.id().equals(baseline.id())
                    ? null
                    : comparison.pair(each.id(), baseline.id());
            cells.add(cell(metric, shown, each, baseline, value, pair, best));
        }
        List<Cell> bounds = new ArrayList<>();
        for (Bound each : compared.bounds(scenario)) {
            bounds.add(cell(metric, shown, each));
        }
        return new Row(shown.name(), shown.meaning(), List.copyOf(cells), List.copyOf(bounds));
    }

    private static Cell cell(
            Metric metric,
            Shown shown,
            Contender contender,
            Contender baseline,
            Interval value,
            @Nullable Pair pair,
            boolean best) {
        Unit unit = shown.unit();
        String mean = mean(value, unit);
        String spread = spread(value, unit);
        StringBuilder detail = new StringBuilder(contender.name() + ": " + shown.name() + " " + mean);
        if (value.isBounded()) {
            detail.append(", with an interval from " + unit.show(value.low()) + " to " + unit.show(value.high()));
        }
        detail.append(best ? ". Significantly better than every other strategy." : ".");
        if (pair == null || Double.isNaN(pair.difference().mean())) {
            return new Cell(mean, spread, "", Verdict.NONE, best, detail.toString());
        }
        Interval difference = contender.id().equals(pair.a()) ? pair.difference() : reversed(pair.difference());
        Verdict verdict = verdict(metric, difference, pair.significant());
        detail.append(" Against " + baseline.name() + ": " + signed(unit, difference.mean()));
        if (difference.isBounded()) {
            detail.append(", interval " + signed(unit, difference.low()) + " to " + signed(unit, difference.high()));
        }
        detail.append(pair.significant() ? "; significant" : "; may be chance");
        if (!Double.isNaN(pair.p())) {
            detail.append(" (p = " + Figures.number(pair.p()) + ", corrected for all pairs)");
        }
        detail.append(".");
        if (Double.isFinite(pair.varianceSaved())) {
            detail.append(" " + saved(pair.varianceSaved()));
        }
        String words = signed(unit, difference) + " " + spread(difference, unit);
        return new Cell(mean, spread, words.strip(), verdict, best, detail.toString());
    }

    static Verdict verdict(Metric metric, Interval difference, boolean significant) {
        if (!significant) {
            return Verdict.OPEN;
        }
        return difference.mean() > 0 == metric.isMoreBetter() ? Verdict.BETTER : Verdict.WORSE;
    }

    private static Interval reversed(Interval difference) {
        return new Interval(-difference.mean(), -difference.high(), -difference.low());
    }

    /** A difference: shares in percentage points, and always with a sign. */
    static String signed(Unit unit, double difference) {
        String sign = difference < 0 ? "−" : "+";
        double size = Math.abs(difference);
        String words = unit == Unit.SHARE ? points(size) : unit.show(size);
        return size == 0 ? words : sign + words;
    }

    /** The same of a mean, to what its interval lets one tell. */
    private static String signed(Unit unit, Interval difference) {
        if (unit != Unit.SHARE) {
            return signed(unit, difference.mean());
        }
        String sign = difference.mean() < 0 ? "−" : "+";
        return difference.mean() == 0 ? Figures.points(difference) : sign + Figures.points(difference);
    }

    private static String points(double share) {
        String number = Figures.number(Math.rint(share * 1e5) / 1e3);
        return number + " pp";
    }

    private static String saved(double share) {
        return share >= 0
                ? "Running both on the same random numbers saved " + Unit.SHARE.brief(share)
                        + " of the difference's variance."
                : "Running both on the same random numbers did not narrow this interval.";
    }

    private static String footnote(Compared compared, @Nullable String scenario, Contender baseline) {
        Comparison comparison = compared.comparison(scenario, Metric.GOODPUT);
        if (comparison == null) {
            return "";
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Pair pair : comparison.pairs()) {
            if ((pair.a().equals(baseline.id()) || pair.b().equals(baseline.id()))
                    && Double.isFinite(pair.varianceSaved())) {
                least = Math.min(least, pair.varianceSaved());
                most = Math.max(most, pair.varianceSaved());
            }
        }
        String confidence = Unit.SHARE.brief(compared.result().settings().confidence());
        String words =
                "Below each value: its difference to “" + baseline.name() + "” on the same random numbers, with its "
                        + confidence
                        + " interval. Coloured where it is significant, corrected for all pairs (Holm); pp are percentage points."
                        + " ★ is better than every other strategy, significantly.";
        if (least > most) {
            return words;
        }
        return words + " The same random numbers saved " + range(least, most)
                + " of the variance of the goodput's differences.";
    }

    /** From one share to another; below 0 nothing was saved. */
    private static String range(double least, double most) {
        String from = least > 0 ? Unit.SHARE.brief(least) : "none";
        String to = most > 0 ? Unit.SHARE.brief(most) : "none";
        return from.equals(to) ? to : from + " to " + to;
    }
}
