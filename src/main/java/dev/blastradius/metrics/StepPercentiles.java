package dev.blastradius.metrics;

import java.util.Arrays;

/**
 * Percentiles of a latency in even steps of simulated time, the first beginning at 0; in seconds, NaN for a step without
 * any. Latencies come in the order of time, and a step is closed when a later one begins. What comes after the last is not
 * counted.
 *
 * <p>The percentile is the latency whose rank is that share of the count, rounded up. It is exact for up to a few thousand
 * latencies in a step, beyond which a step goes through a {@link LatencyHistogram}: sorting a few is faster than walking
 * through thousands of buckets, and most steps have only a few.
 */
public final class StepPercentiles {

    /** Up to here Arrays.sort works in place, and the memory stays small. */
    private static final int MOST_SORTED = 4096;

    private static final double NANOS_PER_SECOND = 1e9;

    private final long stepNanos;
    private final double[] p50;
    private final double[] p95;
    private final double[] p99;

    private final LatencyHistogram histogram = new LatencyHistogram();
    private long[] buffer = new long[64];
    private int buffered;
    private int step;
    private long stepEnd;

    /**
     * Nothing recorded.
     *
     * @param stepNanos the width of a step, above 0
     * @param steps how many, 0 or more
     */
    public StepPercentiles(long stepNanos, int steps) {
        this.stepNanos = stepNanos;
        this.stepEnd = stepNanos;
        this.p50 = filled(steps);
        this.p95 = filled(steps);
        this.p99 = filled(steps);
    }

    private static double[] filled(int steps) {
        double[] values = new double[steps];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /**
     * Counts a latency.
     *
     * @param now not before that of the last one
     * @param nanos the latency, 0 or more
     */
    public void record(long now, long nanos) {
        if (now >= stepEnd) {
            finish();
            step = (int) Math.min(p50.length, now / stepNanos);
            stepEnd = step < p50.length ? (step + 1) * stepNanos : Long.MAX_VALUE;
        }
        if (step >= p50.length) {
            return;
        }
        if (buffered == buffer.length) {
            makeRoom();
        }
        buffer[buffered++] = nanos;
    }

    /** Closes the last step. */
    public void finish() {
        if (histogram.count() > 0) {
            pour();
            p50[step] = histogram.quantileSeconds(0.5);
            p95[step] = histogram.quantileSeconds(0.95);
            p99[step] = histogram.quantileSeconds(0.99);
            histogram.reset();
        } else if (buffered > 0) {
            Arrays.sort(buffer, 0, buffered);
            p50[step] = sorted(0.5);
            p95[step] = sorted(0.95);
            p99[step] = sorted(0.99);
            buffered = 0;
        }
    }

    /** The median of a step, from 0. */
    public double p50(int step) {
        return p50[step];
    }

    /** The 95th percentile of a step, from 0. */
    public double p95(int step) {
        return p95[step];
    }

    /** The 99th percentile of a step, from 0. */
    public double p99(int step) {
        return p99[step];
    }

    private void makeRoom() {
        if (buffer.length < MOST_SORTED) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        } else {
            pour();
        }
    }

    private void pour() {
        for (int i = 0; i < buffered; i++) {
            histogram.record(buffer[i]);
        }
        buffered = 0;
    }

    private double sorted(double share) {
        return buffer[(int) StrictMath.ceil(share * buffered) - 1] / NANOS_PER_SECOND;
    }
}
