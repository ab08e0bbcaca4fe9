package dev.blastradius.sim;

/** Exponential, by inversion of one uniform. */
final class ExponentialLaw extends Law {

    private final double mean;

    ExponentialLaw(double mean) {
        this.mean = mean;
    }

    @Override
    public double sample(RandomStream stream) {
        return mean * stream.exponential();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double quantile(double p) {
        return -mean * StrictMath.log1p(-p);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-x / mean);
    }
}
