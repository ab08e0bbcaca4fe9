package dev.blastradius.report.finding;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Looks at runs closely, one after another, when their chapters are written: what is recorded of a run with a hundred parts takes a hundred
 * megabytes, and nobody needs two scenarios' at a time.
 */
@FunctionalInterface
public interface Looking {

    /** Looks at nothing. */
    Looking NOTHING = choice -> null;

    /** Records a replication of a run; null where it was cancelled. */
    @Nullable
    Episode at(Episodes.Choice choice);

    /**
     * Records replication {@link Episodes#REPLICATION} of each, in the calling thread.
     *
     * @param runs how many there will be, for the progress
     * @param progress hears how far all of them are, and can cancel them
     */
    static Looking recording(int runs, RunProgress progress) {
        int[] done = {0};
        return choice -> {
            double before = done[0];
            Playback playback =
                    Recorder.record(choice.spec(), choice.result().settings(), Episodes.REPLICATION, new RunProgress() {
                        @Override
                        public void report(double share) {
                            progress.report(Math.min(1, (before + share) / runs));
                        }

                        @Override
                        public boolean isCancelled() {
                            return progress.isCancelled();
                        }
                    });
            done[0]++;
            return playback == null ? null : new Episode(choice.result(), playback);
        };
    }
}
