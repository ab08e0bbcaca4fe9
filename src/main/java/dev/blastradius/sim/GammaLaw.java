package dev.blastradius.sim;

import org.apache.commons.math3.special.Gamma;

/**
 * Gamma, by rejection (Marsaglia and Tsang 2000, "A simple method for generating gamma variables", ACM TOMS 26, 363-372): a
 * draw takes two uniforms, rarely more. A shape below 1 is drawn with one more and scaled down, as the paper says.
 */
final class GammaLaw extends Law {

    private final double shape;
    private final double scale;
    private final double d;
    private final double c;

    GammaLaw(double shape, double scale) {
        this.shape = shape;
        this.scale = scale;
        this.d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        this.c = 1 / StrictMath.sqrt(9 * d);
    }

    static Law ofMeanAndCv(double mean, double cv) {
        return new GammaLaw(1 / (cv * cv), mean * cv * cv);
    }

    @Override
    public double sample(RandomStream stream) {
        double value = scale * d * cube(stream);
        return shape < 1 ? value * StrictMath.exp(-stream.exponential() / shape) : value;
    }

    /** The accepted (1 + c·normal)³. */
    private double cube(RandomStream stream) {
        while (true) {
            double x = stream.normal();
            double root = 1 + c * x;
            double u = stream.uniform();
            if (root > 0) {
                double v = root * root * root;
                if (u < 1 - 0.0331 * (x * x) * (x * x)
                        || StrictMath.log(u) < x * x / 2 + d * (1 - v + StrictMath.log(v))) {
                    return v;
                }
            }
        }
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : Gamma.regularizedGammaP(shape, x / scale);
    }
}
