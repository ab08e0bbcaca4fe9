package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A component that freezes stands still: nothing starts, and what runs takes so much longer. */
class FreezeLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab desk(String further) {
        return Lab.of(
                        Lab.client("a") + ",'desk':{'kind':'service','concurrency':1,'latency':'10s'" + further + "}",
                        "'a->desk':{}")
                .sends("a", 0);
    }

    private static String freeze(String at, String lasting) {
        return "{'target':'desk','at':'" + at + "','for':'" + lasting + "','freeze':true}";
    }

    @Test
    void runningWorkGoesOnWhereItStood() {
        assertEquals(17, desk("").faults(freeze("3s", "7s")).run().latency("a"), EXACT);
    }

    @Test
    void workThatWouldHaveEndedMeanwhileEndsItsRemainderLater() {
        assertEquals(30, desk("").faults(freeze("8s", "20s")).run().latency("a"), EXACT);
    }

    @Test
    void twoFreezesInOneJobAddUp() {
        Trial trial =
                desk("").faults(freeze("3s", "4s") + "," + freeze("9s", "5s")).run();
        assertEquals(10 + 4 + 5, trial.latency("a"), EXACT);
    }

    @Test
    void aSecondFreezeInTheRemainderOfTheFirstAddsUpToo() {
        // Would end at 10 s, stands still from 8 s to 28 s, then from 29 s to 39 s with 1 s of work left.
        Trial trial = desk("").faults(freeze("8s", "20s") + "," + freeze("29s", "10s"))
                .run();
        assertEquals(40, trial.latency("a"), EXACT);
    }

    @Test
    void freezesThatOverlapAreOne() {
        Trial trial =
                desk("").faults(freeze("3s", "4s") + "," + freeze("5s", "6s")).run();
        assertEquals(10 + 8, trial.latency("a"), EXACT);
    }

    @Test
    void freezesThatTouchAreOne() {
        Trial trial =
                desk("").faults(freeze("3s", "4s") + "," + freeze("7s", "6s")).run();
        assertEquals(10 + 10, trial.latency("a"), EXACT);
    }

    @Test
    void whatArrivesMeanwhileWaits() {
        Trial trial = desk("").sends("a", 5).faults(freeze("3s", "7s")).run();
        assertEquals(15, trial.latency("a"), EXACT);
        assertEquals(0.05, trial.queueLength("desk"), EXACT);
    }

    @Test
    void itsQueueFillsUpAndRejects() {
        Trial trial = desk(",'queue':{'capacity':2}")
                .sends("a", 4, 5, 6)
                .faults(freeze("3s", "7s"))
                .run();
        assertEquals(Map.of("desk/rejected", 1L), trial.causes("a"));
    }

    @Test
    void unlimitedServersStandStillToo() {
        Trial trial = Lab.of(Lab.client("a") + ",'desk':{'kind':'service','latency':'10s'}", "'a->desk':{}")
                .sends("a", 0, 5)
                .faults(freeze("3s", "7s"))
                .run();
        assertEquals((17 + 15) / 2.0, trial.latency("a"), EXACT);
    }

    @Test
    void whoGivesUpOnStandingWorkLeavesNothingBehindWhereItIsCancelled() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'12s'") + "," + Lab.client("b")
                                + ",'desk':{'kind':'service','concurrency':1,'latency':'10s','cancellation':'all'}",
                        "'a->desk':{},'b->desk':{}")
                .sends("a", 0)
                .sends("b", 15)
                .faults(freeze("3s", "17s"))
                .run();
        assertEquals(1, trial.abandoned("a"));
        assertEquals(15, trial.latency("b"), EXACT);
        assertEquals((12 + 10) / 100.0, trial.busyServers("desk"), EXACT);
    }

    @Test
    void whoGivesUpOnStandingWorkLeavesItToEndWhereItIsNotCancelled() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'12s'") + "," + Lab.client("b")
                                + ",'desk':{'kind':'service','concurrency':1,'latency':'10s'}",
                        "'a->desk':{},'b->desk':{}")
                .sends("a", 0)
                .sends("b", 15)
                .faults(freeze("3s", "17s"))
                .run();
        // The work of a has 7 s left at 20 s.
        assertEquals(27 + 10 - 15, trial.latency("b"), EXACT);
    }

    /** The desk works 1 s and then calls the back, which takes 10 s; what comes back is passed on when the desk goes on. */
    private static Lab calling(String call) {
        return Lab.of(
                        Lab.client("a")
                                + ",'desk':{'kind':'service','concurrency':1,'latency':'1s'},"
                                + "'back':{'kind':'service','latency':'10s'},'bad':{'kind':'service','latency':'2s','errorRate':1}",
                        "'a->desk':{}," + call)
                .sends("a", 0);
    }

    @Test
    void anAnswerThatComesBackWaitsForItsCaller() {
        Trial trial = calling("'desk->back':{}").faults(freeze("5s", "20s")).run();
        assertEquals(25, trial.latency("a"), EXACT);
        assertEquals(0.1, trial.busyServers("back"), EXACT);
    }

    @Test
    void aFailureThatComesBackWaitsForItsCaller() {
        Trial trial = calling("'desk->bad':{}").faults(freeze("2s", "20s")).run();
        assertEquals(Map.of("bad/error", 1L), trial.causes("a"));
        assertEquals(22, trial.station("desk").responses().meanSeconds(), EXACT);
    }

    @Test
    void aFrozenCallerBeginsNoFurtherRepetition() {
        Trial trial =
                calling("'desk->back':{'calls':2}").faults(freeze("5s", "20s")).run();
        assertEquals(25 + 10, trial.latency("a"), EXACT);
    }

    @Test
    void aFrozenCallerMakesNoFurtherAttempt() {
        Trial trial = calling("'desk->bad':{'mode':'optional','retry':{'maxAttempts':2,'backoff':{'initial':'4s'}}}")
                .faults(freeze("2s", "20s"))
                .run();
        // The first attempt ends at 3 s, its retry would begin at 7 s and begins at 22 s.
        assertEquals(22 + 2, trial.latency("a"), EXACT);
    }

    @Test
    void aFrozenCallerTurnsToNoFallback() {
        Trial trial = calling("'desk->bad':{},'desk->back':{'fallbackFor':'desk->bad'}")
                .faults(freeze("2s", "20s"))
                .run();
        assertEquals(22 + 10, trial.latency("a"), EXACT);
    }

    @Test
    void aDeadlinePassesWhileItsCallerStandsStill() {
        Trial trial = calling("'desk->bad':{'mode':'optional','deadline':'9s',"
                        + "'retry':{'maxAttempts':2,'backoff':{'initial':'4s'}}}")
                .faults(freeze("2s", "20s"))
                .run();
        assertEquals(22, trial.latency("a"), EXACT);
        assertEquals(1, trial.dependency("desk->bad").attempts());
    }

    @Test
    void aHedgeThatFallsDueAtACallerThatStandsStillGoesOutWhenThatGoesOn() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'50s'}",
                        "'a->s':{},'s->x':{'hedge':{'after':'1ms','maxExtra':2}}")
                .sends("a", 0.4999)
                .faults("{'target':'s','at':'500ms','for':'20s','freeze':true}")
                .run();
        assertEquals(2, trial.dependency("s->x").hedges());
        assertEquals(2, trial.dependency("s->x").attemptSteps().get(20));
        // The first attempt answers at 50.4999 s, before the hedges that went out at 20.5 s and later.
        assertEquals(50, trial.latency("a"), 1e-9);
    }

    /** However soon a hedge is due: waiting for the caller takes no events. */
    @Test
    void aHedgeThatWaitsForItsCallerTakesNoEvents() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'50s'}",
                        "'a->s':{},'s->x':{'hedge':{'after':'1us'}}")
                .sends("a", 0.4999999)
                .faults("{'target':'s','at':'500ms','for':'20s','freeze':true}");
        assertTrue(lab.run().result().events() < 100);
    }

    /** A fault is there from its first moment on, also for what another's last moment sets free. */
    @Test
    void whatGoesOnWhenSomethingElseComesToAStandstillFindsItStanding() {
        Trial trial = Lab.of(Lab.client("a") + ",'p':{'kind':'service'},'q':{'kind':'service'}", "'a->p':{},'p->q':{}")
                .sends("a", 5)
                .faults("{'target':'p','at':'1s','for':'9s','freeze':true},"
                        + "{'target':'q','at':'10s','for':'10s','freeze':true}")
                .run();
        assertEquals(15, trial.latency("a"), 1e-9);
    }
}
