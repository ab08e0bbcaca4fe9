package dev.blastradius.engine;

import dev.blastradius.fault.Scaling.Scaled;
import java.util.Arrays;

/**
 * The providers' rate limits: for each limited component three token buckets (requests, input tokens, output tokens) that hold a
 * minute's worth, start full and refill continuously, shared by its replicas. A factor on the quota scales both rate and size; what a
 * smaller bucket has lost comes back at the usual rate only.
 */
final class ProviderLimits {

    private static final int BUCKETS = 3;

    /** What a bucket that is too small for a request answers: some thirty years. */
    private static final double LONGEST_WAIT_NANOS = 1e18;

    /** Refused, and asking again later does not help for as long as anybody can tell. */
    static final long EXHAUSTED = Long.MAX_VALUE;

    private final StationPlan[] stations;
    private final FaultBoard board;
    private final double[] perNano;
    private final double[] capacity;
    private final double[] level;
    private final long[] filledAt;
    /** By component: the factor on its quota when its buckets were last filled. */
    private final double[] factorThen;

    ProviderLimits(StationPlan[] stations, FaultBoard board) {
        this.stations = stations;
        this.board = board;
        perNano = new double[stations.length * BUCKETS];
        capacity = new double[stations.length * BUCKETS];
        filledAt = new long[stations.length];
        factorThen = new double[stations.length];
        Arrays.fill(factorThen, 1);
        for (int component = 0; component < stations.length; component++) {
            set(component, stations[component]);
        }
        level = Arrays.copyOf(capacity, capacity.length);
    }

    private void set(int component, StationPlan station) {
        set(component * BUCKETS, station.requestsPerMinute());
        set(component * BUCKETS + 1, station.inputTokensPerMinute());
        set(component * BUCKETS + 2, station.outputTokensPerMinute());
    }

    private void set(int bucket, double perMinute) {
        capacity[bucket] = perMinute;
        perNano[bucket] = perMinute / StationPlan.MINUTE_NANOS;
    }

    /** Providers may grant other limits from now on: their buckets stay as full as they are, by the share of what they hold. */
    void planChanged(long now) {
        for (int component = 0; component < stations.length; component++) {
            int first = component * BUCKETS;
            StationPlan station = stations[component];
            if (capacity[first] != station.requestsPerMinute()
                    || capacity[first + 1] != station.inputTokensPerMinute()
                    || capacity[first + 2] != station.outputTokensPerMinute()) {
                refill(component, factor(component, now), now);
                double[] before = Arrays.copyOfRange(capacity, first, first + BUCKETS);
                set(component, station);
                for (int i = 0; i < BUCKETS; i++) {
                    boolean counted =
                            before[i] > 0 && Double.isFinite(before[i]) && Double.isFinite(capacity[first + i]);
                    level[first + i] =
                            counted ? level[first + i] / before[i] * capacity[first + i] : capacity[first + i];
                }
            }
        }
    }

    /**
     * Takes one request with its tokens out of the buckets, if all have enough.
     *
     * @return 0 when it was let through; else how long, in nanoseconds, until it would be (the answer's Retry-After), at least 1;
     *     {@link #EXHAUSTED} when a fault leaves nothing of the quota
     */
    long admit(int component, double inputTokens, double outputTokens, long now) {
        double factor = factor(component, now);
        if (factor == 0) {
            return EXHAUSTED;
        }
        if (!stations[component].isLimited()) {
            return 0;
        }
        refill(component, factor, now);
        int first = component * BUCKETS;
        double wait = Math.max(
                untilEnough(first, 1, factor),
                Math.max(untilEnough(first + 1, inputTokens, factor), untilEnough(first + 2, outputTokens, factor)));
        if (wait > 0) {
            return (long) Math.min(LONGEST_WAIT_NANOS, Math.max(1, StrictMath.ceil(wait)));
        }
        level[first] -= 1;
        level[first + 1] -= inputTokens;
        level[first + 2] -= outputTokens;
        return 0;
    }

    /**
     * To be called before and after faults change: the buckets that it concerns fill up to this moment at the rate of the time before it.
     *
     * @param changing by fault: whether it begins or ends now
     */
    void bringUpToDate(boolean[] changing, long now) {
        for (int number = 0; number < changing.length; number++) {
            if (changing[number] && board.scales(Scaled.QUOTA, number)) {
                for (int i = 0; i < board.fault(number).componentCount(); i++) {
                    int component = board.fault(number).component(i);
                    refill(component, factor(component, now), now);
                }
            }
        }
    }

    /** To be called before and after the pipeline changes: all buckets fill up to this moment. */
    void bringUpToDate(long now) {
        for (int component = 0; component < stations.length; component++) {
            if (stations[component].isLimited()) {
                refill(component, factor(component, now), now);
            }
        }
    }

    /**
     * How much of its fullest bucket a component's callers have used up: 0 to 1; NaN where it has none. Changes nothing.
     */
    double used(int component, long now) {
        double factor = factor(component, now);
        if (!stations[component].isLimited()) {
            return Double.NaN;
        }
        double most = 0;
        double mean = (factorThen[component] + factor) / 2;
        long elapsed = now - filledAt[component];
        for (int bucket = component * BUCKETS; bucket < (component + 1) * BUCKETS; bucket++) {
            double room = capacity[bucket] * factor;
            if (room == 0) {
                return 1;
            }
            if (room < Double.POSITIVE_INFINITY) {
                double there = Math.min(room, level[bucket] + elapsed * perNano[bucket] * mean);
                most = Math.max(most, 1 - there / room);
            }
        }
        return Math.min(1, most);
    }

    private double factor(int component, long now) {
        return board.befalls(component) ? board.factor(Scaled.QUOTA, component, now) : 1;
    }

    /** Fills the buckets at the mean of the factors then and now, which is exact along a ramp too. */
    private void refill(int component, double factor, long now) {
        long elapsed = now - filledAt[component];
        if (elapsed > 0 || factor != factorThen[component]) {
            double mean = (factorThen[component] + factor) / 2;
            filledAt[component] = now;
            factorThen[component] = factor;
            int first = component * BUCKETS;
            for (int bucket = first; bucket < first + BUCKETS; bucket++) {
                if (capacity[bucket] < Double.POSITIVE_INFINITY) {
                    double filled = level[bucket] + elapsed * perNano[bucket] * mean;
                    level[bucket] = Math.min(capacity[bucket] * factor, filled);
                }
            }
        }
    }

    /** Nanoseconds until a bucket holds so much; a little less than enough is enough, against rounding. */
    private double untilEnough(int bucket, double needed, double factor) {
        double missing = needed - level[bucket];
        return missing <= 1e-9 * needed ? 0 : missing / (perNano[bucket] * factor);
    }
}
