package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.IntegerType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a run is made, where the command line says it otherwise than the model file's "experiment". */
final class SettingsOptions {

    private static final int MOST_THREADS = 1_024;

    // The parser takes these as text: the model file's own rules judge them, and all at once.

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "All randomness follows from it. Default: the model's, or 42.")
    private @Nullable String seed;

    @Option(
            names = "--replications",
            paramLabel = "N",
            description = "Independent repetitions, 1 to 1000000. Default: the model's, or 10.")
    private @Nullable String replications;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "Simulated time after which no more requests arrive, with a unit (us, ms, s, m, h, d) as in"
                    + " 90m. Default: the model's, or 10m.")
    private @Nullable String duration;

    @Option(
            names = "--warmup",
            paramLabel = "TIME",
            description = "Requests that arrive before this are not measured. Default: the model's, or 0s.")
    private @Nullable String warmup;

    @Option(
            names = "--confidence",
            paramLabel = "SHARE",
            description = "The level of all intervals, 0.5 to 0.9999. Default: the model's, or 0.95.")
    private @Nullable String confidence;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Replications made at the same time, 1 to 1024; never changes a result. Default: one for"
                    + " each of the machine's cores.")
    private @Nullable String threads;

    /** What the command line says; null where it says nothing. */
    record Wanted(
            @Nullable Long seed,
            @Nullable Long replications,
            @Nullable Duration duration,
            @Nullable Duration warmup,
            @Nullable Double confidence,
            @Nullable Long threads) {

        /** The model's settings with these in their place. */
        RunSettings over(Experiment experiment, Complaints complaints) {
            RunSettings model = RunSettings.of(experiment);
            RunSettings settings = new RunSettings(
                    duration == null ? model.duration() : duration,
                    warmup == null ? model.warmup() : warmup,
                    replications == null ? model.replications() : Math.toIntExact(replications),
                    seed == null ? model.seed() : seed,
                    confidence == null ? model.confidence() : confidence,
                    threads == null ? model.threads() : Math.toIntExact(threads));
            if (settings.warmup().nanos() >= settings.duration().nanos()) {
                complaints.add(
                        warmup == null
                                ? "--duration: " + settings.duration()
                                        + " is no longer than the model's warm-up; expected more" + " than "
                                        + settings.warmup() + ", or a shorter --warmup"
                                : "--warmup: the warm-up takes the whole run; expected less than " + settings.duration()
                                        + "; found \"" + settings.warmup() + "\"");
            }
            return settings;
        }
    }

    /** Reads the values, and complains of each that is wrong. */
    Wanted read(Complaints complaints) {
        return new Wanted(
                complaints.value("--seed", seed, Experiment.SEED.type()),
                complaints.value("--replications", replications, Experiment.REPLICATIONS.type()),
                complaints.value("--duration", duration, Experiment.DURATION.type()),
                complaints.value("--warmup", warmup, Experiment.WARMUP.type()),
                complaints.value("--confidence", confidence, Experiment.CONFIDENCE.type()),
                complaints.value("--threads", threads, new IntegerType(1, MOST_THREADS)));
    }
}
