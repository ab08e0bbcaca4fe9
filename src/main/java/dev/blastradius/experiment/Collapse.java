package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.ShareDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Replications that fall into two groups apart: some kept their goodput, some collapsed, and the mean of all describes none of them.
 *
 * <p>There are two groups where the largest gap between the goodputs of neighbouring replications is at least {@value #LEAST_GAP} wide and
 * at least half of their range, and where it is so large a part of the range as one group would show in at most {@value #LEVEL} of all
 * cases: one that is spread evenly, or one that falls off exponentially to one side, which has the longest tail that a distribution
 * with one peak and a logarithm without a dent can have.
 *
 * @param kept how many replications are in the upper group
 * @param keptMean their mean goodput, a share, to a quarter of a percentage point
 * @param collapsed how many are in the lower group
 * @param collapsedMean their mean goodput, likewise
 */
public record Collapse(long kept, double keptMean, long collapsed, double collapsedMean) {

    private static final double LEAST_GAP = 0.1;
    private static final double LEVEL = 0.03;
    private static final double WIDTH = 1.0 / ShareDistribution.BINS;

    /** The two groups; null where there are not two apart. */
    public static @Nullable Collapse of(ShareDistribution goodput) {
        long[] counts = goodput.counts();
        int lowest = -1;
        int highest = -1;
        int gapStart = 0;
        int gapEnd = 0;
        for (int bin = 0; bin < counts.length; bin++) {
            if (counts[bin] > 0) {
                if (highest >= 0 && bin - highest > gapEnd - gapStart) {
                    gapStart = highest;
                    gapEnd = bin;
                }
                lowest = lowest < 0 ? bin : lowest;
                highest = bin;
            }
        }
        // The gap is at least as wide as the bins between, and the range at most as wide as all.
        double gap = gapEnd - gapStart - 1;
        double part = gap / (highest - lowest + 1);
        if (gap * WIDTH < LEAST_GAP - 1e-9 || part < 0.5 || chance(goodput.total(), part) > LEVEL) {
            return null;
        }
        return new Collapse(
                count(counts, gapEnd, counts.length),
                mean(counts, gapEnd, counts.length),
                count(counts, 0, gapEnd),
                mean(counts, 0, gapEnd));
    }

    /**
     * How likely it is at most that of so many values of one group the largest gap takes up this part of their range or more. Evenly spread
     * ones: the n - 1 spacings are uniform on the simplex (David and Nagaraja, "Order Statistics", 3rd edition, on the random division of an interval).
     * Exponential ones: the spacings are independent, the j-th from the tail exponential with rate j (Rényi 1953, "On the theory of order statistics"), so that the j-th is more
     * than c times all others together with the probability of the product of k / (k + j · c) over the others.
     */
    private static double chance(long values, double part) {
        int spacings = (int) Math.min(values - 1, 1_000);
        if (spacings < 2) {
            return 1;
        }
        double even = spacings * StrictMath.pow(1 - part, spacings - 1.0);
        double ratio = part / (1 - part);
        double falling = 0;
        for (int j = 1; j <= spacings; j++) {
            double product = 1;
            for (int k = 1; k <= spacings && product > 1e-12; k++) {
                product *= k == j ? 1 : k / (k + j * ratio);
            }
            falling += product;
        }
        return Math.max(even, falling);
    }

    private static long count(long[] counts, int from, int to) {
        long sum = 0;
        for (int bin = from; bin < to; bin++) {
            sum += counts[bin];
        }
        return sum;
    }

    private static double mean(long[] counts, int from, int to) {
        double sum = 0;
        for (int bin = from; bin < to; bin++) {
            sum += counts[bin] * (bin + 0.5) * WIDTH;
        }
        return sum / count(counts, from, to);
    }

    /** Both groups' mean, a share. */
    public double mean() {
        return (kept * keptMean + collapsed * collapsedMean) / (kept + collapsed);
    }

    /** What there is to say of it. */
    public String sentence() {
        return kept + " of " + (kept + collapsed) + " replications kept " + Amounts.percent(keptMean) + " goodput, "
                + collapsed
                + " fell to " + Amounts.percent(collapsedMean) + ": the mean of "
                + Amounts.percent(mean()) + " describes none of them.";
    }
}
