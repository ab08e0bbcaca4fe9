package dev.blastradius.experiment.cascade;

import static dev.blastradius.experiment.cascade.HandMadeRun.FAULT;
import static dev.blastradius.experiment.cascade.HandMadeRun.OVER;
import static dev.blastradius.experiment.cascade.HandMadeRun.STEPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.experiment.cascade.Onset.Limit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CascadesTest {

    private static void opusFails(HandMadeChronicle chronicle, int from, int to) {
        chronicle.put(ComponentSeries.FAILED, "opus", from, to, 40);
    }

    private static Onset only(HandMadeRun run) {
        List<Onset> onsets = run.onsets();
        assertEquals(1, onsets.size(), onsets.toString());
        return onsets.get(0);
    }

    @Test
    void whereNothingHappensNothingIsTold() {
        assertEquals(Cascade.NONE, HandMadeRun.sound().cascade());
    }

    @Test
    void aFaultIsToldByWhatItDoesAndForHowLong() {
        List<Onset> onsets = HandMadeRun.broken().cascade().onsets();
        assertEquals(List.of(new Onset(1, FAULT, "opus", Limit.FAULT, "40 % error rate, latency × 3", OVER)), onsets);
    }

    @Test
    void damageIsToldInTheOrderInWhichItSpreads() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), FAULT, OVER);
        run.chronicle()
                .put(DependencySeries.RETRIES, "assistant->opus", FAULT + 20, OVER, 180)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", FAULT + 20, OVER, 280)
                .put(ComponentSeries.BUSY, "assistant", FAULT + 65, OVER + 60, 400)
                .put(ClientSeries.GOODPUT, "visitors", FAULT + 90, OVER + 60, 61);
        List<Onset> onsets = run.cascade().onsets();
        assertEquals(
                List.of(
                        "opus FAULT",
                        "opus FAILING",
                        "assistant->opus STORM",
                        "assistant SATURATED",
                        "visitors OBJECTIVE"),
                onsets.stream().map(each -> each.where() + " " + each.limit()).toList());
        assertEquals(List.of(1, 2, 3, 4, 5), onsets.stream().map(Onset::rank).toList());
        assertEquals(
                List.of(600.0, 600.0, 620.0, 665.0, 690.0),
                onsets.stream().map(Onset::seconds).toList());
        assertEquals(
                List.of(
                        "40 % error rate, latency × 3",
                        "40 % of its answers are failures (usual 0 %)",
                        "2.8 attempts a call (usual 1)",
                        "all 400 servers are busy (usual 62 %)",
                        "goodput 61 %, objective 99.5 % (usual 100 %)"),
                onsets.stream().map(Onset::why).toList());
        assertEquals(
                List.of(1200.0, 1200.0, 1200.0, 1260.0, 1260.0),
                onsets.stream().map(Onset::ends).toList());
    }

    /** A share of 0.2 % for half an hour, at a hundred a second, comes out other than usual by chance only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void chanceIsNotTold(long seed) {
        HandMadeRun run = HandMadeRun.broken();
        SplittableRandom random = new SplittableRandom(seed);
        run.chronicle().put(ComponentSeries.FAILED, "opus", 0, STEPS, step -> {
            int failed = 0;
            for (int i = 0; i < 100; i++) {
                failed += random.nextDouble() < 0.002 ? 1 : 0;
            }
            return failed;
        });
        assertEquals(List.of(), run.onsets());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRareRequestIsJudgedAsWellAsAFrequentOne(long seed) {
        HandMadeRun run = HandMadeRun.broken();
        SplittableRandom random = new SplittableRandom(seed);
        run.chronicle()
                .put(ClientSeries.OK, "robots", 0, STEPS, step -> random.nextInt(10) == 0 ? 1 : 0)
                .put(ClientSeries.OK, "robots", FAULT, OVER, 0)
                .put(ClientSeries.FAILED, "robots", FAULT, OVER, step -> random.nextInt(10) == 0 ? 1 : 0);
        Onset onset = only(run);
        assertEquals("robots", onset.where());
        assertEquals(FAULT, onset.seconds(), 60);
        assertEquals(OVER, onset.ends(), 60);
    }

    @Test
    void whatFailedWithoutTheFaultAsWellIsNotTold() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ComponentSeries.FAILED, "opus", 0, STEPS, 30);
        assertEquals(List.of(), run.onsets());
    }

    @Test
    void eachLimitIsToldOnceWithTheEndOfItsLastTime() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), FAULT, FAULT + 60);
        opusFails(run.chronicle(), FAULT + 300, FAULT + 360);
        Onset onset = only(run);
        assertEquals(FAULT, onset.seconds());
        assertEquals(FAULT + 360, onset.ends());
    }

    @Test
    void whatStillGoesOnHasNoEnd() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), FAULT, STEPS);
        run.chronicle().put(ComponentSeries.BUSY, "assistant", OVER, STEPS, 400);
        assertEquals(2, run.onsets().size());
        assertTrue(run.onsets().stream().allMatch(onset -> Double.isNaN(onset.ends())));
    }

    @Test
    void onlyWhatIsRecordedIsLookedAt() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), FAULT, STEPS);
        run.chronicle().recorded(FAULT - 1);
        assertEquals(Cascade.NONE, run.cascade());
        run.chronicle().recorded(FAULT + 30);
        assertEquals(FAULT, only(run).seconds());
    }

    @Test
    void withoutATimeBeforeTheFaultNothingIsSaidOfWhatIsUsual() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), 0, OVER);
        Onset onset = Cascades.of(run.playback(List.of(new Window(0, OVER, "Opus")))).onsets().stream()
                .filter(each -> each.limit() == Limit.FAILING)
                .findFirst()
                .orElseThrow();
        assertEquals("40 % of its answers are failures", onset.why());
        assertEquals(0, onset.seconds());
    }

    @Test
    void aShortTimeWithAllServersBusyIsNotToldAndALongOneIs() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ComponentSeries.BUSY, "assistant", FAULT, FAULT + 8, 400);
        assertEquals(List.of(), run.onsets());
        run.chronicle().put(ComponentSeries.BUSY, "assistant", FAULT + 100, FAULT + 112, 400);
        assertEquals(FAULT + 100, only(run).seconds());
    }

    @Test
    void whatIsOverItsLimitForAMinuteByItselfMustBeSoForTwo() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ComponentSeries.BUSY, "assistant", 300, 360, 400);
        run.chronicle().put(ComponentSeries.BUSY, "assistant", 700, 800, 400);
        assertEquals(List.of(), run.onsets());
        run.chronicle().put(ComponentSeries.BUSY, "assistant", 900, 1_030, 400);
        assertEquals(900, only(run).seconds());
    }

    @Test
    void aFullQueueIsToldWithItsPlaces() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ComponentSeries.QUEUE, "assistant", 700, 900, step -> Math.min(200, 2 * (step - 700)));
        Onset onset = only(run);
        assertEquals(Limit.QUEUEING, onset.limit());
        assertEquals(705, onset.seconds());
        assertEquals("19 wait in its queue (usual 0); it fills up to its 200 places", onset.why());
    }

    @Test
    void lateAnswersAreToldOfComponentsAndOfClients() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ComponentSeries.RESPONSE, "assistant", 610, OVER, 10);
        run.chronicle().put(ClientSeries.P95, "visitors", 620, OVER, step -> step < 700 ? 30 : 60);
        List<Onset> onsets = run.onsets();
        assertEquals(
                List.of(
                        "it takes 10 s (usual 2.5 s)",
                        "one in twenty waits longer than 30 s (usual 9 s; at worst 60 s)"),
                onsets.stream().map(Onset::why).toList());
        assertTrue(onsets.stream().allMatch(onset -> onset.limit() == Limit.SLOW));
    }

    @Test
    void aUsedUpQuotaIsTold() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle()
                .put(ComponentSeries.QUOTA_USED, "opus", 0, STEPS, 0.4)
                .put(ComponentSeries.QUOTA_USED, "opus", 650, OVER, 1);
        assertEquals("its quota is used up (usual 40 %)", only(run).why());
        assertEquals(Limit.QUOTA, only(run).limit());
    }

    @Test
    void aBreakerIsToldHoweverShortItIsOpen() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle()
                .put(DependencySeries.OPEN, "assistant->opus", 0, STEPS, 0)
                .put(DependencySeries.OPEN, "assistant->opus", 611, 612, 0.25)
                .put(DependencySeries.OPEN, "assistant->opus", 700, 710, 1);
        Onset onset = only(run);
        assertEquals(Limit.BREAKER, onset.limit());
        assertEquals(611, onset.seconds());
        assertEquals("25 % of its circuit breakers open (at worst 100 %)", onset.why());
        assertEquals(710, onset.ends());
    }

    @Test
    void anEmptyRetryBudgetIsTold() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle()
                .put(DependencySeries.RETRIES, "assistant->opus", 605, OVER, 10)
                .put(DependencySeries.BUDGET_DENIED, "assistant->opus", 605, OVER, 30);
        Onset onset = only(run);
        assertEquals(Limit.BUDGET, onset.limit());
        assertEquals("its retry budget is empty: 75 % of the retries are not made", onset.why());
    }

    @Test
    void aFallbackIsToldByTheShareThatItTakesOver() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle()
                .put(DependencySeries.CALLS, "assistant->gpt", 630, OVER, 35)
                .put(DependencySeries.FALLBACKS, "assistant->gpt", 630, OVER, 35);
        Onset onset = only(run);
        assertEquals(Limit.FALLBACK, onset.limit());
        assertEquals("assistant->gpt", onset.where());
        assertEquals("as a fallback it takes over 35 % of the calls (usual 0 %)", onset.why());
    }

    @Test
    void anArrowThatFailsOfItsCalleeIsNotToldBesideIt() {
        HandMadeRun run = HandMadeRun.broken();
        opusFails(run.chronicle(), FAULT, OVER);
        run.chronicle().put(DependencySeries.FAILED, "assistant->opus", FAULT, OVER, 40);
        assertEquals("opus", only(run).where());
    }

    @Test
    void anArrowThatFailsByItselfIsTold() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(DependencySeries.FAILED, "assistant->opus", 630, OVER, 25);
        assertEquals("assistant->opus", only(run).where());
        assertEquals("25 % of the attempts fail (usual 0 %)", only(run).why());
    }

    @Test
    void whoIsPromisedNothingIsToldByFailures() {
        HandMadeRun run = HandMadeRun.broken();
        run.chronicle().put(ClientSeries.OK, "robots", 0, STEPS, 1).put(ClientSeries.ABANDONED, "robots", 700, OVER, 1);
        assertEquals(
                "50 % of its requests fail or are given up (usual 0 %)",
                only(run).why());
        assertEquals(Limit.FAILING, only(run).limit());
    }

    @Test
    void failuresAreCountedByWhereTheyBeganAndWhereTheySurfaced() {
        HandMadeRun run = HandMadeRun.sound();
        run.chronicle()
                .fail("visitors", "opus/error", 600, 700, 2)
                .fail("visitors", "assistant->opus/timeout", 600, 700, 5)
                .fail("robots", "opus/error", 600, 700, 4);
        assertEquals(
                List.of(
                        new Origin("opus", "error", "robots", 400),
                        new Origin("opus", "error", "visitors", 200),
                        new Origin("assistant->opus", "timeout", "visitors", 500)),
                run.cascade().origins());
    }
}
