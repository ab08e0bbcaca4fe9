package dev.blastradius.experiment.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final RunSettings SETTINGS = new RunSettings(Duration.of("10m"), Duration.of("2m"), 3, 42, 0.95, 2);

    private static final Model MODEL = model("""
            "components": {
              "users": { "kind": "client", "traffic": { "arrivals": "constant", "requestsPerSecond": 1 } },
              "app": { "kind": "service", "label": "The app", "tags": { "region": "eu" } },
              "opus": { "kind": "model", "latency": "1s", "tags": { "provider": "anthropic", "tier": "frontier" } },
              "haiku": { "kind": "model", "latency": "1s", "tags": { "provider": "anthropic", "vendor": "anthropic" } },
              "sonnet": { "kind": "model", "latency": "1s", "tags": { "provider": "anthropic" } },
              "page": { "kind": "static", "tags": { "region": "eu" } },
              "replies": { "kind": "cache", "hitRate": 0.5 }
            },
            "dependencies": { "users->app": {}, "app->replies": {}, "replies->opus": {},
              "app->page": { "fallbackFor": "app->replies" } },
            "scenarios": { "brownout": { "faults": [ { "target": "opus", "at": "3m", "errorRate": 0.5 } ] } }""");

    private static Model model(String inside) {
        ModelReader.Reading reading = ModelReader.read("{\"format\":\"blastradius/1\"," + inside + "}", null);
        if (reading.model() == null) {
            throw new AssertionError(reading.problems());
        }
        return reading.model();
    }

    private static Fault fault(Map<String, Object> effects) {
        return new Fault(Target.id(""), Duration.of("4m"), Duration.of("1m"), null, null, effects);
    }

    private static List<String> names(List<Failure> failures, Kind kind) {
        return failures.stream()
                .filter(each -> each.kind() == kind)
                .map(Failure::target)
                .toList();
    }

    private final Pipeline pipeline = MODEL.pipeline();

    @Test
    void everyComponentThatCanFailIsARowAndClientsAndStaticAnswersAreNone() {
        List<Failure> failures = Failures.of(pipeline, Failures.unavailable(SETTINGS), false);
        assertEquals(List.of("app", "opus", "haiku", "sonnet", "replies"), names(failures, Kind.COMPONENT));
    }

    @Test
    void componentsThatShareATagsValueFailTogetherOnce() {
        List<Failure> failures = Failures.of(pipeline, Failures.unavailable(SETTINGS), false);
        assertEquals(List.of("provider=anthropic"), names(failures, Kind.TAG));
        Failure provider = failures.get(failures.size() - 1);
        assertEquals(
                Map.of("provider", "anthropic"),
                provider.scenario().faults().get(0).target().tags());
    }

    @Test
    void aTagOfOneComponentThatCanFailIsNamedInItsRow() {
        List<Failure> failures = Failures.of(pipeline, Failures.unavailable(SETTINGS), false);
        assertEquals(List.of("region=eu"), failures.get(0).also());
        assertEquals(List.of("tier=frontier"), failures.get(1).also());
        assertEquals(List.of("vendor=anthropic"), failures.get(2).also());
    }

    @Test
    void dependenciesFailOnlyWhereAskedAndWhereTheFaultCanBefallThem() {
        Fault unavailable = Failures.unavailable(SETTINGS);
        assertTrue(names(Failures.of(pipeline, unavailable, false), Kind.DEPENDENCY)
                .isEmpty());
        assertEquals(
                List.copyOf(pipeline.arrows().keySet()),
                names(Failures.of(pipeline, unavailable, true), Kind.DEPENDENCY));
        Fault errors = fault(Map.of("unavailable", true, "errorRate", 0.5));
        assertTrue(names(Failures.of(pipeline, errors, true), Kind.DEPENDENCY).isEmpty());
    }

    @Test
    void onlyWhatAllEffectsCanBefallIsARow() {
        Fault cold = fault(Map.of("hitRateFactor", 0.0));
        assertEquals(List.of("replies"), names(Failures.of(pipeline, cold, true), Kind.COMPONENT));
        assertTrue(
                Failures.of(pipeline, fault(Map.of("trafficFactor", 2.0)), true).isEmpty());
    }

    @Test
    void theFaultIsAimedAtTheTargetAndOtherwiseAsGiven() {
        Failure opus =
                Failures.of(pipeline, fault(Map.of("errorRate", 0.5)), false).get(1);
        Fault aimed = opus.scenario().faults().get(0);
        assertEquals("opus", aimed.target().id());
        assertEquals(Duration.of("4m"), aimed.at());
        assertEquals(Duration.of("1m"), aimed.lasting());
        assertEquals(Map.of("errorRate", 0.5), aimed.effects());
        assertEquals("opus fails", opus.scenario().label());
    }

    @Test
    void whereNothingIsSaidATargetRefusesAllMeasuredRequests() {
        Fault fault = Failures.unavailable(SETTINGS);
        assertEquals(Duration.of("2m"), fault.at());
        assertEquals(null, fault.lasting());
        assertEquals(Map.of("unavailable", true), fault.effects());
    }

    @Test
    void aRunHasTheFailureBesideTheModelsOwnScenarios() {
        Failure app =
                Failures.of(pipeline, Failures.unavailable(SETTINGS), false).get(0);
        var spec = app.befalling(Strategies.runSpec(MODEL, "brownout", Strategy.AS_DRAWN));
        assertEquals(app.scenarioId(), spec.scenarioId());
        assertEquals(app.scenario(), spec.scenario());
        assertEquals(
                List.of("brownout", app.scenarioId()),
                List.copyOf(spec.pipeline().scenariosOrNone().keySet()));
        assertFalse(app.scenarioId().matches(Pipeline.ID_PATTERN));
    }

    @Test
    void aScenarioOfTheModelIsARowUnderItsOwnId() {
        Failure brownout = Failures.scenario(pipeline, "brownout");
        assertEquals("brownout", brownout.scenarioId());
        assertEquals(
                pipeline.scenariosOrNone(),
                brownout.befalling(Strategies.runSpec(MODEL, null, Strategy.AS_DRAWN))
                        .pipeline()
                        .scenariosOrNone());
        assertThrows(IllegalArgumentException.class, () -> Failures.scenario(pipeline, "none"));
    }
}
