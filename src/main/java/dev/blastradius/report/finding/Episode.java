package dev.blastradius.report.finding;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Cascades;
import dev.blastradius.experiment.cascade.Playback;

/**
 * A run of all its replications, and one of them looked at closely.
 *
 * @param result all replications
 * @param playback one of them, recorded
 * @param cascade how damage spread in that one
 */
public record Episode(RunResult result, Playback playback, Cascade cascade) {

    /** Looks at a replication. */
    public Episode(RunResult result, Playback playback) {
        this(result, playback, Cascades.of(playback));
    }
}
