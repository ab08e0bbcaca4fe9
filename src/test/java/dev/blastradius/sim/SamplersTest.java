package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.Distribution.Constant;
import dev.blastradius.model.distribution.Distribution.Empirical;
import dev.blastradius.model.distribution.Distribution.Erlang;
import dev.blastradius.model.distribution.Distribution.Exponential;
import dev.blastradius.model.distribution.Distribution.Gamma;
import dev.blastradius.model.distribution.Distribution.Hyperexponential;
import dev.blastradius.model.distribution.Distribution.Llm;
import dev.blastradius.model.distribution.Distribution.Lognormal;
import dev.blastradius.model.distribution.Distribution.Mixture;
import dev.blastradius.model.distribution.Distribution.Pareto;
import dev.blastradius.model.distribution.Distribution.Part;
import dev.blastradius.model.distribution.Distribution.QuantilePoint;
import dev.blastradius.model.distribution.Distribution.Uniform;
import dev.blastradius.model.distribution.Distribution.Weibull;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.ParetoDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {

    private static final int DRAWS = 200_000;
    private static final double[] SHARES = {1e-6, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1 - 1e-6};

    /**
     * A distribution and what theory says of it.
     *
     * @param deviation the standard deviation; infinite where it is too large for the mean to be tested
     */
    record Case(Distribution distribution, double mean, double deviation, DoubleUnaryOperator cdf) {
        static Case of(Distribution distribution, RealDistribution theory) {
            return new Case(
                    distribution,
                    theory.getNumericalMean(),
                    Math.sqrt(theory.getNumericalVariance()),
                    theory::cumulativeProbability);
        }

        @Override
        public String toString() {
            return distribution.toString();
        }
    }

    private static Amount number(double value) {
        return new Amount(value);
    }

    static Stream<Case> cases() {
        return Stream.of(byLibrary(), lognormals(), hyperexponentials(), byPoints())
                .flatMap(each -> each);
    }

    private static Stream<Case> byLibrary() {
        return Stream.of(
                Case.of(new Exponential(Duration.of("250ms")), new ExponentialDistribution(null, 0.25)),
                Case.of(new Exponential(number(1200)), new ExponentialDistribution(null, 1200)),
                Case.of(new Uniform(number(2), number(5)), new UniformRealDistribution(2, 5)),
                Case.of(new Uniform(Duration.ZERO, Duration.of("1s")), new UniformRealDistribution(0, 1)),
                Case.of(new Erlang(number(3), 1L), new GammaDistribution(1, 3)),
                Case.of(new Erlang(number(3), 4L), new GammaDistribution(4, 0.75)),
                Case.of(new Erlang(number(3), 16L), new GammaDistribution(16, 3 / 16.0)),
                Case.of(new Erlang(number(3), 1000L), new GammaDistribution(1000, 0.003)),
                Case.of(new Gamma(number(2), 0.1), new GammaDistribution(100, 0.02)),
                Case.of(new Gamma(number(2), 1.0), new GammaDistribution(1, 2)),
                Case.of(new Gamma(number(2), 2.0), new GammaDistribution(0.25, 8)),
                Case.of(new Pareto(number(1), 3.5), new ParetoDistribution(1, 3.5)),
                Case.of(new Pareto(number(0.2), 0.9), new ParetoDistribution(0.2, 0.9)),
                Case.of(new Weibull(number(1), 0.5), new WeibullDistribution(0.5, 0.5)),
                Case.of(new Weibull(number(Math.sqrt(Math.PI) / 2), 2.0), new WeibullDistribution(2, 1)));
    }

    /** Standard deviation of the logarithm: ln(p99/median)/2.3263 or the square root of ln(1 + cv²). */
    private static Stream<Case> lognormals() {
        double byP99 = Math.log(4) / 2.3263478740408408;
        double byCv = Math.sqrt(Math.log(1 + 1.5 * 1.5));
        return Stream.of(
                Case.of(
                        Lognormal.ofMedianAndP99(number(1000), number(4000)),
                        new LogNormalDistribution(Math.log(1000), byP99)),
                Case.of(Lognormal.ofMedianAndSigma(number(0.02), 0.7), new LogNormalDistribution(Math.log(0.02), 0.7)),
                Case.of(
                        Lognormal.ofMeanAndCv(number(2), 1.5),
                        new LogNormalDistribution(Math.log(2) - byCv * byCv / 2, byCv)));
    }

    /** The coefficient of variation is the one asked for, and the two branches share the mean in halves. */
    private static Stream<Case> hyperexponentials() {
        return Stream.of(1.0, 1.5, 4.0).map(cv -> {
            double p = (1 + Math.sqrt((cv * cv - 1) / (cv * cv + 1))) / 2;
            DoubleUnaryOperator cdf = x -> 1 - p * Math.exp(-x * 2 * p / 3) - (1 - p) * Math.exp(-x * 2 * (1 - p) / 3);
            return new Case(new Hyperexponential(number(3), cv), 3, 3 * cv, cdf);
        });
    }

    private static Stream<Case> byPoints() {
        Empirical empirical = new Empirical(List.of(
                new QuantilePoint(0.0, number(1)),
                new QuantilePoint(0.5, number(2)),
                new QuantilePoint(0.9, number(6)),
                new QuantilePoint(1.0, number(16))));
        // Of each piece the mean is its middle, and the second moment the middle squared plus width²/12.
        double mean = 0.5 * 1.5 + 0.4 * 4 + 0.1 * 11;
        double second = 0.5 * (2.25 + 1 / 12.0) + 0.4 * (16 + 16 / 12.0) + 0.1 * (121 + 100 / 12.0);
        DoubleUnaryOperator cdf = x -> x < 2 ? (x - 1) / 2 : x < 6 ? 0.5 + (x - 2) / 10 : 0.9 + (x - 6) / 100;
        Mixture mixture = new Mixture(
                List.of(new Part(3.0, new Exponential(number(1))), new Part(1.0, new Uniform(number(10), number(20)))));
        return Stream.of(
                new Case(empirical, mean, Math.sqrt(second - mean * mean), cdf),
                // Second moments: 2 of the exponential, 225 + 100/12 of the uniform.
                new Case(
                        mixture,
                        4.5,
                        Math.sqrt(0.75 * 2 + 0.25 * (225 + 100 / 12.0) - 4.5 * 4.5),
                        x -> 0.75 * -Math.expm1(-x) + 0.25 * Math.max(0, Math.min(1, (x - 10) / 10))));
    }

    private static double[] sample(Distribution distribution) {
        Sampler sampler = Samplers.of(distribution);
        RandomStream stream = new RandomStream();
        double[] values = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            values[i] = sampler.sample(stream.start(RandomStream.mix(2026, i)));
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawsFollowTheDistribution(Case it) {
        KolmogorovSmirnov.check(sample(it.distribution()), it.cdf());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMeanIsTheOneThatTheoryGives(Case it) {
        double mean = Samplers.of(it.distribution()).mean();

        if (Double.isInfinite(it.mean())) {
            assertEquals(Double.POSITIVE_INFINITY, mean);
        } else {
            assertEquals(it.mean(), mean, 1e-9 * it.mean());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMeanOfDrawsIsWithinFourStandardErrorsOfTheMean(Case it) {
        if (Double.isInfinite(it.deviation()) || Double.isInfinite(it.mean())) {
            return;
        }
        double sum = 0;
        for (double value : sample(it.distribution())) {
            sum += value;
        }
        assertEquals(it.mean(), sum / DRAWS, 4 * it.deviation() / Math.sqrt(DRAWS));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void quantilesInvertTheDistributionFunction(Case it) {
        Law law = Samplers.law(it.distribution());
        for (double share : SHARES) {
            double quantile = law.quantile(share);
            assertEquals(share, it.cdf().applyAsDouble(quantile), 1e-9, "share " + share);
            assertEquals(share, law.cdf(quantile), 1e-9, "share " + share);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothingLiesBelowZero(Case it) {
        Law law = Samplers.law(it.distribution());

        assertEquals(0, law.cdf(0));
        assertEquals(0, law.cdf(-1));
    }

    @Test
    void aConstantIsAlwaysItself() {
        Sampler sampler = Samplers.of(new Constant(Duration.of("250ms")));
        RandomStream stream = new RandomStream().start(1);

        assertEquals(0.25, sampler.sample(stream));
        assertEquals(0.25, sampler.mean());
        assertEquals(0.25, sampler.quantile(0.99));
        assertEquals(new RandomStream().start(1).bits(), stream.bits());
    }

    /** Such are allowed by the model's rules. */
    static Stream<Distribution> withoutSpread() {
        return Stream.of(
                Lognormal.ofMedianAndSigma(number(3), 0),
                Lognormal.ofMedianAndP99(number(3), number(3)),
                new Uniform(number(3), number(3)),
                new Empirical(List.of(new QuantilePoint(0.0, number(3)), new QuantilePoint(1.0, number(3)))),
                new Mixture(List.of(new Part(2.0, new Constant(number(3))))));
    }

    @ParameterizedTest
    @MethodSource("withoutSpread")
    void aDistributionWithoutSpreadIsAConstant(Distribution distribution) {
        Law law = Samplers.law(distribution);

        assertEquals(3, law.sample(new RandomStream().start(1)));
        assertEquals(3, law.mean());
        assertEquals(3, law.quantile(0.01));
        assertEquals(3, law.quantile(0.99));
        assertEquals(0, law.cdf(2.999));
        assertEquals(1, law.cdf(3));
    }

    @Test
    void aQuantileOfAMixtureWithConstantsIsOneOfThem() {
        Sampler sampler = Samplers.of(
                new Mixture(List.of(new Part(0.9, new Constant(number(0))), new Part(0.1, new Constant(number(30))))));

        assertEquals(0, sampler.quantile(0.89));
        assertEquals(30, sampler.quantile(0.91));
        assertEquals(3, sampler.mean(), 1e-12);
    }

    /** The corners of what the model file allows. */
    static Stream<Distribution> extremes() {
        return Stream.of(
                new Gamma(number(1), 100.0),
                new Gamma(number(1), 0.01),
                new Hyperexponential(number(1), 100.0),
                new Weibull(number(1), 0.1),
                new Weibull(number(1), 100.0),
                new Pareto(number(1), 1e-6),
                new Pareto(number(1), 100.0),
                Lognormal.ofMedianAndSigma(number(1), 10),
                Lognormal.ofMeanAndCv(number(1), 100));
    }

    @ParameterizedTest
    @MethodSource("extremes")
    void extremeParametersGiveNumbersOfZeroOrMore(Distribution distribution) {
        for (double value : sample(distribution)) {
            assertTrue(value >= 0, () -> "drawn: " + value);
        }
        Sampler sampler = Samplers.of(distribution);
        double median = sampler.quantile(0.5);
        assertTrue(median >= 0 && median <= sampler.quantile(0.999), () -> "median: " + median);
    }

    @Test
    void aModelsAnswerIsNoDistributionOfOneNumber() {
        Distribution constant = Distribution.constant(number(1));

        assertThrows(IllegalArgumentException.class, () -> Samplers.of(new Llm(constant, constant)));
    }

    @Test
    void aLognormalWithoutAPairOfParametersIsRefused() {
        Lognormal median = new Lognormal(number(1), null, null, null, null);

        assertThrows(IllegalArgumentException.class, () -> Samplers.of(median));
    }
}
