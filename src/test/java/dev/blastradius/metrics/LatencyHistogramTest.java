package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.sim.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

    private static final double[] SHARES = {0, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1};
    private static final long DAY = 86_400_000_000_000L;

    private final LatencyHistogram histogram = new LatencyHistogram();

    /** Log-normal around 100 ms with a wide spread: from microseconds to hours. */
    private static long[] latencies(long seed, int count) {
        RandomStream stream = new RandomStream().start(RandomStream.mix(seed, 0));
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = (long) (1e8 * StrictMath.exp(2 * stream.normal()));
        }
        return values;
    }

    /** The value whose rank is the share of the count, rounded up. */
    private static double exactSeconds(long[] values, double share) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.max(1, Math.ceil(share * sorted.length)) - 1] / 1e9;
    }

    @Test
    void anEmptyHistogramHasNoMeanAndNoQuantiles() {
        assertEquals(0, histogram.count());
        assertEquals(Double.NaN, histogram.meanSeconds());
        assertEquals(Double.NaN, histogram.quantileSeconds(0.5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void quantilesAreThoseOfTheSortedLatenciesToWithinABucket(long seed) {
        long[] values = latencies(seed, 10_001);
        for (long value : values) {
            histogram.record(value);
        }
        for (double share : SHARES) {
            double exact = exactSeconds(values, share);
            assertEquals(exact, histogram.quantileSeconds(share), 0.001 * exact + 0.6e-6, "share " + share);
        }
    }

    @Test
    void theExtremesAreExact() {
        for (long value : new long[] {1_234_567_891, 987_654_321, 5_000_000_123L}) {
            histogram.record(value);
        }
        assertEquals(0.987654321, histogram.quantileSeconds(0));
        assertEquals(5.000000123, histogram.quantileSeconds(1));
        histogram.reset();
        histogram.record(1_234_567_891);
        assertEquals(1.234567891, histogram.quantileSeconds(0));
        assertEquals(1.234567891, histogram.quantileSeconds(0.5));
        assertEquals(1.234567891, histogram.quantileSeconds(1));
    }

    @Test
    void theMeanIsExact() {
        long[] values = latencies(9, 1_000);
        long sum = 0;
        for (long value : values) {
            histogram.record(value);
            sum += value;
        }
        assertEquals(sum / 1_000.0 / 1e9, histogram.meanSeconds());
    }

    @Test
    void aSumBeyondALongIsCountedToo() {
        for (int i = 0; i < 10_000; i++) {
            histogram.record(100 * DAY);
        }
        assertEquals(100 * 86_400.0, histogram.meanSeconds(), 1e-6);
    }

    @Test
    void aQuantileThatFallsOnZerosIsZero() {
        for (int i = 0; i < 90; i++) {
            histogram.record(i % 2 == 0 ? 0 : 999);
        }
        for (int i = 0; i < 10; i++) {
            histogram.record(1_000_000);
        }
        assertEquals(100, histogram.count());
        assertEquals(0, histogram.quantileSeconds(0));
        assertEquals(0, histogram.quantileSeconds(0.9));
        assertEquals(0.001, histogram.quantileSeconds(0.91), 1e-6);
        assertEquals((45 * 999 + 10 * 1_000_000) / 100.0 / 1e9, histogram.meanSeconds(), 1e-18);
    }

    @Test
    void onlyZerosHaveQuantilesOfZero() {
        histogram.record(0);

        assertEquals(0, histogram.quantileSeconds(0));
        assertEquals(0, histogram.quantileSeconds(1));
        assertEquals(0, histogram.meanSeconds());
    }

    @Test
    void whatLastsLongerThanTwoHundredDaysCountsAsThat() {
        histogram.record(1_000);
        histogram.record(36_500 * DAY);

        assertEquals(200 * 86_400.0, histogram.quantileSeconds(1));
        assertEquals((36_500 * 86_400.0 + 1e-6) / 2, histogram.meanSeconds(), 1e-3);
    }

    @Test
    void aHistogramAddedToAnotherIsAsIfAllHadBeenCountedInOne() {
        LatencyHistogram other = new LatencyHistogram();
        LatencyHistogram all = new LatencyHistogram();
        long[] values = latencies(4, 2_000);
        for (int i = 0; i < values.length; i++) {
            long value = i % 10 == 0 ? 0 : values[i];
            (i < 700 ? histogram : other).record(value);
            all.record(value);
        }
        histogram.add(other);
        histogram.add(new LatencyHistogram());

        assertEquals(all.count(), histogram.count());
        assertEquals(all.meanSeconds(), histogram.meanSeconds());
        for (double share : SHARES) {
            assertEquals(all.quantileSeconds(share), histogram.quantileSeconds(share));
        }
    }

    @Test
    void aResetHistogramIsEmptyAgain() {
        histogram.record(5_000_000);
        histogram.record(0);
        histogram.reset();

        assertEquals(0, histogram.count());
        assertEquals(Double.NaN, histogram.quantileSeconds(0.5));
        histogram.record(7_000_000_000L);
        assertEquals(7, histogram.quantileSeconds(0.5));
        assertEquals(7, histogram.meanSeconds());
    }

    @Test
    void quantilesNeverFallAsTheShareRises() {
        for (long value : latencies(3, 300)) {
            histogram.record(value);
        }
        double last = 0;
        for (int i = 0; i <= 1_000; i++) {
            double quantile = histogram.quantileSeconds(i / 1_000.0);
            assertTrue(quantile >= last, "share " + i / 1_000.0);
            last = quantile;
        }
    }
}
