package dev.blastradius.experiment;

import dev.blastradius.engine.DependencyMeasures;
import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.DependencySeries;
import dev.blastradius.metrics.Tally;

/** What went over one dependency, added up over replications. */
final class DependencySum {

    private final Tally amplification = new Tally();
    private final SeriesSum callSeries;
    private final SeriesSum attemptSeries;
    private final SeriesSum failureSeries;
    private long calls;
    private long attempts;
    private long retries;
    private long timeouts;
    private long fallbacks;

    DependencySum(double interval, double lastInterval, int steps) {
        callSeries = new SeriesSum(interval, lastInterval, steps);
        attemptSeries = new SeriesSum(interval, lastInterval, steps);
        failureSeries = new SeriesSum(interval, lastInterval, steps);
    }

    void add(ReplicationResult replication, int dependency) {
        DependencyMeasures measures = replication.dependency(dependency);
        calls += measures.calls();
        attempts += measures.attempts();
        retries += measures.retries();
        timeouts += measures.timeouts();
        fallbacks += measures.fallbacks();
        if (measures.calls() > 0) {
            amplification.add((double) measures.attempts() / measures.calls());
        }
        callSeries.addRates(measures.callSteps());
        attemptSeries.addRates(measures.attemptSteps());
        failureSeries.addRates(measures.failureSteps());
    }

    /** Hedges, budgets and breakers are not simulated yet: a run that has any is refused, so their counts are truly 0. */
    DependencyResult result(double confidence) {
        return new DependencyResult(
                calls, attempts, retries, 0, timeouts, fallbacks, 0, 0, Averages.of(amplification, confidence));
    }

    DependencySeries series() {
        return new DependencySeries(callSeries.mean(), attemptSeries.mean(), failureSeries.mean());
    }
}
