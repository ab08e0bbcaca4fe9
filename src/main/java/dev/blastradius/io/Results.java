package dev.blastradius.io;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is written of an experiment.
 *
 * @param model what the model is called
 * @param runs one or more, all made with the same seed and confidence
 * @param comparisons of the runs' strategies; empty where there is one strategy only
 * @param bounds of the goodput under each scenario; empty where strategies are not compared
 * @param matrix what fails by which client loses by it; null where none was made
 */
public record Results(
        String model,
        List<RunResult> runs,
        List<Comparison> comparisons,
        List<Bound> bounds,
        @Nullable DamageMatrix matrix) {

    /**
     * Between what any strategy's goodput should lie under a scenario.
     *
     * @param noProtection the goodput without any protection
     * @param clairvoyant the share of requests that some path could have answered in time
     */
    public record Bound(String scenario, Interval noProtection, Interval clairvoyant) {}

    public Results {
        runs = List.copyOf(runs);
        comparisons = List.copyOf(comparisons);
        bounds = List.copyOf(bounds);
    }

    /** Runs alone. */
    public static Results of(String model, List<RunResult> runs) {
        return new Results(model, runs, List.of(), List.of(), null);
    }

    /**
     * A comparison: its runs scenario by scenario, then those without faults; bounds that are no strategies are not among them.
     *
     * @param arms what was compared
     * @param study what it gave
     */
    public static Results of(String model, List<Arm> arms, StudyResult study) {
        List<String> scenarios = arms.get(0).outages().stream()
                .map(spec -> Objects.requireNonNull(spec.scenarioId()))
                .toList();
        List<RunResult> runs = new ArrayList<>();
        List<Bound> bounds = new ArrayList<>();
        for (String scenario : scenarios) {
            runs.addAll(Standings.of(study, scenario).strategies());
            RunResult without = study.noProtection(scenario);
            bounds.add(new Bound(
                    scenario,
                    without == null ? Interval.NONE : without.totals().goodput(),
                    study.clairvoyant(scenario)));
        }
        runs.addAll(Standings.of(study, null).strategies());
        List<Comparison> comparisons = new ArrayList<>();
        study.comparisons().stream().filter(each -> each.scenario() != null).forEach(comparisons::add);
        study.comparisons().stream().filter(each -> each.scenario() == null).forEach(comparisons::add);
        return new Results(model, runs, comparisons, bounds, null);
    }

    /** The runs that were asked for: those under scenarios, or where there is none, those without. */
    List<RunResult> asked() {
        List<RunResult> outages =
                runs.stream().filter(run -> run.scenario() != null).toList();
        return outages.isEmpty() ? runs : outages;
    }

    /** The runs without faults that come beside those under scenarios. */
    List<RunResult> beside() {
        return asked().size() == runs.size()
                ? List.of()
                : runs.stream().filter(run -> run.scenario() == null).toList();
    }

    /** The replications of all the runs; of the run with the fewest where they differ. */
    public int replications() {
        return runs.stream()
                .mapToInt(run -> run.evidence().replications())
                .min()
                .orElse(0);
    }
}
