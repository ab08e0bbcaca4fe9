package dev.blastradius.experiment.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.engine.LiveRun;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.Simulation;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.experiment.cascade.Reproduction;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was done in a live replication, as something that a model file can say. */
class LiveScriptTest {

    private static final Model MODEL = Examples.load("rag-support-one-provider");
    private static final RunSettings SETTINGS =
            RunSettings.of(MODEL.pipeline().settings()).withSpan(Duration.of("2m"), Duration.of("0s"));

    @ParameterizedTest
    @ValueSource(longs = {0, 30_500_000_000L, 59_998_000_000L, 59_999_000_000L})
    void aStrategyChosenBeforeAnythingWentWrongGoesThroughTheSameStepByStepWheneverThatWas(long nanos) {
        String strategy =
                MODEL.pipeline().strategiesOrNone().keySet().iterator().next();
        List<RunSpec> specs =
                List.of(Strategies.runSpec(MODEL, null, Strategy.AS_DRAWN), Strategies.runSpec(MODEL, null, strategy));
        LiveRun live = new LiveRun(specs, SETTINGS.warmup(), SETTINGS.duration(), SETTINGS.seed(), 0);
        live.advance(nanos, Simulation.Watch.NONE);
        live.follow(1);
        while (!live.isOver()) {
            live.advance(live.position() + 10_000_000_000L, Simulation.Watch.NONE);
        }
        List<LiveScript.Step> steps = live.changes().stream()
                .map(change -> new LiveScript.Step(change.at(), strategy, live.pipeline(change)))
                .toList();
        RunSpec script = new LiveScript(specs.get(0), live.faults(), steps).spec("again");
        Playback again = Objects.requireNonNull(Recorder.record(script, SETTINGS, 0, RunProgress.NONE));
        assertEquals(
                "",
                Reproduction.difference(
                        live.chronicle(), again.chronicle(), live.chronicle().steps()));
    }
}
