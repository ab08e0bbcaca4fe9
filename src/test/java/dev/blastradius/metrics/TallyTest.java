package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TallyTest {

    private final Tally tally = new Tally();

    @Test
    void anEmptyTallyHasNoValues() {
        assertEquals(0, tally.count());
        assertEquals(Double.NaN, tally.mean());
        assertEquals(Double.NaN, tally.variance());
        assertEquals(Double.NaN, tally.min());
        assertEquals(Double.NaN, tally.max());
    }

    @Test
    void oneNumberHasAMeanAndNoVariance() {
        tally.add(-3);

        assertEquals(-3, tally.mean());
        assertEquals(-3, tally.min());
        assertEquals(-3, tally.max());
        assertEquals(Double.NaN, tally.standardDeviation());
    }

    /** Deviations -3, -1, -1, -1, 0, 0, 2, 4 from the mean of 5: their squares add up to 32, over 8 - 1. */
    @Test
    void meanAndVarianceAreThoseOfTheFormulas() {
        for (double x : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
            tally.add(x);
        }
        assertEquals(8, tally.count());
        assertEquals(5, tally.mean(), 1e-15);
        assertEquals(32 / 7.0, tally.variance(), 1e-14);
        assertEquals(Math.sqrt(32 / 7.0), tally.standardDeviation(), 1e-14);
        assertEquals(2, tally.min());
        assertEquals(9, tally.max());
    }

    /** Where the sum of squares minus the square of the sum would be all noise. */
    @Test
    void aSmallSpreadAroundALargeMeanIsNotLost() {
        for (int i = 0; i < 1_000; i++) {
            tally.add(1e9 + i % 2);
        }
        assertEquals(0.25 * 1_000 / 999, tally.variance(), 1e-6);
    }
}
