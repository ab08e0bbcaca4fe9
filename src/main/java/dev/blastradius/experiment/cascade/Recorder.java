package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.RecordedReplication;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.Simulation;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import org.jspecify.annotations.Nullable;

/** Makes one replication of a run and records what it goes through. */
public final class Recorder {

    private Recorder() {}

    /**
     * Makes it, in the calling thread. It is bit for bit the replication that a run with these settings has under that number.
     *
     * @param spec a valid model, of which {@link dev.blastradius.engine.UnreadRecordings#problems} says nothing
     * @param settings how; how many replications there are does not matter
     * @param replication its number, from 0
     * @param progress hears how far it is, and can cancel it
     * @return what it went through; null where it was cancelled
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where the model asks for more than the machine has
     */
    public static @Nullable Playback record(RunSpec spec, RunSettings settings, int replication, RunProgress progress) {
        RecordedReplication run = Simulation.of(spec, settings.warmup(), settings.duration())
                .record(settings.seed(), replication, done -> {
                    progress.report(done);
                    return !progress.isCancelled();
                });
        return run == null
                ? null
                : new Playback(
                        spec,
                        settings,
                        replication,
                        run.chronicle(),
                        run.traces(),
                        FaultWindows.of(
                                spec.pipeline(),
                                spec.scenario(),
                                settings.duration().seconds()));
    }
}
