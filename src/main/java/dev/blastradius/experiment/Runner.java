package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one run, beside its twin without faults where it has any. */
public final class Runner {

    private Runner() {}

    /**
     * Runs a valid model.
     *
     * @param spec what to run; {@link dev.blastradius.engine.UnreadRecordings#problems} must be empty
     * @param settings how
     * @param progress hears how far it is, and can cancel it
     * @return the result; null where it was cancelled
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where the model asks for more than the machine has
     */
    public static @Nullable RunResult run(RunSpec spec, RunSettings settings, RunProgress progress) {
        List<RunSpec> outages = spec.scenarioId() == null ? List.of() : List.of(spec);
        Arm arm = new Arm(spec.strategyId(), spec.withoutFaults(), outages);
        StudyResult study = Study.run(List.of(arm), settings, null, true, progress);
        if (study == null || !study.isComplete()) {
            return null;
        }
        ArmResult result = study.arms().get(0);
        return outages.isEmpty() ? result.twin() : result.outages().get(0);
    }
}
