package dev.blastradius.policy;

/**
 * Waits that grow by a factor from one to the next, with the rule of Resilience4j's IntervalFunction: each is the one before it
 * times the factor, cut to whole milliseconds; 500 ms × 1.5 is 500, 750, 1125, 1687, 2530, … Waits that begin below a
 * millisecond are not cut, since they would never grow.
 *
 * @param initialNanos the first wait, from 0
 * @param multiplier the factor, from 1
 * @param maxNanos the longest wait
 */
record ExponentialWait(long initialNanos, double multiplier, long maxNanos) {

    /** Waits without a longest one still end somewhere: a year, far beyond any run, and far from overflow. */
    static final long LONGEST_NANOS = 365L * 86_400 * 1_000_000_000;

    private static final double MILLISECOND = 1e6;

    ExponentialWait {
        maxNanos = Math.min(maxNanos, LONGEST_NANOS);
    }

    /**
     * A wait in nanoseconds.
     *
     * @param waits how many waits have come before it
     */
    long nanos(int waits) {
        double most = maxNanos / MILLISECOND;
        double millis = initialNanos / MILLISECOND;
        boolean whole = millis >= 1;
        for (int i = 0; i < waits && millis < most; i++) {
            double next = whole ? Math.floor(millis * multiplier) : millis * multiplier;
            if (next <= millis) {
                break; // it will not grow any more
            }
            millis = next;
        }
        return Math.min(maxNanos, Math.round(millis * MILLISECOND));
    }
}
