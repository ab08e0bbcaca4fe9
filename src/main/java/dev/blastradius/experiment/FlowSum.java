package dev.blastradius.experiment;

import dev.blastradius.engine.FlowMeasures;
import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.experiment.RunResult.Latency;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.metrics.Tally;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.RequestOutcome;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One client's requests, added up over replications. */
final class FlowSum {

    private final Map<RequestOutcome, Tally> shares = new EnumMap<>(RequestOutcome.class);
    private final Map<RequestOutcome, SeriesSum> outcomes = new EnumMap<>(RequestOutcome.class);
    private final Tally late = new Tally();
    private final Tally wrong = new Tally();
    private final Tally goodput = new Tally();
    private final Tally rate = new Tally();
    private final LatencySum latency = new LatencySum();
    private final SeriesSum arrivals;
    private final SeriesSum goodputs;
    private final SeriesSum p50;
    private final SeriesSum p95;
    private final SeriesSum p99;
    private final Map<String, Long> causes = new TreeMap<>();
    private long requests;

    FlowSum(double interval, double lastInterval, int steps) {
        for (RequestOutcome outcome : RequestOutcome.values()) {
            shares.put(outcome, new Tally());
            outcomes.put(outcome, new SeriesSum(interval, lastInterval, steps));
        }
        arrivals = new SeriesSum(interval, lastInterval, steps);
        goodputs = new SeriesSum(interval, lastInterval, steps);
        p50 = new SeriesSum(interval, lastInterval, steps);
        p95 = new SeriesSum(interval, lastInterval, steps);
        p99 = new SeriesSum(interval, lastInterval, steps);
    }

    void add(ReplicationResult replication, int client) {
        FlowMeasures flow = replication.flow(client);
        double total = flow.requests();
        requests += flow.requests();
        rate.add(total / ((replication.durationNanos() - replication.warmupNanos()) / 1e9));
        if (total > 0) {
            shares.forEach((outcome, share) -> share.add(flow.outcome(outcome) / total));
            late.add(flow.late() / total);
            wrong.add(flow.wrong() / total);
            goodput.add(flow.goodput() / total);
        }
        latency.add(flow.latency());
        flow.forEachCause(replication, (cause, count) -> causes.merge(cause, count, Long::sum));
        outcomes.forEach((outcome, sum) -> sum.addRates(flow.steps(outcome)));
        arrivals.addRates(flow.arrivalSteps());
        goodputs.addRates(flow.goodputSteps());
        int group = replication.stepsPerLatencyWindow();
        p50.add(step -> flow.percentiles().p50(step / group));
        p95.add(step -> flow.percentiles().p95(step / group));
        p99.add(step -> flow.percentiles().p99(step / group));
    }

    Flow flow(double confidence) {
        Map<RequestOutcome, Interval> share = new LinkedHashMap<>();
        shares.forEach((outcome, tally) -> share.put(outcome, Averages.of(tally, confidence)));
        Map<String, Long> sorted = new LinkedHashMap<>();
        causes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return new Flow(
                requests,
                Collections.unmodifiableMap(share),
                Averages.of(late, confidence),
                Averages.of(wrong, confidence),
                Averages.of(goodput, confidence),
                latency.latency(confidence),
                Averages.of(rate, confidence),
                Collections.unmodifiableMap(sorted));
    }

    Interval goodput(double confidence) {
        return Averages.of(goodput, confidence);
    }

    FlowSeries meanSeries() {
        Map<RequestOutcome, TimeSeries> means = new LinkedHashMap<>();
        outcomes.forEach((outcome, sum) -> means.put(outcome, sum.mean()));
        return new FlowSeries(
                Collections.unmodifiableMap(means),
                arrivals.mean(),
                goodputs.mean(),
                p50.mean(),
                p95.mean(),
                p99.mean());
    }

    /** A latency's statistics, added up over replications. */
    static final class LatencySum {
        private final Tally mean = new Tally();
        private final Tally p50 = new Tally();
        private final Tally p95 = new Tally();
        private final Tally p99 = new Tally();

        void add(LatencyHistogram histogram) {
            if (histogram.count() > 0) {
                mean.add(histogram.meanSeconds());
                p50.add(histogram.quantileSeconds(0.5));
                p95.add(histogram.quantileSeconds(0.95));
                p99.add(histogram.quantileSeconds(0.99));
            }
        }

        Latency latency(double confidence) {
            return new Latency(
                    Averages.of(mean, confidence),
                    Averages.of(p50, confidence),
                    Averages.of(p95, confidence),
                    Averages.of(p99, confidence));
        }
    }
}
