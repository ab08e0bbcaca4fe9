package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.metrics.StepCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People change the pipeline in mid-run. */
class RunbookLawsTest {

    /** A fault that hurts nobody, for the time from which a runbook counts. */
    private static final String FAULT_AT_10 = "{'target':'x','at':'10s','for':'1s','addedLatency':'0s'}";

    private static final String FAIL_FROM_10 = "{'target':'x','at':'10s','unavailable':true}";

    private static long between(StepCounts steps, int from, int to) {
        long sum = 0;
        for (int step = from; step < to; step++) {
            sum += steps.get(step);
        }
        return sum;
    }

    private static Lab service(String x, String call) {
        return Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':20}},'x':{'kind':'service','latency':{'type':'exponential','mean':'200ms'}"
                                + x + "}",
                        "'a->x':{" + call + "}")
                .faults(FAULT_AT_10);
    }

    @Test
    void withoutAFaultARunbookIsNeverApplied() {
        Lab lab = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", Lab.every(1, 90))
                .then("0s", "{'components':{'x':{'errorRate':1}}}");
        assertEquals(Same.of(lab.run()), Same.of(lab.run("runbook")));
    }

    @Test
    void anEmptyPatchChangesNothingToTheLastBit() {
        Lab lab = service(",'concurrency':5", "'timeout':'2s','retry':{'maxAttempts':3}")
                .then("5s", "{}")
                .then("30s", "{'components':{}}");
        assertEquals(Same.of(lab.run()), Same.of(lab.run("runbook")));
    }

    /** Up to the moment, in a run that ends there, nothing is different; what comes in later is listed. */
    @Test
    void beforeTheMomentAllIsAsWithoutTheRunbook() {
        String patch = "{'components':{'z':{'kind':'service'},'b':{'kind':'client','traffic':{'requestsPerSecond':5}},"
                + "'x':{'concurrency':1}},'dependencies':{'x->z':{},'b->z':{},'a->x':{'timeout':'1s'}}}";
        Lab lab = service(",'concurrency':5", "'timeout':'2s','retry':{'maxAttempts':3}")
                .lasting("40s")
                .then("60s", patch);
        Trial runbook = lab.run("runbook");
        assertEquals(Same.of(lab.run()), Same.of(runbook, "z", "b", "x->z", "b->z") + "\n" + billed(runbook));
        assertEquals(0, runbook.station("z").arrivals());
        assertEquals(0, runbook.flow("b").requests());
        assertEquals(0, runbook.dependency("b->z").calls());
    }

    private static String billed(Trial trial) {
        return "billed " + trial.result().billed() + " wasted " + trial.result().wasted();
    }

    @Test
    void aFallbackThatIsAddedTakesOverFromTheMomentOn() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", Lab.every(0.5, 160))
                .faults(FAIL_FROM_10)
                .then("15s", "{'components':{'y':{'kind':'service'}},'dependencies':{'a->y':{'fallbackFor':'a->x'}}}")
                .run("runbook");
        assertEquals(30, trial.failed("a"));
        assertEquals(130, trial.ok("a"));
        assertEquals(110, trial.dependency("a->y").fallbacks());
        assertEquals(Map.of("x/error", 30L), trial.causes("a"));
    }

    @Test
    void peopleSwitchToASecondProvider() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->s':{},'s->x':{}")
                .sends("a", Lab.every(1, 60))
                .faults(FAIL_FROM_10)
                .then("20s", "{'dependencies':{'s->x':null,'s->y':{}}}")
                .run("runbook");
        assertEquals(30, trial.station("x").arrivals());
        assertEquals(30, trial.station("y").arrivals());
        assertEquals(40, trial.ok("a"));
        assertEquals(20, trial.failed("a"));
    }

    @Test
    void stepsAddUpInTheOrderOfTheirTimeWhateverTheirOrderInTheFile() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", Lab.every(1, 60))
                .faults(FAULT_AT_10)
                .then("30s", "{'components':{'x':{'errorRate':null},'y':null},'dependencies':{'x->y':null}}")
                .then("10s", "{'components':{'x':{'errorRate':1},'y':{'kind':'service'}},'dependencies':{'x->y':{}}}")
                .run("runbook");
        assertEquals(20, trial.failed("a"));
        assertEquals(40, trial.ok("a"));
    }

    /** Twenty a second of 200 ms each: 4 servers are just used up, 3 are not enough, 8 halve the load. */
    @Test
    void moreServersStartWaitingWorkAtOnce() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','concurrency':1,'latency':'5s'}", "'a->x':{}")
                .sends("a", 0, 0, 0, 0, 0, 0)
                .faults(FAULT_AT_10)
                .then("2s", "{'components':{'x':{'concurrency':3}}}")
                .run("runbook");
        // Two are done at 5 s and 10 s; at 12 s the third is under way and two more begin; at 15 s the last.
        assertEquals((5 + 10 + 15 + 17 + 17 + 20) / 6.0, trial.latency("a"), 1e-9);
    }

    @Test
    void fewerServersEndWhatTheyHaveBegun() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','concurrency':3,'latency':'15s'}", "'a->x':{}")
                .sends("a", 0, 0, 0, 0, 0)
                .faults(FAULT_AT_10)
                .then("2s", "{'components':{'x':{'concurrency':1}}}")
                .run("runbook");
        assertEquals((15 + 15 + 15 + 30 + 45) / 5.0, trial.latency("a"), 1e-9);
    }

    /** The mean number of busy servers is the load, and utilisation is measured against the servers that there were. */
    @Test
    void moreServersGiveTheSteadyStateOfAsMany() {
        Lab lab = service(",'concurrency':8", "").lasting("4000s");
        Trial trial =
                lab.then("1990s", "{'components':{'x':{'concurrency':16}}}").run("runbook");
        assertEquals(12, trial.result().servers(1), 1e-9);
        assertEquals(4, trial.busyServers("x"), 0.15);
    }

    /** Calls of 200 ms on average meet a time-out of 100 ms with the probability exp(−1/2), then one of 400 ms: exp(−2). */
    @Test
    void aLongerTimeOutHoldsForTheAttemptsFromThenOn() {
        Trial trial = service("", "'timeout':'100ms'")
                .lasting("3000s")
                .then("1490s", "{'dependencies':{'a->x':{'timeout':'400ms'}}}")
                .run("runbook");
        StepCounts calls = trial.dependency("a->x").callSteps();
        StepCounts failed = trial.dependency("a->x").failureSteps();
        assertShare(Math.exp(-0.5), between(failed, 0, 1500), between(calls, 0, 1500));
        assertShare(Math.exp(-2), between(failed, 1502, 3000), between(calls, 1502, 3000));
    }

    private static void assertShare(double expected, long count, long of) {
        assertEquals(expected, (double) count / of, 4 * Math.sqrt(expected * (1 - expected) / of));
    }

    @Test
    void aTimeOutThatRunsRunsOn() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','latency':'30s'}", "'a->x':{'timeout':'10s'}")
                .sends("a", 5, 15)
                .faults(FAULT_AT_10)
                .then("0s", "{'dependencies':{'a->x':{'timeout':'60s'}}}")
                .run("runbook");
        assertEquals(1, trial.failed("a"));
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void retriesThatAreRemovedEndTheAmplification() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'}",
                        "'a->x':{'retry':{'maxAttempts':4,'backoff':{'initial':'1ms','jitter':'none'}}}")
                .sends("a", Lab.every(1, 60))
                .faults(FAIL_FROM_10)
                .then("19500ms", "{'dependencies':{'a->x':{'retry':null}}}")
                .run("runbook");
        assertEquals(10 + 20 * 4 + 30, trial.dependency("a->x").attempts());
    }

    /** Poisson traffic of 20 a second becomes one of 5. */
    @Test
    void trafficGoesOnAsItIsThenFromTheMomentOn() {
        Lab lab = service("", "").lasting("2000s");
        Trial trial = lab.then("990s", "{'components':{'a':{'traffic':{'requestsPerSecond':5}}}}")
                .run("runbook");
        StepCounts arrivals = trial.flow("a").arrivalSteps();
        StepCounts drawn = lab.run().flow("a").arrivalSteps();
        for (int second = 0; second < 1000; second++) {
            assertEquals(drawn.get(second), arrivals.get(second), "second " + second);
        }
        assertEquals(5000, (double) between(arrivals, 1000, 2000), 4 * Math.sqrt(5000));
    }

    @Test
    void evenTrafficGoesOnOneNewGapAfterTheMoment() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'constant','requestsPerSecond':1}},'x':{'kind':'service'}",
                        "'a->x':{}")
                .faults(FAULT_AT_10)
                .lasting("40s")
                .then("10200ms", "{'components':{'a':{'traffic':{'requestsPerSecond':0.2}}}}")
                .run("runbook");
        // 1 to 20, then 25.2, 30.2 and 35.2.
        assertEquals(23, trial.flow("a").requests());
        assertEquals(1, trial.flow("a").arrivalSteps().get(25));
        assertEquals(1, trial.flow("a").arrivalSteps().get(35));
    }

    @Test
    void aClientThatIsAddedBeginsAndOneThatIsRemovedStops() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':4,'thinkTime':'1s'}},'x':{'kind':'service','latency':'500ms'}",
                        "'a->x':{}")
                .faults(FAULT_AT_10)
                .lasting("60s")
                .then(
                        "10s",
                        "{'components':{'a':null,'b':{'kind':'client','traffic':{'arrivals':'closed','users':3,'thinkTime':'1s'}}},"
                                + "'dependencies':{'a->x':null,'b->x':{}}}")
                .run("runbook");
        StepCounts before = trial.flow("a").arrivalSteps();
        StepCounts after = trial.flow("b").arrivalSteps();
        assertTrue(between(before, 0, 20) >= 4 * 13, "four users, one request every 1.5 s");
        assertEquals(0, between(before, 20, 60));
        assertEquals(0, between(after, 0, 20));
        assertEquals(3, after.get(20));
        assertEquals(3 * 27, between(after, 20, 60));
        assertEquals(trial.flow("a").requests(), trial.ok("a"));
    }

    @Test
    void usersMoreAndFewerComeAndGo() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':2,'thinkTime':'2s'}},'x':{'kind':'service'}",
                        "'a->x':{}")
                .faults(FAULT_AT_10)
                .lasting("60s")
                .then("10s", "{'components':{'a':{'traffic':{'users':5}}}}")
                .then("30s", "{'components':{'a':{'traffic':{'users':1}}}}")
                .run("runbook");
        StepCounts arrivals = trial.flow("a").arrivalSteps();
        assertEquals(2 * 10, between(arrivals, 0, 20));
        assertEquals(5 * 10, between(arrivals, 20, 40));
        // At 40 s those who have to go no longer come.
        assertEquals(10, between(arrivals, 40, 60));
    }

    @Test
    void aRestThatIsHalfOverIsHalfOverWhenRestsBecomeLonger() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':1,'thinkTime':'20s'}},'x':{'kind':'service'}",
                        "'a->x':{}")
                .faults(FAULT_AT_10)
                .lasting("100s")
                .then("0s", "{'components':{'a':{'traffic':{'thinkTime':'60s'}}}}")
                .run("runbook");
        StepCounts arrivals = trial.flow("a").arrivalSteps();
        assertEquals(2, arrivals.get(0) + arrivals.get(40));
        assertEquals(2, trial.flow("a").requests());
    }

    @Test
    void workUnderWayGoesOnWithTheStepsThatAreLeftAndRepeatsNone() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','latency':'8s'},"
                                + "'y':{'kind':'service','latency':'1s'},'z':{'kind':'service','latency':'1s'}",
                        "'a->s':{},'s->x':{'step':2},'s->z':{'step':5}")
                .sends("a", 5, 30)
                .faults(FAULT_AT_10)
                .then(
                        "0s",
                        "{'components':{'w':{'kind':'service'}},'dependencies':{'s->w':{'step':1},'s->y':{'step':3},'s->x':null}}")
                .then("1s", "{'dependencies':{'s->x':{'step':2},'s->w':null}}")
                .then("2s", "{'dependencies':{'s->x':null,'s->w':{'step':1}}}");
        Trial trial = lab.run("runbook");
        // The first request does the steps 2, 3 and 5, the second one 1, 3 and 5.
        assertEquals(1, trial.station("x").arrivals());
        assertEquals(1, trial.station("w").arrivals());
        assertEquals(2, trial.station("y").arrivals());
        assertEquals(2, trial.station("z").arrivals());
        assertEquals((8 + 1 + 1 + 1 + 1) / 2.0, trial.latency("a"), 1e-9);
    }

    @Test
    void aComponentThatIsRemovedFinishesWhatItHasUnderWayCallsIncluded() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'s':{'kind':'service','concurrency':1,'latency':'6s'},'x':{'kind':'service','latency':'3s'},'y':{'kind':'service'}",
                        "'a->s':{},'s->x':{}")
                .sends("a", 0, 8, 9, 50)
                .faults("{'target':'y','at':'10s','addedLatency':'1s'}")
                .then("0s", "{'components':{'s':null,'x':null},'dependencies':{'a->s':null,'s->x':null,'a->y':{}}}")
                .run("runbook");
        assertEquals(4, trial.ok("a"));
        assertEquals(3, trial.station("x").arrivals());
        assertEquals((9 + 10 + 18 + 1) / 4.0, trial.latency("a"), 1e-9);
    }

    @Test
    void aFallbackThatWasTriedIsNotTriedAgain() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'service','errorRate':1},'y':{'kind':'service','latency':'8s','errorRate':1},"
                                + "'z':{'kind':'service'}",
                        "'a->x':{},'a->y':{'fallbackFor':'a->x'}")
                .sends("a", 5)
                .faults(FAULT_AT_10)
                .then(
                        "0s",
                        "{'components':{'w':{'kind':'service','errorRate':1}},'dependencies':{'a->w':{'fallbackFor':'a->x'},"
                                + "'a->y':{'order':2},'a->z':{'fallbackFor':'a->x','order':3}}}")
                .run("runbook");
        assertEquals(1, trial.ok("a"));
        assertEquals(1, trial.station("x").arrivals());
        assertEquals(1, trial.station("y").arrivals());
        assertEquals(0, trial.station("w").arrivals());
        assertEquals(1, trial.station("z").arrivals());
    }

    @Test
    void aLineByPriorityBecomesOneByArrival() {
        Lab lab = Lab.of(
                        Lab.client("a") + "," + Lab.client("b", ",'priority':'essential'")
                                + ",'x':{'kind':'service','concurrency':1,'latency':'4s','queue':{'discipline':'priority'}}",
                        "'a->x':{},'b->x':{}")
                .sends("a", 8, 8.5)
                .sends("b", 9)
                .faults(FAULT_AT_10)
                .then("0s", "{'components':{'x':{'queue':{'discipline':'fifo'}}}}");
        // At 12 s, b is next by priority, and the second of a by arrival.
        assertEquals(7, lab.run().latency("b"), 1e-9);
        assertEquals(11, lab.run("runbook").latency("b"), 1e-9);
    }

    @Test
    void replicasThatAreRemovedServeWhoWaitsThere() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','instances':2,'concurrency':1,'latency':'5s'}",
                        "'a->x':{}")
                .sends("a", Lab.every(0.25, 40))
                .faults(FAULT_AT_10)
                .lasting("1000s")
                .then("0s", "{'components':{'x':{'instances':1}}}")
                .run("runbook");
        assertEquals(40, trial.ok("a"));
        // Two replicas work on the forty, whichever waits at the one that is removed.
        assertTrue(
                trial.latency("a") < 75, "one replica alone would need 20 times 5 s on average: " + trial.latency("a"));
    }

    @Test
    void moreReplicasShareNewWork() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':4}},'x':{'kind':'service','concurrency':1,'latency':{'type':'exponential','mean':'200ms'}}",
                        "'a->x':{}")
                .faults(FAULT_AT_10)
                .warmup("1000s")
                .lasting("40000s")
                .then("490s", "{'components':{'x':{'instances':4}}}")
                .run("runbook");
        // Four M/M/1 queues with a load of 0.2 each.
        assertEquals(0.2 / 0.8, trial.latency("a"), 0.005);
        assertEquals(4, trial.result().servers(1), 1e-9);
    }

    @Test
    void aSmallerQueueRefusesNewcomersAndKeepsWhoWaits() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','concurrency':1,'latency':'10s'}", "'a->x':{}")
                .sends("a", 0, 1, 2, 3, 11, 12)
                .faults(FAULT_AT_10)
                .then("500ms", "{'components':{'x':{'queue':{'capacity':1}}}}")
                .run("runbook");
        assertEquals(4, trial.ok("a"));
        assertEquals(Map.of("x/rejected", 2L), trial.causes("a"));
    }

    @Test
    void pricesAndLimitsChangeAtOnce() {
        String model = ",'x':{'kind':'model','price':{'perRequest':1},'rateLimit':{'requestsPerMinute':6}}";
        Trial trial = Lab.of(Lab.client("a") + model, "'a->x':{}")
                .sends("a", 0, 1, 2, 10, 11, 12, 13)
                .faults(FAULT_AT_10)
                .then("500ms", "{'components':{'x':{'price':{'perRequest':100},'rateLimit':{'requestsPerMinute':2}}}}")
                .run("runbook");
        // At 10.5 s the bucket holds 3.05 of 6, thus 1.02 of 2: one more request, and none after it.
        assertEquals(4 * 1 + 100, trial.result().billed(), 1e-9);
        assertEquals(5, trial.ok("a"));
        assertEquals(Map.of("x/rateLimited", 2L), trial.causes("a"));
    }

    @Test
    void aFaultByTagsBefallsWhatARunbookBringsInAndNoLongerWhatItTakesAway() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'s':{'kind':'service'},'x':{'kind':'service','tags':{'provider':'p'}}",
                        "'a->s':{},'s->x':{'mode':'optional'}")
                .sends("a", Lab.every(1, 60))
                .faults("{'target':{'provider':'p'},'at':'10s','unavailable':true}")
                .then(
                        "10s",
                        "{'components':{'x':{'tags':{'provider':'q'}},'y':{'kind':'service','tags':{'provider':'p'}}},"
                                + "'dependencies':{'s->y':{'mode':'optional','step':2}}}")
                .run("runbook");
        assertEquals(Map.of("ok", 50L, "error", 10L), trial.outcomes("x"));
        assertEquals(Map.of("error", 40L), trial.outcomes("y"));
    }

    @Test
    void aFreezeFaultOnARemovedComponentStillHoldsWhatItHas() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','latency':'4s'},'y':{'kind':'service'}", "'a->x':{}")
                .sends("a", 8, 30)
                .faults("{'target':'x','at':'10s','for':'20s','freeze':true}")
                .then("5s", "{'components':{'x':null},'dependencies':{'a->x':null,'a->y':{}}}")
                .run("runbook");
        assertEquals(24 / 2.0, trial.latency("a"), 1e-9);
    }

    @Test
    void aUserOfAClientThatIsGoneDoesNotTryAgain() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'userRetry':{'probability':1,'after':'6s','maxAttempts':9}")
                                + ",'x':{'kind':'service','errorRate':1}",
                        "'a->x':{}")
                .sends("a", 0)
                .faults(FAULT_AT_10)
                .then("4s", "{'components':{'a':null},'dependencies':{'a->x':null}}")
                .run("runbook");
        assertEquals(3, trial.flow("a").requests());
    }

    @Test
    void recordedTrafficTakesTheTokensOfTheRecordingThatIsPlayed() {
        String model = ",'m':{'kind':'model','price':{'perMillionInputTokens':1000000}}";
        Trial trial = Lab.of(Lab.client("a") + model, "'a->m':{}")
                .sends("a", new int[] {1, 1, 1}, new int[] {0, 0, 0}, 0, 15, 30)
                .sends("b", new int[] {100, 200, 300, 400}, new int[] {0, 0, 0, 0}, 0, 10, 20, 30)
                .faults("{'target':'m','at':'10s','latencyFactor':1}")
                .then("8s", "{'components':{'a':{'traffic':{'file':'b.csv'}}}}")
                .run("runbook");
        assertEquals(1 + 1 + 300 + 400, trial.result().billed(), 1e-9);
    }

    private static final String BREAKER =
            "'circuitBreaker':{'slidingWindow':{'type':'count','size':5},'minimumCalls':5,"
                    + "'failureRateThreshold':0.5,'waitInOpen':'40s'}";

    private static Lab guarded() {
        return Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{" + BREAKER + "}")
                .sends("a", Lab.every(1, 60))
                .faults(FAIL_FROM_10);
    }

    @Test
    void aBreakerThatIsNotChangedStaysOpen() {
        Lab lab = guarded()
                .then("10s", "{'dependencies':{'a->x':{'timeout':'9s'}},'components':{'x':{'concurrency':3}}}");
        assertEquals(Same.of(lab.run()), Same.of(lab.run("runbook")));
        assertTrue(lab.run().dependency("a->x").attempts() < 20, "it was open");
    }

    @Test
    void aBreakerThatIsChangedBeginsAnewAndOneThatIsTakenAwayLetsAllThrough() {
        long kept = guarded().run().dependency("a->x").attempts();
        Trial changed = guarded()
                .then("10s", "{'dependencies':{'a->x':{'circuitBreaker':{'waitInOpen':'50s'}}}}")
                .run("runbook");
        Trial without = guarded()
                .then("10s", "{'dependencies':{'a->x':{'circuitBreaker':null}}}")
                .run("runbook");
        // Open from 12 s on; a new one at 20 s needs five calls to open again, and then stays so.
        assertEquals(13 + 5, changed.dependency("a->x").attempts());
        assertEquals(13 + 40, without.dependency("a->x").attempts());
        assertTrue(kept > 13 && kept < 13 + 40, "it tries again at 52 s: " + kept);
    }

    @Test
    void aLargerBulkheadSeatsWhoWaitsInLine() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','latency':'10s'}",
                        "'a->x':{'bulkhead':{'maxConcurrent':1,'maxWait':'90s'}}")
                .sends("a", 0, 0, 0, 0)
                .faults(FAULT_AT_10);
        Trial larger = lab.then("2s", "{'dependencies':{'a->x':{'bulkhead':{'maxConcurrent':2}}}}")
                .run("runbook");
        assertEquals((10 + 20 + 22 + 30) / 4.0, larger.latency("a"), 1e-9);
    }

    @Test
    void aBulkheadThatIsTakenAwayHoldsNobodyBack() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','latency':'10s'}",
                        "'a->x':{'bulkhead':{'maxConcurrent':1,'maxWait':'90s'}}")
                .sends("a", 0, 0, 0, 0)
                .faults(FAULT_AT_10)
                .then("2s", "{'dependencies':{'a->x':{'bulkhead':null}}}")
                .run("runbook");
        assertEquals((10 + 20 + 22 + 22) / 4.0, trial.latency("a"), 1e-9);
    }

    @Test
    void aGatewaysCallGoesOnWithTheTargetsThatItHasNotBeenTo() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'g':{'kind':'gateway','routing':{'strategy':'priority','failover':true}},"
                                + "'x':{'kind':'service','latency':'60s'},'y':{'kind':'service','latency':'60s'},'z':{'kind':'service'}",
                        "'a->g':{},'g->x':{'step':2,'timeout':'4s'},'g->y':{'step':3,'timeout':'6s'}")
                .sends("a", 5, 50)
                .faults(FAULT_AT_10)
                // Now z, y and, as the last, x: the first request has been to x and is at y.
                .then("0s", "{'dependencies':{'g->z':{'step':1},'g->x':{'step':9}}}")
                .run("runbook");
        assertEquals(2, trial.ok("a"));
        assertEquals(1, trial.station("x").arrivals());
        assertEquals(1, trial.station("y").arrivals());
        assertEquals(2, trial.station("z").arrivals());
        assertEquals(10 / 2.0, trial.latency("a"), 1e-9);
    }

    @Test
    void aBreakerThatIsTakenAwayOrReplacedIsOpenNoLonger() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','latency':'10ms','errorRate':1}",
                        "'a->x':{'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'waitInOpen':'1000s'}}")
                .sends("a", Lab.every(1, 90))
                .faults(FAULT_AT_10);
        BreakerMeasures removed = lab.then("40s", "{'dependencies':{'a->x':{'circuitBreaker':null}}}")
                .run("runbook")
                .dependency("a->x")
                .breaker();
        assertEquals((50 - 3.01) / 100, removed.openShare(), 1e-9);
        // The new one opens after four more failures.
        BreakerMeasures back = lab.then(
                        "50s",
                        "{'dependencies':{'a->x':{'circuitBreaker':"
                                + "{'slidingWindow':{'type':'count','size':4},'waitInOpen':'2000s'}}}}")
                .run("runbook")
                .dependency("a->x")
                .breaker();
        assertEquals((50 - 3.01 + 100 - 63.01) / 100, back.openShare(), 1e-9);
        assertEquals(1, back.count());
        assertEquals(2, back.opened());
    }

    @Test
    void aTargetThatIsTakenFromAGatewayMayStillFail() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'g':{'kind':'gateway'},'x':{'kind':'service','latency':'20s','errorRate':1},"
                                + "'y':{'kind':'service'}",
                        "'a->g':{},'g->x':{},'g->y':{}")
                .sends("a", 1, 30)
                .faults("{'target':'y','at':'10s','for':'1s','addedLatency':'0s'}")
                .then("1s", "{'components':{'g':{'routing':{'cooldown':{}}}},'dependencies':{'g->x':null}}")
                .run("runbook");
        assertEquals(Map.of("x/error", 1L), trial.causes("a"));
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void aGatewayWhoseCooldownIsAnotherOneBeginsItAnew() {
        Lab lab = Lab.of(
                        Lab.client("a")
                                + ",'g':{'kind':'gateway','routing':{'cooldown':{'allowedFailures':0,'duration':'1h'}}},"
                                + "'x':{'kind':'service'}",
                        "'a->g':{},'g->x':{}")
                .sends("a", 1, 30)
                .faults("{'target':'x','at':'0s','for':'5s','errorRate':1}");
        assertEquals(Map.of("x/error", 1L, "g/rejected", 1L), lab.run().causes("a"));
        Trial removed = lab.then("10s", "{'components':{'g':{'routing':{'cooldown':null}}}}")
                .run("runbook");
        assertEquals(Map.of("x/error", 1L), removed.causes("a"));
    }
}
