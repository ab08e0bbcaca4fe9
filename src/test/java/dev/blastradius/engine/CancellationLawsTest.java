package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of work whose caller has given up. */
class CancellationLawsTest {

    private static final double EXACT = 1e-9;

    /** One clerk who takes 10 s; a and b come at 0 s and give up at 5 s, one served and one waiting; c comes at 6 s and stays. */
    private static Trial desk(String cancellation) {
        return Lab.of(
                        Lab.client("a", ",'patience':'5s'") + "," + Lab.client("b", ",'patience':'5s'") + ","
                                + Lab.client("c")
                                + ",'desk':{'kind':'model','concurrency':1,'latency':'10s','cancellation':'"
                                + cancellation + "','price':{'perRequest':1}}",
                        "'a->desk':{},'b->desk':{},'c->desk':{}")
                .sends("a", 0)
                .sends("b", 0)
                .sends("c", 6)
                .run();
    }

    @Test
    void withoutCancellationTheWorkGoesOnForNobody() {
        Trial trial = desk("none");
        assertEquals(24, trial.latency("c"), EXACT);
        assertEquals(3, trial.station("desk").completions());
        assertEquals(0.3, trial.busyServers("desk"), EXACT);
        assertEquals(3, trial.result().billed(), EXACT);
        assertEquals(2, trial.result().wasted(), EXACT);
    }

    @Test
    void queuedCancellationTakesWaitingWorkOutAndLetsRunningWorkEnd() {
        Trial trial = desk("queued");
        assertEquals(14, trial.latency("c"), EXACT);
        assertEquals(2, trial.station("desk").completions());
        assertEquals((5 + 4) / 100.0, trial.queueLength("desk"), EXACT);
        assertEquals(2, trial.result().billed(), EXACT);
        assertEquals(1, trial.result().wasted(), EXACT);
    }

    @Test
    void fullCancellationStopsRunningWorkAndGivesItsServerBack() {
        Trial trial = desk("all");
        assertEquals(10, trial.latency("c"), EXACT);
        assertEquals(1, trial.station("desk").completions());
        assertEquals((5 + 10) / 100.0, trial.busyServers("desk"), EXACT);
        // Two that had begun, one of them just then, are charged for and thrown away.
        assertEquals(3, trial.result().billed(), EXACT);
        assertEquals(2, trial.result().wasted(), EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "queued", "all"})
    void whoLeavesIsAbandonedAndNotAFailureOfTheStation(String cancellation) {
        Trial trial = desk(cancellation);
        assertEquals(1, trial.abandoned("a"));
        assertEquals(1, trial.abandoned("b"));
        assertEquals(2, trial.station("desk").abandoned());
        assertEquals(Map.of("ok", 1L), trial.outcomes("desk"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "queued", "all"})
    void aCallerThatTimesOutIsATimeOutOfTheStation(String cancellation) {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'desk':{'kind':'service','latency':'10s','cancellation':'" + cancellation
                                + "'}",
                        "'a->desk':{'timeout':'4s'}")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("desk/timeout", 1L), trial.causes("a"));
        assertEquals(Map.of("timeout", 1L), trial.outcomes("desk"));
        assertEquals(1, trial.dependency("a->desk").timeouts());
        assertEquals(cancellation.equals("all") ? 0.04 : 0.1, trial.busyServers("desk"), EXACT);
    }

    /** The user leaves at 5 s, while the back works; the middle holds a server all the time that the back does. */
    private static Trial chain(String middle, String back) {
        return Lab.of(
                        Lab.client("a", ",'patience':'5s'")
                                + ",'middle':{'kind':'service','concurrency':1,'latency':'1s','cancellation':'" + middle
                                + "'},'back':{'kind':'service','concurrency':1,'latency':'10s','cancellation':'" + back
                                + "'}",
                        "'a->middle':{},'middle->back':{}")
                .sends("a", 0)
                .run();
    }

    @Test
    void stoppedWorkGivesUpItsOwnCallsDownTheChain() {
        Trial trial = chain("all", "all");
        assertEquals(0.05, trial.busyServers("middle"), EXACT);
        assertEquals(0.04, trial.busyServers("back"), EXACT);
        assertEquals(1, trial.station("back").abandoned());
    }

    @Test
    void eachStationDecidesForItselfWhetherItStops() {
        Trial trial = chain("all", "none");
        assertEquals(0.05, trial.busyServers("middle"), EXACT);
        assertEquals(0.10, trial.busyServers("back"), EXACT);
        assertEquals(1, trial.station("back").completions());
    }

    @Test
    void workThatGoesOnStillWantsItsCalls() {
        Trial trial = chain("none", "all");
        assertEquals(0.11, trial.busyServers("middle"), EXACT);
        assertEquals(0.10, trial.busyServers("back"), EXACT);
        assertEquals(Map.of("ok", 1L), trial.outcomes("back"));
    }

    @Test
    void whatStoppedWorkHadPaidForIsWasted() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'5s'")
                                + ",'agent':{'kind':'service','cancellation':'all'},"
                                + "'first':{'kind':'model','latency':'1s','price':{'perRequest':3}},"
                                + "'second':{'kind':'model','latency':'10s','cancellation':'all','price':{'perRequest':5}}",
                        "'a->agent':{},'agent->first':{},'agent->second':{'step':2}")
                .sends("a", 0)
                .run();
        assertEquals(3 + 5, trial.result().billed(), EXACT);
        assertEquals(3 + 5, trial.result().wasted(), EXACT);
    }

    @Test
    void whatIsOnItsWayWhenItsCallerLeavesIsWorkedOnOnArrival() {
        assertEquals(1, onItsWay("none").station("back").completions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"queued", "all"})
    void whatIsOnItsWayWhenItsCallerLeavesIsDroppedOnArrivalWhereItIsCancelled(String cancellation) {
        Trial trial = onItsWay(cancellation);
        assertEquals(1, trial.station("back").arrivals());
        assertEquals(1, trial.station("back").abandoned());
        assertEquals(0, trial.busyServers("back"), EXACT);
    }

    private static Trial onItsWay(String cancellation) {
        return Lab.of(
                        Lab.client("a", ",'patience':'2s'") + "," + Lab.client("b")
                                + ",'back':{'kind':'service','latency':'10s','cancellation':'" + cancellation
                                + "'},'other':{'kind':'service','latency':'30s'}",
                        "'a->back':{'network':'4s'},'b->other':{}")
                .sends("a", 0)
                .sends("b", 0)
                .run();
    }

    @Test
    void aFailedSiblingGivesTheOthersUp() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'agent':{'kind':'service','latency':'1s'},"
                                + "'bad':{'kind':'service','latency':'2s','errorRate':1},"
                                + "'slow':{'kind':'model','latency':'9s','cancellation':'all','price':{'perRequest':5}}",
                        "'a->agent':{},'agent->bad':{},'agent->slow':{}")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("bad/error", 1L), trial.causes("a"));
        assertEquals(1, trial.station("slow").abandoned());
        assertEquals(0.02, trial.busyServers("slow"), EXACT);
        assertEquals(0.03, trial.busyServers("agent"), EXACT);
    }
}
