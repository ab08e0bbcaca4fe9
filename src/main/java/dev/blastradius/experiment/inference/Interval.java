package dev.blastradius.experiment.inference;

/**
 * A mean over replications with its confidence interval.
 *
 * @param mean the mean over those replications that have a value; NaN where none has
 * @param low the interval's lower end; NaN where fewer than two replications have a value
 * @param high the interval's upper end; NaN likewise
 */
public record Interval(double mean, double low, double high) {

    /** A value that no replication has. */
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** Whether there are enough replications for an interval. */
    public boolean isBounded() {
        return !Double.isNaN(low);
    }

    /** Half of the interval's width; NaN where there is none. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
