package dev.blastradius.experiment;

import dev.blastradius.engine.FlowMeasures;
import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.RunResult.Totals;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.metrics.Tally;
import dev.blastradius.model.RequestOutcome;
import org.jspecify.annotations.Nullable;

/** The requests of all clients together, added up over replications, and what the sums rest on. */
final class TotalSum {

    private static final Metric[] METRICS = Metric.values();

    private final Tally[] tallies = new Tally[METRICS.length];
    private final long[] goodputs = new long[ShareDistribution.BINS];
    private long analysed;
    private long discarded;
    private int replications;

    TotalSum() {
        java.util.Arrays.setAll(tallies, metric -> new Tally());
    }

    /** Counts a replication. */
    void add(ReplicationResult replication) {
        double[] values = values(replication);
        for (int metric = 0; metric < values.length; metric++) {
            if (Double.isFinite(values[metric])) {
                tallies[metric].add(values[metric]);
            }
        }
        if (Double.isFinite(values[Metric.GOODPUT.ordinal()])) {
            goodputs[ShareDistribution.bin(values[Metric.GOODPUT.ordinal()])]++;
        }
        replications++;
        for (int client = 0; client < replication.clients(); client++) {
            FlowMeasures flow = replication.flow(client);
            analysed += flow.requests();
            discarded += flow.arrivals() - flow.requests();
        }
    }

    /** A replication's value of each of {@link Metric}, in its order; NaN where it has none. */
    static double[] values(ReplicationResult replication) {
        double requests = 0;
        double goodput = 0;
        double failed = 0;
        LatencyHistogram latency = new LatencyHistogram();
        for (int client = 0; client < replication.clients(); client++) {
            FlowMeasures flow = replication.flow(client);
            requests += flow.requests();
            goodput += flow.goodput();
            failed += flow.outcome(RequestOutcome.FAILED) + flow.outcome(RequestOutcome.ABANDONED);
            latency.add(flow.latency());
        }
        double[] values = new double[METRICS.length];
        java.util.Arrays.fill(values, Double.NaN);
        if (requests > 0) {
            values[Metric.GOODPUT.ordinal()] = goodput / requests;
            values[Metric.FAILED.ordinal()] = failed / requests;
            values[Metric.COST.ordinal()] = replication.billed() / requests * 1_000;
        }
        values[Metric.LATENCY_P99.ordinal()] = latency.quantileSeconds(0.99);
        if (replication.hasTwin() && requests > 0) {
            double affected = 0;
            for (int client = 0; client < replication.clients(); client++) {
                affected += replication.twin(client).affected();
            }
            values[Metric.AFFECTED.ordinal()] = affected / requests;
        }
        RecoveryWatch recovery = replication.recovery();
        values[Metric.TIME_TO_RECOVER.ordinal()] = recovery == null ? Double.NaN : recovery.seconds();
        return values;
    }

    int replications() {
        return replications;
    }

    Totals totals(double confidence) {
        return new Totals(
                Averages.of(tallies[Metric.GOODPUT.ordinal()], confidence),
                Averages.of(tallies[Metric.FAILED.ordinal()], confidence),
                Averages.of(tallies[Metric.AFFECTED.ordinal()], confidence),
                Averages.of(tallies[Metric.LATENCY_P99.ordinal()], confidence));
    }

    Evidence evidence(@Nullable Precision precision, WarmupCheck warmup) {
        return new Evidence(replications, analysed, discarded, new ShareDistribution(goodputs), precision, warmup);
    }
}
