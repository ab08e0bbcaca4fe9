package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers and queues, with arrivals and times so even that every number can be worked out by hand. */
class StationLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab oneStation(String station) {
        return Lab.of(
                Lab.client("a") + "," + Lab.client("b") + "," + Lab.client("c") + ",'desk':{'kind':'service'," + station
                        + "}",
                "'a->desk':{},'b->desk':{},'c->desk':{}");
    }

    private static Lab threeInTurn(String station) {
        return oneStation(station).sends("a", 0).sends("b", 1).sends("c", 2);
    }

    @Test
    void aServerServesFirstComeFirstServed() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s'").run();
        assertEquals(10, trial.latency("a"), EXACT);
        assertEquals(19, trial.latency("b"), EXACT);
        assertEquals(28, trial.latency("c"), EXACT);
    }

    @Test
    void lifoServesTheLastComerFirst() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s','queue':{'discipline':'lifo'}")
                .run();
        assertEquals(10, trial.latency("a"), EXACT);
        assertEquals(29, trial.latency("b"), EXACT);
        assertEquals(18, trial.latency("c"), EXACT);
    }

    @Test
    void priorityPassesTheQueueAndDoesNotInterruptWork() {
        Trial trial = Lab.of(
                        Lab.client("low", ",'priority':'nonessential'") + "," + Lab.client("middle") + ","
                                + Lab.client("high", ",'priority':'essential'") + ","
                                + "'desk':{'kind':'service','concurrency':1,'latency':'10s','queue':{'discipline':'priority'}}",
                        "'low->desk':{},'middle->desk':{},'high->desk':{}")
                .sends("low", 0, 1)
                .sends("middle", 2)
                .sends("high", 3)
                .run();
        assertEquals(17, trial.latency("high"), EXACT);
        assertEquals(28, trial.latency("middle"), EXACT);
        assertEquals((10 + 39) / 2.0, trial.latency("low"), EXACT);
    }

    @Test
    void unlimitedServersMakeNobodyWait() {
        Trial trial = threeInTurn("'latency':'10s'").run();
        assertEquals(10, trial.latency("c"), EXACT);
        assertEquals(0, trial.station("desk").waits().meanSeconds());
        assertEquals(Double.POSITIVE_INFINITY, trial.result().servers(3));
    }

    @Test
    void aQueueOfCapacityZeroRejectsAtOnce() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s','queue':{'capacity':0}")
                .sends("c", 10.5)
                .run();
        assertEquals(Map.of("desk/rejected", 1L), trial.causes("b"));
        assertEquals(Map.of("ok", 2L, "rejected", 1L), trial.outcomes("desk"));
        assertEquals(10, trial.latency("c"), EXACT);
    }

    @Test
    void aFullQueueRejectsAndWaitingWorkKeepsItsPlace() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s','queue':{'capacity':1}")
                .run();
        assertEquals(19, trial.latency("b"), EXACT);
        assertEquals(Map.of("desk/rejected", 1L), trial.causes("c"));
    }

    @Test
    void whoWaitedTooLongIsRejectedAndLeavesTheQueue() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s','queue':{'capacity':1,'maxWait':'4s'}")
                .sends("c", 6)
                .run();
        assertEquals(Map.of("desk/rejected", 1L), trial.causes("b"));
        // The place of b is free from 5 s on; c waits from 6 s to 10 s, which is as long as it may.
        assertEquals(0.04 + 0.04, trial.queueLength("desk"), EXACT);
    }

    @Test
    void theLongestWaitMayBeDrawn() {
        Trial trial = oneStation(
                        "'concurrency':1,'latency':'100s','queue':{'maxWait':{'type':'uniform','min':'0s','max':'50s'}}")
                .sends("a", 0)
                .sends("b", Lab.every(0.001, 1000))
                .sends("c")
                .run();
        assertEquals(1000, trial.failed("b"));
        // The mean of 1000 waits, uniform between 0 s and 50 s: 25 s, with a standard error of 50/sqrt(12 * 1000) =
        // 0.46 s.
        assertEquals(25, trial.queueLength("desk") * 100 / 1000, 4 * 0.46);
    }

    @Test
    void waitsOfZeroCount() {
        Trial trial =
                threeInTurn("'concurrency':1,'latency':'10s'").sends("c", 50).run();
        assertEquals(3, trial.station("desk").waits().count());
        assertEquals(9 / 3.0, trial.station("desk").waits().meanSeconds(), EXACT);
    }

    @Test
    void whoIsRejectedHasNeitherWaitNorResponse() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s','queue':{'capacity':0}")
                .run();
        assertEquals(3, trial.station("desk").arrivals());
        assertEquals(1, trial.station("desk").completions());
        assertEquals(1, trial.station("desk").waits().count());
        assertEquals(1, trial.station("desk").responses().count());
    }

    @Test
    void timeAveragesAreExactOverTheMeasuredTime() {
        Trial trial = threeInTurn("'concurrency':1,'latency':'10s'")
                .warmup("5s")
                .lasting("25s")
                .run();
        // Busy from 5 s to 25 s. Waiting: two until 10 s, one until 20 s.
        assertEquals(1, trial.busyServers("desk"), EXACT);
        assertEquals((2 * 5 + 10) / 20.0, trial.queueLength("desk"), EXACT);
    }

    @Test
    void aBlockingServiceHoldsItsServerWhileItsCallsRun() {
        Trial trial = frontAndBack("true").run();
        assertEquals(11, trial.latency("a"), EXACT);
        assertEquals(21, trial.latency("b"), EXACT);
        assertEquals(0.22, trial.busyServers("front"), EXACT);
    }

    @Test
    void aNonBlockingServiceFreesItsServerForItsCalls() {
        Trial trial = frontAndBack("false").run();
        assertEquals(11, trial.latency("a"), EXACT);
        assertEquals(11, trial.latency("b"), EXACT);
        assertEquals(0.02, trial.busyServers("front"), EXACT);
        assertEquals(11, trial.station("front").responses().meanSeconds(), EXACT);
    }

    private static Lab frontAndBack(String blocking) {
        return Lab.of(
                        Lab.client("a") + "," + Lab.client("b")
                                + ",'front':{'kind':'service','concurrency':1,'latency':'1s'," + "'blocking':"
                                + blocking + "},'back':{'kind':'service','latency':'10s'}",
                        "'a->front':{},'b->front':{},'front->back':{}")
                .sends("a", 0)
                .sends("b", 1);
    }

    /** Two M/M/1 with half the arrivals each have a mean wait of rho/(1 - rho) · s = 4 s; one M/M/2 has 1.78 s (Erlang C). */
    @Test
    void replicasHaveTheirOwnServersAndQueues() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':1.6}},"
                                + "'desk':{'kind':'service','instances':2,'concurrency':1,"
                                + "'latency':{'type':'exponential','mean':'1s'}}",
                        "'a->desk':{}")
                .lasting("24h")
                .run();
        double wait = trial.station("desk").waits().meanSeconds();
        assertEquals(4, wait, 0.35);
        assertEquals(1.6, trial.busyServers("desk"), 0.03);
        assertEquals(2.0, trial.result().servers(1));
    }

    @Test
    void aReplicasQueueIsFullForItselfAlone() {
        Trial trial = oneStation("'instances':4,'concurrency':1,'latency':'1000s','queue':{'capacity':1}")
                .sends("a", Lab.every(0.1, 200))
                .sends("b")
                .sends("c")
                .run();
        // Four replicas take one into service and one into the queue each.
        assertEquals(8, trial.station("desk").arrivals() - trial.failed("a"));
        assertTrue(trial.busyServers("desk") > 3.5 && trial.busyServers("desk") <= 4);
    }

    @Test
    void workThatIsServedAtTheEndOfTheRunIsFollowedToItsEnd() {
        Trial trial =
                threeInTurn("'concurrency':1,'latency':'10s'").lasting("3s").run();
        assertEquals(28, trial.latency("c"), EXACT);
        assertEquals(1, trial.busyServers("desk"), EXACT);
    }

    /** The run lasts 2.5 s, so that its third step of a second is half as long; the work goes on until 4.2 s. */
    @Test
    void theLastStepOfASeriesEndsWithTheArrivals() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','latency':'2s'}", "'a->x':{}")
                .sends("a", 2.2)
                .lasting("2500ms")
                .run();
        assertEquals(0.6, trial.station("x").busyServers().stepMean(2), 1e-9);
    }
}
