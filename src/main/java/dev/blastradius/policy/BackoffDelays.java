package dev.blastradius.policy;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.Retry.Backoff;
import dev.blastradius.policy.Retry.Jitter;
import dev.blastradius.sim.RandomStream;

/**
 * The waits before retries, as one backoff says: v = min(max, initial·multiplierⁿ) for the n-th retry from 0, then jittered;
 * without jitter each wait is cut to whole milliseconds before the next is made from it, as Resilience4j has it.
 * Immutable; what changes from one retry to the next (the previous wait, for decorrelated jitter) is the caller's to keep.
 */
public final class BackoffDelays {

    /** No wait at all. */
    public static final BackoffDelays NONE = new BackoffDelays(0, 1, Long.MAX_VALUE, Jitter.NONE, 0);

    private final ExponentialWait waits;
    private final double initialNanos;
    private final double multiplier;
    private final double maxNanos;
    private final Jitter jitter;
    private final double ratio;

    private BackoffDelays(long initialNanos, double multiplier, long maxNanos, Jitter jitter, double ratio) {
        this.waits = new ExponentialWait(initialNanos, multiplier, maxNanos);
        this.initialNanos = initialNanos;
        this.multiplier = multiplier;
        this.maxNanos = waits.maxNanos();
        this.jitter = jitter;
        this.ratio = ratio;
    }

    /** The waits of a backoff. */
    public static BackoffDelays of(Backoff backoff) {
        Duration max = backoff.max();
        return new BackoffDelays(
                Backoff.INITIAL.in(backoff).nanos(),
                Backoff.MULTIPLIER.in(backoff),
                max == null ? Long.MAX_VALUE : max.nanos(),
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
        return switch (jitter) {
            case NONE -> waits.nanos(retry);
            case FULL -> Math.round(v(retry) * stream.uniform());
            case EQUAL -> Math.round(v(retry) / 2 * (1 + stream.uniform()));
            case DECORRELATED -> Math.round(decorrelated(retry == 0 ? initialNanos : previousNanos, stream.uniform()));
            case PROPORTIONAL -> Math.round(v(retry) * (1 + ratio * (2 * stream.uniform() - 1)));
        };
    }

    /** The shortest wait that can be drawn before a retry, in nanoseconds. */
    long leastNanos(int retry) {
        return switch (jitter) {
            case NONE -> waits.nanos(retry);
            case FULL -> 0;
            case EQUAL -> Math.round(v(retry) / 2);
            case DECORRELATED -> Math.round(Math.min(maxNanos, initialNanos));
            case PROPORTIONAL -> Math.round(v(retry) * (1 - ratio));
        };
    }

    private double v(int retry) {
        return Math.min(maxNanos, initialNanos * StrictMath.pow(multiplier, retry));
    }

    private double decorrelated(double previousNanos, double uniform) {
        return Math.min(maxNanos, initialNanos + uniform * Math.max(0, 3 * previousNanos - initialNanos));
    }
}
