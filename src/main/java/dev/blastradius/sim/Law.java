package dev.blastradius.sim;

/** A distribution that also knows how much lies below a value, from which follow quantiles that have no formula. */
abstract class Law implements Sampler {

    /** Enough halvings to get from the widest bracket of doubles to neighbouring ones. */
    private static final int HALVINGS = 1100;

    /** By bisection of {@link #cdf}, to the nearest double; laws with a closed form override it. */
    @Override
    public double quantile(double p) {
        if (cdf(0) >= p) {
            return 0;
        }
        double high = 1;
        while (cdf(high) < p) {
            high *= 2;
        }
        double low = 0;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) {
                break;
            }
            if (cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
