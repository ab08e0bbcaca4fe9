package dev.blastradius.model;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * How a run is made.
 *
 * @param duration arrivals stop here
 * @param warmup requests before this are not measured
 * @param replications independent repetitions
 * @param seed all randomness follows from it
 * @param confidence the level of all intervals
 */
public record Experiment(
        @Nullable Duration duration,
        @Nullable Duration warmup,
        @Nullable Long replications,
        @Nullable Long seed,
        @Nullable Double confidence) {

    public static final Experiment DEFAULT = new Experiment(null, null, null, null, null);

    public static final Parameter<Experiment, Duration> DURATION = Parameter.of(
                    "duration", new DurationType(false), Experiment::duration, "Simulated time; arrivals stop here")
            .byDefault(Duration.of("10m"))
            .ownChoice();
    public static final Parameter<Experiment, Duration> WARMUP = Parameter.of(
                    "warmup",
                    new DurationType(true),
                    Experiment::warmup,
                    "Requests that arrive before this are not measured")
            .byDefault(Duration.ZERO)
            .ownChoice();
    public static final Parameter<Experiment, Long> REPLICATIONS = Parameter.of(
                    "replications", new IntegerType(1, 1_000_000), Experiment::replications, "Independent repetitions")
            .byDefault(10L)
            .ownChoice();
    public static final Parameter<Experiment, Long> SEED = Parameter.of(
                    "seed",
                    new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE),
                    Experiment::seed,
                    "All randomness follows from it")
            .byDefault(42L)
            .ownChoice();
    public static final Parameter<Experiment, Double> CONFIDENCE = Parameter.of(
                    "confidence",
                    new NumberType(0.5, false, 0.9999, ""),
                    Experiment::confidence,
                    "The level of all intervals")
            .byDefault(0.95)
            .ownChoice();

    public static final ObjectType<Experiment> TYPE = ObjectType.of(
                    "experiment",
                    "How a run is made",
                    Experiment.class,
                    DURATION,
                    WARMUP,
                    REPLICATIONS,
                    SEED,
                    CONFIDENCE)
            .withRule((it, where, problems) -> {
                if (WARMUP.in(it).nanos() >= DURATION.in(it).nanos()) {
                    problems.error(
                            where.key("warmup"),
                            "the warm-up takes the whole run",
                            "less than " + DURATION.in(it),
                            WARMUP.in(it));
                }
            });
}
