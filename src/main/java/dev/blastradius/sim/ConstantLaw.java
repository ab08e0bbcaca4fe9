package dev.blastradius.sim;

/** Always the same value; draws nothing from the stream. */
final class ConstantLaw extends Law {

    private final double value;

    ConstantLaw(double value) {
        this.value = value;
    }

    @Override
    public double sample(RandomStream stream) {
        return value;
    }

    @Override
    public double mean() {
        return value;
    }

    @Override
    public double quantile(double p) {
        return value;
    }

    @Override
    public double cdf(double x) {
        return x < value ? 0 : 1;
    }
}
