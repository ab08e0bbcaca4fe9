package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.StationMeasures;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.ComponentSeries;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.metrics.Tally;
import dev.blastradius.model.CallOutcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** One component's work, added up over replications. */
final class ComponentSum {

    private final double servers;
    private final Map<CallOutcome, Long> outcomes = new EnumMap<>(CallOutcome.class);
    private final Tally busyServers = new Tally();
    private final Tally utilisation = new Tally();
    private final Tally queueLength = new Tally();
    private final Tally waitMean = new Tally();
    private final Tally waitP99 = new Tally();
    private final FlowSum.LatencySum response = new FlowSum.LatencySum();
    private final SeriesSum queueSeries;
    private final SeriesSum busySeries;
    private final SeriesSum arrivalSeries;
    private final SeriesSum failureSeries;
    private long arrivals;
    private long completions;
    private long abandoned;
    private long unfinished;

    ComponentSum(double interval, double lastInterval, int steps, double servers) {
        this.servers = servers;
        for (CallOutcome outcome : CallOutcome.values()) {
            outcomes.put(outcome, 0L);
        }
        queueSeries = new SeriesSum(interval, lastInterval, steps);
        busySeries = new SeriesSum(interval, lastInterval, steps);
        arrivalSeries = new SeriesSum(interval, lastInterval, steps);
        failureSeries = new SeriesSum(interval, lastInterval, steps);
    }

    void add(ReplicationResult replication, int component) {
        StationMeasures station = replication.station(component);
        arrivals += station.arrivals();
        completions += station.completions();
        abandoned += station.abandoned();
        unfinished += station.unfinished();
        outcomes.replaceAll((outcome, count) -> count + station.outcome(outcome));
        double busy = station.busyServers().mean(replication.durationNanos());
        busyServers.add(busy);
        utilisation.add(busy / servers);
        queueLength.add(station.queueLength().mean(replication.durationNanos()));
        if (station.waits().count() > 0) {
            waitMean.add(station.waits().meanSeconds());
            waitP99.add(station.waits().quantileSeconds(0.99));
        }
        response.add(station.responses());
        queueSeries.add(station.queueLength()::stepMean);
        busySeries.add(station.busyServers()::stepMean);
        arrivalSeries.addRates(station.arrivalSteps());
        failureSeries.addRates(station.failureSteps());
    }

    ComponentResult result(double confidence) {
        Map<CallOutcome, Long> counts = new LinkedHashMap<>(outcomes);
        return new ComponentResult(
                arrivals,
                completions,
                Collections.unmodifiableMap(counts),
                abandoned,
                unfinished,
                Double.isInfinite(servers) ? null : Averages.of(utilisation, confidence),
                Averages.of(busyServers, confidence),
                Averages.of(queueLength, confidence),
                Averages.of(waitMean, confidence),
                Averages.of(waitP99, confidence),
                response.latency(confidence));
    }

    ComponentSeries series() {
        return new ComponentSeries(
                queueSeries.mean(), busySeries.mean(), servers, arrivalSeries.mean(), failureSeries.mean());
    }
}
