package dev.blastradius.sim;

/** Draws from a distribution. Values are in the base unit: seconds for times, else plain numbers; 0 or more. */
public interface Sampler {

    /**
     * A value drawn; Double.POSITIVE_INFINITY where a heavy tail goes beyond the doubles. It uses the stream from where it
     * stands, for most distributions one uniform.
     */
    double sample(RandomStream stream);

    /** The mean; Double.POSITIVE_INFINITY where the distribution has none. */
    double mean();

    /**
     * The smallest value that is not below a share of all.
     *
     * @param p above 0 and below 1
     */
    double quantile(double p);
}
