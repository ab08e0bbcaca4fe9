package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How gateways choose, fail over, and leave failing targets alone. */
class GatewayLawsTest {

    private static final double EXACT = 1e-9;

    private static final String OUTAGE = "{'target':'x','at':'0s','for':'100s','unavailable':true}";

    private static Lab gateway(String routing, String targets, String arrows, double... at) {
        return Lab.of(
                        Lab.client("a") + ",'g':{'kind':'gateway','routing':{" + routing + "}}," + targets,
                        "'a->g':{}," + arrows)
                .sends("a", at);
    }

    private static final String THREE = "'x':{'kind':'model'},'y':{'kind':'model'},'z':{'kind':'model'}";

    private static Lab cooling(String cooldown, String policies, double... at) {
        return gateway("'cooldown':{" + cooldown + "}", "'x':{'kind':'model'}", "'g->x':{" + policies + "}", at)
                .faults(OUTAGE);
    }

    private static long arrivals(Trial trial, String target) {
        return trial.station(target).arrivals();
    }

    @Test
    void weightsAreTheSharesOfTheTargets() {
        Trial trial = gateway(
                        "'strategy':'weighted'",
                        THREE,
                        "'g->x':{'weight':1},'g->y':{'weight':2},'g->z':{'weight':7}",
                        Lab.every(0.005, 20_000))
                .run();
        double n = 20_000;
        assertEquals(0.1, arrivals(trial, "x") / n, 3 * Math.sqrt(0.1 * 0.9 / n));
        assertEquals(0.2, arrivals(trial, "y") / n, 3 * Math.sqrt(0.2 * 0.8 / n));
        assertEquals(0.7, arrivals(trial, "z") / n, 3 * Math.sqrt(0.7 * 0.3 / n));
    }

    @Test
    void inTurnEachTargetGetsEveryThirdCall() {
        Trial trial = gateway("'strategy':'roundRobin'", THREE, "'g->x':{},'g->y':{},'g->z':{}", Lab.every(0.01, 3000))
                .run();
        assertEquals(1000, arrivals(trial, "x"));
        assertEquals(1000, arrivals(trial, "y"));
        assertEquals(1000, arrivals(trial, "z"));
    }

    @Test
    void theLeastBusyTargetIsTheOneWithTheFewestCallsUnderWay() {
        Trial trial = gateway(
                        "'strategy':'leastBusy'",
                        "'x':{'kind':'model','latency':'10s'},'y':{'kind':'model','latency':'1s'}",
                        "'g->x':{},'g->y':{}",
                        Lab.every(1.1, 10))
                .run();
        // x has the first until 10 s; y has had its call by the time of the next. The tenth comes at 9.9 s.
        assertEquals(1, arrivals(trial, "x"));
        assertEquals(9, arrivals(trial, "y"));
    }

    @Test
    void theTargetThatAnsweredFastestOfLateIsChosenUntilItSlowsDown() {
        Trial trial = gateway(
                        "'strategy':'lowestLatency'",
                        "'x':{'kind':'model','latency':'1s'},'y':{'kind':'model','latency':'100ms'}",
                        "'g->x':{},'g->y':{}",
                        Lab.every(5, 20))
                .faults("{'target':'y','at':'50s','addedLatency':'2900ms'}")
                .run();
        // One each to get to know them, then y. From 50 s on its answers take 3 s; the mean of the last ten exceeds 1
        // s after 4 of them.
        assertEquals(1 + 6, arrivals(trial, "x"));
        assertEquals(9 + 4, arrivals(trial, "y"));
    }

    @Test
    void priorityIsTheOrderOfTheSteps() {
        Trial trial = gateway("'failover':true", THREE, "'g->x':{'step':3},'g->y':{'step':1},'g->z':{'step':2}", 0, 1)
                .faults("{'target':'y','at':'0s','unavailable':true}")
                .run();
        assertEquals(2, arrivals(trial, "y"));
        assertEquals(2, arrivals(trial, "z"));
        assertEquals(0, arrivals(trial, "x"));
        assertEquals(2, trial.ok("a"));
    }

    @Test
    void withoutFailoverTheFirstFailureIsTheAnswer() {
        Trial trial = gateway("'failover':false", THREE, "'g->x':{},'g->y':{}", 0)
                .faults(OUTAGE)
                .run();
        assertEquals(Map.of("x/error", 1L), trial.causes("a"));
        assertEquals(0, arrivals(trial, "y"));
    }

    @Test
    void failoverTriesEachTargetOnceAndFailsWithTheLast() {
        Trial trial = gateway("'failover':true", THREE, "'g->x':{},'g->y':{},'g->z':{}", 0)
                .faults(OUTAGE + ",{'target':'y','at':'0s','unavailable':true},"
                        + "{'target':'z','at':'0s','errorRate':1}")
                .run();
        assertEquals(1, arrivals(trial, "x"));
        assertEquals(1, arrivals(trial, "y"));
        assertEquals(Map.of("z/error", 1L), trial.causes("a"));
    }

    @Test
    void aTargetsOwnRetriesAndFallbacksComeBeforeTheNextTarget() {
        Trial trial = gateway(
                        "'failover':true",
                        THREE,
                        "'g->x':{'retry':{'maxAttempts':3,'backoff':{'initial':'1s'}}},'g->y':{'fallbackFor':'g->x'},'g->z':{}",
                        0)
                .faults(OUTAGE + ",{'target':'y','at':'0s','unavailable':true}")
                .run();
        assertEquals(3, arrivals(trial, "x"));
        assertEquals(1, arrivals(trial, "y"));
        assertEquals(1, arrivals(trial, "z"));
        assertEquals(1 + 2, trial.latency("a"), EXACT);
    }

    @Test
    void retriesCountForTheCooldownAndEndWithIt() {
        Trial trial = cooling("'allowedFailures':1,'duration':'30s'", "'retry':{'maxAttempts':3}", 0, 1, 29.9, 30.1)
                .run();
        assertEquals(Map.of("x/error", 2L, "g/rejected", 2L), trial.causes("a"));
        assertEquals(4, arrivals(trial, "x"));
    }

    @ParameterizedTest
    @CsvSource({"6, 4", "4, 3"})
    void failuresCountWithinASlidingWindow(double gap, long tried) {
        Trial trial = cooling("'allowedFailures':2,'window':'10s','duration':'60s'", "", Lab.every(gap, 4))
                .run();
        assertEquals(tried, arrivals(trial, "x"));
    }

    @Test
    void withoutACooldownATargetIsNeverLeftAlone() {
        Trial trial = gateway("'failover':true", "'x':{'kind':'model'}", "'g->x':{}", Lab.every(0.1, 100))
                .faults(OUTAGE)
                .run();
        assertEquals(100, arrivals(trial, "x"));
    }

    @Test
    void aRetryThatIsDueWhenItsTargetCoolsDownIsNotMade() {
        Trial trial = cooling(
                        "'allowedFailures':1,'duration':'30s'",
                        "'retry':{'maxAttempts':2,'backoff':{'initial':'2s'}}",
                        0,
                        1)
                .run();
        // The second call's first failure is the second one: the target cools down at 1 s, and at 2 s nobody retries.
        assertEquals(2, arrivals(trial, "x"));
        assertEquals(Map.of("x/error", 2L), trial.causes("a"));
    }

    @ParameterizedTest
    @CsvSource({"true, 7", "false, 10"})
    void aRateLimitedAnswerCoolsDownAtOnceWhereThereIsAnotherTarget(boolean another, long reached) {
        Trial trial = gateway(
                        "'failover':true,'cooldown':{'allowedFailures':9,'duration':'5s'}",
                        "'x':{'kind':'model','rateLimit':{'requestsPerMinute':6}},'y':{'kind':'model'}",
                        "'g->x':{}" + (another ? ",'g->y':{}" : ",'g->y':{'fallbackFor':'g->x'}"),
                        new double[10])
                .run();
        assertEquals(reached, arrivals(trial, "x"));
        assertEquals(4, arrivals(trial, "y"));
        assertEquals(10, trial.ok("a"));
    }

    @Test
    void anAttemptThatTheDeadlineCutsCountsAsFailed() {
        Trial trial = gateway(
                        "'cooldown':{'allowedFailures':0,'duration':'30s'}",
                        "'x':{'kind':'model','latency':'10s'}",
                        "'g->x':{'deadline':'1s'}",
                        0,
                        2)
                .run();
        assertEquals(Map.of("x/timeout", 1L, "g/rejected", 1L), trial.causes("a"));
    }

    @Test
    void whatTheGatewaysOwnPoliciesRefuseDoesNotCoolATargetDown() {
        Trial trial = gateway(
                        "'cooldown':{'allowedFailures':0,'duration':'30s'}",
                        "'x':{'kind':'model','latency':'1s'}",
                        "'g->x':{'bulkhead':{'maxConcurrent':1}}",
                        0,
                        0.5,
                        2)
                .run();
        assertEquals(2, trial.ok("a"));
        assertEquals(Map.of("g->x/rejected", 1L), trial.causes("a"));
    }

    @Test
    void aTargetWithAnOpenBreakerIsPassedOver() {
        Trial trial = gateway(
                        "'failover':false",
                        THREE,
                        "'g->x':{'circuitBreaker':{'slidingWindow':{'type':'count','size':1}}},'g->y':{}",
                        0,
                        1,
                        2)
                .faults(OUTAGE)
                .run();
        assertEquals(2, trial.ok("a"));
        assertEquals(2, arrivals(trial, "y"));
        assertEquals(0, trial.dependency("g->x").refused());
    }

    @Test
    void whereNoTargetCanBeUsedTheFirstOnesFallbackAnswers() {
        Trial trial = gateway(
                        "'failover':true,'cooldown':{'allowedFailures':0,'duration':'1m'}",
                        THREE,
                        "'g->x':{},'g->y':{},'g->z':{'fallbackFor':'g->x'}",
                        0,
                        1)
                .faults(OUTAGE + ",{'target':'y','at':'0s','unavailable':true}")
                .run();
        // The first: x, its fallback. The second: x is left alone, y fails. The third: both are.
        Trial third = gateway(
                        "'failover':true,'cooldown':{'allowedFailures':0,'duration':'1m'}",
                        THREE,
                        "'g->x':{},'g->y':{},'g->z':{'fallbackFor':'g->x'}",
                        0,
                        1,
                        2)
                .faults(OUTAGE + ",{'target':'y','at':'0s','unavailable':true}")
                .run();
        assertEquals(1, trial.ok("a"));
        assertEquals(2, third.ok("a"));
        assertEquals(1, arrivals(third, "x"));
        assertEquals(1, arrivals(third, "y"));
        assertEquals(2, arrivals(third, "z"));
    }

    @Test
    void eachReplicaOfAGatewayLeavesTargetsAloneByItself() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'g':{'kind':'gateway','instances':50,'routing':{'cooldown':"
                                + "{'allowedFailures':0,'duration':'1h'}}},'x':{'kind':'model'}",
                        "'a->g':{},'g->x':{}")
                .sends("a", Lab.every(0.01, 200))
                .faults(OUTAGE)
                .run();
        // 50 (1 - (49/50)^200) of the replicas are called at all.
        assertEquals(49.1, (double) arrivals(trial, "x"), 2.5);
    }

    @Test
    void aDeadlineEndsTheWayFromTargetToTarget() {
        String slow = "'latency':'1s','errorRate':1}";
        Trial trial = Lab.of(
                        Lab.client("a") + ",'g':{'kind':'gateway','routing':{'failover':true}},'x':{'kind':'model',"
                                + slow + ",'y':{'kind':'model'," + slow + ",'z':{'kind':'model','latency':'2s'}",
                        "'a->g':{'deadline':'2500ms'},'g->x':{},'g->y':{},'g->z':{}")
                .sends("a", 0)
                .run();
        assertEquals(1, arrivals(trial, "z"));
        assertEquals(Map.of("timeout", 1L), trial.outcomes("z"));
        assertEquals(1, trial.failed("a"));
    }

    @Test
    void byLatencyATargetThatTimesOutIsTheSlowestOfAll() {
        Trial trial = gateway(
                        "'strategy':'lowestLatency'",
                        "'x':{'kind':'model','latency':'100s'},'y':{'kind':'model','latency':'900ms'}",
                        "'g->x':{'timeout':'500ms'},'g->y':{}",
                        Lab.every(1, 10))
                .run();
        assertEquals(1, arrivals(trial, "x"));
        assertEquals(9, arrivals(trial, "y"));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "15", "16", "17", "40"})
    void aTargetIsLeftAloneAtOneFailureMoreThanAreAllowed(int allowed) {
        Trial trial = cooling("'allowedFailures':" + allowed + ",'duration':'10m'", "", Lab.every(0.5, 60))
                .run();
        assertEquals(allowed + 1, arrivals(trial, "x"));
    }

    @Test
    void failuresThatAreAllowedTakeNoRoomBeforeTheyHappen() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'g':{'kind':'gateway','instances':1000,"
                                + "'routing':{'cooldown':{'allowedFailures':1000000}}}",
                        "'a->g':{},'g->x':{}")
                .sends("a", 1)
                .run();
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void aCallThatFoundNoTargetAsksEachDrawnFallbackOnceAlsoWhereATargetComesBackMeanwhile() {
        // The first call cools x down for 5 s and asks z; the second finds nobody, asks z for 10 s, and then x could be
        // used.
        Trial trial = Lab.of(
                        Lab.client("a") + ",'g':{'kind':'gateway','routing':{'failover':true,"
                                + "'cooldown':{'allowedFailures':0,'duration':'5s'}}},"
                                + "'x':{'kind':'model','errorRate':1},'z':{'kind':'model','latency':'10s','errorRate':1}",
                        "'a->g':{},'g->x':{},'g->z':{'fallbackFor':'g->x'}")
                .sends("a", 0, 1)
                .run();
        assertEquals(1, arrivals(trial, "x"));
        assertEquals(2, arrivals(trial, "z"));
        assertEquals(2, trial.failed("a"));
    }
}
