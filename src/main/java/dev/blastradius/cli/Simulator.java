package dev.blastradius.cli;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What runs a pipeline, for the commands. */
interface Simulator {

    /** The recorded arrivals that a run needs and that have not been read; empty where none are missing. */
    List<Problem> unreadRecordings(RunSpec spec);

    /** Runs it; null where it was cancelled. */
    @Nullable
    RunResult run(RunSpec spec, RunSettings settings, RunProgress progress);

    /** Makes a study, as {@link Study#run} does; null where it was cancelled before the first run was done. */
    @Nullable
    StudyResult study(
            List<Arm> arms,
            RunSettings settings,
            @Nullable Stopping stopping,
            boolean keepsSeries,
            RunProgress progress);

    /** Records one replication of a run, as {@link Recorder#record} does; null where it was cancelled. */
    default @Nullable Playback record(RunSpec spec, RunSettings settings, int replication, RunProgress progress) {
        return Recorder.record(spec, settings, replication, progress);
    }

    /** The program's own. */
    static Simulator ofProgram() {
        return new Simulator() {
            @Override
            public List<Problem> unreadRecordings(RunSpec spec) {
                return UnreadRecordings.problems(spec);
            }

            @Override
            public @Nullable RunResult run(RunSpec spec, RunSettings settings, RunProgress progress) {
                return Runner.run(spec, settings, progress);
            }

            @Override
            public @Nullable StudyResult study(
                    List<Arm> arms,
                    RunSettings settings,
                    @Nullable Stopping stopping,
                    boolean keepsSeries,
                    RunProgress progress) {
                return Study.run(arms, settings, stopping, keepsSeries, progress);
            }
        };
    }
}
