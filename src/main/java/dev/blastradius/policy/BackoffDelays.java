package dev.blastradius.policy;

import dev.blastradius.policy.Retry.Backoff;
import dev.blastradius.policy.Retry.Jitter;
import dev.blastradius.sim.RandomStream;

/**
 * The waits before retries, as one backoff says: v = min(max, initial·multiplierⁿ) for the n-th retry from 0, then jittered.
 * Immutable; what changes from one retry to the next (the previous wait, for decorrelated jitter) is the caller's to keep.
 */
public final class BackoffDelays {

    /** No wait at all. */
    public static final BackoffDelays NONE = new BackoffDelays(0, 1, Long.MAX_VALUE, Jitter.NONE, 0);

    /** Waits without a {@code max} still end somewhere: a year, far beyond any run, and far from overflow. */
    private static final double LONGEST_NANOS = 365 * 86_400e9;

    private final double initialNanos;
    private final double multiplier;
    private final double maxNanos;
    private final Jitter jitter;
    private final double ratio;

    private BackoffDelays(double initialNanos, double multiplier, double maxNanos, Jitter jitter, double ratio) {
        this.initialNanos = initialNanos;
        this.multiplier = multiplier;
        this.maxNanos = Math.min(maxNanos, LONGEST_NANOS);
        this.jitter = jitter;
        this.ratio = ratio;
    }

    /** The waits of a backoff. */
    public static BackoffDelays of(Backoff backoff) {
        var max = backoff.max();
        return new BackoffDelays(
                Backoff.INITIAL.in(backoff).nanos(),
                Backoff.MULTIPLIER.in(backoff),
                max == null ? LONGEST_NANOS : max.nanos(),
                Backoff.JITTER.in(backoff),
                Backoff.RATIO.in(backoff));
    }

    /**
     * The wait before a retry, in nanoseconds.
     *
     * @param retry which retry of the call, from 0
     * @param previousNanos the wait before the last retry; for the first, anything
     * @param stream where the jitter comes from; one uniform is drawn where there is any
     */
    public long nanos(int retry, long previousNanos, RandomStream stream) {
        double v = Math.min(maxNanos, initialNanos * StrictMath.pow(multiplier, retry));
        return Math.round(
                switch (jitter) {
                    case NONE -> v;
                    case FULL -> v * stream.uniform();
                    case EQUAL -> v / 2 + v / 2 * stream.uniform();
                    case DECORRELATED -> decorrelated(retry == 0 ? initialNanos : previousNanos, stream.uniform());
                    case PROPORTIONAL -> v * (1 + ratio * (2 * stream.uniform() - 1));
                });
    }

    private double decorrelated(double previousNanos, double uniform) {
        return Math.min(maxNanos, initialNanos + uniform * Math.max(0, 3 * previousNanos - initialNanos));
    }
}
