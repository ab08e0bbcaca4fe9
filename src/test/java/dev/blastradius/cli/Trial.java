package dev.blastradius.cli;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.HandMadeArms;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.model.descriptor.Problem;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Tries command lines in this process, with streams that are kept, a clock that stands, and a simulator that knows the answer. */
final class Trial implements Simulator {

    /** A small model: one scenario, one strategy besides the drawing, and an objective of 99.5 %. */
    static final String MODEL = """
            {
              "format": "blastradius/1",
              "name": "Support assistant",
              "components": {
                "visitors": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 40 },
                              "slo": { "latency": "8s", "successRate": 0.995 } },
                "assistant": { "kind": "service" },
                "opus": { "kind": "model", "latency": "1s" }
              },
              "dependencies": { "visitors->assistant": {}, "assistant->opus": { "timeout": "30s" } },
              "scenarios": { "opus-brownout": { "label": "Opus returns errors",
                "faults": [ { "target": "opus", "at": "10m", "for": "60m", "errorRate": 0.4 } ] } },
              "strategies": { "retry": { "label": "Three tries",
                "patch": { "dependencies": { "assistant->opus": { "retry": { "maxAttempts": 3 } } } } } },
              "experiment": { "duration": "90m", "warmup": "5m", "replications": 10, "seed": 7 }
            }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** All that the simulator was asked to run. */
    final List<RunSpec> specs = new ArrayList<>();

    /** How. */
    final List<RunSettings> settings = new ArrayList<>();

    /** What the simulator says that it cannot do. */
    Function<RunSpec, List<Problem>> missing = spec -> List.of();

    /** The share of goodput that the simulator finds. */
    Function<RunSpec, Double> goodput = spec -> 0.9;

    /** What the simulator does besides. */
    Runnable meanwhile = () -> {};

    /** Whether it is cancelled. */
    boolean cancelled;

    /** So many replications of a study are done when it is interrupted; -1: it is not. */
    int done = -1;

    /** The arms that the simulator was asked to study. */
    final List<Arm> arms = new ArrayList<>();

    /** When a study was to stop. */
    Stopping stopping;

    /** Whether a study was to keep series. */
    boolean keepsSeries;

    Style style = new Style(true, false);

    static Trial of(String... args) {
        Trial trial = new Trial();
        trial.run(args);
        return trial;
    }

    int status = -1;

    Trial run(String... args) {
        status = CommandLineProgram.run(args, console(), this);
        return this;
    }

    Console console() {
        return new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                style,
                false,
                () -> 0);
    }

    @Override
    public List<Problem> unreadRecordings(RunSpec spec) {
        return missing.apply(spec);
    }

    @Override
    public RunResult run(RunSpec spec, RunSettings how, RunProgress progress) {
        specs.add(spec);
        settings.add(how);
        meanwhile.run();
        return cancelled ? null : HandMadeRun.of(spec.scenarioId(), spec.strategyId(), how, goodput.apply(spec));
    }

    @Override
    public StudyResult study(
            List<Arm> made, RunSettings how, Stopping rule, boolean keepsSeries, RunProgress progress) {
        arms.addAll(made);
        settings.add(how);
        stopping = rule;
        this.keepsSeries = keepsSeries;
        meanwhile.run();
        return cancelled ? null : HandMadeArms.of(made, how, rule, done, goodput);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
