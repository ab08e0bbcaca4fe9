package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.policy.CircuitBreaker;
import dev.blastradius.testing.RandomModels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipelines as their strategies build them. */
class StrategiesTest {

    private static final Path FILE = Path.of("src", "test", "resources", "model", "support-assistant.blast.json");

    private static Model model() {
        Model model = ModelReader.read(FILE).model();
        assertNotNull(model);
        return model;
    }

    @Test
    void asDrawnIsThePipelineItself() {
        Pipeline pipeline = model().pipeline();
        assertSame(pipeline, Strategies.apply(pipeline, Strategy.AS_DRAWN).pipeline());
    }

    @Test
    void aFaultMayAimAtAPartThatOnlyAStrategyHas() {
        String json = """
                {"format": "blastradius/1", "components": {
                  "users": {"kind": "client", "traffic": {"arrivals": "poisson", "requestsPerSecond": 1}},
                  "bot": {"kind": "service", "latency": "20ms"}},
                 "dependencies": {"users->bot": {}},
                 "scenarios": {"standby-down": {"faults": [
                   {"target": "standby", "at": "1m", "unavailable": true},
                   {"target": "users->standby", "at": "1m", "unavailable": true},
                   {"target": "TARGET", "at": "1m", "unavailable": true}]}},
                 "strategies": {"with-standby": {"patch": {
                   "components": {"standby": {"kind": "service", "latency": "30ms"}},
                   "dependencies": {"users->standby": {"fallbackFor": "users->bot", "order": 1}}}}}}
                """;
        assertEquals(
                List.of(), ModelReader.read(json.replace("TARGET", "bot"), null).problems());
        ModelReader.Reading nowhere = ModelReader.read(json.replace("TARGET", "nowhere"), null);
        assertEquals(1, nowhere.problems().size());
        assertTrue(nowhere.problems().get(0).toString().contains("there is no such component"));
    }

    @Test
    void aPatchChangesWhatItNamesAndKeepsTheRest() {
        Pipeline before = model().pipeline();
        Pipeline after = Strategies.apply(before, "breaker-and-fallback").pipeline();
        assertNotNull(after);
        CircuitBreaker breaker = after.arrows().get("assistant->opus").policy(CircuitBreaker.class);
        assertNotNull(breaker);
        assertEquals(new CircuitBreaker.SlidingWindow.Count(50L), breaker.slidingWindow());
        assertEquals(20L, breaker.minimumCalls());
        assertEquals(before.components(), after.components());
        assertEquals(
                List.copyOf(before.arrows().keySet()),
                List.copyOf(after.arrows().keySet()));
    }

    @Test
    void anUnknownStrategyIsAProblemWithTheNearestKnownOne() {
        Strategies.Patched patched = Strategies.apply(model().pipeline(), "breaker-and-fallbck");
        assertNull(patched.pipeline());
        assertTrue(patched.problems().get(0).mend().contains("breaker-and-fallback"));
    }

    @Test
    void aRunSpecHoldsThePatchedPipelineAndTheRunbook() {
        RunSpec spec = Strategies.runSpec(model(), "opus-brownout", "breaker-and-fallback");
        assertNotNull(spec.scenario());
        assertEquals(1, spec.phases().size());
        assertEquals("breaker-and-fallback", spec.strategyId());
        assertNull(Strategies.runSpec(model(), null, Strategy.AS_DRAWN).scenario());
    }

    @Test
    void theStepsOfARunbookAddUpInTheOrderOfTheirTime() {
        Pipeline drawn = model().pipeline();
        Strategies.Patched patched = Strategies.apply(
                withRunbook(
                        drawn,
                        new RunbookStep(Duration.of("20m"), patch("assistant", "concurrency", 7L)),
                        new RunbookStep(Duration.of("10m"), patch("assistant", "errorRate", 0.25)),
                        new RunbookStep(Duration.of("20m"), patch("assistant", "concurrency", 9L))),
                "by-hand");
        assertEquals(List.of(), patched.problems());
        assertEquals(
                List.of(1, 0, 2),
                patched.phases().stream().map(RunSpec.Phase::step).toList());
        List<Station> stations = patched.phases().stream()
                .map(phase -> Objects.requireNonNull(
                        phase.pipeline().components().get("assistant").station()))
                .toList();
        assertEquals(
                List.of(400L, 7L, 9L),
                stations.stream().map(Station::concurrency).toList());
        assertEquals(
                List.of(0.25, 0.25, 0.25),
                stations.stream().map(Station::errorRate).toList());
        assertEquals(
                drawn.components(), Objects.requireNonNull(patched.pipeline()).components());
    }

    @Test
    void whatIsWrongInARunbookHasItsPlaceThere() {
        Pipeline pipeline = withRunbook(
                model().pipeline(),
                new RunbookStep(Duration.of("9m"), Tree.EMPTY),
                new RunbookStep(Duration.of("8m"), patch("assistant", "concurrency", "many")));
        Strategies.Patched patched = Strategies.apply(pipeline, "by-hand");
        assertNull(patched.pipeline());
        assertEquals(List.of(), patched.phases());
        assertEquals(
                List.of("$.strategies.by-hand.runbook[1].patch.components.assistant.concurrency"),
                patched.problems().stream()
                        .map(problem -> problem.where().toString())
                        .toList());
    }

    private static Tree patch(String component, String key, Object value) {
        return Tree.of(Map.of("components", Map.of(component, Map.of(key, value))));
    }

    private static Pipeline withRunbook(Pipeline it, RunbookStep... steps) {
        return new Pipeline(
                it.format(),
                it.name(),
                it.description(),
                it.components(),
                it.dependencies(),
                it.scenarios(),
                Map.of("by-hand", new Strategy(null, null, null, List.of(steps))),
                it.experiment(),
                it.view());
    }

    @Test
    void unknownIdsAreRefused() {
        Model model = model();
        assertThrows(IllegalArgumentException.class, () -> Strategies.runSpec(model, "no-such", Strategy.AS_DRAWN));
        assertThrows(IllegalArgumentException.class, () -> Strategies.runSpec(model, null, "no-such"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Only what a patch touches is read anew; the result is that of merging and reading the whole. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void applyingAPatchIsMergingItIntoTheWholeFile(long seed) {
        Pipeline pipeline = RandomModels.pipeline(seed);
        pipeline.strategiesOrNone().forEach((id, strategy) -> {
            Tree whole = Tree.of(BlastFormat.TYPE.pipeline().write(pipeline)).merge(strategy.patchOrEmpty());
            Problems problems = new Problems();
            Pipeline expected = BlastFormat.TYPE.pipeline().read(whole.entries(), JsonPath.ROOT, problems);
            assertFalse(problems.hasErrors(), () -> "seed " + seed + ": " + problems.all());
            assertEquals(expected, Strategies.apply(pipeline, id).pipeline());
        });
    }

    @Test
    void manyStrategiesOnABigModelShareWhatTheyDoNotTouch() {
        Map<String, Object> components = new LinkedHashMap<>();
        Map<String, Object> dependencies = new LinkedHashMap<>();
        Map<String, Object> strategies = new LinkedHashMap<>();
        components.put("web", Map.of("kind", "client", "traffic", Map.of("requestsPerSecond", 1L)));
        for (int i = 0; i < 300; i++) {
            components.put("s" + i, Map.of("kind", "service", "latency", "5ms"));
            dependencies.put(i == 0 ? "web->s0" : "s" + (i - 1) + "->s" + i, Map.of());
        }
        for (int i = 0; i < 20; i++) {
            Map<String, Object> change = Map.of("s" + i, Map.of("concurrency", 4L));
            strategies.put("more-" + i, Map.of("patch", Map.of("components", change)));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", Pipeline.FORMAT);
        tree.put("components", components);
        tree.put("dependencies", dependencies);
        tree.put("strategies", strategies);
        ModelReader.Reading reading = ModelReader.read(JsonPrinter.print(tree), null);
        assertEquals(List.<Problem>of(), reading.problems());
        assertNotNull(reading.model());
        Pipeline drawn = reading.model().pipeline();
        Pipeline patched = Strategies.apply(drawn, "more-7").pipeline();
        assertNotNull(patched);
        assertSame(drawn.components().get("s8"), patched.components().get("s8"));
        assertSame(drawn.arrows(), patched.arrows());
    }
}
