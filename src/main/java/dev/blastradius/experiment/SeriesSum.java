package dev.blastradius.experiment;

import dev.blastradius.metrics.StepCounts;
import dev.blastradius.metrics.TimeSeries;
import java.util.function.IntToDoubleFunction;

/** Adds up one series over replications and gives its mean, step by step; steps without a value in a replication are left out of it. */
final class SeriesSum {

    private final double intervalSeconds;
    private final double lastIntervalSeconds;
    private final double[] sums;
    private final int[] counts;

    /**
     * An empty sum.
     *
     * @param lastIntervalSeconds the width of the last step, which ends with the run and may be shorter than the others
     */
    SeriesSum(double intervalSeconds, double lastIntervalSeconds, int steps) {
        this.intervalSeconds = intervalSeconds;
        this.lastIntervalSeconds = lastIntervalSeconds;
        this.sums = new double[steps];
        this.counts = new int[steps];
    }

    /** Adds a replication's series; NaN stands for "no value". */
    void add(IntToDoubleFunction values) {
        for (int step = 0; step < sums.length; step++) {
            double value = values.applyAsDouble(step);
            if (!Double.isNaN(value)) {
                sums[step] += value;
                counts[step]++;
            }
        }
    }

    /** Adds a replication's counts, as rates a second. */
    void addRates(StepCounts counts) {
        int last = sums.length - 1;
        add(step -> counts.get(step) / (step == last ? lastIntervalSeconds : intervalSeconds));
    }

    TimeSeries mean() {
        double[] means = new double[sums.length];
        for (int step = 0; step < sums.length; step++) {
            means[step] = counts[step] == 0 ? Double.NaN : sums[step] / counts[step];
        }
        return new TimeSeries(intervalSeconds, means);
    }
}
