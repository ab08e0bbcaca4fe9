package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What does not concern a request changes nothing about it, to the last bit. */
class CommonRandomNumbersTest {

    private static final String CLIENT =
            "'a':{'kind':'client','inputTokens':{'type':'lognormal','median':1000,'p99':4000},"
                    + "'outputTokens':{'type':'lognormal','median':100,'p99':400},"
                    + "'traffic':{'arrivals':'poisson','requestsPerSecond':20}}";

    private static final String STATIONS = ",'x':{'kind':'service','concurrency':9,'instances':2,"
            + "'latency':{'type':'exponential','mean':'500ms'}},"
            + "'y':{'kind':'model','errorRate':0.1,'price':{'perMillionInputTokens':5},'latency':{'type':'llm',"
            + "'timeToFirstToken':{'type':'lognormal','median':'300ms','p99':'2s'},'tokensPerSecond':90}}";

    private static final String CALLS = "'a->x':{},'x->y':{'timeout':'3s','probability':0.8,"
            + "'retry':{'maxAttempts':3,'backoff':{'jitter':'full'}}}";

    private static Lab lab(String components, String calls) {
        return Lab.of(CLIENT + STATIONS + components, CALLS + calls);
    }

    @Test
    void theSameSeedGivesTheSameResult() {
        assertEquals(Same.of(lab("", "").run()), Same.of(lab("", "").run()));
        assertNotEquals(Same.of(lab("", "").run()), Same.of(lab("", "").seed(43).run()));
    }

    @Test
    void anUnconnectedComponentChangesNothing() {
        Trial more = Lab.of(
                        "'z':{'kind':'service'},'b':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':3}},"
                                + CLIENT + STATIONS,
                        "'b->z':{}," + CALLS)
                .run();
        assertEquals(without(lab("", "").run()), without(more));
    }

    private static String without(Trial trial) {
        return Same.of(trial, "b", "z", "b->z");
    }

    @Test
    void aFallbackThatIsNeverNeededChangesNothing() {
        Lab plain =
                Lab.of(CLIENT + ",'x':{'kind':'service','latency':{'type':'exponential','mean':'500ms'}}", "'a->x':{}");
        Lab more = Lab.of(
                CLIENT
                        + ",'x':{'kind':'service','latency':{'type':'exponential','mean':'500ms'}},'z':{'kind':'static'}",
                "'a->z':{'fallbackFor':'a->x'},'a->x':{}");
        assertEquals(Same.of(plain.run(), "z", "a->z"), Same.of(more.run(), "z", "a->z"));
    }

    @Test
    void aStrategyThatTouchesNothingOnTheWayChangesNothing() {
        Lab lab = lab(",'z':{'kind':'service'}", ",'x->z':{'step':2,'mode':'optional'}")
                .other("{'dependencies':{'x->z':{'retry':{'maxAttempts':5},'timeout':'9s'}}}");
        assertEquals(Same.of(lab.run()), Same.of(lab.run("other")));
    }

    @Test
    void theSameRequestsArriveUnderEveryStrategy() {
        Lab lab = lab("", "").other("{'components':{'x':{'concurrency':1}},'dependencies':{'x->y':{'retry':null}}}");
        var drawn = lab.run().flow("a").arrivalSteps();
        var other = lab.run("other").flow("a").arrivalSteps();
        for (int step = 0; step < drawn.steps(); step++) {
            assertEquals(drawn.get(step), other.get(step), "second " + step);
        }
    }
}
