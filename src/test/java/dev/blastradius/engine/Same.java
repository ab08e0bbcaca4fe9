package dev.blastradius.engine;

import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that a replication measured, as lines of text to compare bit for bit; the number of events is left out. */
final class Same {

    private Same() {}

    /** All of it, but for components and dependencies with one of these names, and what is billed where there are any. */
    static String of(Trial trial, String... without) {
        ReplicationResult result = trial.result();
        Set<String> left = Set.of(without);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < result.clients(); i++) {
            if (!left.contains(result.clientId(i))) {
                flow(result.clientId(i), trial, lines);
            }
        }
        for (int i = 0; i < result.components(); i++) {
            if (!result.isClient(i) && !left.contains(result.componentId(i))) {
                station(result.componentId(i), result.station(i), result, lines);
            }
        }
        for (int i = 0; i < result.dependencies(); i++) {
            if (!left.contains(result.dependencyKey(i))) {
                dependency(result.dependencyKey(i), result.dependency(i), lines);
            }
        }
        if (left.isEmpty()) {
            lines.add("billed " + result.billed() + " wasted " + result.wasted());
        }
        return String.join("\n", lines);
    }

    private static void flow(String id, Trial trial, List<String> lines) {
        FlowMeasures flow = trial.flow(id);
        StringBuilder line = new StringBuilder(id + ": " + flow.requests() + " late " + flow.late() + " wrong "
                + flow.wrong() + " goodput " + flow.goodput() + " causes " + trial.causes(id));
        for (RequestOutcome outcome : RequestOutcome.values()) {
            line.append(' ').append(outcome).append(' ').append(flow.outcome(outcome));
        }
        lines.add(line + latency(flow.latency()));
    }

    private static void station(String id, StationMeasures station, ReplicationResult result, List<String> lines) {
        StringBuilder line = new StringBuilder(id + ": " + station.arrivals() + " arrivals, " + station.completions()
                + " completions, " + station.abandoned() + " abandoned, " + station.unfinished() + " unfinished");
        for (CallOutcome outcome : CallOutcome.values()) {
            line.append(' ').append(outcome).append(' ').append(station.outcome(outcome));
        }
        long end = result.durationNanos();
        lines.add(line + " busy " + station.busyServers().mean(end) + " waiting "
                + station.queueLength().mean(end) + latency(station.waits()) + latency(station.responses()));
    }

    private static void dependency(String key, DependencyMeasures dependency, List<String> lines) {
        lines.add(key + ": " + dependency.calls() + " calls, " + dependency.attempts() + " attempts, "
                + dependency.retries() + " retries, " + dependency.timeouts() + " timeouts, " + dependency.fallbacks()
                + " fallbacks");
    }

    private static String latency(LatencyHistogram latency) {
        if (latency.count() == 0) {
            return " none";
        }
        return " " + latency.count() + " mean " + latency.meanSeconds() + " median " + latency.quantileSeconds(0.5)
                + " p99 " + latency.quantileSeconds(0.99);
    }
}
