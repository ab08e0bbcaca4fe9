package dev.blastradius.sim;

import org.apache.commons.math3.special.Gamma;

/** The sum of a few exponentials: the logarithm of a product of uniforms. */
final class ErlangLaw extends Law {

    /** Beyond this a product of uniforms could be no normal double, and rejection is faster anyway. */
    private static final int MOST_PHASES = 16;

    private final int phases;
    private final double phaseMean;

    private ErlangLaw(int phases, double phaseMean) {
        this.phases = phases;
        this.phaseMean = phaseMean;
    }

    static Law of(double mean, long phases) {
        return phases <= MOST_PHASES ? new ErlangLaw((int) phases, mean / phases) : new GammaLaw(phases, mean / phases);
    }

    @Override
    public double sample(RandomStream stream) {
        double product = stream.uniform();
        for (int i = 1; i < phases; i++) {
            product *= stream.uniform();
        }
        return -phaseMean * StrictMath.log(product);
    }

    @Override
    public double mean() {
        return phases * phaseMean;
    }

    @Override
    public double cdf(double x) {
        return x <= 0 ? 0 : Gamma.regularizedGammaP(phases, x / phaseMean);
    }
}
