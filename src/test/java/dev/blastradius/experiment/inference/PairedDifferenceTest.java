package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairedDifferenceTest {

    /** Student 1908, "The probable error of a mean", Biometrika 6, table of section IX: additional hours of sleep with two drugs. */
    private static final double[] DEXTRO = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] LAEVO = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    /** The documentation of R's t.test gives t = -4.0621, df = 9, p-value = 0.002833, 95 % interval -2.4598858 to -0.7001142 for them. */
    @Test
    void studentsOwnDataGiveThePublishedTest() {
        PairedDifference pair = of(DEXTRO, LAEVO);
        assertEquals(10, pair.count());
        assertEquals(0.002833, pair.p(), 5e-7);
        Interval interval = pair.interval(0.95);
        assertEquals(-1.58, interval.mean(), 1e-12);
        assertEquals(-2.4598858, interval.low(), 5e-8);
        assertEquals(-0.7001142, interval.high(), 5e-8);
    }

    /** 1 - 1.5129 / (3.2006 + 4.0090), the variances of the differences and of the two columns. */
    @Test
    void theVarianceThatPairingSavedIsToldFromTheThreeVariances() {
        assertEquals(1 - 1.512889 / (3.200556 + 4.009), of(DEXTRO, LAEVO).varianceSaved(), 1e-6);
    }

    /** Quantiles of Student's t from the NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2. */
    @ParameterizedTest
    @CsvSource({"2,12.706,0.05", "3,4.303,0.05", "10,2.262,0.05", "10,3.250,0.01", "10,1.833,0.10", "31,2.042,0.05"})
    void thePValueOfATabledQuantileIsItsLevel(int n, double t, double p) {
        double[] zeros = new double[n];
        double[] values = new double[n];
        double error = 0;
        for (int i = 0; i < n; i++) {
            values[i] = i - (n - 1) / 2.0;
            error += values[i] * values[i];
        }
        error = Math.sqrt(error / (n - 1) / n);
        for (int i = 0; i < n; i++) {
            values[i] += t * error;
        }
        assertEquals(p, of(values, zeros).p(), 0.0006 * p / 0.05 + 1e-6);
    }

    @Test
    void oneReplicationHasADifferenceButNoTest() {
        PairedDifference pair = of(new double[] {3}, new double[] {1});
        assertEquals(2, pair.interval(0.95).mean());
        assertFalse(pair.interval(0.95).isBounded());
        assertTrue(Double.isNaN(pair.p()));
        assertTrue(Double.isNaN(pair.varianceSaved()));
    }

    @Test
    void withoutReplicationsThereIsNothing() {
        PairedDifference pair = new PairedDifference();
        assertEquals(Interval.NONE, pair.interval(0.95));
        assertTrue(Double.isNaN(pair.p()));
        assertFalse(pair.isSame());
    }

    @Test
    void quantitiesThatAreTheSameInEveryReplicationDoNotDiffer() {
        PairedDifference pair = of(new double[] {1, 2, 4}, new double[] {1, 2, 4});
        assertTrue(pair.isSame());
        assertEquals(1, pair.p());
        assertEquals(1, pair.varianceSaved());
    }

    /** By hand: that three differences have the same sign, whichever, is a matter of 2 in 8 cases. */
    @Test
    void aDifferenceThatNeverVariesIsTestedByItsSign() {
        PairedDifference pair = of(new double[] {2, 2, 2}, new double[] {1, 1, 1});
        assertFalse(pair.isSame());
        assertEquals(0.25, pair.p());
        assertEquals(new Interval(1, 1, 1), pair.interval(0.95));
        assertTrue(Double.isNaN(pair.varianceSaved()), "nothing varies");
    }

    /** Times to recover are whole seconds: of two that differ by -1, 0 or 1 at random, all replications say the same now and then. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void ofWholeNumbersThatDifferByChanceNoMoreThanTheLevelIsFound(int replications) {
        int cases = (int) Math.pow(3, replications);
        int found = 0;
        for (int number = 0; number < cases; number++) {
            PairedDifference pair = new PairedDifference();
            for (int i = 0, rest = number; i < replications; i++, rest /= 3) {
                pair.add(28 + rest % 3, 29);
            }
            found += pair.p() < 0.05 ? 1 : 0;
        }
        assertTrue(found <= 0.05 * cases, found + " of " + cases);
    }

    @Test
    void aDifferenceOfRoundingOnlyIsNone() {
        double third = 1.0 / 3;
        PairedDifference pair =
                of(new double[] {0.1 + 0.2, third + third + third, 5}, new double[] {0.3, 1, Math.nextUp(5.0)});
        assertTrue(pair.isSame());
        assertEquals(1, pair.p());
    }

    @Test
    void aReplicationInWhichOneHasNoValueIsLeftOut() {
        PairedDifference pair =
                of(new double[] {1, Double.NaN, 3, Double.POSITIVE_INFINITY}, new double[] {0, 5, Double.NaN, 1});
        assertEquals(1, pair.count());
        assertEquals(1, pair.firstMean());
        assertEquals(0, pair.secondMean());
    }

    /**
     * 2,000 experiments of 10 pairs that share most of their luck: the number of intervals that cover the true difference lies where that of
     * intervals of exactly 95 % does in 99.8 % of all cases.
     */
    @Test
    void theIntervalCoversTheTrueDifferenceAsOftenAsItSays() {
        int experiments = 2_000;
        Random random = new Random(1908);
        int covered = 0;
        int rejected = 0;
        for (int i = 0; i < experiments; i++) {
            PairedDifference pair = new PairedDifference();
            for (int j = 0; j < 10; j++) {
                double common = 5 * random.nextGaussian();
                pair.add(common + random.nextGaussian() + 0.7, common + random.nextGaussian());
            }
            Interval interval = pair.interval(0.95);
            covered += interval.low() <= 0.7 && 0.7 <= interval.high() ? 1 : 0;
            rejected += interval.low() > 0 || interval.high() < 0 ? 1 : 0;
            assertEquals(interval.low() > 0 || interval.high() < 0, pair.p() < 0.05, "interval and test agree");
        }
        BinomialDistribution exact = new BinomialDistribution(null, experiments, 0.95);
        assertTrue(covered >= exact.inverseCumulativeProbability(0.001), covered + " covered");
        assertTrue(covered <= exact.inverseCumulativeProbability(0.999), covered + " covered");
        assertTrue(rejected > experiments / 5, "the difference is found now and then: " + rejected);
    }

    private static PairedDifference of(double[] a, double[] b) {
        PairedDifference pair = new PairedDifference();
        for (int i = 0; i < a.length; i++) {
            pair.add(a[i], b[i]);
        }
        return pair;
    }
}
