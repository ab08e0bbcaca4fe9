package dev.blastradius.sim;

/** Draws from a distribution. Values are in the base unit: seconds for times, else plain numbers; 0 or more. */
public interface Sampler {

    /**
     * A value drawn; Double.POSITIVE_INFINITY where a heavy tail goes beyond the doubles. It uses the stream from where it
     * stands, for most distributions one uniform.
     */
    double sample(RandomStream stream);

    /**
     * A value drawn where whatever in it is log-normal spreads differently: sigma, the standard deviation of the logarithm, is
     * multiplied, and the median stays. It uses the stream as {@link #sample(RandomStream)} does; a distribution without anything
     * log-normal gives the same value.
     *
     * @param spread the factor, 0 or more; at 1 the value is that of {@link #sample(RandomStream)}
     */
    default double sample(RandomStream stream, double spread) {
        return sample(stream);
    }

    /** The mean; Double.POSITIVE_INFINITY where the distribution has none. */
    double mean();

    /**
     * The smallest value that is not below a share of all.
     *
     * @param p above 0 and below 1
     */
    double quantile(double p);

    /** The probability of {@code x} or less. */
    double cdf(double x);
}
