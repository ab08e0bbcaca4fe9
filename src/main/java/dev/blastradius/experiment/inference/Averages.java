package dev.blastradius.experiment.inference;

import dev.blastradius.metrics.Tally;
import org.apache.commons.math3.distribution.TDistribution;

/** Means over replications with Student-t intervals. */
public final class Averages {

    private Averages() {}

    /**
     * The mean of a tally's values with its interval: mean ± t(n − 1) · s / √n (Law, "Simulation Modeling and Analysis", 5th
     * edition, section 4.5).
     *
     * @param values one for each replication that has one
     * @param confidence the interval's level, between 0 and 1
     */
    public static Interval of(Tally values, double confidence) {
        long n = values.count();
        if (n == 0) {
            return Interval.NONE;
        }
        double mean = values.mean();
        if (n == 1) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        double quantile = new TDistribution(null, (double) (n - 1)).inverseCumulativeProbability((1 + confidence) / 2);
        double half = quantile * values.standardDeviation() / StrictMath.sqrt((double) n);
        return new Interval(mean, mean - half, mean + half);
    }
}
