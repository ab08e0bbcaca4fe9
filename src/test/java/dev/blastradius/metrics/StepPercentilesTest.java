package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.sim.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepPercentilesTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void eachStepHasThePercentilesOfItsOwnLatencies() {
        StepPercentiles percentiles = new StepPercentiles(10, 4);
        for (int i = 1; i <= 100; i++) {
            percentiles.record(9, i * SECOND);
        }
        percentiles.record(10, 500 * SECOND);
        percentiles.record(30, 0);
        percentiles.finish();

        assertEquals(50, percentiles.p50(0));
        assertEquals(95, percentiles.p95(0));
        assertEquals(99, percentiles.p99(0));
        assertEquals(500, percentiles.p50(1));
        assertEquals(500, percentiles.p99(1));
        assertEquals(Double.NaN, percentiles.p50(2));
        assertEquals(Double.NaN, percentiles.p99(2));
        assertEquals(0, percentiles.p95(3));
    }

    @Test
    void whatComesAfterTheLastStepIsNotCounted() {
        StepPercentiles percentiles = new StepPercentiles(10, 2);
        percentiles.record(15, SECOND);
        percentiles.record(20, 2 * SECOND);
        percentiles.record(1_000_000, 2 * SECOND);
        percentiles.finish();

        assertEquals(Double.NaN, percentiles.p50(0));
        assertEquals(1, percentiles.p99(1));
    }

    @Test
    void withoutStepsNothingIsCounted() {
        StepPercentiles percentiles = new StepPercentiles(10, 0);
        percentiles.record(0, SECOND);
        percentiles.record(11, SECOND);
        percentiles.finish();
    }

    /** Below and above the number up to which they are sorted. */
    @ParameterizedTest
    @ValueSource(ints = {1, 64, 65, 4_096, 4_097, 50_000})
    void percentilesAreThoseOfTheSortedLatenciesHoweverMany(int count) {
        StepPercentiles percentiles = new StepPercentiles(10, 3);
        RandomStream stream = new RandomStream().start(5);
        for (int step = 0; step < 3; step++) {
            long[] values = new long[count];
            for (int i = 0; i < count; i++) {
                values[i] = (long) (SECOND * stream.exponential());
                percentiles.record(10L * step, values[i]);
            }
            percentiles.finish();
            Arrays.sort(values);
            double p50 = values[(int) Math.ceil(0.5 * count) - 1] / 1e9;
            double p99 = values[(int) Math.ceil(0.99 * count) - 1] / 1e9;
            assertEquals(p50, percentiles.p50(step), 0.001 * p50, "step " + step);
            assertEquals(p99, percentiles.p99(step), 0.001 * p99, "step " + step);
        }
    }
}
