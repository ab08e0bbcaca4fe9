package dev.blastradius.experiment.inference;

/**
 * How a share, such as the goodput of a replication, is spread over the replications: counts in {@value #BINS} even bins of 0 to 1, so
 * that memory does not grow with their number. Collapse is bimodal, and a mean of it lies.
 *
 * @param counts replications in each bin, the first beginning at 0; copied
 */
public record ShareDistribution(long[] counts) {

    /** The number of bins: each is half a percentage point wide. */
    public static final int BINS = 200;

    /** Nothing yet. */
    public static final ShareDistribution EMPTY = new ShareDistribution(new long[BINS]);

    public ShareDistribution {
        if (counts.length != BINS) {
            throw new IllegalArgumentException(counts.length + " bins; expected " + BINS);
        }
        counts = counts.clone();
    }

    @Override
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
    public boolean equals(Object other) {
        return other instanceof ShareDistribution that && java.util.Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return total() + " replications";
    }
}
