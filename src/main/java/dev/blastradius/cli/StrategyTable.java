package dev.blastradius.cli;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One scenario under several strategies, side by side: a column for each strategy. */
final class StrategyTable {

    private static final String BEST = "*";
    private static final String LEGEND =
            "  " + BEST + " the best, by an interval that overlaps only its equals; lateness and"
                    + " latency are compared\n    only between strategies with the best goodput\n";

    /** What a row shows, and which way is better. */
    private record Row(
            String name, Function<RunResult, Interval> value, Function<Interval, String> figure, Better better) {}

    /** What is better, and what of it is marked. */
    private enum Better {
        HIGH,
        LOW,
        /** Less is better, but only of strategies with the best goodput: failing the slow requests looks fast. */
        LOW_OF_EQUAL_GOODPUT,
        /** Neither: what is more or less of it tells nothing by itself. */
        NEITHER
    }

    private final Style style;
    private final Figures figures;
    private final String client;

    private StrategyTable(Style style, String client) {
        this.style = style;
        this.figures = new Figures(style);
        this.client = client;
    }

    /**
     * The table, with a line for what its signs mean.
     *
     * @param client the client whose requests it shows
     * @param runs one or more, of the same model
     */
    static String of(String client, List<RunResult> runs, Style style) {
        return new StrategyTable(style, client).text(runs);
    }

    private String text(List<RunResult> runs) {
        List<String> header = new ArrayList<>(List.of("Requests of " + client));
        runs.forEach(run -> header.add(run.strategy() + " "));
        TextTable table = new TextTable(style, header);
        boolean marked = false;
        List<Interval> goodput = runs.stream().map(run -> flow(run).goodput()).toList();
        for (Row row : rows(runs)) {
            List<Interval> values = runs.stream().map(row.value()).toList();
            List<String> cells = new ArrayList<>(List.of(row.name()));
            for (int i = 0; i < values.size(); i++) {
                boolean best = isBest(i, values, goodput, row.better());
                marked |= best;
                cells.add(row.figure().apply(values.get(i)) + (best ? BEST : " "));
            }
            table.row(cells);
        }
        return table.text() + (marked ? LEGEND : "");
    }

    /** What is compared; answers that nobody noticed to be wrong have a row where there are any. */
    private List<Row> rows(List<RunResult> runs) {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("goodput", run -> flow(run).goodput(), figures::share, Better.HIGH),
                new Row("failed", run -> outcome(run, RequestOutcome.FAILED), figures::share, Better.LOW),
                new Row("degraded", run -> outcome(run, RequestOutcome.DEGRADED), figures::share, Better.NEITHER),
                new Row("late", run -> flow(run).late(), figures::share, Better.LOW_OF_EQUAL_GOODPUT),
                new Row("latency, p99", run -> flow(run).latency().p99(), figures::time, Better.LOW_OF_EQUAL_GOODPUT),
                new Row("attempts a call, worst", StrategyTable::amplification, figures::number, Better.NEITHER),
                new Row("cost of a thousand", run -> run.cost().perThousandRequests(), figures::money, Better.LOW)));
        if (runs.stream().anyMatch(run -> flow(run).wrong().mean() > 0)) {
            int afterLate = 4;
            rows.add(afterLate, new Row("wrong", run -> flow(run).wrong(), figures::share, Better.LOW));
        }
        return rows;
    }

    private Flow flow(RunResult run) {
        Flow flow = run.flows().get(client);
        if (flow == null) {
            throw new IllegalArgumentException("no client " + client + " in the run");
        }
        return flow;
    }

    private Interval outcome(RunResult run, RequestOutcome outcome) {
        return flow(run).share().getOrDefault(outcome, Interval.NONE);
    }

    /** Of the dependency whose calls are repeated most. */
    private static Interval amplification(RunResult run) {
        return run.dependencies().values().stream()
                .map(RunResult.DependencyResult::amplification)
                .filter(interval -> Double.isFinite(interval.mean()))
                .max(Comparator.comparingDouble(Interval::mean))
                .orElse(Interval.NONE);
    }

    /** Whether a column is better than some other by more than the intervals, and no worse or uncertain beside the rest. */
    private static boolean isBest(int column, List<Interval> values, List<Interval> goodput, Better better) {
        if (better == Better.NEITHER || isOutdone(column, goodput, better)) {
            return false;
        }
        boolean beatsOne = false;
        for (int other = 0; other < values.size(); other++) {
            boolean beats = isBetter(values.get(column), values.get(other), better);
            boolean counts = !isOutdone(other, goodput, better);
            if (counts && !beats && !values.get(column).equals(values.get(other))) {
                return false;
            }
            beatsOne |= beats;
        }
        return beatsOne;
    }

    /** Whether a column is out of a comparison because another has a higher goodput, where that matters. */
    private static boolean isOutdone(int column, List<Interval> goodput, Better better) {
        return better == Better.LOW_OF_EQUAL_GOODPUT
                && goodput.stream().anyMatch(each -> isBetter(each, goodput.get(column), Better.HIGH));
    }

    private static boolean isBetter(Interval one, Interval other, Better better) {
        return better == Better.HIGH ? one.low() > other.high() : one.high() < other.low();
    }
}
