package dev.blastradius.metrics;

/** Counts of events in even steps of simulated time, the first beginning at 0. What comes after the last is not counted. */
public final class StepCounts {

    private final long stepNanos;
    private final long[] counts;

    /** The step of the last event, kept because the next one is mostly in it too, and a division is slow. */
    private int step;

    private long stepStart;

    /**
     * Counts of 0.
     *
     * @param stepNanos the width of a step, above 0
     * @param steps how many, 0 or more
     */
    public StepCounts(long stepNanos, int steps) {
        this.stepNanos = stepNanos;
        this.counts = new long[steps];
    }

    /** Counts one event at a time of 0 or more. */
    public void count(long now) {
        add(now, 1);
    }

    /** Counts some events at a time of 0 or more. */
    public void add(long now, int n) {
        long within = now - stepStart;
        if (within < 0 || within >= stepNanos) {
            step = (int) Math.min(counts.length, now / stepNanos);
            stepStart = now / stepNanos * stepNanos;
        }
        if (step < counts.length) {
            counts[step] += n;
        }
    }

    /** The count of a step, from 0. */
    public long get(int step) {
        return counts[step];
    }

    /** How many steps there are. */
    public int steps() {
        return counts.length;
    }
}
