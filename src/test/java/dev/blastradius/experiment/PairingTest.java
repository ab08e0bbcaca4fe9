package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two pipelines see the same users, the same requests and the same bad luck, also where one has parts that the other has not. */
class PairingTest {

    private static final String FURTHER = "{'format':'blastradius/1','name':'Further','components':{"
            + "'zz-users':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':3}},"
            + "'zz':{'kind':'service','concurrency':2,'latency':{'type':'exponential','mean':'300ms'}},"
            + "'zz-canned':{'kind':'static','quality':0.1}},"
            + "'dependencies':{'zz-users->zz':{'timeout':'1s','retry':{'maxAttempts':2}}}}";

    static List<String> examples() {
        return Examples.names();
    }

    private static RunResult run(Pipeline pipeline, Model of, String scenario) {
        Model model = new Model(pipeline, of.recordings());
        RunSettings settings = RunSettings.of(model.pipeline().settings())
                .withReplications(2)
                .withSpan(Duration.of("12m"), Duration.of("1m"));
        return Objects.requireNonNull(
                Runner.run(Strategies.runSpec(model, scenario, Strategy.AS_DRAWN), settings, RunProgress.NONE));
    }

    private static Pipeline with(Pipeline pipeline, Map<String, Dependency> arrows) {
        Model further = Objects.requireNonNull(
                ModelReader.read(FURTHER.replace('\'', '"'), null).model());
        Map<String, Component> components = new LinkedHashMap<>();
        // One in front of all, the others after them: places in the file do not matter either.
        components.put(
                "zz", Objects.requireNonNull(further.pipeline().components().get("zz")));
        components.putAll(pipeline.components());
        components.putAll(further.pipeline().components());
        Map<String, Dependency> all = new LinkedHashMap<>(further.pipeline().arrows());
        all.putAll(pipeline.arrows());
        all.putAll(arrows);
        return pipeline.withComponents(components).withDependencies(all);
    }

    private static String scenario(Model model) {
        return model.pipeline().scenariosOrNone().keySet().iterator().next();
    }

    /** All of a result but what the parts added say; a fallback is no part of what the others did. */
    private static void assertSame(RunResult one, RunResult more) {
        one.flows().forEach((id, flow) -> assertEquals(flow, more.flows().get(id), id));
        one.components().forEach((id, it) -> assertEquals(it, more.components().get(id), id));
        one.dependencies()
                .forEach((id, it) -> assertEquals(it, more.dependencies().get(id), id));
        one.series()
                .flows()
                .forEach((id, it) -> assertEquals(it, more.series().flows().get(id), id));
        one.series()
                .components()
                .forEach((id, it) -> assertEquals(it, more.series().components().get(id), id));
        one.series()
                .dependencies()
                .forEach((id, it) ->
                        assertEquals(it, more.series().dependencies().get(id), id));
        BlastRadius radius = Objects.requireNonNull(one.blastRadius());
        BlastRadius moreRadius = Objects.requireNonNull(more.blastRadius());
        radius.clients()
                .forEach((id, it) -> assertEquals(it, moreRadius.clients().get(id), id));
        radius.series().forEach((id, it) -> assertEquals(it, moreRadius.series().get(id), id));
        assertEquals(one.cost().total(), more.cost().total());
        assertEquals(one.cost().wasted(), more.cost().wasted());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anUnconnectedPartChangesNoOtherNumberByOneBit(String example) {
        Model model = Examples.load(example);
        String scenario = scenario(model);
        RunResult plain = run(model.pipeline(), model, scenario);
        assertSame(plain, run(with(model.pipeline(), Map.of()), model, scenario));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aFallbackThatNeverFiresChangesNoOtherNumberByOneBit(String example) {
        Model model = Examples.load(example);
        String scenario = scenario(model);
        RunResult plain = run(model.pipeline(), model, scenario);
        Map<String, Dependency> fallbacks = new LinkedHashMap<>();
        plain.dependencies().forEach((key, dependency) -> {
            Dependency arrow = Objects.requireNonNull(model.pipeline().arrows().get(key));
            String from = Pipeline.from(key);
            if (!arrow.isFallback() && neverFailed(plain, key, dependency)) {
                fallbacks.put(
                        from + "->zz-canned",
                        new Dependency(Call.DEFAULT, new Fallback(key, null, null, null), Map.of()));
            }
        });
        assertTrue(!fallbacks.isEmpty(), "an arrow over which nothing failed");
        RunResult more = run(with(model.pipeline(), fallbacks), model, scenario);
        fallbacks
                .keySet()
                .forEach(key -> assertEquals(
                        0, Objects.requireNonNull(more.dependencies().get(key)).attempts(), key));
        assertSame(plain, more);
    }

    private static boolean neverFailed(RunResult run, String key, DependencyResult dependency) {
        double[] failures = Objects.requireNonNull(run.series().dependencies().get(key))
                .failures()
                .toArray();
        double sum = 0;
        for (double failure : failures) {
            sum += failure;
        }
        return sum == 0 && dependency.calls() > 0 && dependency.calls() == dependency.attempts();
    }

    @Test
    void pairingSavesMostOfTheVarianceOfADifference() {
        Model model = Examples.load("rag-support-two-providers");
        RunSettings settings = RunSettings.of(model.pipeline().settings())
                .withReplications(10)
                .withSpan(Duration.of("15m"), Duration.of("1m"));
        StudyResult study = Objects.requireNonNull(Study.run(
                Strategies.arms(model, List.of("anthropic-errors"), List.of(Strategy.AS_DRAWN, "fail-over-sooner")),
                settings,
                null,
                false,
                RunProgress.NONE));
        assertTrue(saved(study, null, Metric.LATENCY_P99) > 0.9);
        assertTrue(saved(study, "anthropic-errors", Metric.COST) > 0.8);
        assertTrue(saved(study, "anthropic-errors", Metric.GOODPUT) > 0.4);
    }

    private static double saved(StudyResult study, @Nullable String scenario, Metric metric) {
        return study.comparisons().stream()
                .filter(each -> Objects.equals(each.scenario(), scenario) && each.metric() == metric)
                .map(each -> Objects.requireNonNull(each.pair(Strategy.AS_DRAWN, "fail-over-sooner")))
                .mapToDouble(Pair::varianceSaved)
                .findFirst()
                .orElseThrow();
    }
}
