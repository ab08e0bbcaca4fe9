package dev.blastradius.cli;

import dev.blastradius.experiment.Interval;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** One scenario under several strategies, side by side: a column for each strategy. */
final class StrategyTable {

    private static final String BEST = "*";

    /** What a row shows, and which way is better. */
    private record Row(
            String name, Function<RunResult, Interval> value, Function<Interval, String> figure, Better better) {}

    private enum Better {
        HIGH,
        LOW,
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
        for (Row row : rows()) {
            List<Interval> values = runs.stream().map(row.value()).toList();
            int best = best(values, row.better());
            marked |= best >= 0;
            List<String> cells = new ArrayList<>(List.of(row.name()));
            for (int i = 0; i < values.size(); i++) {
                cells.add(row.figure().apply(values.get(i)) + (i == best ? BEST : " "));
            }
            table.row(cells);
        }
        return table.text() + (marked ? "  " + BEST + " the best, by an interval that overlaps no other\n" : "");
    }

    private List<Row> rows() {
        return List.of(
                new Row("goodput", run -> flow(run).goodput(), figures::share, Better.HIGH),
                new Row("failed", run -> outcome(run, RequestOutcome.FAILED), figures::share, Better.LOW),
                new Row("degraded", run -> outcome(run, RequestOutcome.DEGRADED), figures::share, Better.NEITHER),
                new Row("late", run -> flow(run).late(), figures::share, Better.LOW),
                new Row("latency, p99", run -> flow(run).latency().p99(), figures::time, Better.LOW),
                new Row("attempts a call, worst", StrategyTable::amplification, figures::number, Better.LOW),
                new Row("cost of a thousand", run -> run.cost().perThousandRequests(), figures::money, Better.LOW));
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

    /** The column that is better than every other by more than the intervals; -1 where none is. */
    private static int best(List<Interval> values, Better better) {
        for (int i = 0; i < values.size() && better != Better.NEITHER; i++) {
            boolean beatsAll = values.size() > 1;
            for (int j = 0; j < values.size(); j++) {
                beatsAll &= i == j || isBetter(values.get(i), values.get(j), better);
            }
            if (beatsAll) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBetter(Interval one, Interval other, Better better) {
        return better == Better.HIGH ? one.low() > other.high() : one.high() < other.low();
    }
}
