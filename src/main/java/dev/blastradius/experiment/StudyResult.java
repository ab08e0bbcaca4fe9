package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a study gave.
 *
 * @param settings how it was made; how many replications each run had is in its {@link Evidence}
 * @param arms in the order of the study
 * @param comparisons of the arms: first without faults, then by outage, for each of {@link Metric}; empty for a single arm
 * @param isComplete whether all was done that was asked for: not where it was cancelled
 */
public record StudyResult(
        RunSettings settings, List<ArmResult> arms, List<Comparison> comparisons, boolean isComplete) {

    /**
     * What an arm gave.
     *
     * @param twin without faults
     * @param outages in the order of {@link Arm#outages()}
     * @param isReference whether it is no strategy, but a bound
     */
    public record ArmResult(String id, RunResult twin, List<RunResult> outages, boolean isReference) {

        /** What a strategy gave. */
        public ArmResult(String id, RunResult twin, List<RunResult> outages) {
            this(id, twin, outages, false);
        }

        /** The run under a scenario; null where there is none, or nothing of it was done. */
        public @Nullable RunResult outage(String scenario) {
            return outages.stream()
                    .filter(run -> scenario.equals(run.scenario()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * The clairvoyant bound on the goodput under a scenario: the share of requests that some path could have answered in time, by the
     * strategy whose paths could answer most. {@link Interval#NONE} where it was not looked at.
     */
    public Interval clairvoyant(String scenario) {
        Interval most = Interval.NONE;
        for (ArmResult arm : arms) {
            RunResult run = arm.outage(scenario);
            if (run != null && run.blastRadius() != null && !arm.isReference()) {
                Interval answerable = run.blastRadius().answerable();
                most = answerable.mean() > most.mean() || Double.isNaN(most.mean()) ? answerable : most;
            }
        }
        return most;
    }

    /** The run without any protection under a scenario; null where it was not made. */
    public @Nullable RunResult noProtection(String scenario) {
        return arms.stream()
                .filter(ArmResult::isReference)
                .map(arm -> arm.outage(scenario))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
