package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.policy.Policies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That every value which something can begin with can be had: it reads, is told where it stands, and runs. */
class PublishedValuesTest {

    /** A failing provider, so that whatever a policy does about failure is done. */
    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 20}},
                "bot": {"kind": "service"},
                "llm": {"kind": "model", "latency": {"type": "exponential", "mean": "1s"}, "errorRate": 0.3} },
              "dependencies": { "users->bot": {}, "bot->llm": {} },
              "experiment": {"duration": "60s", "warmup": "0s", "replications": 1} }""";

    /** A value and what it is for. */
    record Offered(String key, ValueType<?> type, Beginning beginning) {

        @Override
        public String toString() {
            return key + ": " + (beginning.isPublished() ? beginning.name() : "harmless");
        }
    }

    static List<Offered> all() {
        List<Offered> all = new ArrayList<>();
        for (ParameterWalk.Found found : ParameterWalk.all()) {
            Parameter<?, ?> parameter = found.parameter();
            parameter.beginnings().forEach(each -> all.add(new Offered(parameter.key(), parameter.type(), each)));
            ObjectType<?> owner = found.owner();
            owner.beginnings().forEach(each -> all.add(new Offered(owner.name(), owner, each)));
        }
        return all.stream().distinct().toList();
    }

    static Stream<Offered> ofArrows() {
        Set<String> keys = new TreeSet<>(List.of("timeout", "deadline"));
        Policies.ALL.forEach(each -> keys.add(each.key()));
        return all().stream().filter(each -> keys.contains(each.key()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itIsReadAsItStands(Offered offered) {
        Problems problems = new Problems();
        assertNotNull(offered.type().read(offered.beginning().value(), JsonPath.ROOT, problems));
        assertEquals(List.of(), problems.all());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPublishedOneSaysWhatItDoesAndWhereAndWhenThatWasRead(Offered offered) {
        Beginning beginning = offered.beginning();
        if (beginning.isPublished()) {
            assertTrue(beginning.source().contains("read November 2026"), beginning.source());
            assertFalse(beginning.says().isBlank());
            assertFalse(beginning.says().endsWith("."), beginning.says());
        }
    }

    @Test
    void everyPolicyBeginsWithAPublishedValue() {
        Policies.ALL.forEach(each -> assertTrue(each.beginnings().get(0).isPublished(), each.key()));
    }

    @ParameterizedTest
    @MethodSource("ofArrows")
    void onAnArrowItIsValidWithoutAWarningAndRuns(Offered offered) {
        Model model = modelWith(offered.key(), offered.beginning().value());
        assertEquals(List.of(), ModelReader.check(model.pipeline()));
        RunSpec spec = Strategies.runSpec(model, null, Strategy.AS_DRAWN);
        RunResult result = Runner.run(spec, RunSettings.of(model.pipeline().settings()), RunProgress.NONE);
        assertNotNull(result);
        assertTrue(result.flows().get("users").requests() > 1_000);
    }

    private static Model modelWith(String key, Object value) {
        Map<?, ?> tree = (Map<?, ?>) JsonTree.read(MODEL, new Problems());
        assertNotNull(tree);
        Map<Object, Object> changed = new LinkedHashMap<>(tree);
        changed.put("dependencies", Map.of("users->bot", Map.of(), "bot->llm", Map.of(key, value)));
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(changed, JsonPath.ROOT, new Problems());
        assertNotNull(pipeline);
        return new Model(pipeline, Map.of());
    }
}
