package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.live.LiveScript;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.sim.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A replication in which somebody breaks, mends and changes things while it goes on. */
class LiveRunLawsTest {

    private static final Duration LENGTH = Duration.of("8m");
    private static final Duration WARMUP = Duration.of("30s");
    private static final int SEEDS = 4;

    private static final List<Map<String, Object>> TROUBLES = List.of(
            Map.of("unavailable", true),
            Map.of("errorRate", 0.4),
            Map.of("latencyFactor", 5.0),
            Map.of("hangRate", 0.3),
            Map.of("malformedRate", 0.5),
            Map.of("wrongRate", 0.5),
            Map.of("unauthorized", true),
            Map.of("quotaFactor", 0.02),
            Map.of("capacityFactor", 0.3),
            Map.of("freeze", true),
            Map.of("addedLatency", Duration.of("700ms")),
            Map.of("hitRateFactor", 0.1),
            Map.of("trafficFactor", 3.0),
            Map.of("trafficFactor", 0.2));

    static Stream<Arguments> sessions() {
        return Examples.names().stream()
                .flatMap(name -> IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(name, seed)));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whatWasDoneSavedAsAScenarioGivesTheSameBitForBit(String example, int seed) {
        Model model = Examples.load(example);
        RandomStream dice = new RandomStream().start(RandomStream.mix(99, seed));
        List<String> scenarios =
                new ArrayList<>(model.pipeline().scenariosOrNone().keySet());
        String scenario = seed % 2 == 0 ? null : scenarios.get((int) (dice.uniform() * scenarios.size()));
        List<RunSpec> specs = specs(model, scenario);
        LiveRun live = new LiveRun(specs, WARMUP, LENGTH, 5, seed);
        int done = 0;
        while (!live.isOver()) {
            live.advance(live.position() + (long) (dice.uniform() * 9e9), Simulation.Watch.NONE);
            if (live.position() < LENGTH.nanos() && dice.uniform() < 0.3) {
                act(live, specs, dice);
                done++;
            }
        }
        ReplicationResult ended = live.finish();
        LiveScript script = new LiveScript(specs.get(0), live.faults(), steps(live, specs));
        ReplicationResult again = Objects.requireNonNull(
                Simulation.of(script.spec("live"), WARMUP, LENGTH).replicate(5, seed, Simulation.Watch.NONE));
        assertTrue(done > 5, "only " + done + " things were done");
        assertEquals(lines(again), lines(ended, strange(again, ended)));
        assertEquals(again.billed(), ended.billed());
        assertEquals(again.wasted(), ended.wasted());
    }

    private static List<RunSpec> specs(Model model, @Nullable String scenario) {
        List<RunSpec> specs = new ArrayList<>();
        specs.add(Strategies.runSpec(model, scenario, Strategy.AS_DRAWN));
        model.pipeline()
                .strategiesOrNone()
                .keySet()
                .forEach(strategy -> specs.add(Strategies.runSpec(model, scenario, strategy)));
        return specs;
    }

    private static List<LiveScript.Step> steps(LiveRun live, List<RunSpec> specs) {
        return live.changes().stream()
                .map(change -> new LiveScript.Step(
                        change.at(), specs.get(change.strategy()).strategyId(), live.pipeline(change)))
                .toList();
    }

    /** Parts that come with another strategy have another place: what was measured is told in the order of names. */
    private static String lines(ReplicationResult result, String... without) {
        String text = Same.of(new Trial(result), without);
        return Stream.of(text.split("\n"))
                .filter(line -> !line.startsWith("billed "))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /** What only strategies have that were not followed. */
    private static String[] strange(ReplicationResult saved, ReplicationResult live) {
        List<String> known = new ArrayList<>(List.of(saved.plan().ids));
        known.addAll(List.of(saved.plan().dependencyKeys));
        return Stream.concat(Stream.of(live.plan().ids), Stream.of(live.plan().dependencyKeys))
                .filter(id -> !known.contains(id))
                .toArray(String[]::new);
    }

    private static void act(LiveRun live, List<RunSpec> specs, RandomStream dice) {
        Pipeline pipeline = specs.get(live.strategy()).pipeline();
        double which = dice.uniform();
        if (which < 0.2) {
            live.follow((int) (dice.uniform() * specs.size()));
        } else if (which < 0.5 && !live.faults().isEmpty()) {
            Fault fault =
                    live.faults().get((int) (dice.uniform() * live.faults().size()));
            if (fault.target().id() != null) {
                live.mend(Objects.requireNonNull(fault.target().id()));
            }
        } else {
            List<String> ids = new ArrayList<>(pipeline.components().keySet());
            String id = ids.get((int) (dice.uniform() * ids.size()));
            Component component = Objects.requireNonNull(pipeline.components().get(id));
            List<Map<String, Object>> fitting = TROUBLES.stream()
                    .filter(trouble -> effect(trouble).reach().reaches(component))
                    .toList();
            if (!fitting.isEmpty()) {
                live.breakDown(Fault.Target.id(id), fitting.get((int) (dice.uniform() * fitting.size())));
            }
        }
    }

    private static Effect<?> effect(Map<String, Object> trouble) {
        return Objects.requireNonNull(Effects.of(trouble.keySet().iterator().next()));
    }

    @Test
    void aReplicationInWhichNothingIsDoneIsTheSameAsAnyOther() {
        for (String example : Examples.names()) {
            RunSpec spec = Strategies.runSpec(Examples.load(example), null, Strategy.AS_DRAWN);
            LiveRun live = new LiveRun(List.of(spec), WARMUP, LENGTH, 8, 2);
            while (!live.isOver()) {
                live.advance(live.position() + 1_234_567_890L, Simulation.Watch.NONE);
            }
            ReplicationResult planned =
                    Objects.requireNonNull(Simulation.of(spec, WARMUP, LENGTH).replicate(8, 2, Simulation.Watch.NONE));
            assertEquals(Same.of(new Trial(planned)), Same.of(new Trial(live.finish())));
        }
    }

    @Test
    void whatIsBrokenActsFromTheNextMillisecondUntilItIsMended() {
        RunSpec spec = Strategies.runSpec(Examples.load("rag-support-one-provider"), null, Strategy.AS_DRAWN);
        LiveRun live = new LiveRun(List.of(spec), Duration.ZERO, LENGTH, 1, 0);
        live.advance(60_000_000_000L, Simulation.Watch.NONE);
        String model = spec.pipeline().components().entrySet().stream()
                .filter(each -> each.getValue().kind().key().equals("model"))
                .findFirst()
                .orElseThrow()
                .getKey();
        long broken = live.breakDown(Fault.Target.id(model), new LinkedHashMap<>(Map.of("unavailable", true)));
        assertEquals(60_001_000_000L, broken);
        live.advance(120_000_000_000L, Simulation.Watch.NONE);
        assertTrue(live.mend(model));
        assertEquals(
                Duration.of("60s"), Objects.requireNonNull(live.faults().get(0).lasting()));
        live.advance(200_000_000_000L, Simulation.Watch.NONE);
        Chronicle chronicle = live.chronicle();
        int number = chronicle.components().indexOf(model);
        assertEquals(0, chronicle.get(ComponentSeries.FAULTED, number, 59));
        assertEquals(1, chronicle.get(ComponentSeries.FAULTED, number, 60));
        assertEquals(1, chronicle.get(ComponentSeries.FAULTED, number, 119));
        assertEquals(0, chronicle.get(ComponentSeries.FAULTED, number, 120));
        assertTrue(chronicle.get(ComponentSeries.FAILED, number, 90) > 0);
    }
}
