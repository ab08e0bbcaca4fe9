package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import java.util.List;

/**
 * One replication of a run with all that was recorded of it, to be looked at moment by moment.
 *
 * @param spec what was run
 * @param settings how; its seed and the replication's number give the same again
 * @param replication its number, from 0
 * @param chronicle what it went through; grows where the replication still goes on
 * @param traces some of its requests, as of now
 * @param windows when a fault was active, as far as is known now
 */
public record Playback(
        RunSpec spec, RunSettings settings, int replication, Chronicle chronicle, Traces traces, List<Window> windows) {

    public Playback {
        windows = List.copyOf(windows);
    }

    /** How long the run lasts, in seconds. */
    public double duration() {
        return settings.duration().seconds();
    }

    /** What has been recorded of it so far, in seconds. */
    public double recorded() {
        return Math.min(duration(), chronicle.recorded() * chronicle.stepSeconds());
    }
}
