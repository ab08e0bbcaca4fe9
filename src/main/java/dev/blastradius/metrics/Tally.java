package dev.blastradius.metrics;

/**
 * Count, mean, variance, smallest and largest of a stream of numbers, in one pass (Welford 1962, "Note on a method for
 * calculating corrected sums of squares and products", Technometrics 4, 419-420).
 */
public final class Tally {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.NaN;
    private double max = Double.NaN;

    /** Counts a number. */
    public void add(double x) {
        count++;
        double before = x - mean;
        mean += before / count;
        squares += before * (x - mean);
        min = count == 1 ? x : StrictMath.min(min, x);
        max = count == 1 ? x : StrictMath.max(max, x);
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** The mean; NaN where there were none. */
    public double mean() {
        return count == 0 ? Double.NaN : mean;
    }

    /** The sample's variance, over count - 1; NaN where there were fewer than two. */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /** The sample's standard deviation; NaN where there were fewer than two. */
    public double standardDeviation() {
        return StrictMath.sqrt(variance());
    }

    /** The smallest; NaN where there were none. */
    public double min() {
        return min;
    }

    /** The largest; NaN where there were none. */
    public double max() {
        return max;
    }
}
