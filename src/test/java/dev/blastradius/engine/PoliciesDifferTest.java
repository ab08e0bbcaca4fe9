package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.blastradius.model.component.Gateway;
import dev.blastradius.policy.Retry;
import dev.blastradius.testing.PolicyFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * No policy is another one under another name. The example of each, which is in its {@link PolicyFiles file}, is put on the same
 * arrow, alone, with the same requests, the same luck and the same outage, and what reaches the callee and what comes of the requests
 * differs from what it is under every other policy, and under none.
 */
class PoliciesDifferTest {

    private static final String NONE = "none";

    @Test
    void eachPolicyActsDifferentlyFromEveryOther() {
        Map<String, String> tales = new LinkedHashMap<>();
        tales.put(NONE, tale(""));
        PolicyFiles.policies().forEach(key -> tales.put(key, tale(",'" + key + "':" + PolicyFiles.example(key))));
        tales.put("timeout", tale("'timeout':'800ms'", ""));
        // Of a single attempt a deadline is a time-out; with retries it is not.
        String retry = "'retry':" + PolicyFiles.example("retry");
        tales.put("timeout and retry", tale("'timeout':'800ms'," + retry, ""));
        tales.put("deadline and retry", tale("'deadline':'800ms'," + retry, ""));
        tales.put("fallback", tale("'timeout':'2s'", ",'api->canned':{'fallbackFor':'api->llm'}"));
        differ(tales);
    }

    /** Budgets of a retry of four attempts at once. */
    @Test
    void eachBudgetActsDifferentlyFromEveryOther() {
        Map<String, String> tales = new LinkedHashMap<>();
        tales.put(NONE, tale(",'retry':{'maxAttempts':4}"));
        PolicyFiles.budgets()
                .forEach(name ->
                        tales.put(name, tale(",'retry':{'maxAttempts':4,'budget':" + PolicyFiles.example(name) + "}")));
        differ(tales);
    }

    @Test
    void eachJitterSpreadsRetriesDifferentlyFromEveryOther() {
        Map<String, String> tales = new LinkedHashMap<>();
        for (Retry.Jitter jitter : Retry.Jitter.values()) {
            String backoff = "{'initial':'200ms','jitter':'" + jitter.key() + "'}";
            tales.put(jitter.key(), tale(",'retry':{'maxAttempts':4,'backoff':" + backoff + "}"));
        }
        differ(tales);
    }

    @Test
    void eachWayOfAGatewayToChooseSendsCallsElsewhereThanEveryOther() {
        Map<String, String> tales = new LinkedHashMap<>();
        for (Gateway.Strategy strategy : Gateway.Strategy.values()) {
            Trial trial = Lab.of(
                            Lab.client("web") + ",'router':{'kind':'gateway','routing':{'strategy':'"
                                    + strategy.key() + "'}},'slow':{'kind':'model','latency':"
                                    + "{'type':'exponential','mean':'2s'}},'fast':{'kind':'model','latency':"
                                    + "{'type':'exponential','mean':'1s'}}",
                            "'web->router':{},'router->slow':{'weight':1},'router->fast':{'weight':3}")
                    .sends("web", Lab.every(0.3, 300))
                    .run();
            tales.put(
                    strategy.key(),
                    trial.station("slow").arrivals() + " and "
                            + trial.station("fast").arrivals() + ", latency " + trial.latency("web"));
        }
        differ(tales);
    }

    private static void differ(Map<String, String> tales) {
        List<Executable> pairs = new ArrayList<>();
        List<String> names = List.copyOf(tales.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (String other : names.subList(0, i)) {
                String name = names.get(i);
                pairs.add(() -> assertNotEquals(tales.get(other), tales.get(name), other + " and " + name));
            }
        }
        assertAll(pairs);
    }

    /** What reaches the callee, what it makes of it, and what comes of the requests; nothing that is counted for a policy's sake. */
    private static String tale(String policy) {
        return tale("'timeout':'2s'" + policy, "");
    }

    private static String tale(String policies, String arrows) {
        Trial trial = Lab.of(
                        Stream.of(
                                        Lab.client("web"),
                                        "'api':{'kind':'service'}",
                                        "'canned':{'kind':'static'}",
                                        "'llm':{'kind':'model','latency':{'type':'lognormal','mean':'300ms','cv':1},"
                                                + "'concurrency':8,'queue':{'capacity':10},'errorRate':0.1}")
                                .reduce((one, other) -> one + "," + other)
                                .orElseThrow(),
                        "'web->api':{},'api->llm':{" + policies + "}" + arrows)
                .sends("web", Lab.every(0.05, 2_000))
                .faults("{'target':'llm','at':'30s','for':'20s','errorRate':0.8}")
                .run();
        return "arrivals " + trial.station("llm").arrivals() + ", outcomes " + trial.outcomes("llm") + ", ok "
                + trial.ok("web") + ", latency " + trial.latency("web");
    }
}
