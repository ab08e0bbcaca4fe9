package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProportionTest {

    /**
     * Newcombe 1998, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in Medicine 17,
     * 857-872, table I, method 3 (the score interval without continuity correction).
     */
    @ParameterizedTest
    @CsvSource({"81,263,0.2553,0.3662", "15,148,0.0624,0.1605", "0,20,0.0000,0.1611", "1,29,0.0061,0.1718"})
    void theIntervalIsWilsons(long successes, long of, double low, double high) {
        Proportion share = Proportion.of(successes, of, 0.95);
        assertEquals(low, share.low(), 0.00005 + 1e-9);
        assertEquals(high, share.high(), 0.00005 + 1e-9);
        assertEquals((double) successes / of, share.share(), 1e-15);
    }

    @Test
    void allOrNoneReachesTheEdge() {
        assertEquals(0, Proportion.of(0, 10, 0.95).low());
        assertEquals(1, Proportion.of(10, 10, 0.95).high());
        assertEquals(
                1 - Proportion.of(10, 10, 0.95).low(),
                Proportion.of(0, 10, 0.95).high(),
                1e-15);
    }

    @Test
    void moreThanAllIsNoShare() {
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(11, 10, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(-1, 10, 0.95));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(0, 0, 0.95));
    }

    /**
     * The exact coverage, summed from the binomial, over a grid of true shares: 95 % on the average, though less for some shares near the
     * edges (Brown, Cai and DasGupta 2001, "Interval estimation for a binomial proportion", Statistical Science 16, 101-133).
     */
    @ParameterizedTest
    @ValueSource(ints = {10, 30, 100})
    void theIntervalCoversTheTruthAsOftenAsItSaysOnTheAverage(int n) {
        Proportion[] intervals = new Proportion[n + 1];
        java.util.Arrays.setAll(intervals, k -> Proportion.of(k, n, 0.95));
        double sum = 0;
        double least = 1;
        int grid = 999;
        for (int i = 1; i <= grid; i++) {
            double truth = i / (grid + 1.0);
            BinomialDistribution binomial = new BinomialDistribution(null, n, truth);
            double covered = 0;
            for (int k = 0; k <= n; k++) {
                if (intervals[k].low() <= truth && truth <= intervals[k].high()) {
                    covered += binomial.probability(k);
                }
            }
            sum += covered;
            least = Math.min(least, covered);
        }
        assertEquals(0.95, sum / grid, 0.01);
        assertTrue(least > 0.82, "at worst " + least);
    }
}
