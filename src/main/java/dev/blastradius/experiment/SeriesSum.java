package dev.blastradius.experiment;

import dev.blastradius.metrics.StepCounts;
import dev.blastradius.metrics.TimeSeries;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Adds up one series over replications and gives its mean, step by step; steps without a value in a replication are left out of it.
 *
 * <p>Most series of a large pipeline are 0 throughout, and most others have a value in each step: memory is taken for sums when the first value is
 * not 0, and for counts when the first value is missing.
 */
final class SeriesSum {

    private final double intervalSeconds;
    private final double lastIntervalSeconds;
    private final int steps;
    private int replications;
    /** Null: all sums are 0. */
    private double @Nullable [] sums;
    /** By how many replications each step has no value; null: each has one in all. */
    private int @Nullable [] missing;

    /**
     * An empty sum.
     *
     * @param lastIntervalSeconds the width of the last step, which ends with the run and may be shorter than the others
     */
    SeriesSum(double intervalSeconds, double lastIntervalSeconds, int steps) {
        this.intervalSeconds = intervalSeconds;
        this.lastIntervalSeconds = lastIntervalSeconds;
        this.steps = steps;
    }

    /** Adds a replication's series; NaN stands for "no value". */
    void add(IntToDoubleFunction values) {
        replications++;
        for (int step = 0; step < steps; step++) {
            double value = values.applyAsDouble(step);
            if (Double.isNaN(value)) {
                missing = missing == null ? new int[steps] : missing;
                missing[step]++;
            } else if (value != 0) {
                sums = sums == null ? new double[steps] : sums;
                sums[step] += value;
            }
        }
    }

    /** Adds a replication's counts, as rates a second. */
    void addRates(StepCounts counts) {
        int last = steps - 1;
        add(step -> counts.get(step) / (step == last ? lastIntervalSeconds : intervalSeconds));
    }

    /** The mean of what was added so far. */
    TimeSeries mean() {
        double[] means = new double[steps];
        for (int step = 0; step < steps; step++) {
            int count = missing == null ? replications : replications - missing[step];
            means[step] = count == 0 ? Double.NaN : sums == null ? 0 : sums[step] / count;
        }
        return new TimeSeries(intervalSeconds, means);
    }
}
