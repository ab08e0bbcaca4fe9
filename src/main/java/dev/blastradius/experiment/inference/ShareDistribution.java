package dev.blastradius.experiment.inference;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How a share, such as the goodput of a replication, is spread over the replications: counts in {@value #BINS} even bins of 0 to 1, so
 * that memory does not grow with their number. Collapse is bimodal, and a mean of it lies.
 */
public final class ShareDistribution {

    /** The number of bins: each is half a percentage point wide. */
    public static final int BINS = 200;

    /** Nothing yet. */
    public static final ShareDistribution EMPTY = new ShareDistribution(new long[BINS]);

    private final long[] counts;

    /**
     * A distribution.
     *
     * @param counts replications in each bin, the first beginning at 0; copied
     */
    public ShareDistribution(long[] counts) {
        if (counts.length != BINS) {
            throw new IllegalArgumentException(counts.length + " bins; expected " + BINS);
        }
        this.counts = counts.clone();
    }

    /** Replications in each bin, the first beginning at 0; copied. */
    public long[] counts() {
        return counts.clone();
    }

    /** Which bin a share of 0 to 1 falls into. */
    public static int bin(double share) {
        return Math.max(0, Math.min(BINS - 1, (int) (share * BINS)));
    }

    /** How many replications there are. */
    public long total() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShareDistribution that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return total() + " replications";
    }
}
