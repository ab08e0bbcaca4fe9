package dev.blastradius.sim;

/** Pareto of type I, by inversion of one uniform: P(X &gt; x) = (min/x)^shape. */
final class ParetoLaw extends Law {

    private final double min;
    private final double shape;

    ParetoLaw(double min, double shape) {
        this.min = min;
        this.shape = shape;
    }

    @Override
    public double sample(RandomStream stream) {
        return min * StrictMath.exp(stream.exponential() / shape);
    }

    @Override
    public double mean() {
        return shape <= 1 ? Double.POSITIVE_INFINITY : min * shape / (shape - 1);
    }

    @Override
    public double quantile(double p) {
        return min * StrictMath.exp(-StrictMath.log1p(-p) / shape);
    }

    @Override
    public double cdf(double x) {
        return x <= min ? 0 : -StrictMath.expm1(shape * StrictMath.log(min / x));
    }
}
