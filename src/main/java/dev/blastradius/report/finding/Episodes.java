package dev.blastradius.report.finding;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which runs of a comparison are looked at closely: under each scenario the baseline and the strategy with the most goodput, so that what the
 * better one does otherwise can be seen. A report of all runs would be read by nobody, and take as long as they did.
 */
public final class Episodes {

    /** So many runs are looked at and no more. */
    public static final int MOST = 24;

    /** The replication that is looked at, from 0: the same for all, so that they can be compared. */
    public static final int REPLICATION = 0;

    private Episodes() {}

    /** A run to be looked at. */
    public record Choice(RunSpec spec, RunResult result) {}

    /**
     * The runs to be looked at.
     *
     * @param baseline the strategy that others are set against
     * @return scenario by scenario in the order of the study, the baseline first, at most {@link #MOST}; the baseline without faults where there
     *     is no scenario
     */
    public static List<Choice> of(List<Arm> arms, StudyResult study, String baseline) {
        List<Choice> choices = new ArrayList<>();
        List<RunSpec> outages = arms.get(0).outages();
        if (outages.isEmpty()) {
            Arm arm = arm(arms, baseline);
            ArmResult result = result(study, baseline);
            if (arm != null && result != null) {
                choices.add(new Choice(arm.twin(), result.twin()));
            }
        }
        for (RunSpec outage : outages) {
            String scenario = Objects.requireNonNull(outage.scenarioId());
            add(arms, study, scenario, baseline, choices);
            String best = best(study, scenario);
            if (best != null && !best.equals(baseline)) {
                add(arms, study, scenario, best, choices);
            }
        }
        return List.copyOf(choices.subList(0, Math.min(MOST, choices.size())));
    }

    /** The strategy with the most goodput under a scenario, established or not; null where none was measured. */
    public static @Nullable String best(StudyResult study, String scenario) {
        for (Comparison comparison : study.comparisons()) {
            if (comparison.metric() == Metric.GOODPUT
                    && scenario.equals(comparison.scenario())
                    && comparison.best() != null) {
                return comparison.best();
            }
        }
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (ArmResult arm : study.arms()) {
            RunResult run = arm.isReference() ? null : arm.outage(scenario);
            if (run != null && run.totals().goodput().mean() > most) {
                most = run.totals().goodput().mean();
                best = arm.id();
            }
        }
        return best;
    }

    private static void add(List<Arm> arms, StudyResult study, String scenario, String strategy, List<Choice> choices) {
        Arm arm = arm(arms, strategy);
        ArmResult results = result(study, strategy);
        RunResult result = results == null ? null : results.outage(scenario);
        if (arm == null || result == null) {
            return;
        }
        for (RunSpec spec : arm.outages()) {
            if (scenario.equals(spec.scenarioId())) {
                choices.add(new Choice(spec, result));
            }
        }
    }

    private static @Nullable Arm arm(List<Arm> arms, String id) {
        return arms.stream()
                .filter(arm -> arm.id().equals(id) && !arm.isReference())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable ArmResult result(StudyResult study, String id) {
        return study.arms().stream()
                .filter(arm -> arm.id().equals(id) && !arm.isReference())
                .findFirst()
                .orElse(null);
    }
}
