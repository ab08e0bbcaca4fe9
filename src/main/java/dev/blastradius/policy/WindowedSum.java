package dev.blastradius.policy;

import java.util.Arrays;

/**
 * A sum over a window that slides in steps of a tenth: the slice that is being filled and the nine before it (as Finagle's
 * WindowedAdder has it). What was added is forgotten when nine tenths of the window to the whole of it have passed.
 */
final class WindowedSum {

    private static final int SLICES = 10;

    private final long sliceNanos;
    private final long[] slices = new long[SLICES];
    private long slice;
    private long sum;

    /** An empty sum over a window, in nanoseconds from 1. */
    WindowedSum(long windowNanos) {
        sliceNanos = Math.max(1, windowNanos / SLICES);
    }

    /** Adds an amount, which may be below 0. */
    void add(long now, long amount) {
        slideTo(now);
        slices[(int) (slice % SLICES)] += amount;
        sum += amount;
    }

    /** What was added within the window. */
    long sum(long now) {
        slideTo(now);
        return sum;
    }

    private void slideTo(long now) {
        long target = now / sliceNanos;
        if (target - slice >= SLICES) {
            Arrays.fill(slices, 0);
            sum = 0;
            slice = target;
        }
        while (slice < target) {
            slice++;
            int oldest = (int) (slice % SLICES);
            sum -= slices[oldest];
            slices[oldest] = 0;
        }
    }
}
