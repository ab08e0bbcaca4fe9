package dev.blastradius.engine;

import java.util.Arrays;

/**
 * The providers' rate limits: for each limited component three token buckets (requests, input tokens, output tokens) that hold a
 * minute's worth, start full and refill continuously, shared by its replicas.
 */
final class ProviderLimits {

    private static final int BUCKETS = 3;

    /** What a bucket that is too small for a request answers: some thirty years. */
    private static final double LONGEST_WAIT_NANOS = 1e18;

    private final double[] perNano;
    private final double[] capacity;
    private final double[] level;
    private final long[] filledAt;

    ProviderLimits(StationPlan[] stations) {
        perNano = new double[stations.length * BUCKETS];
        capacity = new double[stations.length * BUCKETS];
        filledAt = new long[stations.length];
        for (int component = 0; component < stations.length; component++) {
            StationPlan station = stations[component];
            set(component * BUCKETS, station.requestsPerMinute());
            set(component * BUCKETS + 1, station.inputTokensPerMinute());
            set(component * BUCKETS + 2, station.outputTokensPerMinute());
        }
        level = Arrays.copyOf(capacity, capacity.length);
    }

    private void set(int bucket, double perMinute) {
        capacity[bucket] = perMinute;
        perNano[bucket] = perMinute / StationPlan.MINUTE_NANOS;
    }

    /**
     * Takes one request with its tokens out of the buckets, if all have enough.
     *
     * @return 0 when it was let through; else how long, in nanoseconds, until it would be (the answer's Retry-After), at least 1
     */
    long admit(int component, double inputTokens, double outputTokens, long now) {
        int first = component * BUCKETS;
        refill(component, first, now);
        double wait = Math.max(
                untilEnough(first, 1),
                Math.max(untilEnough(first + 1, inputTokens), untilEnough(first + 2, outputTokens)));
        if (wait > 0) {
            return (long) Math.min(LONGEST_WAIT_NANOS, Math.max(1, StrictMath.ceil(wait)));
        }
        level[first] -= 1;
        level[first + 1] -= inputTokens;
        level[first + 2] -= outputTokens;
        return 0;
    }

    private void refill(int component, int first, long now) {
        long elapsed = now - filledAt[component];
        if (elapsed > 0) {
            filledAt[component] = now;
            for (int bucket = first; bucket < first + BUCKETS; bucket++) {
                level[bucket] = Math.min(capacity[bucket], level[bucket] + elapsed * perNano[bucket]);
            }
        }
    }

    /** Nanoseconds until a bucket holds so much; a little less than enough is enough, against rounding. */
    private double untilEnough(int bucket, double needed) {
        double missing = needed - level[bucket];
        return missing <= 1e-9 * needed ? 0 : missing / perNano[bucket];
    }
}
