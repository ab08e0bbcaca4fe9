package dev.blastradius.experiment.inference;

import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * Whether two things happen in the same replications: counts, and McNemar's exact test of whether one happens more often than the other
 * (McNemar 1947, "Note on the sampling error of the difference between correlated proportions or percentages", Psychometrika 12,
 * 153-157; exact as in Agresti, "Categorical Data Analysis", 3rd edition, section 11.1.2). Only the replications in which they differ tell
 * anything.
 */
public final class PairedShares {

    private long both;
    private long firstOnly;
    private long secondOnly;
    private long neither;

    /** Adds a replication. */
    public void add(boolean first, boolean second) {
        if (first && second) {
            both++;
        } else if (first) {
            firstOnly++;
        } else if (second) {
            secondOnly++;
        } else {
            neither++;
        }
    }

    /** How many replications there are. */
    public long count() {
        return both + firstOnly + secondOnly + neither;
    }

    /** In how many the first happened. */
    public long first() {
        return both + firstOnly;
    }

    /** In how many the second happened. */
    public long second() {
        return both + secondOnly;
    }

    /** In how many both happened. */
    public long both() {
        return both;
    }

    /**
     * The two-sided p-value: how likely a split of the replications in which they differ at least so uneven would be, were each of the two
     * as likely. NaN where they never differ.
     */
    public double p() {
        long differing = firstOnly + secondOnly;
        if (differing == 0) {
            return Double.NaN;
        }
        int fewer = Math.toIntExact(Math.min(firstOnly, secondOnly));
        double tail = new BinomialDistribution(null, Math.toIntExact(differing), 0.5).cumulativeProbability(fewer);
        return StrictMath.min(1, 2 * tail);
    }
}
