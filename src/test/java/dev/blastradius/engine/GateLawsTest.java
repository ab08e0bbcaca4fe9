package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Policies that let attempts through, make them wait or refuse them. */
class GateLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab call(String callee, String policies, double... at) {
        return Lab.of(Lab.client("a") + ",'x':{'kind':'service'," + callee + "}", "'a->x':{" + policies + "}")
                .sends("a", at);
    }

    @Test
    void anOpenBreakerRefusesAtOnceAndAsksNobody() {
        Trial trial = call(
                        "'latency':'10ms','errorRate':1",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'waitInOpen':'20s'}",
                        Lab.every(1, 20))
                .run();
        assertEquals(4, trial.dependency("a->x").attempts());
        assertEquals(16, trial.dependency("a->x").refused("circuitBreaker"));
        assertEquals(Map.of("x/error", 4L, "a->x/rejected", 16L), trial.causes("a"));
        assertEquals(1, trial.dependency("a->x").breaker().opened());
    }

    @Test
    void aHalfOpenBreakerLetsItsProbesThroughAndClosesWhenTheyAreAnswered() {
        Trial trial = call(
                        "'latency':'10ms'",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'waitInOpen':'5500ms',"
                                + "'permittedCallsInHalfOpen':2}",
                        Lab.every(1, 30))
                .faults("{'target':'x','at':'0s','for':'4500ms','errorRate':1}")
                .run();
        // Four fail (0-3 s), it opens at 3.01 s and refuses until the first attempt after 8.51 s.
        assertEquals(5, trial.dependency("a->x").refused("circuitBreaker"));
        assertEquals(21, trial.ok("a"));
        assertEquals(5.99 / 100, trial.dependency("a->x").breaker().openShare(), EXACT);
    }

    @Test
    void aRateLimiterLetsWaitWhatCanHaveItsTurnInTime() {
        Trial trial = call(
                        "'latency':'0s'",
                        "'rateLimiter':{'requestsPerSecond':1,'burst':2,'maxWait':'3s'}",
                        0,
                        0,
                        0,
                        0,
                        0)
                .run();
        assertEquals(4, trial.ok("a"));
        assertEquals(1, trial.dependency("a->x").refused("rateLimiter"));
        assertEquals((0 + 0 + 2 + 2) / 4.0, trial.latency("a"), EXACT);
    }

    @Test
    void aFullBulkheadRefusesAtOnceWithoutAWait() {
        Trial trial = call("'latency':'1s'", "'bulkhead':{'maxConcurrent':2}", 0, 0, 0, 1.5)
                .run();
        assertEquals(3, trial.ok("a"));
        assertEquals(Map.of("a->x/rejected", 1L), trial.causes("a"));
    }

    @Test
    void whoWaitsAtABulkheadIsLetInInTurnOrRefusedWhenItTakesTooLong() {
        Trial trial = call("'latency':'2s'", "'bulkhead':{'maxConcurrent':1,'maxWait':'3100ms'}", 0, 0.5, 1)
                .run();
        // The first from 0 to 2 s, the second from 2 to 4; the third waits from 1 to 4.
        assertEquals(3, trial.ok("a"));
        assertEquals((2 + 3.5 + 5) / 3, trial.latency("a"), EXACT);
        Trial impatient = call("'latency':'2s'", "'bulkhead':{'maxConcurrent':1,'maxWait':'2s'}", 0, 0.5, 1)
                .run();
        assertEquals(2, impatient.ok("a"));
        assertEquals(1, impatient.dependency("a->x").refused("bulkhead"));
    }

    @Test
    void aTimeOutDoesNotCountTheWaitAtABulkhead() {
        Trial trial = call(
                        "'latency':'2s'", "'timeout':'2500ms','bulkhead':{'maxConcurrent':1,'maxWait':'9s'}", 0, 0, 0)
                .run();
        assertEquals(3, trial.ok("a"));
        assertEquals((2 + 4 + 6) / 3.0, trial.latency("a"), EXACT);
    }

    @Test
    void aDeadlineDoesCountIt() {
        Trial trial = call("'latency':'2s'", "'deadline':'3s','bulkhead':{'maxConcurrent':1,'maxWait':'9s'}", 0, 0, 0)
                .run();
        assertEquals(1, trial.ok("a"));
        assertEquals(2, trial.failed("a"));
        assertEquals(Map.of("x/timeout", 1L, "a->x/timeout", 1L), trial.causes("a"));
    }

    @Test
    void aRefusedAttemptIsRetriedLikeAnyOther() {
        Trial trial = call(
                        "'latency':'1s'",
                        "'bulkhead':{'maxConcurrent':1},'retry':{'maxAttempts':3,'backoff':{'initial':'600ms','multiplier':1}}",
                        0,
                        0)
                .run();
        assertEquals(2, trial.ok("a"));
        assertEquals((1 + 2.2) / 2, trial.latency("a"), EXACT);
        assertEquals(2, trial.dependency("a->x").attempts());
    }

    @Test
    void eachReplicaOfTheCallerHasItsOwnBulkhead() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'s':{'kind':'service','instances':50},'x':{'kind':'service','latency':'1s'}",
                        "'a->s':{},'s->x':{'bulkhead':{'maxConcurrent':1}}")
                .sends("a", new double[200])
                .run();
        // With 200 balls in 50 boxes about 49 boxes have one at least.
        assertEquals(49.0, (double) trial.ok("a"), 1);
    }

    @Test
    void aHedgeTakesWhicheverAnswerComesFirst() {
        Trial trial = call(
                        "'latency':{'type':'exponential','mean':'1s'}", "'hedge':{'after':'1s'}", Lab.every(0.01, 9000))
                .run();
        assertEquals(Math.exp(-1), trial.dependency("a->x").hedges() / 9000.0, 0.012);
        assertEquals(0.816060, trial.latency("a"), 0.02);
    }

    @Test
    void aFailedAttemptIsHedgedAtOnceAndFailsWhenNoHedgeIsLeft() {
        Trial trial = call("'latency':'1s','errorRate':1", "'hedge':{'after':'10s','maxExtra':2}", 0)
                .run();
        assertEquals(2, trial.dependency("a->x").hedges());
        assertEquals(3, trial.dependency("a->x").attempts());
        assertEquals(1, trial.failed("a"));
    }

    @Test
    void aLoserOfAHedgeStopsWhereItsStationCancels() {
        String slow = "'latency':'6s','concurrency':2";
        String hedge = "'hedge':{'after':'2s'}";
        assertEquals(12.0 / 100, call(slow, hedge, 0).run().busyServers("x"), EXACT);
        assertEquals(
                10.0 / 100, call(slow + ",'cancellation':'all'", hedge, 0).run().busyServers("x"), EXACT);
    }

    @Test
    void aDeadlineBoundsWhatTheCalleesStillTry() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'1s','errorRate':1}",
                        "'a->s':{'deadline':'3500ms'},'s->x':{'retry':{'maxAttempts':10}}")
                .sends("a", 0)
                .run();
        assertEquals(4, trial.dependency("s->x").attempts());
        Trial timeout = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'1s','errorRate':1}",
                        "'a->s':{'timeout':'3500ms'},'s->x':{'retry':{'maxAttempts':10}}")
                .sends("a", 0)
                .run();
        assertEquals(10, timeout.dependency("s->x").attempts());
    }

    @Test
    void aBreakerThatNobodyAsksAnyMoreOpensAgainAllTheSame() {
        Trial trial = call(
                        "'latency':'10ms','errorRate':1",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'waitInOpen':'5s',"
                                + "'maxWaitInHalfOpen':'5s','permittedCallsInHalfOpen':4}",
                        0,
                        1,
                        2,
                        3,
                        10)
                .run();
        // Open from 3.01 s to the probe at 10 s, and again from 15 s on.
        assertEquals((6.99 + 85) / 100, trial.dependency("a->x").breaker().openShare(), EXACT);
        assertEquals(2, trial.dependency("a->x").breaker().opened());
    }
}
