package dev.blastradius.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.Simulation;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.metrics.Tally;
import dev.blastradius.model.Pipeline;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/** Makes each run that the cases ask for once, with the length, the replications and the seed that its model file says. */
final class Runs {

    private static final Path FOLDER = Path.of("src", "test", "resources", "validation");

    private final Map<Run, RunResult> results = new HashMap<>();
    private final Map<Run, List<Map<String, Double>>> looks = new HashMap<>();

    /** A model under a scenario as a strategy builds it. */
    record Run(String model, @Nullable String scenario, String strategy) {

        RunSpec spec() {
            ModelReader.Reading reading = ModelReader.read(FOLDER.resolve(model + ".blast.json"));
            assertEquals(List.of(), reading.problems(), model);
            RunSpec spec = Strategies.runSpec(Objects.requireNonNull(reading.model()), scenario, strategy);
            assertEquals(List.of(), UnreadRecordings.problems(spec), model);
            return spec;
        }
    }

    /** What the program itself says of a run. */
    RunResult result(Run run) {
        return results.computeIfAbsent(run, key -> {
            RunSpec spec = key.spec();
            // Not beside its twin: the published results do not ask for it, and it takes half of the time.
            Arm alone = new Arm(spec.strategyId(), spec, List.of());
            return Objects.requireNonNull(
                            Study.run(List.of(alone), settings(spec.pipeline()), null, true, RunProgress.NONE))
                    .arms()
                    .get(0)
                    .twin();
        });
    }

    private static RunSettings settings(Pipeline pipeline) {
        return RunSettings.of(Objects.requireNonNull(pipeline.experiment()));
    }

    /** The mean over replications, with its interval, of what the program's result does not say. */
    Interval look(Run run, String name) {
        List<Map<String, Double>> values = looks.computeIfAbsent(run, key -> look(key.spec()));
        Tally tally = new Tally();
        values.forEach(value -> tally.add(Objects.requireNonNull(value.get(name), name)));
        double confidence = settings(run.spec().pipeline()).confidence();
        double quantile = new TDistribution(null, (double) (tally.count() - 1))
                .inverseCumulativeProbability((1 + confidence) / 2);
        double half = quantile * tally.standardDeviation() / Math.sqrt((double) tally.count());
        return new Interval(tally.mean(), tally.mean() - half, tally.mean() + half);
    }

    private static List<Map<String, Double>> look(RunSpec spec) {
        RunSettings settings = settings(spec.pipeline());
        Simulation simulation = Simulation.of(spec, settings.warmup(), settings.duration());
        Map<String, ToDoubleFunction<ReplicationResult>> wanted = Looks.at(spec);
        return IntStream.range(0, settings.replications())
                .parallel()
                .mapToObj(number -> {
                    ReplicationResult replication = Objects.requireNonNull(
                            simulation.replicate(settings.seed(), number, Simulation.Watch.NONE));
                    Map<String, Double> values = new HashMap<>();
                    wanted.forEach((name, value) -> values.put(name, value.applyAsDouble(replication)));
                    return values;
                })
                .toList();
    }
}
