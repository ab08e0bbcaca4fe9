package dev.blastradius.model.distribution;

import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Quantity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of times (in seconds) or of plain numbers, by the field's usual parameters. Whether the parameters are
 * {@link Duration}s or {@link Amount}s tells which. {@link DistributionTypes} describes how each is written.
 */
public sealed interface Distribution {

    /** Always the same value. */
    record Constant(Quantity value) implements Distribution {}

    /** Exponential. */
    record Exponential(Quantity mean) implements Distribution {}

    /**
     * Log-normal, by one of three pairs: median and 99th percentile, median and sigma (the standard deviation of the
     * logarithm), mean and coefficient of variation.
     */
    record Lognormal(
            @Nullable Quantity median,
            @Nullable Quantity p99,
            @Nullable Double sigma,
            @Nullable Quantity mean,
            @Nullable Double cv)
            implements Distribution {

        /** From median and 99th percentile. */
        public static Lognormal ofMedianAndP99(Quantity median, Quantity p99) {
            return new Lognormal(median, p99, null, null, null);
        }

        /** From median and sigma. */
        public static Lognormal ofMedianAndSigma(Quantity median, double sigma) {
            return new Lognormal(median, null, sigma, null, null);
        }

        /** From mean and coefficient of variation. */
        public static Lognormal ofMeanAndCv(Quantity mean, double cv) {
            return new Lognormal(null, null, null, mean, cv);
        }
    }

    /** Uniform between two values. */
    record Uniform(Quantity min, Quantity max) implements Distribution {}

    /** The sum of {@code k} exponentials of equal mean; {@code mean} is that of the sum. */
    record Erlang(Quantity mean, Long k) implements Distribution {}

    /** Gamma, by mean and coefficient of variation: shape 1/cv², scale mean·cv². */
    record Gamma(Quantity mean, Double cv) implements Distribution {}

    /** Two exponentials with balanced means, by mean and coefficient of variation above 1. */
    record Hyperexponential(Quantity mean, Double cv) implements Distribution {}

    /** Pareto (type I): P(X &gt; x) = (min/x)^shape for x of min or more. */
    record Pareto(Quantity min, Double shape) implements Distribution {}

    /** Weibull, by mean and shape. */
    record Weibull(Quantity mean, Double shape) implements Distribution {}

    /** By quantiles, linear between them; the first at 0, the last at 1. */
    record Empirical(List<QuantilePoint> quantiles) implements Distribution {}

    /** One of several distributions, drawn by weight. */
    record Mixture(List<Part> of) implements Distribution {}

    /** A model's answer: time to first token + output tokens / rate. Only as a component's latency. */
    record Llm(Distribution timeToFirstToken, Distribution tokensPerSecond) implements Distribution {}

    /** A point of an empirical distribution: the value below which this share lies. */
    record QuantilePoint(Double share, Quantity value) {}

    /** A part of a mixture; weights need not add up to 1. */
    record Part(Double weight, Distribution distribution) {}

    /** The distribution that is always the same. */
    static Distribution constant(Quantity value) {
        return new Constant(value);
    }
}
