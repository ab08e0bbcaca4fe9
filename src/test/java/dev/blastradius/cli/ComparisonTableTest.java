package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {

    private static final RunResult FAILS = HandMadeDamage.run("outage", "fails", 0.5, 0.48);
    private static final RunResult SERVES = HandMadeDamage.run("outage", "serves", 0.9, 0.08);

    private static Comparison comparison(Metric metric, String best, double difference, boolean significant) {
        Interval interval = new Interval(difference, difference - 0.01, difference + 0.02);
        Pair pair = new Pair("fails", "serves", interval, significant ? 0.001 : 0.3, significant, 0.876);
        return new Comparison("outage", metric, best, List.of(pair), "");
    }

    private static ComparisonTable table(Comparison... comparisons) {
        return new ComparisonTable(new Standings(List.of(FAILS, SERVES), List.of(comparisons)), Style.PLAIN);
    }

    private static String line(String table, String row) {
        return table.lines()
                .filter(each -> each.strip().startsWith(row))
                .findFirst()
                .orElseThrow(() -> new AssertionError(row + " in " + table));
    }

    @Test
    void aStrategyIsNotTheFastestForFailingTheSlowRequests() {
        ComparisonTable table = table(
                comparison(Metric.GOODPUT, "serves", -0.4, true), comparison(Metric.LATENCY_P99, "fails", -7, true));
        assertFalse(line(table.values(), "latency, p99").contains("*"));
        assertTrue(line(table.values(), "goodput").endsWith("*"));
    }

    @Test
    void theFasterIsMarkedWhereMoreGoodputOfTheOtherIsNotEstablished() {
        ComparisonTable table =
                table(comparison(Metric.GOODPUT, null, -0.4, false), comparison(Metric.LATENCY_P99, "fails", -7, true));
        assertTrue(line(table.values(), "latency, p99").contains("+-0.01*"));
        assertFalse(line(table.values(), "goodput").contains("*"));
        assertTrue(table.isMarked());
    }

    @Test
    void aDifferenceIsThatOfTheStrategyLessTheBaselineWhicheverWayThePairStands() {
        ComparisonTable table = table(comparison(Metric.GOODPUT, "serves", -0.4, true));
        assertTrue(line(table.differences("fails"), "goodput").endsWith("+40.00 +-1.50!"));
        assertTrue(line(table.differences("serves"), "goodput").endsWith("-40.00 +-1.50!"));
        assertTrue(table.differences("fails").startsWith("  Less fails"));
        assertTrue(table.isEstablished("fails"));
    }

    @Test
    void aDifferenceThatCanBeChanceHasNoMark() {
        ComparisonTable table = table(comparison(Metric.COST, null, 0.25, false));
        assertTrue(line(table.differences("serves"), "cost").endsWith("+$0.2500 +-0.0150"));
        assertFalse(table.isEstablished("serves"));
        assertFalse(table.isMarked());
    }

    @Test
    void metricsInWhichThereIsNoDifferenceToTellHaveNoRow() {
        assertEquals("", table(comparison(Metric.COST, null, Double.NaN, false)).differences("serves"));
    }

    @Test
    void whatPairingSavedIsSaidInWords() {
        assertEquals(
                "Variance of the difference in goodput saved by the common random numbers: 87 % for serves.",
                table(comparison(Metric.GOODPUT, null, 0.1, false)).pairing("fails"));
        assertEquals("", table(comparison(Metric.COST, null, 0.1, false)).pairing("fails"));
    }

    @Test
    void recoveryAndTheBoundAreShownUnderAScenarioOnly() {
        String outage = table().values();
        assertTrue(line(outage, "recovered").contains("7 of 10"));
        assertTrue(line(outage, "time to recover").contains("95.0 s +-15.0"));
        assertTrue(line(outage, "could be answered").contains("99.00 %"));
        ComparisonTable calm = new ComparisonTable(
                new Standings(List.of(HandMadeDamage.run(null, "as-drawn", 0.98, 0)), List.of()), Style.PLAIN);
        assertFalse(calm.values().contains("recovered"));
        assertFalse(calm.values().contains("affected"));
        assertFalse(calm.values().contains("could be answered"));
    }

    @Test
    void aFaultThatDoesNotEndIsNothingToRecoverFrom() {
        RunResult run =
                HandMadeDamage.with(FAILS, HandMadeDamage.radius(0.48, null), HandMadeDamage.evidence(10, null));
        String values = new ComparisonTable(new Standings(List.of(run), List.of()), Style.PLAIN).values();
        assertFalse(values.contains("recover"));
        assertTrue(values.contains("load amplification"));
    }

    @Test
    void sharesThatNobodyHasHaveNoRow() {
        String values = new ComparisonTable(
                        new Standings(List.of(HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, 0.9)), List.of()),
                        Style.PLAIN)
                .values();
        assertFalse(values.contains("wrong"));
        assertTrue(values.contains("late"));
    }
}
