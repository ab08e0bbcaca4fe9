package dev.blastradius.sim;

/**
 * One of two exponentials with balanced means, H2b (Tijms 1994, "Stochastic Models", appendix B; Whitt 1982): each of the
 * two contributes half of the mean. One uniform chooses, another is inverted.
 */
final class HyperexponentialLaw extends Law {

    private final double mean;
    private final double share;
    private final double firstMean;
    private final double secondMean;

    /**
     * By mean and coefficient of variation.
     *
     * @param cv 1 or more
     */
    HyperexponentialLaw(double mean, double cv) {
        double squared = cv * cv;
        this.mean = mean;
        this.share = (1 + StrictMath.sqrt((squared - 1) / (squared + 1))) / 2;
        this.firstMean = mean / (2 * share);
        this.secondMean = mean / (2 * (1 - share));
    }

    @Override
    public double sample(RandomStream stream) {
        double scale = stream.uniform() < share ? firstMean : secondMean;
        return scale * stream.exponential();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -share * StrictMath.expm1(-x / firstMean) - (1 - share) * StrictMath.expm1(-x / secondMean);
    }
}
