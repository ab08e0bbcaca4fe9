package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.policy.Policies;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a model can say is simulated or refused. Each member of an open family needs its example here, so that a new one cannot be
 * forgotten; those without "refused" are held to their laws in the other tests of this package.
 */
class NotSimulatedTest {

    private static final String REFUSED = " refused";

    private static final Map<String, String> KINDS = Map.of(
            "client", "'traffic':{'requestsPerSecond':1}",
            "service", "'latency':'1s'",
            "model", "'latency':'1s'",
            "store", "'latency':'1s'",
            "tool", "'latency':'1s'",
            "static", "'quality':1",
            "gateway", "'routing':{'strategy':'priority'}",
            "cache", "'hitRate':0.5",
            "queue", "'consumers':1",
            "human", "'concurrency':1");

    private static final Map<String, String> POLICIES = Map.of(
            "retry", "{'maxAttempts':3}",
            "circuitBreaker", "{'slidingWindow':{'type':'count','size':50}}",
            "rateLimiter", "{'requestsPerSecond':20}",
            "throttle", "{'k':2}",
            "bulkhead", "{'maxConcurrent':50}",
            "hedge", "{'after':'2s'}");

    private static final Map<String, String> EFFECTS = Map.ofEntries(
            Map.entry("unavailable", "true"),
            Map.entry("errorRate", "0.5"),
            Map.entry("hangRate", "0.5"),
            Map.entry("latencyFactor", "2"),
            Map.entry("addedLatency", "'1s'"),
            Map.entry("capacityFactor", "0.5"),
            Map.entry("freeze", "true"),
            Map.entry("trafficFactor", "2"),
            Map.entry("latencySigma", "2"),
            Map.entry("malformedRate", "0.5"),
            Map.entry("wrongRate", "0.5"),
            Map.entry("truncatedRate", "0.5"),
            Map.entry("unauthorized", "true"),
            Map.entry("quotaFactor", "0.5"),
            Map.entry("hitRateFactor", "0.5"));

    private static final String CLIENT = "'a':{'kind':'client','traffic':{'requestsPerSecond':1}}";

    static Stream<String> kinds() {
        return Kinds.ALL.stream().map(Kind::key);
    }

    static Stream<String> policies() {
        return Policies.ALL.stream().map(Parameter::key);
    }

    static Stream<String> effects() {
        return Effects.ALL.stream().map(Effect::key);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsSimulatedOrRefused(String kind) {
        String example = Objects.requireNonNull(KINDS.get(kind), "no example of the kind " + kind);
        String calls = kind.equals("client") ? "'z->x':{},'a->x':{}" : "'a->z':{}";
        if (kind.equals("gateway") || kind.equals("cache") || kind.equals("queue")) {
            calls += ",'z->x':{}";
        }
        Lab lab = Lab.of(CLIENT + ",'x':{'kind':'service'},'z':{'kind':'" + kind + "'," + plain(example) + "}", calls);
        check(lab, example, "$.components.z.kind");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyIsSimulatedOrRefused(String policy) {
        String example = Objects.requireNonNull(POLICIES.get(policy), "no example of the policy " + policy);
        Lab lab = Lab.of(CLIENT + ",'x':{'kind':'service'}", "'a->x':{'" + policy + "':" + plain(example) + "}");
        check(lab, example, "$.dependencies[\"a->x\"]." + policy);
    }

    @ParameterizedTest
    @MethodSource("effects")
    void everyEffectIsSimulatedOrRefused(String effect) {
        String example = Objects.requireNonNull(EFFECTS.get(effect), "no example of the effect " + effect);
        boolean cache = effect.equals("hitRateFactor");
        String target = effect.equals("trafficFactor") ? "a" : "x";
        Lab lab = Lab.of(
                        CLIENT + ",'x':{'kind':'" + (cache ? "cache','hitRate':0.5" : "service'")
                                + "},'y':{'kind':'service'}",
                        "'a->x':{},'x->y':{}")
                .faults("{'target':'" + target + "','at':'1s','" + effect + "':" + plain(example) + "}");
        List<String> places = places(lab);
        String expected = "$.scenarios.outage.faults[0]." + effect;
        assertEquals(example.endsWith(REFUSED), places.contains(expected), places.toString());
    }

    @Test
    void whatOnlyARunbookBringsInHasItsPlaceThere() {
        Lab lab = Lab.of(CLIENT + ",'x':{'kind':'service'}", "'a->x':{}")
                .then("1s", "{}")
                .then(
                        "2s",
                        "{'components':{'b':{'kind':'client','traffic':{'arrivals':'recorded','file':'b.csv'}}},'dependencies':{'b->x':{}}}")
                .then("3s", "{'components':{'x':{'concurrency':1}}}");
        List<String> places = NotSimulated.problems(lab.spec("runbook")).stream()
                .map(problem -> problem.where().toString())
                .toList();
        assertEquals(List.of("$.strategies.runbook.runbook[1].patch.components.b.traffic.file"), places);
    }

    private static String plain(String example) {
        return example.replace(REFUSED, "");
    }

    private static void check(Lab lab, String example, String place) {
        assertEquals(example.endsWith(REFUSED) ? List.of(place) : List.of(), places(lab));
    }

    private static List<String> places(Lab lab) {
        return NotSimulated.problems(lab.spec("as-drawn")).stream()
                .map(Problem::where)
                .map(Object::toString)
                .toList();
    }
}
