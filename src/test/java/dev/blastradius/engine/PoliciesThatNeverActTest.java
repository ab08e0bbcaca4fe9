package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.blastradius.testing.PolicyFiles;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A policy with nothing to do changes nothing, to the last bit: no request, no time, no random draw. So what two strategies differ in
 * is what their policies did, and not that they are there.
 */
class PoliciesThatNeverActTest {

    /** Each policy with bounds that nothing comes near, all of them together, and what else can stand on a dependency and do nothing. */
    static Stream<String> idle() {
        List<String> policies = PolicyFiles.policies().stream()
                .map(key -> "'" + key + "':" + PolicyFiles.idle(key))
                .toList();
        Stream<String> others = Stream.of(
                String.join(",", policies),
                "'timeout':'24h'",
                "'deadline':'24h'",
                "'network':'0s'",
                "'probability':1",
                "'retry':{'maxAttempts':1,'budget':{'type':'tokenBucket'}}",
                "'retry':{'maxAttempts':1,'budget':{'type':'throttling'}}");
        return Stream.concat(policies.stream(), others);
    }

    @ParameterizedTest
    @MethodSource("idle")
    void aPolicyThatNeverActsChangesNothing(String policy) {
        // A hedge also follows a failure at once: it has nothing to do where nothing fails.
        double errorRate = policy.contains("hedge") ? 0 : 0.1;
        assertEquals(
                Same.of(lab("", errorRate).run()),
                Same.of(lab(policy, errorRate).run()));
    }

    @Test
    void aPolicyThatActsDoesChangeSomething() {
        assertNotEquals(
                Same.of(lab("", 0.1).run()),
                Same.of(lab("'bulkhead':{'maxConcurrent':20}", 0.1).run()));
    }

    /** The first request is answered before the others come: as long as nothing was accepted, a throttle does act. */
    private static Lab lab(String policies, double errorRate) {
        double[] at = new double[2000];
        for (int i = 1; i < at.length; i++) {
            at[i] = 10 + 0.04 * i;
        }
        return Lab.of(
                        Lab.client("a", ",'outputTokens':{'type':'lognormal','median':100,'p99':400}")
                                + ",'s':{'kind':'service','instances':1,'latency':{'type':'exponential','mean':'100ms'}},"
                                + "'x':{'kind':'model','concurrency':30,'price':{'perMillionOutputTokens':5},'errorRate':"
                                + errorRate + ","
                                + "'latency':{'type':'llm','timeToFirstToken':{'type':'exponential','mean':'300ms'},"
                                + "'tokensPerSecond':200}},'y':{'kind':'static','quality':0.5}",
                        "'a->s':{},'s->x':{" + policies + "},'s->y':{'fallbackFor':'s->x'}")
                .sends("a", at);
    }
}
