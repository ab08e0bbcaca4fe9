package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.metrics.LatencyHistogram;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad answers, revoked credentials, cut quotas and uneven providers. */
class EffectLawsTest {

    private static final double EXACT = 1e-9;

    /** A request each second from 0 s on, 100 of them, to an agent that asks a model of 2 s, which looks something up. */
    private static Lab agent(String call) {
        return Lab.of(
                        Lab.client("a")
                                + ",'agent':{'kind':'service'},'m':{'kind':'model','latency':'2s','price':{'perRequest':1}},"
                                + "'s':{'kind':'store'},'backup':{'kind':'model','latency':'1s','quality':0.5}",
                        "'a->agent':{},'agent->m':{" + call + "},'m->s':{}")
                .sends("a", Lab.every(1, 100));
    }

    private static Trial agent(String call, String fault) {
        return agent(call)
                .faults("{'target':'m','at':'10s','for':'20s'," + fault + "}")
                .run();
    }

    private static double deviation(double share, int count) {
        return 4 * Math.sqrt(share * (1 - share) / count);
    }

    @Test
    void withoutCredentialsNobodyIsAnsweredAndNobodyTriesAgain() {
        Trial trial = agent("'retry':{'maxAttempts':3}", "'unauthorized':true");
        assertEquals(Map.of("m/unauthorized", 20L), trial.causes("a"));
        assertEquals(100, trial.dependency("agent->m").attempts());
        assertEquals(80, trial.station("m").completions());
        assertEquals(80, trial.result().billed(), EXACT);
    }

    @Test
    void aMalformedAnswerTakesItsTimeAndIsFoundUselessAtTheEnd() {
        // Answers given from 10 s to 30 s: those of the requests of 8 s to 27 s.
        Trial trial = agent("", "'malformedRate':1");
        assertEquals(Map.of("m/malformed", 20L), trial.causes("a"));
        assertEquals(100, trial.station("s").arrivals());
        assertEquals(2, trial.station("m").responses().meanSeconds(), EXACT);
        assertEquals(100, trial.result().billed(), EXACT);
        assertEquals(20, trial.result().wasted(), EXACT);
    }

    @Test
    void aMalformedAnswerIsAskedForAgain() {
        Trial trial = agent("'retry':{'maxAttempts':5,'retryOn':['malformed']}", "'malformedRate':0.5");
        assertEquals(100, trial.ok("a"));
        double wasted = (double) trial.dependency("agent->m").retries();
        assertEquals(wasted, trial.result().wasted(), EXACT);
    }

    @Test
    void aWrongAnswerIsNoticedByNobodyAndCountsAsNoGoodput() {
        Trial trial = agent("'retry':{'maxAttempts':3}", "'wrongRate':1");
        assertEquals(100, trial.ok("a"));
        assertEquals(20, trial.flow("a").wrong());
        assertEquals(80, trial.flow("a").goodput());
        assertEquals(Map.of("ok", 100L), trial.outcomes("m"));
        assertEquals(0, trial.result().wasted(), EXACT);
    }

    @Test
    void aWrongAnswerMakesWrongWhateverIsMadeOfIt() {
        Trial trial = agent("")
                .faults("{'target':'s','at':'10s','for':'20s','wrongRate':1}")
                .run();
        assertEquals(20, trial.flow("a").wrong());
    }

    @Test
    void anOptionalAnswerThatIsWrongMisleadsToo() {
        Trial trial = agent("'mode':'optional'", "'wrongRate':1");
        assertEquals(20, trial.flow("a").wrong());
    }

    @Test
    void aWrongAnswerThatNobodyUsesMakesNothingWrong() {
        // What m looks up is wrong, and then m's own answer is useless: the request gets neither.
        Trial trial = agent("'mode':'optional'")
                .faults("{'target':'s','at':'0s','wrongRate':1},{'target':'m','at':'0s','malformedRate':1}")
                .run();
        assertEquals(0, trial.flow("a").wrong());
        assertEquals(100, trial.degraded("a"));
    }

    @Test
    void whatIsMalformedIsNotWrongAsWell() {
        Trial trial = agent("", "'malformedRate':1,'wrongRate':1");
        assertEquals(0, trial.flow("a").wrong());
        assertEquals(20, trial.failed("a"));
    }

    @Test
    void badAnswersOfSeveralFaultsAreIndependentEvents() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", Lab.every(0.001, 20_000))
                .faults("{'target':'x','at':'0s','malformedRate':0.5,'wrongRate':0.4},"
                        + "{'target':'x','at':'0s','malformedRate':0.2}")
                .run();
        double malformed = 1 - 0.5 * 0.8;
        assertEquals(malformed, trial.failed("a") / 20_000.0, deviation(malformed, 20_000));
        double wrong = (1 - malformed) * 0.4;
        assertEquals(wrong, trial.flow("a").wrong() / 20_000.0, deviation(wrong, 20_000));
    }

    @Test
    void aTruncatedAnswerBreaksOffAnywhereAndCallsNobody() {
        Trial trial = agent("", "'truncatedRate':1");
        assertEquals(Map.of("m/truncated", 20L), trial.causes("a"));
        assertEquals(80, trial.station("s").arrivals());
        double cut = 100 * trial.station("m").responses().meanSeconds() - 80 * 2;
        assertEquals(20 * 1, cut, 4 * 2 * Math.sqrt(20 / 12.0));
    }

    @Test
    void aTruncatedStreamTakesTheTimeOfItsTokensAndIsBilledForThem() {
        int count = 2_000;
        Trial trial = Lab.of(
                        Lab.client("a", ",'inputTokens':1000,'outputTokens':1000")
                                + ",'m':{'kind':'model','latency':{'type':'llm','timeToFirstToken':'1s','tokensPerSecond':100},"
                                + "'price':{'perMillionInputTokens':1,'perMillionOutputTokens':10,'perRequest':0.5}}",
                        "'a->m':{}")
                .sends("a", Lab.every(0.01, count))
                .faults("{'target':'m','at':'0s','truncatedRate':1}")
                .run();
        double response = trial.station("m").responses().meanSeconds();
        assertEquals(1 + 10 * 0.5, response, 4 * 10 * Math.sqrt(1 / 12.0 / count));
        // By the time that it took, each knows how many tokens it gave.
        double tokens = (response - 1) * 100 * count;
        assertEquals(count * (0.5 + 0.001) + tokens * 1e-5, trial.result().billed(), 1e-5);
        assertEquals(trial.result().billed(), trial.result().wasted(), 1e-6);
    }

    @Test
    void whatBrokeOffIsNoErrorAsWell() {
        Trial trial = agent("", "'truncatedRate':1,'errorRate':1");
        assertEquals(20L, trial.causes("a").get("m/truncated"));
    }

    private static Lab limited(double... times) {
        return Lab.of(Lab.client("a") + ",'x':{'kind':'model','rateLimit':{'requestsPerMinute':60}}", "'a->x':{}")
                .sends("a", times);
    }

    @Test
    void aQuotaFactorScalesRateAndSizeOfTheLimits() {
        // Half of 60 at once, and one more after two seconds.
        double[] times = Lab.every(0, 61);
        times[59] = 1.9;
        times[60] = 2;
        Trial trial = limited(times)
                .faults("{'target':'x','at':'0s','quotaFactor':0.5}")
                .run();
        assertEquals(31, trial.ok("a"));
        Trial more = limited(Lab.every(0, 200))
                .faults("{'target':'x','at':'0s','quotaFactor':2}")
                .run();
        assertEquals(60, more.ok("a"), "a larger bucket is not fuller at once");
    }

    @Test
    void whatASmallerQuotaTookAwayComesBackAtTheUsualRate() {
        double[] times = Lab.every(0, 120);
        for (int i = 0; i < 120; i++) {
            times[i] = i < 60 ? 20 : 25;
        }
        Trial trial = limited(times)
                .faults("{'target':'x','at':'10s','for':'10s','quotaFactor':0.5}")
                .run();
        assertEquals(30 + 5, trial.ok("a"));
    }

    @Test
    void anExhaustedQuotaRefusesEverythingAndDoesNotComeBackInItsWindow() {
        Trial trial = limited(5, 10, 19.5, 20.5, 21)
                .faults("{'target':'x','at':'10s','for':'10s','quotaFactor':0}")
                .run();
        assertEquals(Map.of("x/rateLimited", 3L), trial.causes("a"));
        assertEquals(2, trial.ok("a"));
    }

    @Test
    void aQuotaThatFallsAlongARampFillsByTheAreaUnderIt() {
        // Emptied at 0 s; by 9 s it has filled by 9 − 9²/20 = 4.95.
        double[] times = Lab.every(0, 70);
        for (int i = 60; i < 70; i++) {
            times[i] = 9;
        }
        Trial trial = limited(times)
                .faults("{'target':'x','at':'0s','for':'20s','ramp':'10s','quotaFactor':0}")
                .run();
        assertEquals(60 + 4, trial.ok("a"));
    }

    @Test
    void aRefusalForWantOfQuotaSaysWhenToComeBackUnlessThereIsNone() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','rateLimit':{'requestsPerMinute':60}}",
                        "'a->x':{'retry':{'maxAttempts':2,'honourRetryAfter':true,'backoff':{'initial':'1s','jitter':'none'}}}")
                .sends("a", Lab.every(0, 31));
        Trial half = lab.faults("{'target':'x','at':'0s','quotaFactor':0.5}").run();
        assertEquals(31, half.ok("a"));
        assertEquals(2.0 / 31, half.latency("a"), EXACT);
        Trial none = lab.faults("{'target':'x','at':'0s','for':'500ms','quotaFactor':0}")
                .run();
        // All come back after the backoff of 1 s; by then half a token has come back.
        assertEquals(31, none.failed("a"));
        assertEquals(62, none.dependency("a->x").attempts());
    }

    @Test
    void anExhaustedQuotaRefusesAlsoWhereThereIsNoLimit() {
        Trial trial = agent("", "'quotaFactor':0");
        assertEquals(Map.of("m/rateLimited", 20L), trial.causes("a"));
    }

    private static LatencyHistogram spread(String latency, String fault) {
        Lab lab = Lab.of(
                        Lab.client("a", ",'outputTokens':1000") + ",'x':{'kind':'model','latency':" + latency + "}",
                        "'a->x':{}")
                .sends("a", Lab.every(0.001, 10_000));
        return (fault.isEmpty() ? lab : lab.faults("{'target':'x','at':'0s','latencySigma':" + fault + "}"))
                .run()
                .station("x")
                .responses();
    }

    @Test
    void aFactorOnSigmaKeepsTheMedianAndScalesTheLogarithmsDistanceFromIt() {
        String latency = "{'type':'lognormal','median':'1s','sigma':0.4}";
        LatencyHistogram calm = spread(latency, "");
        LatencyHistogram wild = spread(latency, "2.5");
        for (double p : new double[] {0.1, 0.5, 0.9, 0.99}) {
            assertEquals(
                    Math.pow(calm.quantileSeconds(p), 2.5), wild.quantileSeconds(p), 0.005 * wild.quantileSeconds(p));
        }
    }

    @Test
    void aFactorOfNoughtOnSigmaLeavesTheMedianAlone() {
        LatencyHistogram still = spread("{'type':'lognormal','median':'1s','p99':'9s'}", "0");
        assertEquals(1, still.quantileSeconds(0.001), 1e-3);
        assertEquals(1, still.quantileSeconds(0.999), 1e-3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'mixture','of':[{'weight':1,'distribution':{'type':'lognormal','median':'1s','sigma':0.4}}]}",
                "{'type':'llm','timeToFirstToken':{'type':'lognormal','median':'1s','sigma':0.4},'tokensPerSecond':1000000}"
            })
    void sigmaIsFoundInMixturesAndInAModelsFirstToken(String latency) {
        LatencyHistogram calm = spread(latency, "");
        LatencyHistogram wild = spread(latency, "2");
        double p99 = calm.quantileSeconds(0.99);
        assertEquals(p99 * p99, wild.quantileSeconds(0.99), 0.01 * p99 * p99);
    }

    @Test
    void factorsOnSigmaMultiplyAndOneChangesNothing() {
        String latency = "{'type':'lognormal','median':'1s','sigma':0.4}";
        assertEquals(spread(latency, "").meanSeconds(), spread(latency, "1").meanSeconds(), 0);
        LatencyHistogram twice = spread(latency, "2},{'target':'x','at':'0s','latencySigma':1.5");
        assertEquals(spread(latency, "3").meanSeconds(), twice.meanSeconds(), 1e-9);
    }

    @Test
    void sigmaMeansNothingToWhatIsNotLognormal() {
        String latency = "{'type':'exponential','mean':'1s'}";
        assertEquals(spread(latency, "").meanSeconds(), spread(latency, "5").meanSeconds(), 0);
    }

    @Test
    void allEffectsAtOnceAreExactlyUndone() {
        Lab lab = Lab.of(
                        Lab.client("a", ",'inputTokens':100,'outputTokens':100")
                                + ",'c':{'kind':'cache','tags':{'all':'yes'},'hitRate':0.5},"
                                + "'m':{'kind':'model','tags':{'all':'yes'},'concurrency':20,'rateLimit':{'requestsPerMinute':6000},"
                                + "'latency':{'type':'lognormal','median':'200ms','sigma':0.4},'price':{'perRequest':1}}",
                        "'a->c':{'timeout':'2s'},'c->m':{'timeout':'1s','retry':{'maxAttempts':2}}")
                .sends("a", Lab.every(0.1, 4_000))
                .warmup("200s")
                .lasting("400s");
        Trial calm = lab.run();
        String every = "'target':{'all':'yes'},'at':'10s','for':'100s',";
        Trial after = lab.faults("{" + every + "'ramp':'20s','malformedRate':0.3,'wrongRate':0.3,'truncatedRate':0.3,"
                        + "'latencySigma':2,'quotaFactor':0.01,'hitRateFactor':0.1,'errorRate':0.2,'hangRate':0.2},"
                        + "{" + every + "'flap':{'on':'3s','off':'7s'},'unauthorized':true},"
                        + "{" + every
                        + "'flap':{'on':'1s','off':'4s'},'freeze':true,'latencyFactor':3,'addedLatency':'1s',"
                        + "'capacityFactor':0.2},"
                        + "{'target':'c->m','at':'10s','for':'100s','hangRate':0.4,'addedLatency':'1s'},"
                        + "{'target':'a','at':'10s','for':'100s','trafficFactor':2}")
                .run();
        assertEquals(Same.of(calm), Same.of(after));
    }
}
