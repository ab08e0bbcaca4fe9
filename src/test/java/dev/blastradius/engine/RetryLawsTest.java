package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Time-outs, deadlines and retries. */
class RetryLawsTest {

    private static final double EXACT = 1e-9;

    /** The call is optional, so that the time it took can be read from the answer's latency. */
    private static Lab call(String callee, String policies) {
        return Lab.of(
                        Lab.client("a") + ",'agent':{'kind':'service'},'x':{'kind':'service'," + callee + "}",
                        "'a->agent':{},'agent->x':{'mode':'optional'," + policies + "}")
                .sends("a", 0);
    }

    private static final String BAD = "'latency':'2s','errorRate':1";

    @Test
    void aTimeOutCutsEachAttempt() {
        Trial trial = call("'latency':'10s'", "'timeout':'3s','retry':{'maxAttempts':4}")
                .run();
        assertEquals(4 * 3, trial.latency("a"), EXACT);
        assertEquals(4, trial.dependency("agent->x").timeouts());
        assertEquals(3, trial.dependency("agent->x").retries());
        assertEquals(1, trial.dependency("agent->x").calls());
        assertEquals(Map.of("timeout", 4L), trial.outcomes("x"));
    }

    @Test
    void aTimeOutCountsTheNetworkToo() {
        Trial trial =
                call("'latency':'1s'", "'network':'2500ms','timeout':'3s'").run();
        assertEquals(3, trial.latency("a"), EXACT);
        assertEquals(1, trial.degraded("a"));
    }

    @Test
    void anAnswerBeforeTheTimeOutStopsItsClock() {
        Trial trial = call("'latency':'2s'", "'timeout':'3s','calls':4").run();
        assertEquals(8, trial.latency("a"), EXACT);
        assertEquals(0, trial.dependency("agent->x").timeouts());
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void aDeadlineCutsTheAttemptThatRuns() {
        Trial trial = call("'latency':'10s'", "'timeout':'4s','deadline':'10s','retry':{'maxAttempts':9}")
                .run();
        assertEquals(10, trial.latency("a"), EXACT);
        assertEquals(3, trial.dependency("agent->x").attempts());
        assertEquals(3, trial.dependency("agent->x").timeouts());
    }

    @Test
    void aDeadlineCutsAWaitBetweenAttempts() {
        Trial trial = call(BAD, "'deadline':'5s','retry':{'maxAttempts':9,'backoff':{'initial':'30s'}}")
                .run();
        assertEquals(5, trial.latency("a"), EXACT);
        assertEquals(1, trial.dependency("agent->x").attempts());
        assertEquals(0, trial.dependency("agent->x").timeouts());
    }

    @Test
    void eachFallbackHasItsOwnDeadline() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'service','latency':'50s'},'y':{'kind':'service','latency':'6s'}",
                        "'a->x':{'deadline':'5s'},'a->y':{'fallbackFor':'a->x','deadline':'7s'}")
                .sends("a", 0)
                .run();
        assertEquals(5 + 6, trial.latency("a"), EXACT);
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void eachRepetitionHasItsOwnDeadline() {
        Trial trial = call("'latency':'4s'", "'deadline':'5s','calls':3").run();
        assertEquals(12, trial.latency("a"), EXACT);
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void maxAttemptsCountsTheFirstOne() {
        Trial trial = call(BAD, "'retry':{'maxAttempts':5}").run();
        assertEquals(5, trial.dependency("agent->x").attempts());
        assertEquals(4, trial.dependency("agent->x").retries());
        assertEquals(5 * 2, trial.latency("a"), EXACT);
    }

    @Test
    void retriesEndWithTheFirstSuccess() {
        Trial trial = call("'latency':'2s','errorRate':0.5", "'retry':{'maxAttempts':100}")
                .sends("a", Lab.every(0.001, 10_000))
                .run();
        assertEquals(10_000, trial.ok("a"));
        // Attempts until the first success at 1/2 each: mean 2, variance 2.
        assertEquals(2, trial.dependency("agent->x").attempts() / 10_000.0, 4 * Math.sqrt(2) / 100);
    }

    @Test
    void backoffWaitsBetweenAttempts() {
        Trial trial = call(
                        BAD,
                        "'retry':{'maxAttempts':5,'backoff':{'initial':'1s','multiplier':3,'max':'8s','jitter':'none'}}")
                .run();
        assertEquals(5 * 2 + 1 + 3 + 8 + 8, trial.latency("a"), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"error,3", "timeout,1", "rateLimited,1", "rejected,1"})
    void onlyTheOutcomesThatItNamesAreRetried(String outcome, int attempts) {
        Trial trial = call(BAD, "'retry':{'maxAttempts':3,'retryOn':['" + outcome + "']}")
                .run();
        assertEquals(attempts, trial.dependency("agent->x").attempts());
    }

    @ParameterizedTest
    @CsvSource({"error,1", "timeout,3"})
    void aTimeOutIsRetriedAsSuch(String outcome, int attempts) {
        Trial trial = call("'latency':'10s'", "'timeout':'3s','retry':{'maxAttempts':3,'retryOn':['" + outcome + "']}")
                .run();
        assertEquals(attempts, trial.dependency("agent->x").attempts());
    }

    @Test
    void aRejectionIsRetriedAsSuch() {
        Trial trial = call(
                        "'concurrency':1,'latency':'10s','queue':{'capacity':0}",
                        "'retry':{'maxAttempts':3,'retryOn':['rejected'],'backoff':{'initial':'8s','multiplier':1}}")
                .sends("a", 0, 1)
                .run();
        assertEquals(2, trial.ok("a"));
        // The second is refused at 1 s and at 9 s, and served at 17 s.
        assertEquals((10 + 26) / 2.0, trial.latency("a"), EXACT);
        assertEquals(4, trial.dependency("agent->x").attempts());
    }

    private static Lab limited(String honour) {
        return Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','rateLimit':{'requestsPerMinute':6}}",
                        "'a->x':{'retry':{'maxAttempts':2,'honourRetryAfter':" + honour
                                + ",'backoff':{'initial':'1s'}}}")
                .sends("a", 0, 0, 0, 0, 0, 0, 3);
    }

    @Test
    void aRetryThatHonoursRetryAfterWaitsForTheBucket() {
        Trial trial = limited("true").run();
        // A request in 10 s: the bucket, empty at 0 s, has the seventh at 10 s.
        assertEquals(7, trial.ok("a"));
        assertEquals((10 - 3) / 7.0, trial.latency("a"), 1e-8);
    }

    @Test
    void aRetryThatDoesNotHonourRetryAfterComesTooEarly() {
        Trial trial = limited("false").run();
        assertEquals(Map.of("x/rateLimited", 1L), trial.causes("a"));
        assertEquals(Map.of("ok", 6L, "rateLimited", 2L), trial.outcomes("x"));
    }

    @Test
    void aBackoffLongerThanRetryAfterIsKept() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','rateLimit':{'requestsPerMinute':60}}",
                        "'a->x':{'retry':{'maxAttempts':2,'honourRetryAfter':true,'backoff':{'initial':'20s'}}}")
                .sends("a", Lab.every(0, 61))
                .run();
        assertEquals(20 / 61.0, trial.latency("a"), EXACT);
    }

    @Test
    void aLateAnswerOfAnAttemptThatTimedOutIsNotUsed() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'model','concurrency':1,'latency':'4s','price':{'perRequest':1}}",
                        "'a->x':{'timeout':'5s','retry':{'maxAttempts':3}}")
                .sends("a", 0, 0)
                .run();
        // The second waits until 4 s and is cut at 5 s; its work goes on until 8 s, its retry waits for that and is cut
        // at 10 s.
        // The retry's work goes on until 12 s; the third attempt waits for that and is cut at 15 s.
        assertEquals(1, trial.ok("a"));
        assertEquals(Map.of("x/timeout", 1L), trial.causes("a"));
        assertEquals(Map.of("ok", 1L, "timeout", 3L), trial.outcomes("x"));
    }

    @Test
    void differentRequestsDrawDifferentJitter() {
        Lab lab = call(BAD, "'retry':{'maxAttempts':2,'backoff':{'initial':'10s','jitter':'full'}}")
                .sends("a", Lab.every(0.001, 2_000));
        Trial trial = lab.run();
        // 4 s of attempts and a wait uniform between 0 s and 10 s.
        assertEquals(4 + 5, trial.latency("a"), 4 * 10 / Math.sqrt(12 * 2_000));
        assertNotEquals(trial.latency("a"), lab.seed(7).run().latency("a"));
    }
}
