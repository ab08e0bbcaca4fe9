package dev.blastradius.experiment;

import dev.blastradius.model.Experiment;
import dev.blastradius.model.descriptor.Duration;

/**
 * How a run is made: the model's experiment, or what the command line or the window put in its place.
 *
 * @param duration arrivals stop here
 * @param warmup requests before this are not measured; less than {@code duration}
 * @param replications independent repetitions, 1 or more
 * @param seed all randomness follows from it
 * @param confidence the level of all intervals, 0.5 to 0.9999
 * @param threads replications made at the same time, 1 or more; never affects a result
 */
public record RunSettings(
        Duration duration, Duration warmup, int replications, long seed, double confidence, int threads) {

    /** What the model file says, on all the machine's cores. */
    public static RunSettings of(Experiment experiment) {
        return new RunSettings(
                Experiment.DURATION.in(experiment),
                Experiment.WARMUP.in(experiment),
                Math.toIntExact(Experiment.REPLICATIONS.in(experiment)),
                Experiment.SEED.in(experiment),
                Experiment.CONFIDENCE.in(experiment),
                Runtime.getRuntime().availableProcessors());
    }

    /** The same with other replications. */
    public RunSettings withReplications(int count) {
        return new RunSettings(duration, warmup, count, seed, confidence, threads);
    }

    /** The same on so many threads. */
    public RunSettings withThreads(int count) {
        return new RunSettings(duration, warmup, replications, seed, confidence, count);
    }

    /** The same with another seed. */
    public RunSettings withSeed(long newSeed) {
        return new RunSettings(duration, warmup, replications, newSeed, confidence, threads);
    }

    /** The same over another span. */
    public RunSettings withSpan(Duration newDuration, Duration newWarmup) {
        return new RunSettings(newDuration, newWarmup, replications, seed, confidence, threads);
    }
}
