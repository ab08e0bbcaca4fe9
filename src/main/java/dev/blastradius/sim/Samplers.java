package dev.blastradius.sim;

import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.Distribution.Constant;
import dev.blastradius.model.distribution.Distribution.Empirical;
import dev.blastradius.model.distribution.Distribution.Erlang;
import dev.blastradius.model.distribution.Distribution.Exponential;
import dev.blastradius.model.distribution.Distribution.Gamma;
import dev.blastradius.model.distribution.Distribution.Hyperexponential;
import dev.blastradius.model.distribution.Distribution.Lognormal;
import dev.blastradius.model.distribution.Distribution.Mixture;
import dev.blastradius.model.distribution.Distribution.Pareto;
import dev.blastradius.model.distribution.Distribution.Uniform;
import dev.blastradius.model.distribution.Distribution.Weibull;

/** How each distribution of the model is sampled. */
public final class Samplers {

    private Samplers() {}

    /**
     * The sampler of a distribution. Throws IllegalArgumentException for a {@link Distribution.Llm}, which is no distribution
     * of one number but depends on the request's tokens, and for a log-normal without one of its pairs of parameters.
     */
    public static Sampler of(Distribution distribution) {
        return law(distribution);
    }

    static Law law(Distribution distribution) {
        if (distribution instanceof Constant it) {
            return new ConstantLaw(it.value().value());
        } else if (distribution instanceof Exponential it) {
            return new ExponentialLaw(it.mean().value());
        } else if (distribution instanceof Lognormal it) {
            return lognormal(it);
        } else if (distribution instanceof Uniform it) {
            return UniformLaw.of(it.min().value(), it.max().value());
        } else if (distribution instanceof Erlang it) {
            return ErlangLaw.of(it.mean().value(), it.k());
        } else if (distribution instanceof Gamma it) {
            return GammaLaw.ofMeanAndCv(it.mean().value(), it.cv());
        } else if (distribution instanceof Hyperexponential it) {
            return new HyperexponentialLaw(it.mean().value(), it.cv());
        } else if (distribution instanceof Pareto it) {
            return new ParetoLaw(it.min().value(), it.shape());
        } else if (distribution instanceof Weibull it) {
            return new WeibullLaw(it.mean().value(), it.shape());
        } else if (distribution instanceof Empirical it) {
            return empirical(it);
        } else if (distribution instanceof Mixture it) {
            return mixture(it);
        }
        throw new IllegalArgumentException("not a distribution of one number: " + distribution);
    }

    private static Law lognormal(Lognormal it) {
        if (it.median() != null && it.p99() != null) {
            return LognormalLaw.ofMedianAndP99(it.median().value(), it.p99().value());
        } else if (it.median() != null && it.sigma() != null) {
            return LognormalLaw.ofMedianAndSigma(it.median().value(), it.sigma());
        } else if (it.mean() != null && it.cv() != null) {
            return LognormalLaw.ofMeanAndCv(it.mean().value(), it.cv());
        }
        throw new IllegalArgumentException(
                "a log-normal takes median and p99, median and sigma, or mean and cv: " + it);
    }

    private static Law empirical(Empirical it) {
        return new EmpiricalLaw(
                it.quantiles().stream().mapToDouble(point -> point.share()).toArray(),
                it.quantiles().stream()
                        .mapToDouble(point -> point.value().value())
                        .toArray());
    }

    private static Law mixture(Mixture it) {
        return new MixtureLaw(
                it.of().stream().map(part -> law(part.distribution())).toArray(Law[]::new),
                it.of().stream().mapToDouble(part -> part.weight()).toArray());
    }
}
