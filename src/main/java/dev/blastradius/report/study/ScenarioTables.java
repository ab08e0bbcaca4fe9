package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/**
 * The strategies under one scenario as tables.
 *
 * @param scenario what the captions call it: {@code "scenario 2"}, {@code "no faults"}
 * @param baseline the strategy that the others are set against
 */
record ScenarioTables(Standings standings, String scenario, String baseline, Who who) {

    private static final int MOST_COLUMNS = 4;

    static final String BOUND = "No protection (a bound, no choice)";

    /** The columns that say something: a time to recover only after a fault that ends, money only where there is any. */
    private List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>(List.of(Metric.GOODPUT, Metric.FAILED));
        boolean broken = standings.runs().stream().anyMatch(run -> run.blastRadius() != null);
        if (broken) {
            metrics.add(Metric.AFFECTED);
        }
        metrics.add(Metric.LATENCY_P99);
        if (isJudged()) {
            metrics.add(Metric.TIME_TO_RECOVER);
        }
        if (standings.runs().stream().anyMatch(Price::isBilled)) {
            metrics.add(Metric.COST);
        }
        return metrics;
    }

    private boolean isJudged() {
        return standings.runs().stream().anyMatch(run -> Recovery.of(run) != null);
    }

    static String heading(Metric metric) {
        return switch (metric) {
            case GOODPUT -> "Good answers";
            case FAILED -> "Failed or given up";
            case AFFECTED -> "Affected";
            case LATENCY_P99 -> "Latency, p99";
            case COST -> "Cost of 1,000";
            case TIME_TO_RECOVER -> "Time to recover";
        };
    }

    /** What each strategy gave: one table, or two where it would be too wide for paper. */
    List<Block> values() {
        List<Metric> metrics = metrics();
        if (metrics.size() <= MOST_COLUMNS) {
            return List.of(values("what each strategy gave", metrics));
        }
        List<Metric> shares = metrics.stream().filter(Metric::isShare).toList();
        List<Metric> others =
                metrics.stream().filter(metric -> !metric.isShare()).toList();
        return List.of(
                values("what became of the requests, shares of all", shares), values("times and US dollars", others));
    }

    private Block values(String what, List<Metric> metrics) {
        List<String> headings = new ArrayList<>();
        for (Metric metric : metrics) {
            if (metric == Metric.TIME_TO_RECOVER) {
                headings.add("Recovered");
            }
            headings.add(heading(metric));
        }
        Grid grid = new Grid(Phrases.sentence(scenario) + ": " + what, "Strategy", headings);
        for (RunResult run : standings.runs()) {
            List<Cell> cells = new ArrayList<>();
            for (Metric metric : metrics) {
                if (metric == Metric.TIME_TO_RECOVER) {
                    cells.add(Cell.of(recovered(run)));
                }
                String value = Differences.value(metric, metric.of(run));
                cells.add(standings.isBest(run.strategy(), metric) ? Grid.best(value) : Cell.of(value));
            }
            grid.row(Standings.isBound(run) ? BOUND : who.names().strategy(run.strategy()), cells);
        }
        return grid.note(note(metrics)).block();
    }

    private String recovered(RunResult run) {
        Proportion share = Recovery.of(run);
        return share == null ? Figures.NONE : share.successes() + " of " + share.of();
    }

    private String note(List<Metric> metrics) {
        StringBuilder note = new StringBuilder();
        if (metrics.contains(Metric.FAILED)) {
            note.append("Failed or given up: the request failed, or its user gave up first. ");
        }
        if (metrics.contains(Metric.AFFECTED)) {
            note.append("Affected: it ended otherwise, or late or wrong otherwise, than without the faults. ");
        }
        if (metrics.contains(Metric.LATENCY_P99)) {
            note.append("Latency, p99: 99 % of the answered requests took no longer. ");
        }
        if (metrics.contains(Metric.TIME_TO_RECOVER)) {
            note.append(
                    "Recovered: in how many replications the share of good answers came back to 95 % of what it was and stayed there"
                            + " for a minute; time to recover: how long after the last fault that was, where it did. ");
        }
        if (metrics.contains(Metric.COST)) {
            note.append(
                    "Cost of 1,000: what providers bill for a thousand requests; one that fails early costs less. ");
        }
        boolean best = standings.strategies().stream()
                .anyMatch(run -> metrics.stream().anyMatch(metric -> standings.isBest(run.strategy(), metric)));
        return note.append(best ? "(best): significantly better than each other strategy." : "")
                .toString()
                .strip();
    }

    /** By how much each other strategy differs from the baseline; empty where there is none. */
    List<Block> differences() {
        List<RunResult> others = standings.strategies().stream()
                .filter(run -> !run.strategy().equals(baseline))
                .toList();
        List<Metric> metrics = metrics().stream()
                .filter(metric -> others.stream()
                        .anyMatch(run -> Double.isFinite(standings
                                .difference(metric, run.strategy(), baseline)
                                .mean())))
                .toList();
        if (metrics.isEmpty()) {
            return List.of();
        }
        if (metrics.size() <= MOST_COLUMNS) {
            return List.of(differences("", metrics, others));
        }
        List<Block> tables = new ArrayList<>();
        List<Metric> shares = metrics.stream().filter(Metric::isShare).toList();
        List<Metric> rest = metrics.stream().filter(metric -> !metric.isShare()).toList();
        tables.add(differences("", shares, others));
        if (!rest.isEmpty()) {
            tables.add(differences("the other ", rest, others));
        }
        return tables;
    }

    private Block differences(String which, List<Metric> metrics, List<RunResult> others) {
        Grid grid = new Grid(
                Phrases.sentence(scenario) + ": " + which + "differences from " + who.subject(baseline)
                        + ", replication by replication"
                        + (metrics.stream().anyMatch(Metric::isShare) ? "; of shares in percentage points" : ""),
                "Strategy",
                metrics.stream().map(ScenarioTables::heading).toList());
        for (RunResult run : others) {
            grid.row(
                    who.names().strategy(run.strategy()),
                    metrics.stream()
                            .map(metric -> difference(metric, run.strategy()))
                            .toList());
        }
        grid.note(
                "Better and worse are established. “Open” may be chance, now and then even where its interval leaves 0 out, because many"
                        + " pairs are compared at once.");
        return grid.block();
    }

    private Cell difference(Metric metric, String strategy) {
        Interval difference = standings.difference(metric, strategy, baseline);
        String text = Differences.signed(metric, difference).replace(" pp", "");
        if (Double.isNaN(difference.mean())) {
            return Cell.of(text);
        }
        if (difference.mean() == 0 && !(difference.halfWidth() > 0)) {
            return Cell.of("the same");
        }
        if (!standings.isEstablished(metric, strategy, baseline)) {
            return Cell.of(text + ", open");
        }
        boolean better = difference.mean() > 0 == metric.isMoreBetter();
        return better ? Cell.of(text + ", better") : Grid.bad(text + ", worse");
    }

    /** How the goodput of no strategy can be more than that; empty where it is not known. */
    static String bound(Interval clairvoyant) {
        return Double.isFinite(clairvoyant.mean())
                ? "Some path, under one strategy or another, could have answered " + Numbers.share(clairvoyant)
                        + " of the requests in time: that is the most that any policy on these paths could reach."
                : "";
    }
}
