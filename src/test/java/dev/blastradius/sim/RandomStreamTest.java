package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTest {

    private static final int DRAWS = 100_000;

    private final RandomStream stream = new RandomStream();

    private static double[] uniforms(long key, int count) {
        RandomStream stream = new RandomStream().start(key);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = stream.uniform();
        }
        return values;
    }

    /** The reference implementation's first outputs for the seed 1234567 (Vigna, splitmix64.c; Rosetta Code, "Splitmix64"). */
    @Test
    void theBitsAreThoseOfSplitMix64() {
        stream.start(1234567);

        assertEquals(Long.parseUnsignedLong("6457827717110365317"), stream.bits());
        assertEquals(Long.parseUnsignedLong("3203168211198807973"), stream.bits());
        assertEquals(Long.parseUnsignedLong("9817491932198370423"), stream.bits());
        assertEquals(Long.parseUnsignedLong("4593380528125082431"), stream.bits());
        assertEquals(Long.parseUnsignedLong("16408922859458223821"), stream.bits());
    }

    /** Computed once by another program (in Python) from the formulas: whoever changes these changes the result of every model with every seed. */
    @Test
    void keysAndDrawsStayAsTheyWereRecorded() {
        assertEquals(0x32e35682e93903a6L, RandomStream.key("arrivals"));
        assertEquals(0xe79f4aee6ca526bcL, RandomStream.mix(RandomStream.key("arrivals"), 42));
        stream.start(0xe79f4aee6ca526bcL);
        assertEquals(0.24289039919040933, stream.uniform());
        assertEquals(4.232158746697662, stream.exponential());
        assertEquals(1.0883472032410864, stream.normal());
        assertEquals(938358, stream.below(1_000_000));
    }

    @Test
    void theSameKeyRepeatsTheStream() {
        stream.start(99);
        long first = stream.bits();
        stream.bits();

        assertEquals(first, stream.start(99).bits());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "0, -1", "7, 8", "123456789, 987654321"})
    void streamsOfDifferentKeysAreUncorrelated(long first, long second) {
        long parent = RandomStream.key("station");
        double[] a = uniforms(RandomStream.mix(parent, first), DRAWS);
        double[] b = uniforms(RandomStream.mix(parent, second), DRAWS);
        double[] c = uniforms(parent, DRAWS);

        // The correlation of independent samples has a standard error of 1/sqrt(n).
        double limit = 4 / Math.sqrt(DRAWS);
        assertEquals(0, new PearsonsCorrelation().correlation(a, b), limit);
        assertEquals(0, new PearsonsCorrelation().correlation(a, c), limit);
    }

    @Test
    void theFirstDrawsOfConsecutiveKeysAreUniformAndUncorrelated() {
        double[] draws = new double[DRAWS];
        double[] following = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            draws[i] = stream.start(RandomStream.mix(5, i)).uniform();
            following[i] = stream.start(RandomStream.mix(5, i + 1)).uniform();
        }
        assertEquals(0, new PearsonsCorrelation().correlation(draws, following), 4 / Math.sqrt(DRAWS));
        KolmogorovSmirnov.check(draws, x -> x);
    }

    @Test
    void keysOfChildrenAreDistinctAndNotTheirParentsDraws() {
        Set<Long> keys = new HashSet<>();
        for (long parent = 0; parent < 100; parent++) {
            stream.start(parent);
            for (long child = 0; child < 100; child++) {
                assertTrue(keys.add(RandomStream.mix(parent, child)), parent + " " + child);
                assertTrue(keys.add(stream.bits()), parent + " " + child);
            }
        }
        assertNotEquals(RandomStream.mix(1, 2), RandomStream.mix(2, 1));
    }

    @Test
    void namesThatAreAlikeHaveKeysThatAreNot() {
        assertNotEquals(RandomStream.key("ab"), RandomStream.key("ba"));
        assertNotEquals(RandomStream.key(""), RandomStream.key("\0"));
        assertNotEquals(RandomStream.key("é"), RandomStream.key("e"));
    }

    /** SplitMix64 is a bijection: the state before a draw of all zeros or all ones can be found by inverting it. */
    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aUniformIsNeverZeroOrOne(long bits) {
        stream.start(stateBefore(bits));
        assertEquals(bits, stream.bits());

        double u = stream.start(stateBefore(bits)).uniform();
        assertTrue(u > 0 && u < 1, () -> "uniform " + u);
        double e = stream.start(stateBefore(bits)).exponential();
        assertTrue(e > 0 && e < 37, () -> "exponential " + e);
        double z = stream.start(stateBefore(bits)).normal();
        assertTrue(Math.abs(z) > 8 && Math.abs(z) < 9, () -> "normal " + z);
    }

    private static long stateBefore(long bits) {
        long z = unshift(bits, 31) * inverse(0x94d049bb133111ebL);
        z = unshift(z, 27) * inverse(0xbf58476d1ce4e5b9L);
        return unshift(z, 30) - 0x9e3779b97f4a7c15L;
    }

    /** Undoes x ^ (x >>> shift). */
    private static long unshift(long value, int shift) {
        long x = value;
        for (int done = shift; done < 64; done += shift) {
            x = value ^ (x >>> shift);
        }
        return x;
    }

    /** Of an odd number, modulo 2^64, by Newton's iteration. */
    private static long inverse(long odd) {
        long x = odd;
        for (int i = 0; i < 6; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }

    @Test
    void wholeNumbersBelowABoundAreAllAsLikely() {
        int[] counts = new int[6];
        stream.start(1);
        for (int i = 0; i < 60_000; i++) {
            counts[stream.below(6)]++;
        }
        double chiSquared = 0;
        for (int count : counts) {
            chiSquared += Math.pow(count - 10_000, 2) / 10_000;
        }
        // The 99.9 % point of chi-squared with 5 degrees of freedom.
        assertTrue(chiSquared < 20.515, "chi-squared " + chiSquared);
        assertEquals(0, stream.below(1));
        assertTrue(stream.start(stateBefore(-1)).below(Integer.MAX_VALUE) == Integer.MAX_VALUE - 1);
    }

    @Test
    void exponentialsAndNormalsHaveTheirDistribution() {
        double[] exponentials = new double[DRAWS];
        double[] normals = new double[DRAWS];
        stream.start(11);
        for (int i = 0; i < DRAWS; i++) {
            exponentials[i] = stream.exponential();
            normals[i] = stream.normal();
        }
        KolmogorovSmirnov.check(exponentials, x -> -Math.expm1(-x));
        KolmogorovSmirnov.check(normals, new NormalDistribution()::cumulativeProbability);
    }

    @Test
    void theInverseOfTheNormalDistributionAgreesWithTheLibrarys() {
        NormalDistribution normal = new NormalDistribution();
        for (int i = 1; i < 10_000; i++) {
            double share = i / 10_000.0;
            assertEquals(normal.inverseCumulativeProbability(share), NormalQuantile.of(share), 1e-9, "share " + share);
        }
        assertEquals(2.3263478740408408, NormalQuantile.of(0.99), 1e-15);
    }

    /** Far out the library's inverse loses digits, but not its distribution function. */
    @Test
    void theInverseOfTheNormalDistributionHoldsFarOut() {
        for (double share = 1e-5; share > 1e-17; share /= 7) {
            double z = NormalQuantile.of(share);
            assertEquals(1, Erf.erfc(-z / Math.sqrt(2)) / 2 / share, 1e-11, "share " + share);
        }
        assertEquals(-NormalQuantile.of(0x1p-30), NormalQuantile.of(1 - 0x1p-30));
    }
}
