package dev.blastradius.editor.density;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.density.Densities.Unit;
import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DensitiesTest {

    private static final Duration SECOND = Duration.of("1s");

    private final Densities densities = new Densities();

    /**
     * Medians and 99th percentiles in closed form; the gamma's are those of chi-squared with 8 degrees of freedom (7.344121 and
     * 20.090235 in the usual tables), halved and scaled.
     */
    static Stream<Arguments> closedForms() {
        double scale = 1 / 0.886226925452758; // of a Weibull of mean 1 and shape 2: 1 / Γ(1.5)
        return Stream.of(
                Arguments.of(Lognormal.ofMedianAndP99(Duration.of("800ms"), Duration.of("3.2s")), 0.8, 3.2),
                Arguments.of(Lognormal.ofMedianAndSigma(SECOND, 0.5), 1, Math.exp(0.5 * 2.3263478740408408)),
                Arguments.of(new Exponential(SECOND), Math.log(2), Math.log(100)),
                Arguments.of(new Gamma(SECOND, 0.5), 7.344121 / 8, 20.090235 / 8),
                Arguments.of(new Erlang(SECOND, 4L), 7.344121 / 8, 20.090235 / 8),
                Arguments.of(
                        new Weibull(SECOND, 2.0), scale * Math.sqrt(Math.log(2)), scale * Math.sqrt(Math.log(100))),
                Arguments.of(new Pareto(SECOND, 2.0), Math.sqrt(2), 10),
                Arguments.of(new Uniform(SECOND, Duration.of("3s")), 2, 2.98),
                Arguments.of(
                        new Empirical(List.of(
                                new QuantilePoint(0.0, SECOND),
                                new QuantilePoint(0.5, Duration.of("2s")),
                                new QuantilePoint(1.0, Duration.of("12s")))),
                        2,
                        2 + 10 * 0.98),
                Arguments.of(Distribution.constant(SECOND), 1, 1));
    }

    @ParameterizedTest
    @MethodSource("closedForms")
    void medianAndP99AreThoseOfTheClosedForm(Distribution distribution, double median, double p99) {
        Density density = of(distribution);
        assertEquals(median, density.median(), 1e-6 * median);
        assertEquals(p99, density.p99(), 1e-6 * p99);
    }

    @Test
    void ofAHyperexponentialHalfLiesBelowTheMedian() {
        double median = of(new Hyperexponential(SECOND, 2.0)).median();
        double share = (1 + Math.sqrt(3.0 / 5)) / 2;
        double below = 1 - share * Math.exp(-2 * share * median) - (1 - share) * Math.exp(-2 * (1 - share) * median);
        assertEquals(0.5, below, 1e-9);
    }

    @Test
    void anAxisIsLogarithmicOnlyWhereTheTailIsHeavy() {
        assertFalse(of(new Exponential(SECOND)).logarithmic()
                && of(new Exponential(SECOND)).low() <= 0);
        assertFalse(of(Lognormal.ofMedianAndP99(SECOND, Duration.of("4s"))).logarithmic());
        assertTrue(of(new Pareto(SECOND, 1.0)).logarithmic());
    }

    @Test
    void theDensityOfALognormalOnALogarithmicAxisIsHighestAtTheMedian() {
        Density density = of(Lognormal.ofMedianAndP99(SECOND, Duration.of("20s")));
        int highest = IntStream.range(0, density.heights().size())
                .filter(i -> density.heights().get(i) == 1)
                .findFirst()
                .orElseThrow();
        assertEquals(density.place(1), (highest + 0.5) / density.heights().size(), 1.0 / 72);
        assertEquals(5, density.at(density.place(5)), 1e-9);
    }

    @Test
    void theStripsOfAUniformAreEvenBetweenItsEnds() {
        Density density = of(new Uniform(Duration.of("2s"), Duration.of("4s")));
        List<Double> inside = IntStream.range(0, density.heights().size())
                .filter(i -> density.at((double) i / density.heights().size()) > 2
                        && density.at((i + 1.0) / density.heights().size()) < 4)
                .mapToObj(density.heights()::get)
                .toList();
        inside.forEach(height -> assertEquals(1, height, 1e-9));
        assertTrue(inside.size() > 30);
    }

    @Test
    void theTimeOfAnAnswerIsFirstTokenAndTokensByRate() {
        Llm answer = new Llm(Distribution.constant(SECOND), Distribution.constant(new Amount(50)));
        Density density = densities.of(answer, Distribution.constant(new Amount(200)), Unit.TIME);
        assertNotNull(density);
        assertEquals(5, density.median());
        assertEquals("about always 5 s (output tokens: median 200)", density.words());
    }

    /** Of draws, the share below the exact p99 lies within 4 standard deviations of 99 %. */
    @Test
    void aSampledP99IsNearTheExactOne() {
        Llm answer =
                new Llm(Lognormal.ofMedianAndP99(SECOND, Duration.of("4s")), Distribution.constant(new Amount(1e6)));
        double[] draws = Densities.draws(answer, Distribution.constant(new Amount(0)));
        long below = java.util.Arrays.stream(draws).filter(time -> time <= 4).count();
        double deviation = Math.sqrt(0.99 * 0.01 / draws.length);
        assertEquals(0.99, (double) below / draws.length, 4 * deviation);
    }

    @Test
    void anAnswerWithoutTokensHasNoPicture() {
        assertNull(densities.of(
                new Llm(Distribution.constant(SECOND), Distribution.constant(new Amount(50))), null, Unit.TIME));
    }

    @Test
    void theWordsSayBothInTheUnitOfTheValues() {
        assertEquals(
                "median 800 ms · p99 3.2 s",
                of(Lognormal.ofMedianAndP99(Duration.of("800ms"), Duration.of("3.2s")))
                        .words());
        Density tokens =
                densities.of(Lognormal.ofMedianAndP99(new Amount(1_000), new Amount(4_000)), null, Unit.NUMBER);
        assertNotNull(tokens);
        assertEquals("median 1,000 · p99 4,000", tokens.words());
        assertEquals("always 1 s", of(Distribution.constant(SECOND)).words());
        assertEquals(
                "always 0s", of(Distribution.constant(Duration.ZERO)).words().replace(" s", "s"));
    }

    @Test
    void whatWasMadeIsKept() {
        Distribution mixture = new Mixture(
                List.of(new Part(0.9, Distribution.constant(SECOND)), new Part(0.1, new Exponential(SECOND))));
        assertSame(of(mixture), of(mixture));
    }

    private Density of(Distribution distribution) {
        Density density = densities.of(distribution, null, Unit.TIME);
        assertNotNull(density);
        return density;
    }
}
