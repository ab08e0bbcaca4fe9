package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which columns are marked as the best, row by row. */
class StrategyTableTest {

    private static final Interval SLOW = new Interval(9, 8.9, 9.1);
    private static final Interval FAST = new Interval(2, 1.9, 2.1);

    /** A run under a strategy with this goodput, give or take one point, and this latency. */
    private static RunResult run(String strategy, double goodput, Interval p99) {
        return run(strategy, goodput, p99, new Interval(0, 0, 0));
    }

    private static RunResult run(String strategy, double goodput, Interval p99, Interval wrong) {
        RunResult made = HandMadeRun.of("outage", strategy, HandMadeRun.SETTINGS, goodput);
        Flow flow = made.flows().values().iterator().next();
        Flow timed = new Flow(
                flow.requests(),
                flow.share(),
                flow.late(),
                wrong,
                flow.goodput(),
                new RunResult.Latency(p99, p99, p99, p99),
                flow.requestsPerSecond(),
                flow.failuresByCause());
        return new RunResult(
                made.scenario(),
                strategy,
                made.settings(),
                Map.of("visitors", timed),
                made.components(),
                made.dependencies(),
                made.cost(),
                made.totals(),
                made.blastRadius(),
                made.evidence(),
                made.series());
    }

    /** The marks of a row, a letter for each column: {@code *} or {@code -}. */
    private static String marks(String row, RunResult... runs) {
        String table = StrategyTable.of("visitors", List.of(runs), Style.PLAIN);
        String line = table.lines()
                .filter(each -> each.strip().startsWith(row))
                .findFirst()
                .orElseThrow();
        StringBuilder marks = new StringBuilder();
        for (String cell : line.strip().substring(row.length()).strip().split(" {2,}")) {
            marks.append(cell.endsWith("*") ? '*' : '-');
        }
        return marks.toString();
    }

    @Test
    void aStrategyIsNotTheFastestForFailingTheSlowRequests() {
        assertEquals("--", marks("latency, p99", run("fails", 0.5, FAST), run("serves", 0.9, SLOW)));
    }

    @Test
    void betweenEqualGoodputsTheFasterIsMarked() {
        assertEquals("*-", marks("latency, p99", run("one", 0.9, FAST), run("two", 0.9, SLOW)));
    }

    @Test
    void theBestInGoodputIsMarkedFastestWhereItIsFasterToo() {
        assertEquals("-*", marks("latency, p99", run("fails", 0.5, SLOW), run("serves", 0.9, FAST)));
    }

    @Test
    void equalsAreMarkedTogetherWhereSomethingIsWorse() {
        assertEquals("**-", marks("goodput", run("a", 0.9, FAST), run("b", 0.9, FAST), run("c", 0.5, FAST)));
    }

    @Test
    void nothingIsMarkedWhereAllAreEqual() {
        assertEquals("--", marks("goodput", run("a", 0.9, FAST), run("b", 0.9, FAST)));
    }

    @Test
    void answersThatAreWrongHaveARowWhereThereAreAnyAndTheFewestAreMarked() {
        RunResult good = run("good", 0.9, FAST);
        RunResult bad = run("bad", 0.8, FAST, new Interval(0.1, 0.09, 0.11));
        assertEquals("*-", marks("wrong", good, bad));
        assertEquals(
                false, StrategyTable.of("visitors", List.of(good), Style.PLAIN).contains("wrong"));
    }
}
