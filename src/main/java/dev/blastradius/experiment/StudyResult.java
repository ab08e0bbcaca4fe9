package dev.blastradius.experiment;

import java.util.List;

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
     */
    public record ArmResult(String id, RunResult twin, List<RunResult> outages) {}
}
