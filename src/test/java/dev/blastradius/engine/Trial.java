package dev.blastradius.engine;

import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.util.Map;
import java.util.TreeMap;

/** One replication of a {@link Lab}, with names for what a law asks about. */
record Trial(ReplicationResult result) {

    FlowMeasures flow(String client) {
        for (int i = 0; i < result.clients(); i++) {
            if (result.clientId(i).equals(client)) {
                return result.flow(i);
            }
        }
        throw new AssertionError("no client " + client);
    }

    StationMeasures station(String component) {
        for (int i = 0; i < result.components(); i++) {
            if (result.componentId(i).equals(component)) {
                return result.station(i);
            }
        }
        throw new AssertionError("no component " + component);
    }

    DependencyMeasures dependency(String key) {
        for (int i = 0; i < result.dependencies(); i++) {
            if (result.dependencyKey(i).equals(key)) {
                return result.dependency(i);
            }
        }
        throw new AssertionError("no dependency " + key);
    }

    /** Mean latency of a client's answered requests, in seconds; NaN where none was answered. */
    double latency(String client) {
        LatencyHistogram latency = flow(client).latency();
        return latency.count() == 0 ? Double.NaN : latency.meanSeconds();
    }

    long ok(String client) {
        return flow(client).outcome(RequestOutcome.OK);
    }

    long degraded(String client) {
        return flow(client).outcome(RequestOutcome.DEGRADED);
    }

    long failed(String client) {
        return flow(client).outcome(RequestOutcome.FAILED);
    }

    long abandoned(String client) {
        return flow(client).outcome(RequestOutcome.ABANDONED);
    }

    /** Why a client's requests failed. */
    Map<String, Long> causes(String client) {
        Map<String, Long> causes = new TreeMap<>();
        flow(client).forEachCause(result, causes::put);
        return causes;
    }

    /** What those who called a component got, without what never occurred. */
    Map<String, Long> outcomes(String component) {
        Map<String, Long> outcomes = new TreeMap<>();
        for (CallOutcome outcome : CallOutcome.values()) {
            long count = station(component).outcome(outcome);
            if (count > 0) {
                outcomes.put(outcome.key(), count);
            }
        }
        return outcomes;
    }

    double busyServers(String component) {
        return station(component).busyServers().mean(result.durationNanos());
    }

    double queueLength(String component) {
        return station(component).queueLength().mean(result.durationNanos());
    }
}
