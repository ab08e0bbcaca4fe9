package dev.blastradius.sim;

import org.apache.commons.math3.special.Gamma;

/** Weibull, by inversion of one uniform: a power of an exponential. */
final class WeibullLaw extends Law {

    private final double mean;
    private final double shape;
    private final double scale;

    WeibullLaw(double mean, double shape) {
        this.mean = mean;
        this.shape = shape;
        this.scale = mean / Gamma.gamma(1 + 1 / shape);
    }

    @Override
    public double sample(RandomStream stream) {
        return scale * StrictMath.pow(stream.exponential(), 1 / shape);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double quantile(double p) {
        return scale * StrictMath.pow(-StrictMath.log1p(-p), 1 / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : -StrictMath.expm1(-StrictMath.pow(x / scale, shape));
    }
}
