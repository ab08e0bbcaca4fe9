package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.Retry.Backoff;
import dev.blastradius.policy.Retry.Jitter;
import dev.blastradius.sim.RandomStream;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The jitters are those of the AWS Architecture Blog, "Exponential Backoff and Jitter" (2015), and Resilience4j's. */
class BackoffDelaysTest {

    private static final int DRAWS = 20_000;
    private static final double SECOND = 1e9;

    private static BackoffDelays delays(Jitter jitter) {
        return BackoffDelays.of(new Backoff(Duration.of("1s"), 2.0, Duration.of("10s"), jitter, 0.25));
    }

    private static RandomStream stream(int seed) {
        return new RandomStream().start(RandomStream.mix(1, seed));
    }

    @Test
    void withoutJitterWaitsDoubleUpToTheLongest() {
        BackoffDelays delays = delays(Jitter.NONE);
        long[] expected = {1, 2, 4, 8, 10, 10};
        for (int retry = 0; retry < expected.length; retry++) {
            assertEquals(expected[retry] * 1_000_000_000L, delays.nanos(retry, 0, stream(0)));
        }
    }

    /** Resilience4j 2.4.0, IntervalFunction.ofExponentialBackoff, which cuts each wait to whole milliseconds and goes on from there. */
    @ParameterizedTest
    @CsvSource({
        "500ms,1.5,,500 750 1125 1687 2530 3795 5692 8538",
        "500ms,1.5,2s,500 750 1125 1687 2000 2000",
        "1ms,1.5,,1 1 1 1",
        "3ms,1.34,,3 4 5 6 8 10",
        "500ms,1,,500 500 500",
        "0s,2,,0 0 0"
    })
    void withoutJitterWaitsAreResilience4js(String initial, double multiplier, @Nullable String max, String millis) {
        Duration longest = max == null ? null : Duration.of(max);
        BackoffDelays delays =
                BackoffDelays.of(new Backoff(Duration.of(initial), multiplier, longest, Jitter.NONE, null));
        StringBuilder found = new StringBuilder();
        for (int retry = 0; retry < millis.split(" ").length; retry++) {
            found.append(delays.nanos(retry, 0, stream(0)) / 1_000_000).append(' ');
        }
        assertEquals(millis, found.toString().trim());
    }

    @Test
    void waitsBelowAMillisecondAreNotCut() {
        BackoffDelays delays = BackoffDelays.of(new Backoff(Duration.of("100us"), 1.5, null, Jitter.NONE, null));
        assertEquals(225_000, delays.nanos(2, 0, stream(0)));
    }

    @Test
    void noBackoffIsNoWait() {
        assertEquals(0, BackoffDelays.NONE.nanos(3, 77, stream(0)));
    }

    @Test
    void aBackoffWithoutALongestWaitDoesNotOverflow() {
        BackoffDelays delays = BackoffDelays.of(new Backoff(Duration.of("1h"), 1000.0, null, Jitter.NONE, null));
        assertEquals(365 * 86_400 * SECOND, (double) delays.nanos(999_999, 0, stream(0)), SECOND);
    }

    @Test
    void theDefaultsAreHalfASecondDoubling() {
        BackoffDelays delays = BackoffDelays.of(new Backoff(null, null, null, null, null));
        assertEquals(500_000_000, delays.nanos(0, 0, stream(0)));
        assertEquals(2_000_000_000, delays.nanos(2, 0, stream(0)));
    }

    /** For the third retry v = 4 s; decorrelated jitter is then uniform between 1 s and 3 × 2 s. */
    @ParameterizedTest
    @CsvSource({"FULL,0,4", "EQUAL,2,4", "PROPORTIONAL,3,5", "DECORRELATED,1,6"})
    void jitterIsUniformOverItsRange(Jitter jitter, double low, double high) {
        checkUniform(low, high, seed -> delays(jitter).nanos(2, 2_000_000_000, stream(seed)));
    }

    @Test
    void decorrelatedJitterBeginsWithThreeTimesTheFirstWait() {
        checkUniform(1, 3, seed -> delays(Jitter.DECORRELATED).nanos(0, 99_000_000_000L, stream(seed)));
    }

    @Test
    void decorrelatedJitterIsCutAtTheLongestWait() {
        int cut = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            long wait = delays(Jitter.DECORRELATED).nanos(5, 10_000_000_000L, stream(seed));
            assertTrue(wait <= 10 * SECOND, "seed " + seed);
            cut += wait == 10 * SECOND ? 1 : 0;
        }
        // Uniform between 1 s and 30 s: 20/29 of the draws are above 10 s.
        assertEquals(20 / 29.0, cut / (double) DRAWS, 4 * 0.5 / Math.sqrt(DRAWS));
    }

    private static void checkUniform(double low, double high, IntFunction<Long> draw) {
        double sum = 0;
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int seed = 0; seed < DRAWS; seed++) {
            double seconds = draw.apply(seed) / SECOND;
            sum += seconds;
            least = Math.min(least, seconds);
            most = Math.max(most, seconds);
        }
        double width = high - low;
        assertEquals((low + high) / 2, sum / DRAWS, 4 * width / Math.sqrt(12.0 * DRAWS));
        assertTrue(least >= low && least < low + width / 1000, "least " + least);
        assertTrue(most <= high && most > high - width / 1000, "most " + most);
    }
}
