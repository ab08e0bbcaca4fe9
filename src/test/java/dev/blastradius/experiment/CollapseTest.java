package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.inference.ShareDistribution;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollapseTest {

    private static ShareDistribution of(double... goodputs) {
        long[] counts = new long[ShareDistribution.BINS];
        Arrays.stream(goodputs).forEach(goodput -> counts[ShareDistribution.bin(goodput)]++);
        return new ShareDistribution(counts);
    }

    @Test
    void whoKeptAndWhoCollapsedIsToldApart() {
        Collapse collapse =
                Objects.requireNonNull(Collapse.of(of(0.98, 0.97, 0.11, 0.99, 0.98, 0.13, 0.985, 0.975, 0.12, 0.98)));
        assertEquals(7, collapse.kept());
        assertEquals(3, collapse.collapsed());
        assertEquals(0.98, collapse.keptMean(), 0.005);
        assertEquals(0.12, collapse.collapsedMean(), 0.005);
        assertEquals(
                "7 of 10 replications kept 98 % goodput, 3 fell to 12 %: the mean of 72 % describes none of them.",
                collapse.sentence());
    }

    @Test
    void oneCollapseAmongTenIsSeen() {
        Collapse collapse =
                Objects.requireNonNull(Collapse.of(of(0.95, 0.96, 0.94, 0.95, 0.3, 0.955, 0.945, 0.95, 0.96, 0.95)));
        assertEquals(1, collapse.collapsed());
    }

    @Test
    void aGapOfLessThanTenPointsIsNoCollapse() {
        assertNull(Collapse.of(of(0.99, 0.99, 0.99, 0.99, 0.99, 0.9, 0.9, 0.9, 0.9, 0.9)));
        assertNotNull(Collapse.of(of(0.99, 0.99, 0.99, 0.99, 0.99, 0.88, 0.88, 0.88, 0.88, 0.88)));
    }

    @Test
    void ofTwoReplicationsNothingCanBeTold() {
        assertNull(Collapse.of(of(0.99, 0.01)));
        assertNull(Collapse.of(ShareDistribution.EMPTY));
        assertNull(Collapse.of(of(0.5)));
    }

    @Test
    void replicationsThatAreAllTheSameAreOneGroup() {
        assertNull(Collapse.of(of(1, 1, 1, 1, 1)));
    }

    /** Shapes with one peak: in fewer than 5 % of the samples they are taken for two groups. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 7, 10, 20, 50, 200})
    void oneGroupIsSeldomTakenForTwo(int n) {
        check("uniform", n, random -> random.nextDouble());
        check("normal", n, random -> 0.5 + 0.15 * random.nextGaussian());
        check("narrow normal", n, random -> 0.9 + 0.05 * random.nextGaussian());
        check("exponential below 1", n, random -> 1 + 0.12 * Math.log(1 - random.nextDouble()));
        check("beta 5, 1.5", n, random -> beta(random, 5, 1.5));
        check("beta 20, 1", n, random -> beta(random, 20, 1));
        check("beta 2, 2", n, random -> beta(random, 2, 2));
    }

    private static double beta(RandomGenerator random, double a, double b) {
        double x = new GammaDistribution(random, a, 1).sample();
        return x / (x + new GammaDistribution(random, b, 1).sample());
    }

    private static void check(String shape, int n, ToDoubleFunction<RandomGenerator> draw) {
        RandomGenerator random = new JDKRandomGenerator();
        random.setSeed(n);
        int samples = 2_000;
        int found = 0;
        for (int sample = 0; sample < samples; sample++) {
            long[] counts = new long[ShareDistribution.BINS];
            for (int i = 0; i < n; i++) {
                counts[ShareDistribution.bin(draw.applyAsDouble(random))]++;
            }
            found += Collapse.of(new ShareDistribution(counts)) == null ? 0 : 1;
        }
        assertTrue(found < 0.05 * samples, shape + ": " + found + " of " + samples);
    }

    /** Two clear groups, each replication in either with even odds, as wide as 5 points: seen in nearly all samples that have both. */
    @ParameterizedTest
    @ValueSource(ints = {10, 20, 50})
    void twoGroupsApartAreSeen(int n) {
        Random random = new Random(n);
        int samples = 1_000;
        int found = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] goodputs = new double[n];
            Arrays.setAll(goodputs, i -> (random.nextBoolean() ? 0.95 : 0.2) + 0.1 * (random.nextDouble() - 0.5));
            found += Collapse.of(of(goodputs)) == null ? 0 : 1;
        }
        assertTrue(found > 0.99 * samples, found + " of " + samples);
    }
}
