package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the policies' states do to the calls: breakers, throttles, retry budgets, and how long a Retry-After may be. */
class PolicyLawsTest {

    private static final double EXACT = 1e-9;

    private static final String TROUBLE = "{'target':'x','at':'0s','for':'100s','unavailable':true}";

    private static Lab call(String callee, String policies, double... at) {
        return Lab.of(Lab.client("a") + ",'x':{'kind':'model'," + callee + "}", "'a->x':{" + policies + "}")
                .sends("a", at);
    }

    private static Lab replicas(int count, String policies, double... at) {
        return Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service','instances':" + count
                                + "},'x':{'kind':'service','errorRate':1}",
                        "'a->s':{},'s->x':{" + policies + "}")
                .sends("a", at);
    }

    @Test
    void eachOfTheWaitsOfABreakerThatDoesNotCloseIsCutToWholeMilliseconds() {
        double[] waits = {0.5, 0.75, 1.125, 1.687, 2.530, 3.795, 5.692, 8.538};
        double[] at = new double[1 + 2 * waits.length];
        double opened = 0;
        for (int i = 0; i < waits.length; i++) {
            at[1 + 2 * i] = opened + waits[i];
            opened += waits[i] + 1e-6;
            at[2 + 2 * i] = opened;
        }
        Trial trial = call(
                        "'errorRate':1",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':1},'waitInOpen':'500ms',"
                                + "'waitInOpenMultiplier':1.5,'permittedCallsInHalfOpen':1}",
                        at)
                .run();
        // At exactly the end of each wait it still refuses, a microsecond later it lets its probe through.
        assertEquals(8, trial.dependency("a->x").refused("circuitBreaker"));
        assertEquals(9, trial.dependency("a->x").attempts());
    }

    @ParameterizedTest
    @CsvSource({"1001ms, 4, 2", "1s, 6, 0"})
    void slowAnswersOpenABreakerWhereTheyTakeLongerThanTheThreshold(String latency, long sent, long refused) {
        Trial trial = call(
                        "'latency':'" + latency + "'",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'slowCallDuration':'1s'}",
                        Lab.every(2, 6))
                .run();
        assertEquals(sent, trial.ok("a"));
        assertEquals(refused, trial.dependency("a->x").refused("circuitBreaker"));
    }

    @Test
    void aBreakerCountsWhatAGateFurtherInRefusesAsFailure() {
        Trial trial = call(
                        "'latency':'10s'",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4}},'bulkhead':{'maxConcurrent':1}",
                        0,
                        1,
                        2,
                        3,
                        4,
                        5)
                .run();
        assertEquals(4, trial.dependency("a->x").refused("bulkhead"));
        assertEquals(1, trial.dependency("a->x").refused("circuitBreaker"));
    }

    @Test
    void aBreakerCountsATimeOutAsFailure() {
        Trial trial = call(
                        "'latency':'10s'",
                        "'timeout':'1s','circuitBreaker':{'slidingWindow':{'type':'count','size':2}}",
                        0,
                        2,
                        4)
                .run();
        assertEquals(Map.of("a->x/rejected", 1L, "x/timeout", 2L), trial.causes("a"));
    }

    @Test
    void aProbeThatIsGivenUpLetsAnotherOneThrough() {
        Trial trial = Lab.of(
                        Lab.client("a") + "," + Lab.client("b", ",'patience':'500ms'")
                                + ",'s':{'kind':'service','cancellation':'all'},'x':{'kind':'service','latency':'3s'}",
                        "'a->s':{},'b->s':{},'s->x':{'circuitBreaker':{'slidingWindow':{'type':'count','size':1},"
                                + "'waitInOpen':'1s','permittedCallsInHalfOpen':1}}")
                .sends("a", 0, 3)
                .sends("b", 2)
                .faults("{'target':'x','at':'0s','for':'1s','unavailable':true}")
                .run();
        assertEquals(1, trial.abandoned("b"));
        assertEquals(1, trial.ok("a"));
        assertEquals(0, trial.dependency("s->x").refused());
    }

    @Test
    void eachReplicaOfTheCallerHasItsOwnBreaker() {
        Trial trial = replicas(
                        50,
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':1},'waitInOpen':'1h'}",
                        Lab.every(0.01, 200))
                .run();
        // Each replica that is called at all fails once: 50 (1 - (49/50)^200) of them.
        assertEquals(49.1, (double) trial.dependency("s->x").attempts(), 2.5);
        assertEquals(
                trial.dependency("s->x").attempts(),
                trial.dependency("s->x").breaker().opened());
    }

    @Test
    void aThrottleWhoseCallsAllFailSendsTheHarmonicSumOfThem() {
        long sent = 0;
        for (int seed = 0; seed < 40; seed++) {
            sent += call("'errorRate':1", "'throttle':{}", Lab.every(0.05, 1000))
                    .seed(seed)
                    .run()
                    .dependency("a->x")
                    .attempts();
        }
        // The n-th is refused with probability (n - 1)/n: mean 1 + 1/2 + ... + 1/1000 = 7.485, variance 5.84.
        assertEquals(7.485, sent / 40.0, 3 * Math.sqrt(5.84 / 40));
    }

    @Test
    void aThrottleLetsEverythingThroughWhileHalfOfItIsAccepted() {
        Trial trial = call("'errorRate':0.4", "'throttle':{'k':2}", Lab.every(0.01, 5000))
                .run();
        // Of the first few calls all may fail; from then on K times what is accepted is more than all.
        assertEquals(5000, (double) trial.dependency("a->x").attempts(), 20);
    }

    @Test
    void aRetryThatTheBudgetCannotPayIsDeniedAndCounted() {
        Trial trial = call(
                        "'errorRate':1",
                        "'retry':{'maxAttempts':2,'budget':{'type':'tokenBucket','capacity':10,'retryCost':5}}",
                        Lab.every(1, 5))
                .run();
        assertEquals(2, trial.dependency("a->x").retries());
        assertEquals(3, trial.dependency("a->x").budgetDenied());
        assertEquals(Map.of("x/error", 5L), trial.causes("a"));
    }

    @Test
    void eachReplicaOfTheCallerHasItsOwnBudget() {
        Trial trial = replicas(
                        50,
                        "'retry':{'maxAttempts':2,'budget':{'type':'tokenBucket','capacity':5,'retryCost':5}}",
                        Lab.every(0.01, 200))
                .run();
        assertEquals(49.1, (double) trial.dependency("s->x").retries(), 2.5);
        assertEquals(
                200 - trial.dependency("s->x").retries(),
                trial.dependency("s->x").budgetDenied());
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 0", "0, 1, 1"})
    void aSuccessAfterARetryGivesBackWhatTheRetryHasCost(String refund, long ok, long denied) {
        Trial trial = call(
                        "'latency':'0s'",
                        "'retry':{'maxAttempts':2,'backoff':{'initial':'1s'},"
                                + "'budget':{'type':'tokenBucket','capacity':5,'retryCost':5,'refund':" + refund + "}}",
                        0,
                        10)
                .faults("{'target':'x','at':'0s','for':'500ms','unavailable':true},"
                        + "{'target':'x','at':'10s','for':'500ms','unavailable':true}")
                .run();
        assertEquals(ok, trial.ok("a"));
        assertEquals(denied, trial.dependency("a->x").budgetDenied());
    }

    @ParameterizedTest
    @CsvSource({"4, 1", "5, 2"})
    void fiveAnswersAtOnceGiveBackARetry(int answers, long retries) {
        double[] at = new double[answers + 2];
        for (int i = 0; i < answers; i++) {
            at[1 + i] = 10 + i;
        }
        at[answers + 1] = 30;
        Trial trial = call(
                        "'latency':'0s'",
                        "'retry':{'maxAttempts':2,'budget':{'type':'tokenBucket','capacity':5,'retryCost':5}}",
                        at)
                .faults("{'target':'x','at':'0s','for':'1s','unavailable':true},"
                        + "{'target':'x','at':'30s','for':'1s','unavailable':true}")
                .run();
        assertEquals(retries, trial.dependency("a->x").retries());
    }

    @ParameterizedTest
    @CsvSource({"8s, backoff, 7, 8", "8s, giveUp, 7, 8", "5s, backoff, 6, 8", "5s, giveUp, 6, 7"})
    void aRetryAfterIsHeededUpToItsMaximum(String longest, String over, long ok, long attempts) {
        Trial trial = call(
                        "'rateLimit':{'requestsPerMinute':6}",
                        "'retry':{'maxAttempts':2,'honourRetryAfter':true,'backoff':{'initial':'1s'},'retryAfterMax':'"
                                + longest + "','overRetryAfterMax':'" + over + "'}",
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        3)
                .run();
        // The seventh is asked to wait from 3 s to 10 s; its own backoff would come back at 4 s, in vain.
        assertEquals(ok, trial.ok("a"));
        assertEquals(attempts, trial.dependency("a->x").attempts());
    }

    @Test
    void eachRetryPassesTheBreakerAnew() {
        Trial trial = call(
                        "'errorRate':1",
                        "'retry':{'maxAttempts':5},'circuitBreaker':{'slidingWindow':{'type':'count','size':2}}",
                        0)
                .run();
        assertEquals(2, trial.dependency("a->x").attempts());
        assertEquals(3, trial.dependency("a->x").refused("circuitBreaker"));
    }

    @Test
    void whatTheRateLimiterRefusesOpensTheBreakerAroundIt() {
        Trial trial = call(
                        "'latency':'0s'",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4}},"
                                + "'rateLimiter':{'requestsPerSecond':1,'burst':1}",
                        Lab.every(0.1, 8))
                .run();
        assertEquals(1, trial.ok("a"));
        assertEquals(3, trial.dependency("a->x").refused("rateLimiter"));
        assertEquals(4, trial.dependency("a->x").refused("circuitBreaker"));
    }

    @Test
    void whatTheThrottleRefusesHasUsedUpAPermitOfTheRateLimiterAroundIt() {
        Trial trial = call(
                        "'errorRate':1",
                        "'rateLimiter':{'requestsPerSecond':0.01,'burst':30},'throttle':{}",
                        Lab.every(0.1, 50))
                .run();
        assertEquals(20, trial.dependency("a->x").refused("rateLimiter"));
        assertEquals(
                30,
                trial.dependency("a->x").refused("throttle")
                        + trial.dependency("a->x").attempts());
        assertEquals(4.0, (double) trial.dependency("a->x").attempts(), 3);
    }

    @Test
    void whatTheBulkheadRefusesMakesTheThrottleAroundItRefuse() {
        Trial trial = call("'latency':'90s'", "'throttle':{},'bulkhead':{'maxConcurrent':1}", Lab.every(0.01, 300))
                .run();
        assertEquals(1, trial.dependency("a->x").attempts());
        // As in the harmonic sum: about 1/2 + ... + 1/300 come to the bulkhead.
        assertEquals(5.3, (double) trial.dependency("a->x").refused("bulkhead"), 6);
    }

    @Test
    void aTimeOutHoldsForAnAttemptWithAllItsHedges() {
        Trial trial = call("'latency':'10s'", "'timeout':'3500ms','hedge':{'after':'1s','maxExtra':9}", 0)
                .run();
        assertEquals(4, trial.dependency("a->x").attempts());
        assertEquals(3, trial.dependency("a->x").hedges());
        assertEquals(1, trial.dependency("a->x").timeouts());
        assertEquals(Map.of("timeout", 4L), trial.outcomes("x"));
    }

    @Test
    void aFallbackIsForCallsWhoseAttemptsHaveAllFailed() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->x':{'retry':{'maxAttempts':3}},'a->y':{'fallbackFor':'a->x'}")
                .sends("a", 0)
                .faults(TROUBLE)
                .run();
        assertEquals(3, trial.station("x").arrivals());
        assertEquals(1, trial.station("y").arrivals());
    }

    @Test
    void anAttemptIsHedgedAsOftenAsIsAllowedAndNoMore() {
        Trial trial = call("'latency':'10s'", "'hedge':{'after':'1s','maxExtra':2}", 0)
                .run();
        assertEquals(3, trial.dependency("a->x").attempts());
        assertEquals(1, trial.dependency("a->x").attemptSteps().get(2));
        assertEquals(10, trial.latency("a"), EXACT);
    }

    @Test
    void aCallerThatStandsStillHedgesNothingUntilItGoesOn() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'20s'}",
                        "'a->s':{},'s->x':{'hedge':{'after':'1s'}}")
                .sends("a", 0)
                .faults("{'target':'s','at':'500ms','for':'10s','freeze':true}")
                .run();
        assertEquals(1, trial.dependency("s->x").hedges());
        assertEquals(1, trial.dependency("s->x").attemptSteps().get(10));
        assertEquals(20, trial.latency("a"), EXACT);
    }
}
