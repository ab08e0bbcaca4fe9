package dev.blastradius.chart.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Charted.Entry;
import dev.blastradius.chart.DistributionSpec;
import dev.blastradius.chart.StripSpec;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.experiment.cascade.Playback;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CascadeChartsTest {

    private static final int STEPS = SamplePlayback.STEPS;

    private final SamplePlayback sample = SamplePlayback.broken();
    private final HandMadeChronicle chronicle = sample.chronicle();

    static List<CascadeChart> kinds() {
        return CascadeCharts.ALL;
    }

    @Test
    void noTwoChartsHaveTheSameKey() {
        assertEquals(
                CascadeCharts.ALL.size(),
                CascadeCharts.ALL.stream().map(CascadeChart::key).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyChartSaysWhatItShowsAndNamesAsManyValuesAsItHasColours(CascadeChart kind) {
        Playback playback = sample.playback();
        assertFalse(kind.meaning().isEmpty());
        assertFalse(kind.absence().isEmpty());
        for (Subject subject : kind.subjects(playback, sample.names())) {
            Charted chart = kind.chart(playback, sample.names(), subject.id());
            assertEquals(chart.legend().size(), chart.values(11).size(), chart.title());
            assertEquals(chart.legend().size(), chart.values(Double.NaN).size(), chart.title());
        }
    }

    @Test
    void outcomesAreRequestsASecondThatEndedInTheStep() {
        chronicle
                .put(ClientSeries.OK, "visitors", 5, 6, 12)
                .put(ClientSeries.OK, "robots", 5, 6, 1)
                .put(ClientSeries.FAILED, "visitors", 5, 6, 3)
                .put(ClientSeries.ARRIVED, "visitors", 5, 6, 20);
        assertEquals(List.of("ok 6 /s", "failed 1.5 /s", "arriving 10 /s"), values("outcomes", "visitors", 11));
        assertEquals(List.of("ok 6.5 /s", "failed 1.5 /s", "arriving 10 /s"), values("outcomes", "", 11.9));
        assertEquals(List.of("ok 0 /s", "failed 0 /s", "arriving 0 /s"), values("outcomes", "", 12));
    }

    /** 0.9 of 10 requests in each of 55 measured steps: a budget of 55 errors, and the two failed ones of ten steps are 20. */
    @Test
    void theErrorBudgetIsTheShareThatMayFailOfAllMeasuredRequests() {
        chronicle
                .put(ClientSeries.OK, "visitors", 0, STEPS, 10)
                .put(ClientSeries.GOODPUT, "visitors", 0, STEPS, 10)
                .put(ClientSeries.OK, "visitors", 20, 30, 8)
                .put(ClientSeries.GOODPUT, "visitors", 20, 30, 8)
                .put(ClientSeries.FAILED, "visitors", 20, 30, 2);
        ChartSpec chart = curves("goodput", "visitors");
        Curve burnt = curve(chart, "error budget burnt");
        assertEquals(0, burnt.at(39));
        assertEquals(2 / 55.0, burnt.at(41), 1e-12);
        assertEquals(20 / 55.0, burnt.at(60), 1e-12);
        assertEquals(20 / 55.0, burnt.at(119), 1e-12);
        assertEquals(4.5, curve(chart, "promised 90 %").at(41), 1e-12);
        assertEquals(4, curve(chart, "goodput").at(41), 1e-12);
    }

    @Test
    void whatFailsInTheWarmUpBurnsNothing() {
        chronicle
                .put(ClientSeries.FAILED, "visitors", 0, 5, 100)
                .put(ClientSeries.OK, "visitors", 5, STEPS, 10)
                .put(ClientSeries.GOODPUT, "visitors", 5, STEPS, 10);
        assertEquals(
                0, curve(curves("goodput", "visitors"), "error budget burnt").at(119));
    }

    /** Half of the measured steps are recorded: their 275 requests make 550 in the run, which may have 55 errors. */
    @Test
    void whileAReplicationGoesOnTheRestIsTakenToComeAtTheRateSoFar() {
        chronicle
                .put(ClientSeries.OK, "visitors", 5, 32, 10)
                .put(ClientSeries.GOODPUT, "visitors", 5, 32, 10)
                .put(ClientSeries.FAILED, "visitors", 32, 33, 10)
                .recorded(33);
        Curve burnt = curve(curves("goodput", "visitors"), "error budget burnt");
        assertEquals(10 / (0.1 * 280 / 28 * 55), burnt.at(65), 1e-12);
        assertTrue(Double.isNaN(burnt.at(66)));
    }

    @Test
    void aClientWithoutAPromiseHasNeitherLineNorBudget() {
        ChartSpec chart = curves("goodput", "robots");
        assertNull(chart.right());
        assertEquals(1, chart.curves().size());
    }

    @Test
    void latencyIsLogarithmicWithThePromisedOneDashed() {
        chronicle.put(ClientSeries.P50, "visitors", 0, STEPS, 0.5).put(ClientSeries.P99, "visitors", 0, STEPS, 7);
        assertTrue(curves("latency", "visitors").left().logarithmic());
        assertEquals(List.of("p50 500 ms", "p95 –", "p99 7 s", "SLO 8 s"), values("latency", "visitors", 50));
    }

    /** Windows of ten seconds are five steps: 4 calls a step, and 12 attempts in the step from 40 s on. */
    @Test
    void amplificationIsAttemptsOverCallsOfTheLastTenSeconds() {
        chronicle
                .put(DependencySeries.CALLS, "assistant->opus", 0, STEPS, 4)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 0, 20, 4)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 20, STEPS, 12)
                .put(DependencySeries.RETRIES, "assistant->opus", 20, STEPS, 8);
        Curve amplification = curve(curves("attempts", "assistant->opus"), "amplification");
        assertEquals(1, amplification.at(39));
        assertEquals((4 * 4 + 12) / 20.0, amplification.at(41), 1e-12);
        assertEquals(3, amplification.at(49));
        assertEquals("assistant->opus", kind("attempts").mostTelling(sample.playback(), sample.names()));
        assertEquals("attempts 6 /s", values("attempts", "assistant->opus", 41).get(0));
        assertEquals(
                "amplification –", values("attempts", "robots->assistant", 41).get(3));
    }

    @Test
    void errorsAreStackedByCauseTheFiveMostFrequentEachForItself() {
        for (int i = 1; i <= 7; i++) {
            chronicle.fail("visitors", "opus/cause-" + i, 10, 11, i);
        }
        chronicle.fail("robots", "assistant->opus/timeout", 10, 11, 9);
        assertEquals(
                List.of(
                        "Opus: cause-4 2 /s",
                        "Opus: cause-5 2.5 /s",
                        "Opus: cause-6 3 /s",
                        "Opus: cause-7 3.5 /s",
                        "Assistant → Opus: timeout 4.5 /s",
                        "3 others 3 /s"),
                values("causes", "", 21));
        assertEquals(List.of("Assistant → Opus: timeout 4.5 /s"), values("causes", "robots", 21));
    }

    @Test
    void sixCausesNeedNoRest() {
        for (int i = 1; i <= 6; i++) {
            chronicle.fail("visitors", "opus/cause-" + i, 10, 11, i);
        }
        assertEquals("Opus: cause-1 0.5 /s", values("causes", "visitors", 21).get(0));
        assertEquals(6, values("causes", "visitors", 21).size());
    }

    @Test
    void queueAndServersStandBesideEachOtherOnTheirOwnAxes() {
        chronicle
                .put(ComponentSeries.QUEUE, "assistant", 10, 20, 7)
                .put(ComponentSeries.BUSY, "assistant", 0, STEPS, 40)
                .put(ComponentSeries.SERVERS, "assistant", 0, STEPS, 40);
        assertEquals(List.of("waiting 7", "busy servers 40", "servers 40"), values("queue", "assistant", 21));
        assertEquals("assistant", kind("queue").mostTelling(sample.playback(), sample.names()));
    }

    @Test
    void aBreakerOfSeveralReplicasIsInItsStatesByShares() {
        chronicle
                .put(DependencySeries.OPEN, "assistant->opus", 0, STEPS, 0)
                .put(DependencySeries.HALF_OPEN, "assistant->opus", 0, STEPS, 0)
                .put(DependencySeries.OPEN, "assistant->opus", 20, 30, 0.75)
                .put(DependencySeries.HALF_OPEN, "assistant->opus", 25, 30, 0.25);
        StripSpec strips = (StripSpec) chart("breakers", "");
        assertEquals(List.of("Assistant → Opus closed"), strips.inWords(10));
        assertEquals(List.of("Assistant → Opus 75 % open, 25 % closed"), strips.inWords(41));
        assertEquals(List.of("Assistant → Opus 75 % open, 25 % half open"), strips.inWords(51));
        assertEquals(List.of("open 0.75 of 1", "half open 0 of 1", "closed 0.25 of 1"), values("breakers", "", 41));
        assertEquals(List.of(), strips.inWords(500));
    }

    @Test
    void fallbacksBudgetsQuotasAndCostsAreTold() {
        chronicle
                .put(DependencySeries.FALLBACKS, "assistant->gpt", 10, 11, 3)
                .put(DependencySeries.BUDGET_LEFT, "assistant->opus", 10, 11, 0.2)
                .put(ComponentSeries.QUOTA_USED, "opus", 10, 11, 0.6)
                .put(ComponentSeries.DOLLARS, "opus", 10, 11, 0.5)
                .put(ComponentSeries.DOLLARS, "gpt", 10, 11, 0.1);
        assertEquals(List.of("Assistant → GPT 1.5 /s"), values("fallbacks", "", 21));
        assertEquals(List.of("Assistant → Opus 20 %"), values("retry-budget", "", 21));
        assertEquals(List.of("Opus 60 %", "all of it used"), values("quota", "", 21));
        assertEquals(List.of("Opus $15.00 /min", "GPT $3.00 /min"), values("cost", "", 21));
    }

    @Test
    void latencyBeforeDuringAndAfterIsDrawnWhenTheRunIsOver() {
        Chronicle recorded = chronicle.chronicle();
        for (int i = 1; i <= 10; i++) {
            recorded.latency(0, Chronicle.Part.BEFORE).record(i * 100_000_000L);
            recorded.latency(0, Chronicle.Part.DURING).record(i * 1_000_000_000L);
        }
        DistributionSpec chart = (DistributionSpec) chart("distribution", "visitors");
        assertFalse(chart.isOverTime());
        assertEquals(8, chart.limit());
        assertEquals(
                List.of("before 100 % ≤ 1.01 s", "during 10 % ≤ 1.01 s", "after none", "SLO 8 s"),
                values("distribution", "visitors", 1.01));
        assertEquals("10, median 500 ms, p99 1 s", chart.values(Double.NaN).get(0));
        chronicle.recorded(STEPS - 1);
        assertTrue(chart("distribution", "visitors").isEmpty());
        assertEquals("When the run is over", chart("distribution", "visitors").empty());
    }

    @Test
    void aModelWithoutPoliciesLimitsAndPricesHasNoChartsOfThem() {
        SamplePlayback bare = SamplePlayback.bare();
        assertEquals(
                List.of("breakers", "fallbacks", "retry-budget", "quota", "cost"),
                CascadeCharts.ALL.stream()
                        .filter(kind ->
                                kind.subjects(bare.playback(), bare.names()).isEmpty())
                        .map(CascadeChart::key)
                        .toList());
    }

    @Test
    void nothingIsDrawnOfWhatIsNotRecordedYet() {
        chronicle.put(ClientSeries.OK, "visitors", 0, STEPS, 10).recorded(10);
        Curve ok = curve(curves("outcomes", "visitors"), "ok");
        assertEquals(5, ok.at(19.9));
        assertTrue(Double.isNaN(ok.at(20)));
    }

    private static CascadeChart kind(String key) {
        return CascadeCharts.ALL.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Charted chart(String key, String subject) {
        return kind(key).chart(sample.playback(), sample.names(), subject);
    }

    private ChartSpec curves(String key, String subject) {
        return (ChartSpec) chart(key, subject);
    }

    private static Curve curve(ChartSpec chart, String name) {
        return chart.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the legend says at a moment, entry by entry. */
    private List<String> values(String key, String subject, double seconds) {
        Charted chart = chart(key, subject);
        List<Entry> legend = chart.legend();
        List<String> values = chart.values(seconds);
        return java.util.stream.IntStream.range(0, legend.size())
                .mapToObj(i -> (legend.get(i).name() + " " + values.get(i)).strip())
                .toList();
    }
}
