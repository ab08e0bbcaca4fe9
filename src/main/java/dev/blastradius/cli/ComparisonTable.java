package dev.blastradius.cli;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One scenario under several strategies, side by side: a column for each strategy. */
final class ComparisonTable {

    /** Behind the best of a row. */
    static final String BEST = "*";

    /** Behind a difference that is established. */
    static final String ESTABLISHED = "!";

    private final Style style;
    private final Figures figures;
    private final Standings standings;
    private final List<RunResult> runs;

    /** A table of one or more runs. */
    ComparisonTable(Standings standings, Style style) {
        this.standings = standings;
        this.runs = standings.runs();
        this.style = style;
        this.figures = new Figures(style);
    }

    /** The table of a scenario of a study; null: without faults. At least one run of it must have been made. */
    static ComparisonTable of(StudyResult study, @Nullable String scenario, Style style) {
        return new ComparisonTable(Standings.of(study, scenario), style);
    }

    /** What stands in a table's cell of a strategy. */
    private interface Cell extends Function<RunResult, String> {}

    /** What each strategy gave. */
    String values() {
        TextTable table = table("", runs);
        row(table, "goodput", Metric.GOODPUT, figures::share);
        if (clients().size() > 1) {
            clients().forEach(id -> row(table, "  of " + id, run -> figures.share(share(run, id, Flow::goodput))));
        }
        row(table, "failed", Metric.FAILED, figures::share);
        boolean broken = runs.stream().anyMatch(run -> run.blastRadius() != null);
        if (broken) {
            row(table, "affected", Metric.AFFECTED, figures::share);
        }
        shares(table, "late", Flow::late);
        shares(table, "wrong", Flow::wrong);
        shares(table, "degraded", flow -> flow.share().getOrDefault(RequestOutcome.DEGRADED, Interval.NONE));
        if (broken) {
            recovery(table);
        }
        row(table, "latency, p99", Metric.LATENCY_P99, figures::time);
        row(table, "cost of a thousand", Metric.COST, figures::money);
        row(table, "wasted", run -> figures.money(run.cost().wasted()));
        return table.text();
    }

    private TextTable table(String name, List<RunResult> columns) {
        List<String> header = new ArrayList<>(List.of(name));
        columns.forEach(run -> header.add(Standings.isBound(run) ? run.strategy() : run.strategy() + " "));
        return new TextTable(style, header);
    }

    private void row(TextTable table, String name, Cell cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        runs.forEach(run -> cells.add(cell.apply(run) + " "));
        table.row(cells);
    }

    private void row(TextTable table, String name, Metric metric, Function<Interval, String> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (RunResult run : runs) {
            cells.add(figure.apply(metric.of(run)) + (isBest(run.strategy(), metric) ? BEST : " "));
        }
        table.row(cells);
    }

    /** A share that not every model has: a row for each client that has it under a strategy. */
    private void shares(TextTable table, String name, Function<Flow, Interval> share) {
        for (String client : clients()) {
            Function<RunResult, Interval> value = run -> share(run, client, share);
            if (runs.stream().anyMatch(run -> value.apply(run).mean() > 0)) {
                String of = clients().size() > 1 ? name + ", " + client : name;
                row(table, of, run -> figures.share(value.apply(run)));
            }
        }
    }

    private void recovery(TextTable table) {
        List<BlastRadius> radii = runs.stream()
                .map(RunResult::blastRadius)
                .filter(Objects::nonNull)
                .toList();
        if (radii.stream().anyMatch(radius -> radius.recovered() != null)) {
            row(table, "recovered", run -> recovered(run.blastRadius()));
            row(table, "time to recover", Metric.TIME_TO_RECOVER, figures::time);
        }
        row(table, "load amplification", run -> figures.number(amplification(run.blastRadius())));
        if (radii.stream()
                .anyMatch(radius -> Double.isFinite(radius.answerable().mean()))) {
            row(table, "could be answered", run -> figures.share(answerable(run.blastRadius())));
        }
    }

    private static Interval answerable(@Nullable BlastRadius radius) {
        return radius == null ? Interval.NONE : radius.answerable();
    }

    private String recovered(@Nullable BlastRadius radius) {
        Proportion share = radius == null ? null : radius.recovered();
        return share == null ? style.none() : share.successes() + " of " + share.of();
    }

    private static Interval amplification(@Nullable BlastRadius radius) {
        return radius == null ? Interval.NONE : radius.loadAmplification();
    }

    /** The clients of all strategies: each can bring one in, or leave one out. */
    private List<String> clients() {
        Set<String> clients = new LinkedHashSet<>();
        runs.forEach(run -> clients.addAll(run.flows().keySet()));
        return List.copyOf(clients);
    }

    /** A share of a client's requests; none where the strategy does not have the client. */
    private static Interval share(RunResult run, String client, Function<Flow, Interval> share) {
        Flow flow = run.flows().get(client);
        return flow == null ? Interval.NONE : share.apply(flow);
    }

    /** Whether something in {@link #values} is marked. */
    boolean isMarked() {
        return runs.stream()
                .anyMatch(run -> standings.comparisons().stream()
                        .anyMatch(comparison -> isBest(run.strategy(), comparison.metric())));
    }

    /** Whether a strategy is marked as the best. */
    boolean isBest(String strategy, Metric metric) {
        return standings.isBest(strategy, metric);
    }

    /** The comparison by a metric; null where there is none. */
    @Nullable
    Comparison comparison(Metric metric) {
        return standings.comparison(metric);
    }

    /** By how much each other strategy differs from one of them, by each metric in which both have a value. */
    String differences(String baseline) {
        List<RunResult> others = runs.stream()
                .filter(run -> !run.strategy().equals(baseline) && !Standings.isBound(run))
                .toList();
        TextTable table = table("Less " + baseline, others);
        difference(table, "goodput, points", Metric.GOODPUT, baseline, others, figures::points);
        difference(table, "failed, points", Metric.FAILED, baseline, others, figures::points);
        difference(table, "affected, points", Metric.AFFECTED, baseline, others, figures::points);
        difference(table, "latency, p99", Metric.LATENCY_P99, baseline, others, this::time);
        difference(table, "cost of a thousand", Metric.COST, baseline, others, this::money);
        difference(table, "time to recover", Metric.TIME_TO_RECOVER, baseline, others, this::time);
        return table.isEmpty() ? "" : table.text();
    }

    private String time(Interval difference) {
        return figures.signed(difference, figures::time);
    }

    private String money(Interval difference) {
        return figures.signed(difference, figures::money);
    }

    private void difference(
            TextTable table,
            String name,
            Metric metric,
            String baseline,
            List<RunResult> others,
            Function<Interval, String> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        boolean any = false;
        for (RunResult run : others) {
            Pair pair = standings.pair(metric, run.strategy(), baseline);
            any |= pair != null && Double.isFinite(pair.difference().mean());
            cells.add(
                    pair == null
                            ? style.none() + " "
                            : figure.apply(standings.difference(metric, run.strategy(), baseline))
                                    + (pair.significant() ? ESTABLISHED : " "));
        }
        if (any) {
            table.row(cells);
        }
    }

    /** Whether a difference from a baseline is established. */
    boolean isEstablished(String baseline) {
        return standings.comparisons().stream()
                .flatMap(each -> each.pairs().stream())
                .anyMatch(pair -> pair.significant()
                        && (pair.a().equals(baseline) || pair.b().equals(baseline)));
    }

    /** What the pairing of the replications saved of the variance of the differences in goodput, in words; empty where nothing varies. */
    String pairing(String baseline) {
        Comparison goodput = comparison(Metric.GOODPUT);
        List<String> saved = new ArrayList<>();
        for (RunResult run : runs) {
            Pair pair = goodput == null ? null : goodput.pair(run.strategy(), baseline);
            if (pair != null && Double.isFinite(pair.varianceSaved())) {
                saved.add(Figures.percentage(pair.varianceSaved()).replaceFirst("\\.[0-9]+", "") + " for "
                        + run.strategy());
            }
        }
        return saved.isEmpty()
                ? ""
                : "Variance of the difference in goodput saved by the common random numbers: "
                        + String.join(", ", saved) + ".";
    }
}
