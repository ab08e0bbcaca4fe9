package dev.blastradius.cli;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.trace.TraceFiles;
import dev.blastradius.io.trace.TraceSource;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where single requests go, span by span. */
final class TraceOption {

    /** More are more than anybody looks at, and make a browser slow. */
    private static final int MOST = 400;

    @Option(
            names = "--traces",
            paramLabel = "FILE",
            description =
                    "Write a sample of single requests, span by span: at most " + MOST + ", of every outcome and of"
                            + " the whole run, of the first replication, which is made once more for them. OTLP/JSON where FILE ends in "
                            + TraceFiles.OTLP_ENDING + ", otherwise JSON that Jaeger's user interface opens.")
    private @Nullable String file;

    boolean isAsked() {
        return file != null;
    }

    /** Finds out before a long run whether the file can be written after it. */
    void check(@Nullable Path model, Complaints complaints) {
        if (file != null) {
            OutputOptions.checkFile("--traces", file, model, complaints);
        }
    }

    /**
     * Writes what was asked for.
     *
     * @return whether it could be written; what could not be was said on standard error
     */
    boolean write(Playback recorded, Console console) {
        String name = Objects.requireNonNull(file);
        RunSpec spec = recorded.spec();
        TraceSource source = new TraceSource(
                spec.pipeline().title(),
                Objects.requireNonNullElse(spec.scenarioId(), ""),
                spec.strategyId(),
                recorded.settings().seed(),
                recorded.replication());
        return OutputOptions.write(
                name, console, () -> TraceFiles.write(recorded.traces().atMost(MOST), source, Path.of(name)));
    }
}
