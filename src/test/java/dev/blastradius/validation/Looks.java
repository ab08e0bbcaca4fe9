package dev.blastradius.validation;

import dev.blastradius.engine.FlowMeasures;
import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.StationMeasures;
import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.metrics.TimeAverage;
import dev.blastradius.model.Fault;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is read off single replications because the program's result, made of means over them, does not say it. */
final class Looks {

    /** Recovered is where at least so many of the requests that ended in the last so many seconds were answered. */
    private static final double GOOD_SHARE = 0.9;

    private static final int TRAILING_STEPS = 10;

    /** When the spike that no scenario makes is over, in seconds. */
    private static final int SPIKE_ENDS = 70;

    private Looks() {}

    /** Everything that there is to look at, by name. */
    static Map<String, ToDoubleFunction<ReplicationResult>> at(RunSpec spec) {
        Map<String, ToDoubleFunction<ReplicationResult>> looks = new HashMap<>();
        looks.put("latency.min", replication -> replication.flow(0).latency().quantileSeconds(0));
        looks.put("latency.max", replication -> replication.flow(0).latency().quantileSeconds(1));
        looks.put("requests", replication -> replication.flow(0).requests());
        looks.put("primary.attempts", replication -> attempts(replication, 0, replication.steps()));
        looks.put("primary.attempts.by-2s", replication -> attempts(replication, 0, 2));
        looks.put("primary.attempts.from-32s-to-34s", replication -> attempts(replication, 32, 34));
        looks.put("waiting.share", Looks::waitingShare);
        looks.put("recovered", replication -> okShare(replication) > 0.5 ? 1 : 0);
        int end = endOfTrouble(spec);
        if (end > 0) {
            looks.put("backlog", replication -> backlog(replication, end));
            looks.put("drained", replication -> drained(replication, end));
            looks.put("recovery", replication -> recovery(replication, end));
        }
        return looks;
    }

    /** When the scenario's fault is over, in whole seconds; 0 where it never is. */
    private static int endOfTrouble(RunSpec spec) {
        Scenario scenario = spec.scenario();
        if (scenario == null) {
            return SPIKE_ENDS;
        }
        Fault fault = scenario.faults().get(0);
        Duration lasting = fault.lasting();
        return lasting == null ? 0 : (int) (fault.at().seconds() + lasting.seconds());
    }

    private static StationMeasures station(ReplicationResult replication) {
        for (int component = 0; component < replication.components(); component++) {
            if (!replication.isClient(component)) {
                return replication.station(component);
            }
        }
        throw new IllegalArgumentException("no station");
    }

    /** Share of the arrivals at the only station that did not begin at once. */
    private static double waitingShare(ReplicationResult replication) {
        StationMeasures station = station(replication);
        LatencyHistogram waits = station.waits();
        double none = 0;
        double some = 1;
        while (some - none > 1e-9) {
            double middle = (none + some) / 2;
            if (waits.quantileSeconds(middle) == 0) {
                none = middle;
            } else {
                some = middle;
            }
        }
        return 1 - none * waits.count() / station.arrivals();
    }

    /** Attempts on what is called the primary, from one second to before another. */
    private static double attempts(ReplicationResult replication, int from, int to) {
        double attempts = 0;
        for (int dependency = 0; dependency < replication.dependencies(); dependency++) {
            if (replication.dependencyKey(dependency).endsWith("->primary")) {
                for (int step = from; step < Math.min(to, replication.steps()); step++) {
                    attempts +=
                            replication.dependency(dependency).attemptSteps().get(step);
                }
            }
        }
        return attempts;
    }

    private static double okShare(ReplicationResult replication) {
        FlowMeasures flow = replication.flow(0);
        return (double) flow.outcome(RequestOutcome.OK) / flow.requests();
    }

    /** The queue at the end of a spike: its mean over the last second and half of what it grew since the second before. */
    private static double backlog(ReplicationResult replication, int end) {
        TimeAverage queue = station(replication).queueLength();
        double last = queue.stepMean(end - 1);
        return last + (last - queue.stepMean(end - 2)) / 2;
    }

    /** When the line through the queue's fall, from 2 s to 14 s after the spike, comes to 0: seconds after the spike. */
    private static double drained(ReplicationResult replication, int end) {
        TimeAverage queue = station(replication).queueLength();
        double n = 12;
        double sumX = 0;
        double sumY = 0;
        double sumXx = 0;
        double sumXy = 0;
        for (int step = 2; step < 2 + n; step++) {
            double x = step + 0.5;
            double y = queue.stepMean(end + step);
            sumX += x;
            sumY += y;
            sumXx += x * x;
            sumXy += x * y;
        }
        double slope = (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
        return sumX / n - sumY / n / slope;
    }

    /**
     * Seconds from a fault's end to the end of the last second at which fewer than 90 % of the requests that had ended in the 10 s
     * before were answered.
     */
    private static double recovery(ReplicationResult replication, int end) {
        FlowMeasures flow = replication.flow(0);
        int last = end;
        for (int step = end; step < replication.steps(); step++) {
            double ok = 0;
            double failed = 0;
            for (int before = Math.max(0, step - TRAILING_STEPS + 1); before <= step; before++) {
                ok += flow.steps(RequestOutcome.OK).get(before);
                failed += flow.steps(RequestOutcome.FAILED).get(before);
            }
            if (ok < GOOD_SHARE * (ok + failed)) {
                last = step + 1;
            }
        }
        return last - (double) end;
    }
}
