package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.metrics.StepCounts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users who press the button again when their request has failed. */
class UserRetryLawsTest {

    private static String retry(String probability, String after, int maxAttempts) {
        return ",'userRetry':{'probability':" + probability + ",'after':" + after + ",'maxAttempts':" + maxAttempts
                + "}";
    }

    /** A service that answers at once and always fails. */
    private static Lab failing(String client) {
        return Lab.of(client + ",'x':{'kind':'service','errorRate':1}", "'a->x':{}");
    }

    /** The seconds in which requests arrived, each as often as there were some. */
    private static List<Integer> arrivals(Trial trial) {
        StepCounts steps = trial.flow("a").arrivalSteps();
        List<Integer> seconds = new ArrayList<>();
        for (int step = 0; step < steps.steps(); step++) {
            for (long i = 0; i < steps.get(step); i++) {
                seconds.add(step);
            }
        }
        return seconds;
    }

    @Test
    void aFailedRequestComesAgainAfterItsPauseAndAsOftenAsItMay() {
        Trial trial =
                failing(Lab.client("a", retry("1", "'3s'", 4))).sends("a", 1).run();
        assertEquals(List.of(1, 4, 7, 10), arrivals(trial));
        assertEquals(4, trial.failed("a"));
        assertEquals(4, trial.flow("a").requests());
    }

    @Test
    void aUserWhoGaveUpComesAgainToo() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'2s'" + retry("1", "'5s'", 2))
                                + ",'x':{'kind':'service','latency':'60s'}",
                        "'a->x':{}")
                .sends("a", 0)
                .run();
        assertEquals(List.of(0, 7), arrivals(trial));
        assertEquals(2, trial.abandoned("a"));
    }

    @Test
    void whoeverHasAnAnswerDoesNotComeAgain() {
        Trial trial = Lab.of(
                        Lab.client("a", retry("1", "'1s'", 5))
                                + ",'x':{'kind':'service'},'y':{'kind':'static','quality':0.5}",
                        "'a->x':{},'a->y':{'fallbackFor':'a->x'}")
                .faults("{'target':'x','at':'3s','unavailable':true}")
                .sends("a", Lab.every(1, 10))
                .run();
        assertEquals(10, trial.flow("a").requests());
        assertEquals(7, trial.degraded("a"));
    }

    /** With a share f of failures and the probability p, attempt k is made by (pf)^(k-1) of the users. */
    @Test
    void loadMultipliesAsAGeometricSeries() {
        int users = 20_000;
        double again = 0.7 * 0.6;
        Trial trial = Lab.of(
                        Lab.client("a", retry("0.7", "{'type':'exponential','mean':'1s'}", 4))
                                + ",'x':{'kind':'service','errorRate':0.6}",
                        "'a->x':{}")
                .sends("a", Lab.every(0.001, users))
                .run();
        double expected = 0;
        double square = 0;
        for (int attempts = 1; attempts <= 4; attempts++) {
            double makes = Math.pow(again, attempts - 1) * (attempts < 4 ? 1 - again : 1);
            expected += attempts * makes;
            square += attempts * attempts * makes;
        }
        double deviation = Math.sqrt(users * (square - expected * expected));
        assertEquals(users * expected, (double) trial.flow("a").requests(), 3.5 * deviation);
        assertEquals(1 + again + again * again + again * again * again, expected, 1e-12);
    }

    @Test
    void nobodyComesAgainAfterTheArrivalsHaveStopped() {
        Trial trial = failing(Lab.client("a", retry("1", "'10s'", 2)))
                .lasting("30s")
                .sends("a", 5, 19, 20, 25)
                .run();
        assertEquals(List.of(5, 15, 19, 20, 25, 29), arrivals(trial));
    }

    @Test
    void theSecondAttemptHasTheTokensOfTheFirst() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'1s'" + retry("1", "'5s'", 3))
                                + ",'m':{'kind':'model','latency':'2s','price':{'perMillionInputTokens':1,'perMillionOutputTokens':1000}}",
                        "'a->m':{}")
                .sends("a", new int[] {70, 11}, new int[] {5, 3}, 0, 1)
                .run();
        assertEquals(3 * (70e-6 + 5e-3 + 11e-6 + 3e-3), trial.result().billed(), 1e-12);
    }

    @Test
    void drawnTokensStayTheSameFromAttemptToAttempt() {
        String client =
                "'a':{'kind':'client','patience':'1s','outputTokens':{'type':'lognormal','median':100,'p99':900},"
                        + "'traffic':{'arrivals':'closed','users':1,'thinkTime':'500s'}";
        String model = "},'m':{'kind':'model','latency':'2s','price':{'perMillionOutputTokens':1}}";
        double once = Lab.of(client + model, "'a->m':{}").run().result().billed();
        Trial thrice =
                Lab.of(client + retry("1", "'5s'", 3) + model, "'a->m':{}").run();
        assertTrue(once > 0);
        assertEquals(3 * once, thrice.result().billed(), 1e-15);
    }

    @Test
    void aUserRestsOnlyAfterTheLastAttempt() {
        Trial trial = failing("'a':{'kind':'client','traffic':{'arrivals':'closed','users':1,'thinkTime':'10s'}"
                        + retry("1", "'1s'", 3) + "}")
                .lasting("30s")
                .run();
        assertEquals(List.of(0, 1, 2, 12, 13, 14, 24, 25, 26), arrivals(trial));
    }

    @Test
    void aUsersPaceCountsFromTheFirstAttempt() {
        Trial trial = failing("'a':{'kind':'client','traffic':{'arrivals':'closed','users':1,'pace':'10s'}"
                        + retry("1", "'1s'", 3) + "}")
                .lasting("22s")
                .run();
        assertEquals(List.of(0, 1, 2, 10, 11, 12, 20, 21), arrivals(trial));
    }

    /** Under two strategies the first attempt fails at different times; the second finds the same service time in both. */
    @Test
    void aSecondAttemptIsComparedWithItself() {
        Lab lab = Lab.of(
                        Lab.client("a", retry("1", "'20s'", 2))
                                + ",'x':{'kind':'service'},'y':{'kind':'service','latency':{'type':'exponential','mean':'5s'}}",
                        "'a->x':{},'a->y':{'step':2}")
                .faults("{'target':'x','at':'0s','for':'10s','unavailable':true}")
                .other(
                        "{'dependencies':{'a->x':{'retry':{'maxAttempts':2,'backoff':{'initial':'3s','jitter':'none'}}}}}")
                .sends("a", Lab.every(0.01, 100));
        Trial drawn = lab.run();
        Trial other = lab.run("other");
        assertEquals(100, drawn.ok("a"));
        assertEquals(100, other.ok("a"));
        assertEquals(drawn.latency("a"), other.latency("a"));
        assertEquals(
                drawn.flow("a").latency().quantileSeconds(0.9),
                other.flow("a").latency().quantileSeconds(0.9));
    }

    @Test
    void aRetryOfARequestBeforeTheWarmUpIsMeasuredWhereItArrivesAfterIt() {
        Trial trial = failing(Lab.client("a", retry("1", "'10s'", 3)))
                .warmup("5s")
                .sends("a", 0)
                .run();
        assertEquals(2, trial.flow("a").requests());
        assertEquals(2, trial.failed("a"));
    }
}
