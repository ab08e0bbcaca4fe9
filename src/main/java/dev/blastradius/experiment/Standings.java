package dev.blastradius.experiment;

import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How strategies stand under one scenario.
 *
 * @param runs under that scenario, each of another strategy; bounds that are no strategies among them
 * @param comparisons of these strategies under this scenario, one for each metric; empty where there is one strategy
 */
public record Standings(List<RunResult> runs, List<Comparison> comparisons) {

    public Standings {
        runs = List.copyOf(runs);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * Those of a scenario of a study.
     *
     * @param scenario its id; null: without faults, where there is nothing to bound
     */
    public static Standings of(StudyResult study, @Nullable String scenario) {
        List<RunResult> runs = new ArrayList<>();
        for (ArmResult arm : study.arms()) {
            if (scenario == null && !arm.isReference()) {
                runs.add(arm.twin());
            }
            arm.outages().stream()
                    .filter(run -> scenario != null && scenario.equals(run.scenario()))
                    .forEach(runs::add);
        }
        List<Comparison> comparisons = study.comparisons().stream()
                .filter(each -> Objects.equals(each.scenario(), scenario))
                .toList();
        return new Standings(runs, comparisons);
    }

    /** Whether a run is of no strategy to choose, but of a bound. */
    public static boolean isBound(RunResult run) {
        return run.strategy().equals(NoProtection.ID);
    }

    /** The runs of strategies, in the study's order. */
    public List<RunResult> strategies() {
        return runs.stream().filter(run -> !isBound(run)).toList();
    }

    /** A strategy's run; null where nothing of it was done. */
    public @Nullable RunResult run(String strategy) {
        return runs.stream()
                .filter(run -> run.strategy().equals(strategy))
                .findFirst()
                .orElse(null);
    }

    /** The comparison by a metric; null where there is none. */
    public @Nullable Comparison comparison(Metric metric) {
        return comparisons.stream()
                .filter(each -> each.metric() == metric)
                .findFirst()
                .orElse(null);
    }

    /** Whether a strategy is to be called the best: by latency not where another has more goodput, for failing the slow is no speed. */
    public boolean isBest(String strategy, Metric metric) {
        Comparison comparison = comparison(metric);
        if (comparison == null || !strategy.equals(comparison.best())) {
            return false;
        }
        return metric != Metric.LATENCY_P99 || runs.stream().noneMatch(run -> hasMoreGoodput(run.strategy(), strategy));
    }

    private boolean hasMoreGoodput(String one, String other) {
        return isEstablished(Metric.GOODPUT, one, other)
                && difference(Metric.GOODPUT, one, other).mean() > 0;
    }

    /** Whether two strategies' difference by a metric is significant. */
    public boolean isEstablished(Metric metric, String one, String other) {
        Pair pair = pair(metric, one, other);
        return pair != null && pair.significant();
    }

    /** A metric of one strategy less that of another, in the same replications; {@link Interval#NONE} where they were not compared. Of none it is 0 and not -0. */
    public Interval difference(Metric metric, String one, String other) {
        Pair pair = pair(metric, one, other);
        if (pair == null) {
            return Interval.NONE;
        }
        Interval difference = pair.difference();
        return pair.a().equals(one)
                ? difference
                : new Interval(0 - difference.mean(), 0 - difference.high(), 0 - difference.low());
    }

    /** Two strategies by a metric, either way round; null where they were not compared. */
    public @Nullable Pair pair(Metric metric, String one, String other) {
        Comparison comparison = comparison(metric);
        return comparison == null ? null : comparison.pair(one, other);
    }
}
