package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Reading;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.Series;
import dev.blastradius.experiment.RunResult.Totals;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.RequestOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartsTest {

    private static final RunResult RESULT = SampleResults.result(60, 10);
    private static final Names NAMES = new Names(SampleResults.pipeline());

    static List<ChartKind> kinds() {
        return Charts.ALL;
    }

    @Test
    void outcomesAreStackedFromOkToAbandonedWithTheGoodputOverThem() {
        ChartSpec chart = chart("outcomes", "visitors");
        assertEquals("Outcomes of Web visitors", chart.title());
        assertEquals(
                List.of("ok", "degraded", "failed", "abandoned", "arriving", "goodput"),
                chart.curves().stream().map(Curve::name).toList());
        assertEquals(
                List.of(Style.STACKED, Style.STACKED, Style.STACKED, Style.STACKED, Style.THIN, Style.PLAIN),
                chart.curves().stream().map(Curve::style).toList());
    }

    @Test
    void outcomesAreCountedWhenRequestsEndBesideThoseThatArrive() {
        ChartSpec chart = chart("outcomes", "visitors");
        assertEquals("requests ended a second", chart.left().label());
        assertEquals(
                flow("visitors").arrivals().value(20),
                chart.curves().get(4).values().value(20));
    }

    @Test
    void aStretchWithoutAnAnswerIsNamedAfterTheWarmUp() {
        double none = Double.NaN;
        TimeSeries values = new TimeSeries(10, new double[] {none, none, 1, none, none, 1, none});
        Axis axis = new Axis("latency", Measure.TIME, true, null);
        List<Curve> curves = List.of(
                new Curve("p50", Ink.LOW, Style.LINE, values),
                new Curve("SLO", Ink.LIMIT, Style.LIMIT, new TimeSeries(70, new double[] {8})));
        ChartSpec chart = new ChartSpec("t", "n", 70, 20, axis, null, curves, List.of(), "e", "nothing answered");
        assertEquals(
                List.of(new Window(30, 50, "nothing answered"), new Window(60, 70, "nothing answered")), chart.gaps());
    }

    @Test
    void allClientsTogetherAreTheSumOfEach() {
        ChartSpec all = chart("outcomes", "");
        assertEquals("Outcomes of all clients", all.title());
        double visitors = flow("visitors").outcomes().get(RequestOutcome.OK).value(20);
        double agents = flow("agents").outcomes().get(RequestOutcome.OK).value(20);
        assertEquals(visitors + agents, all.curves().get(0).values().value(20));
    }

    @Test
    void latencyIsOnALogarithmicAxisWithThePromiseBesideThePercentiles() {
        ChartSpec chart = chart("latency", "visitors");
        assertTrue(chart.left().logarithmic());
        assertEquals(
                List.of("p50", "p95", "p99", "SLO 8 s"),
                chart.curves().stream().map(Curve::name).toList());
        assertEquals(flow("visitors").p99(), chart.curves().get(2).values());
        assertEquals(8, chart.curves().get(3).at(3000));
    }

    @Test
    void attemptsStandAgainstRequestsOfTheSameDependency() {
        ChartSpec chart = chart("attempts", "assistant->opus");
        RunResult.DependencySeries series = RESULT.series().dependencies().get("assistant->opus");
        assertEquals("Attempts over Assistant → Opus", chart.title());
        assertEquals(series.attempts(), chart.curves().get(0).values());
        assertEquals(series.calls(), chart.curves().get(2).values());
    }

    @Test
    void theQueueStandsBesideTheBusyServersAndTheirLimit() {
        ChartSpec chart = chart("queue", "assistant");
        assertEquals(
                List.of("waiting", "busy servers", "of 400"),
                chart.curves().stream().map(Curve::name).toList());
        assertFalse(chart.curves().get(0).onRight());
        assertTrue(chart.curves().get(1).onRight());
        assertEquals(400, chart.curves().get(2).at(0));
    }

    @Test
    void unlimitedServersHaveNoLimit() {
        assertEquals(2, chart("queue", "canned").curves().size());
    }

    @Test
    void eachKindBeginsWithTheSubjectThatTellsMost() {
        assertEquals("", kind("outcomes").mostTelling(RESULT));
        assertEquals("visitors", kind("latency").mostTelling(RESULT));
        assertEquals("assistant->opus", kind("attempts").mostTelling(RESULT));
        assertEquals("assistant", kind("queue").mostTelling(RESULT));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyChartHasTheSameTimeAndTheFaultsWindows(ChartKind kind) {
        for (Subject subject : kind.subjects(RESULT, NAMES)) {
            ChartSpec chart = kind.chart(RESULT, NAMES, subject.id());
            assertEquals(5400, chart.duration());
            assertEquals(300, chart.warmup());
            assertEquals(RESULT.series().faultWindows(), chart.windows());
            assertEquals("mean of 10 replications", chart.note());
            assertFalse(chart.isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aResultWithoutAnythingHasNoSubjectAndAnEmptyChart(ChartKind kind) {
        RunResult nothing = new RunResult(
                null,
                "as-drawn",
                SampleResults.settings(1),
                Map.of(),
                Map.of(),
                Map.of(),
                new Cost(Interval.NONE, Interval.NONE, Interval.NONE),
                new Totals(Interval.NONE, Interval.NONE, Interval.NONE, Interval.NONE),
                null,
                Evidence.NONE,
                Series.NONE);
        assertEquals(List.of(), kind.subjects(nothing, NAMES));
        assertNull(kind.mostTelling(nothing));
        assertTrue(kind.chart(nothing, NAMES, "nobody").isEmpty());
        assertEquals("one replication", kind.chart(nothing, NAMES, "nobody").note());
    }

    @Test
    void theCursorReadsExactValuesTopmostFirst() {
        List<Reading> readings = chart("latency", "visitors").readings(1234);
        assertEquals(
                List.of("p99", "p95", "p50"),
                readings.stream().map(Reading::name).toList());
        assertEquals(
                Figures.time(flow("visitors").p99().value(20)), readings.get(0).text());
    }

    @Test
    void theCursorKnowsWhichFaultsAreActive() {
        ChartSpec chart = chart("queue", "opus");
        assertEquals(List.of(), chart.faultsAt(599));
        assertEquals(List.of("Opus: 40 % errors, 3 × latency"), chart.faultsAt(600));
        assertEquals(List.of(), chart.faultsAt(2400));
    }

    private static RunResult.FlowSeries flow(String client) {
        return RESULT.series().flows().get(client);
    }

    private static ChartKind kind(String key) {
        return Charts.ALL.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static ChartSpec chart(String key, String subject) {
        return kind(key).chart(RESULT, NAMES, subject);
    }
}
