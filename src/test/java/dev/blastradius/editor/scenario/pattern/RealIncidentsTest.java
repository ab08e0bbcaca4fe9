package dev.blastradius.editor.scenario.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.scenario.Fits;
import dev.blastradius.editor.scenario.pattern.RealIncidents.Drawn;
import dev.blastradius.editor.scenario.pattern.RealIncidents.Provider;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That drawn incidents last as long as the published ones did, and are the same at each telling. */
class RealIncidentsTest {

    private static final int DRAWS = 20_000;

    private final Pipeline pipeline = Examples.load("rag-support-two-providers").pipeline();

    private static Provider provider(String tag) {
        return RealIncidents.PROVIDERS.stream()
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static double[] minutes(Provider provider) {
        return LongStream.range(0, DRAWS)
                .mapToDouble(number -> provider.length(number) / 60)
                .sorted()
                .toArray();
    }

    /** The ranks between which a quantile lies with a probability of 99.9 %, by the normal approximation of the binomial. */
    private static void assertQuantile(double[] sorted, double share, double expected) {
        double spread = 3.29 * Math.sqrt(share * (1 - share) * DRAWS);
        double low = sorted[(int) (share * DRAWS - spread)];
        double high = sorted[(int) (share * DRAWS + spread)];
        assertTrue(low <= expected && expected <= high, share + ": " + expected + " not in " + low + " … " + high);
    }

    @Test
    void theirMediansAreThePublishedOnes() {
        // Published: 74 min for OpenAI (half a minute for rounding), 76 min for Anthropic, whose fitted median is 78.
        assertEquals(
                74,
                Arrays.stream(minutes(provider("openai")))
                        .skip(DRAWS / 2)
                        .findFirst()
                        .orElseThrow(),
                74 * 0.06);
        assertEquals(
                76,
                Arrays.stream(minutes(provider("anthropic")))
                        .skip(DRAWS / 2)
                        .findFirst()
                        .orElseThrow(),
                76 * 0.06);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic"})
    void theirQuantilesAreThoseOfTheFittedDistribution(String tag) {
        Provider provider = provider(tag);
        double[] sorted = minutes(provider);
        double quartile = 0.674_489_75 * provider.sigma();
        double ninety = 1.281_551_57 * provider.sigma();

        assertQuantile(sorted, 0.25, Math.exp(provider.mu() - quartile));
        assertQuantile(sorted, 0.5, Math.exp(provider.mu()));
        assertQuantile(sorted, 0.75, Math.exp(provider.mu() + quartile));
        assertQuantile(sorted, 0.9, Math.exp(provider.mu() + ninety));
    }

    @Test
    void theNumberOfADrawGivesTheSameAgainAndAnotherNumberAnother() {
        Provider openai = provider("openai");

        assertEquals(
                RealIncidents.draw(pipeline, openai, 7, 600, 2_700),
                RealIncidents.draw(pipeline, openai, 7, 600, 2_700));
        assertNotEquals(openai.length(7), openai.length(8));
    }

    @Test
    void providersFailIndependently() {
        Provider one = provider("openai");
        Provider other = provider("anthropic");
        double sum = 0;
        for (long i = 0; i < DRAWS; i++) {
            double a = (Math.log(one.length(i) / 60) - one.mu()) / one.sigma();
            double b = (Math.log(other.length(i) / 60) - other.mu()) / other.sigma();
            sum += a * b;
        }
        assertEquals(0, sum / DRAWS, 3.29 / Math.sqrt(DRAWS));
    }

    @Test
    void allOfTheProvidersModelsFailTogetherForAsLongAsTheRunLeaves() {
        for (long number = 1; number <= 30; number++) {
            Drawn drawn = RealIncidents.draw(pipeline, provider("openai"), number, 600, 2_700);

            assertEquals("", Fits.obstacle(pipeline, drawn.faults()));
            assertEquals(provider("openai").target(), drawn.faults().get(0).target());
            double lasts = drawn.faults().get(0).lasting().seconds();
            assertTrue(600 + lasts <= 2_700);
            assertEquals(drawn.length() > 2_100, drawn.isCut());
            assertEquals(drawn.isCut(), drawn.note().contains("the run lasts 45 min, and cuts it"));
            if (drawn.isCut()) {
                assertEquals(2_100, lasts);
                assertTrue(drawn.wholeRun() >= 600 + drawn.length());
            } else {
                assertEquals(drawn.length(), lasts, 30);
            }
        }
    }

    @Test
    void aProviderThatThePipelineLacksIsRefused() {
        Pipeline one = Examples.load("agent-with-tools").pipeline();
        Drawn drawn = RealIncidents.draw(one, provider("openai"), 1, 600, 2_700);

        assertFalse(provider("openai").isIn(one));
        assertEquals("no component has the tag provider = openai", drawn.obstacle());
        assertTrue(drawn.faults().isEmpty());
    }
}
