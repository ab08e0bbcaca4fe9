package dev.blastradius.sim;

/** Uniform between two different values, by inversion of one uniform. */
final class UniformLaw extends Law {

    private final double min;
    private final double width;

    private UniformLaw(double min, double width) {
        this.min = min;
        this.width = width;
    }

    static Law of(double min, double max) {
        return min == max ? new ConstantLaw(min) : new UniformLaw(min, max - min);
    }

    @Override
    public double sample(RandomStream stream) {
        return min + width * stream.uniform();
    }

    @Override
    public double mean() {
        return min + width / 2;
    }

    @Override
    public double quantile(double p) {
        return min + width * p;
    }

    @Override
    public double cdf(double x) {
        return StrictMath.max(0, StrictMath.min(1, (x - min) / width));
    }
}
