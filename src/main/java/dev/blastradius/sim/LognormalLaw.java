package dev.blastradius.sim;

import org.apache.commons.math3.special.Erf;

/** Log-normal, by the mean and the standard deviation of the logarithm; by inversion of one uniform. */
final class LognormalLaw extends Law {

    /** The 99 % point of the standard normal distribution. */
    private static final double NORMAL_P99 = 2.3263478740408408;

    private final double mu;
    private final double sigma;

    /**
     * By its logarithm.
     *
     * @param sigma above 0
     */
    private LognormalLaw(double mu, double sigma) {
        this.mu = mu;
        this.sigma = sigma;
    }

    static Law ofMedianAndSigma(double median, double sigma) {
        return sigma == 0 ? new ConstantLaw(median) : new LognormalLaw(StrictMath.log(median), sigma);
    }

    static Law ofMedianAndP99(double median, double p99) {
        return ofMedianAndSigma(median, StrictMath.log(p99 / median) / NORMAL_P99);
    }

    /** The moments' equations solved: the variance of the logarithm is ln(1 + cv²). */
    static Law ofMeanAndCv(double mean, double cv) {
        double variance = StrictMath.log1p(cv * cv);
        return ofMedianAndSigma(mean * StrictMath.exp(-variance / 2), StrictMath.sqrt(variance));
    }

    @Override
    public double sample(RandomStream stream) {
        return StrictMath.exp(mu + sigma * stream.normal());
    }

    @Override
    public double sample(RandomStream stream, double spread) {
        return StrictMath.exp(mu + sigma * spread * stream.normal());
    }

    @Override
    public double mean() {
        return StrictMath.exp(mu + sigma * sigma / 2);
    }

    @Override
    public double quantile(double p) {
        return StrictMath.exp(mu + sigma * NormalQuantile.of(p));
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : Erf.erfc((mu - StrictMath.log(x)) / (sigma * StrictMath.sqrt(2))) / 2;
    }
}
