package dev.blastradius.engine;

import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * From a scenario's first fault to the end of its last, in nanoseconds.
 *
 * @param from when the first fault begins
 * @param to when the last fault ends
 */
record Outage(long from, long to) {

    private static final long LEAST_LEFT = RecoveryWatch.STAYING_SECONDS * 1_000_000_000L;

    /**
     * The outage of a scenario; null where no fault begins within the run, or one of them does not end so long before it does that a
     * recovery can be seen: then none could be, and that there was none would say nothing of the pipeline.
     */
    static @Nullable Outage of(@Nullable Scenario scenario, long duration) {
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        if (scenario != null) {
            for (Fault fault : scenario.faults()) {
                long begin = fault.at().nanos();
                if (begin < duration) {
                    from = Math.min(from, begin);
                    to = fault.lasting() == null
                            ? Long.MAX_VALUE
                            : Math.max(to, begin + fault.lasting().nanos());
                }
            }
        }
        return to == Long.MIN_VALUE || to > duration - LEAST_LEFT ? null : new Outage(from, to);
    }
}
