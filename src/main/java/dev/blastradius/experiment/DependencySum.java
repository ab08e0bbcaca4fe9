package dev.blastradius.experiment;

import dev.blastradius.engine.DependencyMeasures;
import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.experiment.RunResult.Breaker;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.DependencySeries;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.metrics.Tally;
import dev.blastradius.policy.CircuitBreaker;

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
    private long hedges;
    private long budgetDenied;
    private long shortCircuited;
    private long refused;
    private final Tally opened = new Tally();
    private final Tally openShare = new Tally();

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
        hedges += measures.hedges();
        budgetDenied += measures.budgetDenied();
        shortCircuited += measures.refused(CircuitBreaker.KEY);
        refused += measures.refused() - measures.refused(CircuitBreaker.KEY);
        if (measures.breaker().count() > 0) {
            opened.add((double) measures.breaker().opened());
            openShare.add(measures.breaker().openShare());
        }
        if (measures.calls() > 0) {
            amplification.add((double) measures.attempts() / measures.calls());
        }
        callSeries.addRates(measures.callSteps());
        attemptSeries.addRates(measures.attemptSteps());
        failureSeries.addRates(measures.failureSteps());
    }

    DependencyResult result(double confidence) {
        Breaker breaker = opened.count() == 0
                ? null
                : new Breaker(Averages.of(opened, confidence), Averages.of(openShare, confidence));
        return new DependencyResult(
                calls,
                attempts,
                retries,
                hedges,
                timeouts,
                fallbacks,
                budgetDenied,
                shortCircuited,
                refused,
                Averages.of(amplification, confidence),
                breaker);
    }

    DependencySeries series() {
        return new DependencySeries(callSeries.mean(), attemptSeries.mean(), failureSeries.mean());
    }
}
