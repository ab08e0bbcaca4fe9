package dev.blastradius.engine;

import dev.blastradius.metrics.StepCounts;
import dev.blastradius.metrics.StepPercentiles;
import dev.blastradius.metrics.TimeAverage;

/**
 * The times of a run, in nanoseconds: requests that arrive in [warmup, duration) are measured, arrivals stop at {@code duration}, and
 * everything stops at {@code end}. Series have {@code steps} steps of {@code stepNanos} and cover [0, duration).
 */
record Span(long warmup, long duration, long end, long stepNanos, int steps) {

    /** After the last arrival a run goes on for at most this long. */
    static final long LONGEST_DRAIN = 3_600_000_000_000L;

    /** The most steps that a series has, for a small pipeline: two hours of seconds. */
    static final int MOST_STEPS = 7_200;

    private static final int FEWEST_STEPS = 300;

    /** A run has at most this many windows for latency percentiles. */
    private static final int LATENCY_WINDOWS = 120;

    /** Series of so many parts together have {@link #MOST_STEPS}; those of more have fewer, so that memory stays bounded. */
    private static final int PARTS_IN_FULL = 200;

    private static final long SECOND = 1_000_000_000L;
    private static final long[] NICE_SECONDS = {
        1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400
    };

    /**
     * The span of a run.
     *
     * @param parts components and dependencies of the pipeline
     */
    static Span of(long warmup, long duration, int parts) {
        int most = parts <= PARTS_IN_FULL
                ? MOST_STEPS
                : Math.max(FEWEST_STEPS, (int) ((long) MOST_STEPS * PARTS_IN_FULL / parts));
        long step = niceStep(duration, most);
        int steps = (int) ((duration + step - 1) / step);
        return new Span(warmup, duration, duration + LONGEST_DRAIN, step, steps);
    }

    private static long niceStep(long duration, int most) {
        for (long seconds : NICE_SECONDS) {
            if (duration <= seconds * SECOND * most) {
                return seconds * SECOND;
            }
        }
        long day = NICE_SECONDS[NICE_SECONDS.length - 1] * SECOND;
        long days = (duration + day * most - 1) / (day * most);
        return days * day;
    }

    /**
     * How many steps together make one window for latency percentiles: a percentile of a second's handful of answers would be no
     * more than the largest of them.
     */
    int stepsPerLatencyWindow() {
        return Math.max(1, (steps + LATENCY_WINDOWS - 1) / LATENCY_WINDOWS);
    }

    /** Percentiles for each window of {@link #stepsPerLatencyWindow()} steps. */
    StepPercentiles percentiles() {
        int group = stepsPerLatencyWindow();
        return new StepPercentiles(group * stepNanos, (steps + group - 1) / group);
    }

    StepCounts counts() {
        return new StepCounts(stepNanos, steps);
    }

    TimeAverage average() {
        return new TimeAverage(warmup, duration, stepNanos, steps);
    }
}
