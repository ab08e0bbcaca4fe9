package dev.blastradius.experiment.inference;

import dev.blastradius.metrics.Tally;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The difference between two quantities, measured in the same replications on the same random numbers: its mean, its interval and the
 * paired t-test (Law, "Simulation Modeling and Analysis", 5th edition, section 10.2.1). Memory does not grow with the replications.
 */
public final class PairedDifference {

    /** Two numbers that differ by less than this share of the larger one differ by rounding, not by anything that was measured. */
    private static final double ROUNDING = 1e-12;

    private final Tally differences = new Tally();
    private final Tally first = new Tally();
    private final Tally second = new Tally();

    /** Adds a replication; one in which either quantity has no value (NaN or infinite) is left out. */
    public void add(double a, double b) {
        double difference = a - b;
        if (!Double.isFinite(difference)) {
            return;
        }
        boolean same = StrictMath.abs(difference) <= ROUNDING * StrictMath.max(StrictMath.abs(a), StrictMath.abs(b));
        differences.add(same ? 0 : difference);
        first.add(a);
        second.add(b);
    }

    /** In how many replications both quantities have a value. */
    public long count() {
        return differences.count();
    }

    /** The mean of the first less the second, with its Student-t interval. */
    public Interval interval(double confidence) {
        return Averages.of(differences, confidence);
    }

    /** The mean of the first in those replications in which both have a value; NaN where there is none. */
    public double firstMean() {
        return first.mean();
    }

    /** The mean of the second in those replications in which both have a value; NaN where there is none. */
    public double secondMean() {
        return second.mean();
    }

    /** Whether the two are the same in every replication, of which there is at least one. */
    public boolean isSame() {
        return differences.count() > 0 && differences.min() == 0 && differences.max() == 0;
    }

    /**
     * The two-sided p-value of the paired t-test: how likely a mean difference at least so far from 0 would be, were there none. NaN with
     * fewer than two replications. Where all differences are the same the t-test has no variance to go by: then it is 1 if that is 0, and
     * otherwise the sign test's, 2^(1 - n). Whole seconds and shares of few requests are easily the same twice, and two that are establish
     * nothing.
     */
    public double p() {
        long n = differences.count();
        if (n < 2) {
            return Double.NaN;
        }
        double mean = StrictMath.abs(differences.mean());
        if (differences.min() == differences.max()) {
            return mean == 0 ? 1 : StrictMath.pow(2, 1.0 - n);
        }
        double t = mean * StrictMath.sqrt((double) n) / differences.standardDeviation();
        return 2 * new TDistribution(null, (double) (n - 1)).cumulativeProbability(-t);
    }

    /**
     * The share of the difference's variance that pairing saved: 1 - Var(a - b) / (Var a + Var b), for independent runs would have the sum
     * of the two. 1 at best, below 0 where pairing did harm, NaN with fewer than two replications or where neither varies.
     */
    public double varianceSaved() {
        double apart = first.variance() + second.variance();
        return apart > 0 ? 1 - differences.variance() / apart : Double.NaN;
    }
}
