package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a caller calls what it depends on: steps, repetitions, optional calls, fallbacks, tokens. */
class CallLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab agent(String components, String calls) {
        return Lab.of(
                        Lab.client("a") + ",'agent':{'kind':'service','latency':'1s'}," + components,
                        "'a->agent':{}," + calls)
                .sends("a", 0);
    }

    private static String service(String id, String latency) {
        return "'" + id + "':{'kind':'service','latency':'" + latency + "'}";
    }

    private static final String BAD = "'bad':{'kind':'service','latency':'2s','errorRate':1}";

    @Test
    void stepsRunInTheirOrderAndTheCallsOfOneSideBySide() {
        Trial trial = agent(
                        service("x", "4s") + "," + service("y", "7s") + "," + service("z", "2s") + ","
                                + service("w", "3s"),
                        "'agent->w':{'step':9},'agent->x':{'step':2},'agent->y':{'step':2},'agent->z':{}")
                .run();
        assertEquals(1 + 2 + Math.max(4, 7) + 3, trial.latency("a"), EXACT);
    }

    @Test
    void repeatedCallsComeOneAfterAnother() {
        Trial trial = agent(service("x", "4s"), "'agent->x':{'calls':3}").run();
        assertEquals(1 + 3 * 4, trial.latency("a"), EXACT);
        assertEquals(3, trial.dependency("agent->x").calls());
        assertEquals(0.12, trial.busyServers("x"), EXACT);
    }

    @Test
    void repeatedCallsRunBesideTheOtherCallsOfTheirStep() {
        Trial trial = agent(service("x", "4s") + "," + service("y", "9s"), "'agent->x':{'calls':3},'agent->y':{}")
                .run();
        assertEquals(1 + 12, trial.latency("a"), EXACT);
    }

    @Test
    void thereMayBeNoCallAtAll() {
        Trial trial = agent(service("x", "4s"), "'agent->x':{'calls':{'min':0,'max':1}}")
                .sends("a", Lab.every(0.001, 10_000))
                .run();
        assertEquals(0.5, trial.dependency("agent->x").calls() / 10_000.0, 4 * 0.5 / 100);
        assertEquals(10_000, trial.ok("a"));
    }

    /** Calls uniform on 1..6: mean 3.5, variance 35/12. */
    @Test
    void theNumberOfCallsIsUniformBetweenItsBounds() {
        Trial trial = agent(service("x", "1s"), "'agent->x':{'calls':{'min':1,'max':6}}")
                .sends("a", Lab.every(0.001, 6000))
                .run();
        double error = Math.sqrt(35 / 12.0 / 6000);
        assertEquals(3.5, trial.dependency("agent->x").calls() / 6000.0, 4 * error);
        assertEquals(1 + 3.5, trial.latency("a"), 4 * error);
        assertEquals(1 + 1, trial.flow("a").latency().quantileSeconds(0.1), 0.01);
        assertEquals(1 + 6, trial.flow("a").latency().quantileSeconds(0.9), 0.01);
    }

    @Test
    void aCallIsMadeWithItsProbability() {
        Trial trial = agent(service("x", "1s"), "'agent->x':{'probability':0.3}")
                .sends("a", Lab.every(0.001, 10_000))
                .run();
        assertEquals(0.3, trial.dependency("agent->x").calls() / 10_000.0, 4 * Math.sqrt(0.3 * 0.7 / 10_000));
        assertEquals(trial.station("x").arrivals(), trial.dependency("agent->x").calls());
    }

    @Test
    void theNetworkAddsItsTimeToEachAttempt() {
        Trial trial = agent(BAD, "'agent->bad':{'network':'500ms','mode':'optional','retry':{'maxAttempts':3}}")
                .run();
        assertEquals(1 + 3 * (0.5 + 2), trial.latency("a"), EXACT);
        assertEquals(0, trial.station("bad").waits().meanSeconds());
        assertEquals(2, trial.station("bad").responses().meanSeconds(), EXACT);
    }

    @Test
    void aRequiredCallThatFailsFailsTheCallerAtOnce() {
        Trial trial = agent(BAD + "," + service("x", "4s"), "'agent->bad':{},'agent->x':{'step':2}")
                .run();
        assertEquals(Map.of("bad/error", 1L), trial.causes("a"));
        assertEquals(3, trial.station("agent").responses().meanSeconds(), EXACT);
        assertEquals(0, trial.station("x").arrivals());
        assertEquals(Map.of("error", 1L), trial.outcomes("agent"));
    }

    @Test
    void anOptionalCallThatFailsDegradesTheAnswerAndTheStepsGoOn() {
        Trial trial = agent(BAD + "," + service("x", "4s"), "'agent->bad':{'mode':'optional'},'agent->x':{'step':2}")
                .run();
        assertEquals(1, trial.degraded("a"));
        assertEquals(1 + 2 + 4, trial.latency("a"), EXACT);
        assertEquals(Map.of(), trial.causes("a"));
    }

    @Test
    void anAnswerBelowFullQualityDegradesTheRequest() {
        Trial trial =
                agent("'x':{'kind':'model','quality':0.9}", "'agent->x':{}").run();
        assertEquals(1, trial.degraded("a"));
    }

    @Test
    void whoDoesNotAcceptADegradedAnswerFailsOfWhatDegradedIt() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'acceptsDegraded':0.25") + ",'x':{'kind':'model','quality':0.9}", "'a->x':{}")
                .sends("a", Lab.every(0.001, 10_000))
                .run();
        assertEquals(0.25, trial.degraded("a") / 10_000.0, 4 * Math.sqrt(0.25 * 0.75 / 10_000));
        assertEquals(Map.of("x/degraded", trial.failed("a")), trial.causes("a"));
        assertEquals(trial.degraded("a"), trial.flow("a").goodput());
    }

    private static final String FALLBACKS = "'agent->bad':{'retry':{'maxAttempts':2}},"
            + "'agent->worse':{'fallbackFor':'agent->bad','order':1},'agent->last':{'fallbackFor':'agent->bad','order':2}";

    @Test
    void fallbacksAreTriedInTheirOrderUntilOneAnswers() {
        Trial trial = agent(
                        service("last", "5s") + "," + BAD + ",'worse':{'kind':'service','latency':'3s','errorRate':1}",
                        FALLBACKS)
                .run();
        assertEquals(1 + 2 * 2 + 3 + 5, trial.latency("a"), EXACT);
        assertEquals(1, trial.ok("a"));
        assertEquals(0, trial.dependency("agent->bad").fallbacks());
        assertEquals(2, trial.dependency("agent->bad").attempts());
        assertEquals(1, trial.dependency("agent->worse").fallbacks());
        assertEquals(1, trial.dependency("agent->last").fallbacks());
        assertEquals(1, trial.dependency("agent->last").calls());
    }

    @Test
    void whenAllFallbacksFailTheLastOneIsTheCause() {
        Trial trial = agent(
                        "'last':{'kind':'service','latency':'5s','errorRate':1}," + BAD
                                + ",'worse':{'kind':'service','latency':'3s','errorRate':1}",
                        FALLBACKS)
                .run();
        assertEquals(Map.of("last/error", 1L), trial.causes("a"));
    }

    @Test
    void aFallbackIsNotCalledWhileWhatItStandsInForAnswers() {
        Trial trial = agent(
                        service("good", "5s") + ",'canned':{'kind':'static','quality':0.2}",
                        "'agent->good':{'calls':3},'agent->canned':{'fallbackFor':'agent->good'}")
                .run();
        assertEquals(0, trial.dependency("agent->canned").calls());
        assertEquals(1, trial.ok("a"));
    }

    @Test
    void eachRepetitionBeginsWithThePrimaryAgain() {
        Trial trial = agent(
                        BAD + ",'canned':{'kind':'static'}",
                        "'agent->bad':{'calls':3},'agent->canned':{'fallbackFor':'agent->bad'}")
                .run();
        assertEquals(3, trial.dependency("agent->bad").calls());
        assertEquals(3, trial.dependency("agent->canned").fallbacks());
        assertEquals(1 + 3 * 2, trial.latency("a"), EXACT);
    }

    @Test
    void aFallbackOfLowerQualityDegradesTheAnswer() {
        Trial trial = agent(
                        BAD + ",'canned':{'kind':'static','quality':0.2}",
                        "'agent->bad':{},'agent->canned':{'fallbackFor':'agent->bad'}")
                .run();
        assertEquals(1, trial.degraded("a"));
        assertEquals(3, trial.latency("a"), EXACT);
        assertEquals(Map.of("ok", 1L), trial.outcomes("canned"));
    }

    @Test
    void theComponentThatFailedIsTheCauseHoweverDeepItLies() {
        Trial trial = Lab.of(
                        Lab.client("a") + "," + service("p", "1s") + "," + service("q", "1s") + "," + service("r", "1s")
                                + "," + BAD,
                        "'a->p':{},'p->q':{},'q->r':{},'r->bad':{}")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("bad/error", 1L), trial.causes("a"));
        for (String caller : new String[] {"p", "q", "r"}) {
            assertEquals(Map.of("error", 1L), trial.outcomes(caller));
        }
    }

    private static final String MODEL = "'opus':{'kind':'model','latency':{'type':'llm','timeToFirstToken':'2s',"
            + "'tokensPerSecond':40},'price':{'perMillionInputTokens':5,'perMillionOutputTokens':25,'perRequest':0.5}}";

    @Test
    void aModelTakesItsFirstTokenAndThenItsRate() {
        Trial trial = Lab.of(Lab.client("a") + "," + MODEL, "'a->opus':{}")
                .sends("a", new int[] {1000}, new int[] {300}, 0)
                .run();
        assertEquals(2 + 300 / 40.0, trial.latency("a"), EXACT);
        assertEquals(1000 * 5e-6 + 300 * 25e-6 + 0.5, trial.result().billed(), EXACT);
    }

    @Test
    void theDependencysTokensOverrideTheRequests() {
        Trial trial = agent(MODEL, "'agent->opus':{'inputTokens':2000,'outputTokens':80}")
                .sends("a", new int[] {1000}, new int[] {300}, 0)
                .run();
        assertEquals(1 + 2 + 80 / 40.0, trial.latency("a"), EXACT);
        assertEquals(2000 * 5e-6 + 80 * 25e-6 + 0.5, trial.result().billed(), EXACT);
    }

    /** A model that takes just its tokens' time: two attempts of one call, cut by a time-out or not, have the same tokens. */
    @Test
    void allAttemptsOfACallHaveTheSameTokens() {
        String model = "'opus':{'kind':'model','errorRate':1,'latency':{'type':'llm','timeToFirstToken':'0s',"
                + "'tokensPerSecond':1}}";
        String call = "'outputTokens':{'type':'uniform','min':1,'max':1000},'mode':'optional'";
        double once = agent(model, "'agent->opus':{" + call + "}").run().latency("a") - 1;
        double fiveTimes = agent(model, "'agent->opus':{" + call + ",'retry':{'maxAttempts':5}}")
                        .run()
                        .latency("a")
                - 1;
        assertEquals(Math.rint(once), once, EXACT);
        assertEquals(5 * once, fiveTimes, EXACT);
    }
}
