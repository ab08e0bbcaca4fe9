package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Comparison.Pair;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

/** What is said of strategies whose values are known. */
class ComparisonTest {

    private static final double NONE = Double.NaN;
    private static final double[] NEVER = {NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    private static final double[] ALWAYS = {31, 40, 35, 38, 33, 30, 41, 42};
    private static final double[] HALF = {31, NONE, NONE, 35, NONE, 42, 43, NONE};

    private static final double[] LOW = plus(0.80, 0.010, -0.010, 0.020, 0.000, -0.020);
    private static final double[] HIGH = plus(0.92, 0.012, -0.005, 0.020, 0.002, -0.020);
    private static final double[] AS_HIGH = plus(0.921, 0.010, -0.003, 0.018, 0.005, -0.025);
    private static final double[] HIGHEST = plus(0.95, 0.012, -0.005, 0.022, 0.001, -0.021);

    private static double[] plus(double mean, double... offsets) {
        return Arrays.stream(offsets).map(offset -> mean + offset).toArray();
    }

    private static String goodput(double[]... byArm) {
        return HandMadeStudy.compare(Metric.GOODPUT, 1, byArm).finding();
    }

    private static String recovery(double[]... byArm) {
        return HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 1, byArm).finding();
    }

    @Test
    void theBetterOfTwoIsNamedWithTheAmountTheIntervalAndItsLevel() {
        Comparison comparison = HandMadeStudy.compare(Metric.GOODPUT, 1, LOW, HIGH);
        assertEquals("second", comparison.best());
        assertEquals("outage", comparison.scenario());
        assertEquals(
                "\"Breaker and a second provider\" is best: its goodput is 12.18 percentage points higher than as drawn"
                        + " (95 % interval 11.93 to 12.43).",
                comparison.finding());
        Pair pair = Objects.requireNonNull(comparison.pair("second", "as-drawn"));
        assertEquals(-0.1218, pair.difference().mean(), 1e-12);
        assertTrue(pair.significant());
        assertTrue(pair.varianceSaved() > 0.9, "they share their luck: " + pair.varianceSaved());
    }

    @Test
    void whereLessIsBetterTheLowestIsBest() {
        Comparison comparison = HandMadeStudy.compare(Metric.FAILED, 1, LOW, HIGH);
        assertEquals("as-drawn", comparison.best());
        assertEquals(
                "As drawn is best: its share of failed requests is 12.18 percentage points lower than with"
                        + " \"Breaker and a second provider\" (95 % interval 11.93 to 12.43).",
                comparison.finding());
    }

    @Test
    void aLatencyIsToldInTimeAndACostInMoney() {
        assertEquals(
                "As drawn is best: its 99th-percentile latency is 121.8 ms lower than with"
                        + " \"Breaker and a second provider\" (95 % interval 119.3 to 124.3).",
                HandMadeStudy.compare(Metric.LATENCY_P99, 1, LOW, HIGH).finding());
        assertEquals(
                "As drawn is best: its cost per thousand requests is $0.1218 lower than with"
                        + " \"Breaker and a second provider\" (95 % interval $0.1193 to $0.1243).",
                HandMadeStudy.compare(Metric.COST, 1, LOW, HIGH).finding());
    }

    @Test
    void theBestOfSeveralIsComparedWithTheFirstAndWithTheNextBest() {
        assertEquals(
                "\"cheap\" is best: its goodput is 15.10 percentage points higher than as drawn (95 % interval 15.01 to 15.19),"
                        + " and 2.90 percentage points higher than with \"Retries, with a budget\", the next best (2.32 to 3.48)."
                        + " Not established: whether \"Retries, with a budget\" and \"Breaker and a second provider\" differ.",
                goodput(LOW, HIGH, AS_HIGH, plus(0.95, 0.010, -0.008, 0.021, 0.001, -0.019)));
    }

    @Test
    void aLeadThatCanBeChanceIsNotEstablished() {
        Comparison comparison = HandMadeStudy.compare(Metric.GOODPUT, 1, LOW, HIGH, AS_HIGH);
        assertNull(comparison.best());
        assertEquals(
                "Not established which is best: \"Retries, with a budget\" has the highest goodput, 92.2 %, but its lead over"
                        + " \"Breaker and a second provider\", 0.02 percentage points (95 % interval -0.39 to 0.43), can be chance."
                        + " Established: its goodput is 12.20 percentage points higher than as drawn (95 % interval 11.59 to 12.81).",
                comparison.finding());
    }

    /** By hand: t = 3.35 with 4 degrees of freedom is p = 0.029 alone, and three times that among three pairs. */
    @Test
    void aLeadThatOnlySeveralComparisonsMakeLikelyIsNotEstablished() {
        double[] slightly = plus(0.5, 0.010, 0.020, 0.030, 0.010, 0.005);
        double[] zero = plus(0.5, 0, 0, 0, 0, 0);
        double[] noise = plus(0.5, 0.001, 0.02, -0.012, -0.001, 0.001);
        assertEquals(
                "second",
                HandMadeStudy.compare(Metric.GOODPUT, 1, zero, slightly).best());
        Comparison three = HandMadeStudy.compare(Metric.GOODPUT, 1, zero, slightly, noise);
        assertNull(three.best());
        Pair pair = Objects.requireNonNull(three.pair("as-drawn", "second"));
        assertTrue(pair.difference().high() < 0, "its own interval is all on one side");
        assertFalse(pair.significant());
        assertEquals(3 * 0.0283, pair.p(), 0.003);
    }

    @Test
    void aLeadThatIsTheSameInTwoReplicationsCanBeChance() {
        Comparison comparison =
                HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 1, new double[] {28, 30}, new double[] {29, 31});
        assertNull(comparison.best());
        assertFalse(comparison.pairs().get(0).significant());
        assertEquals(
                "Not established which is best: as drawn has the shortest time to recover, 29 s, but its lead over"
                        + " \"Breaker and a second provider\", 1.00 s, in every replication, can be chance.",
                comparison.finding());
    }

    @Test
    void strategiesThatNeverDifferAreToldTogether() {
        assertEquals(
                "Nothing to choose: goodput is the same in every replication, whatever is chosen, 80.0 % on average.",
                goodput(LOW, LOW.clone(), LOW.clone()));
        assertEquals(
                "\"Breaker and a second provider\" and \"Retries, with a budget\" have the same goodput in every replication,"
                        + " the highest, 92.2 % on average. Established: their goodput is 12.18 percentage points higher than as drawn"
                        + " (95 % interval 11.93 to 12.43).",
                goodput(LOW, HIGH, HIGH.clone()));
    }

    @Test
    void oneReplicationEstablishesNothing() {
        Comparison comparison = HandMadeStudy.compare(Metric.GOODPUT, 1, new double[] {0.3}, new double[] {0.4});
        assertNull(comparison.best());
        assertTrue(Double.isNaN(comparison.pairs().get(0).p()));
        assertEquals(
                "One replication establishes nothing: in it, \"Breaker and a second provider\" has the highest goodput, 40.0 %.",
                comparison.finding());
    }

    @Test
    void aStrategyWithoutValuesIsNotComparedInSilence() {
        String finding = HandMadeStudy.compare(Metric.LATENCY_P99, 1, LOW, plus(NONE, 0, 0, 0, 0, 0))
                .finding();
        assertTrue(
                finding.startsWith(
                        "\"Breaker and a second provider\" has no 99th-percentile latency in any replication. Not"
                                + " established which is best"),
                finding);
    }

    @Test
    void whoeverRecoversSignificantlyMoreOftenIsBetterHoweverLongItTakes() {
        Comparison comparison = HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 1, NEVER, ALWAYS);
        assertEquals("second", comparison.best());
        assertEquals(
                "Not all recovered in each of 8 replications: as drawn never; times are compared only where both did."
                        + " \"Breaker and a second provider\" is best: it recovers more often than as drawn"
                        + " (p = 0.008).",
                comparison.finding());
    }

    @Test
    void toBeQuickWhereItRecoversAtAllDoesNotMakeAStrategyBest() {
        double[] slow = plus(100, 31, 41, 34, 39, 33, 30, 42, 42);
        Comparison comparison = HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 1, HALF, slow);
        assertTrue(comparison.pairs().get(0).significant(), "where both recover, one is quicker");
        assertNull(comparison.best());
        assertTrue(
                comparison
                        .finding()
                        .contains(
                                "recovered in 8 of 8 replications, after 136.5 s on average, but that it recovered more often"
                                        + " than as drawn can be chance (p = 0.13)"),
                comparison.finding());
    }

    @Test
    void whereAllRecoverTheTimesAreCompared() {
        double[] slow = plus(100, 31, 41, 34, 39, 33, 30, 42, 42);
        assertEquals(
                "As drawn is best: its time to recover is 100.25 s shorter than with \"Breaker and a second provider\""
                        + " (95 % interval 99.66 to 100.84).",
                recovery(ALWAYS, slow));
    }

    @Test
    void whereThereIsNothingToRecoverFromItSaysSo() {
        assertEquals("Not one recovered, in any of 8 replications.", recovery(NEVER, NEVER));
        assertEquals(
                "Not all faults end a minute before the run does: there is no recovery to compare.",
                HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 2, NEVER, NEVER).finding());
        assertEquals(
                "Without a fault there is nothing to recover from.",
                HandMadeStudy.compare(Metric.TIME_TO_RECOVER, 0, NEVER, NEVER).finding());
        assertEquals(
                "Without a fault no request is affected.",
                HandMadeStudy.compare(Metric.AFFECTED, 0, NEVER, NEVER).finding());
    }

    /** Four strategies of which none is better: that one is called best, or any pair significant, happens in 5 % of all studies at most. */
    @Test
    void aBestAmongEqualsIsSeldomFound() {
        Random random = new Random(7);
        int studies = 1_000;
        int significant = 0;
        int named = 0;
        for (int study = 0; study < studies; study++) {
            double[][] byArm = new double[4][10];
            for (int replication = 0; replication < 10; replication++) {
                double common = random.nextGaussian();
                for (double[] values : byArm) {
                    values[replication] = common + 0.5 * random.nextGaussian();
                }
            }
            Comparison comparison = HandMadeStudy.compare(Metric.COST, 1, byArm);
            significant += comparison.pairs().stream().anyMatch(Pair::significant) ? 1 : 0;
            named += comparison.best() == null ? 0 : 1;
        }
        int most = new BinomialDistribution(null, studies, 0.05).inverseCumulativeProbability(0.999);
        assertTrue(significant <= most, significant + " of " + studies);
        assertTrue(named <= significant, named + " named");
    }

    @Test
    void theBestIsSignificantlyBetterThanEachOtherWhicheverWayRoundItsPairsAre() {
        for (List<double[]> order :
                List.of(List.of(HIGHEST, LOW, HIGH), List.of(LOW, HIGHEST, HIGH), List.of(LOW, HIGH, HIGHEST))) {
            Comparison comparison = HandMadeStudy.compare(Metric.GOODPUT, 1, order.toArray(new double[0][]));
            assertEquals(HandMadeStudy.IDS.get(order.indexOf(HIGHEST)), comparison.best());
            assertEquals(
                    3, comparison.pairs().stream().filter(Pair::significant).count());
        }
    }
}
