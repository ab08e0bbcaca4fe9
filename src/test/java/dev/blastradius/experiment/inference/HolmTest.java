package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: 4 · 0.01, 3 · 0.02, 2 · 0.03 = 0.06 and 1 · 0.04, which may not be below the one before it. */
    @Test
    void theSmallestIsTakenTimesAllTheNextTimesOneLess() {
        assertArrayEquals(new double[] {0.06, 0.04, 0.06, 0.06}, Holm.adjusted(0.03, 0.01, 0.04, 0.02), 1e-15);
    }

    /** Wright 1992, "Adjusted p-values for simultaneous inference", Biometrics 48, 1005-1013: m = 3, by its formula. */
    @Test
    void aCorrectedValueIsAtMostOne() {
        assertArrayEquals(new double[] {1, 1, 1}, Holm.adjusted(0.6, 0.5, 0.9), 0);
    }

    @Test
    void aSingleTestIsNotCorrected() {
        assertArrayEquals(new double[] {0.03}, Holm.adjusted(0.03), 0);
        assertArrayEquals(new double[] {}, Holm.adjusted(), 0);
    }

    @Test
    void aTestThatCouldNotBeMadeDoesNotCount() {
        assertArrayEquals(
                new double[] {Double.NaN, 0.02, Double.NaN, 0.03},
                Holm.adjusted(Double.NaN, 0.01, Double.NaN, 0.03),
                1e-15);
    }

    /** Four strategies that are all the same: the chance that any of the six pairs is called different is at most 5 %. */
    @Test
    void theChanceOfAnyFalseFindingAmongManyPairsIsAtMostTheLevel() {
        int experiments = 2_000;
        Random random = new Random(1979);
        int corrected = 0;
        int uncorrected = 0;
        for (int i = 0; i < experiments; i++) {
            double[] p = pValues(random, new double[] {0, 0, 0, 0});
            corrected += anyBelow(Holm.adjusted(p)) ? 1 : 0;
            uncorrected += anyBelow(p) ? 1 : 0;
        }
        int most = new BinomialDistribution(null, experiments, 0.05).inverseCumulativeProbability(0.999);
        assertTrue(corrected <= most, corrected + " false findings of " + experiments);
        assertTrue(uncorrected > 3 * most / 2, "without the correction there would be more: " + uncorrected);
    }

    /** Two of four strategies are the same: the only false finding there can be is that they differ. */
    @Test
    void trueDifferencesElsewhereDoNotMakeFalseFindingsLikelier() {
        int experiments = 2_000;
        Random random = new Random(1980);
        int wrong = 0;
        int found = 0;
        for (int i = 0; i < experiments; i++) {
            double[] adjusted = Holm.adjusted(pValues(random, new double[] {0, 0, 3, 6}));
            wrong += adjusted[0] < 0.05 ? 1 : 0;
            found += adjusted[5] < 0.05 ? 1 : 0;
        }
        int most = new BinomialDistribution(null, experiments, 0.05).inverseCumulativeProbability(0.999);
        assertTrue(wrong <= most, wrong + " false findings of " + experiments);
        assertTrue(found > experiments * 9 / 10, "what differs is found: " + found);
    }

    /** Of each two of some strategies with these means, in 10 replications whose luck they share. */
    private static double[] pValues(Random random, double[] means) {
        int strategies = means.length;
        PairedDifference[] pairs = new PairedDifference[strategies * (strategies - 1) / 2];
        java.util.Arrays.setAll(pairs, i -> new PairedDifference());
        double[] values = new double[strategies];
        for (int replication = 0; replication < 10; replication++) {
            double common = random.nextGaussian();
            for (int i = 0; i < strategies; i++) {
                values[i] = common + random.nextGaussian() + means[i];
            }
            int next = 0;
            for (int a = 0; a < strategies; a++) {
                for (int b = a + 1; b < strategies; b++) {
                    pairs[next++].add(values[a], values[b]);
                }
            }
        }
        return java.util.Arrays.stream(pairs).mapToDouble(PairedDifference::p).toArray();
    }

    private static boolean anyBelow(double[] p) {
        return java.util.Arrays.stream(p).anyMatch(value -> value < 0.05);
    }
}
