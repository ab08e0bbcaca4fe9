package dev.blastradius.engine;

import dev.blastradius.model.component.Gateway.Strategy;

/**
 * How a gateway chooses, made ready to run.
 *
 * @param strategy by what
 * @param failover whether a call that has failed on one target goes on to the next
 * @param targets the numbers of its dependencies, in the order of priority
 * @param weights of each
 * @param allowedFailures more failed attempts than this within the window, and a target is left alone; -1: never
 * @param windowNanos the window
 * @param cooldownNanos for how long
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read by index on the event path, never compared
record RoutingPlan(
        Strategy strategy,
        boolean failover,
        int[] targets,
        double[] weights,
        int allowedFailures,
        long windowNanos,
        long cooldownNanos) {

    /** A call notes where it has been in the bits of one long. */
    static final int MOST_TARGETS = 64;

    /** A dependency's place among the targets; -1 where it is none of them. */
    int placeOf(int dependency) {
        for (int place = 0; place < targets.length; place++) {
            if (targets[place] == dependency) {
                return place;
            }
        }
        return -1;
    }

    /** Whether it leaves targets alone by the same rule as another. */
    boolean coolsDownAs(RoutingPlan other) {
        return allowedFailures == other.allowedFailures
                && windowNanos == other.windowNanos
                && cooldownNanos == other.cooldownNanos;
    }

    boolean coolsDown() {
        return allowedFailures >= 0;
    }
}
