package dev.blastradius.experiment.inference;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A share of replications with its Wilson score interval (Wilson 1927, "Probable inference, the law of succession, and statistical
 * inference", JASA 22, 209-212): "recovered in 7 of 10".
 *
 * @param successes how many did
 * @param of how many there were, 1 or more
 * @param low the interval's lower end, 0 to 1
 * @param high the interval's upper end, 0 to 1
 */
public record Proportion(long successes, long of, double low, double high) {

    /**
     * The share with its interval.
     *
     * @param confidence the interval's level, between 0 and 1
     */
    public static Proportion of(long successes, long of, double confidence) {
        if (of < 1 || successes < 0 || successes > of) {
            throw new IllegalArgumentException(successes + " of " + of + " is no share");
        }
        double z = new NormalDistribution().inverseCumulativeProbability((1 + confidence) / 2);
        double n = (double) of;
        double share = successes / n;
        double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
        double half = z / (1 + z * z / n) * StrictMath.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        double low = successes == 0 ? 0 : Math.max(0, middle - half);
        double high = successes == of ? 1 : Math.min(1, middle + half);
        return new Proportion(successes, of, low, high);
    }

    /** The share itself, 0 to 1. */
    public double share() {
        return (double) successes / of;
    }
}
