package dev.blastradius.ui.compare;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.RunProblems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that is asked for.
 *
 * @param model a model without errors
 * @param scenarios ids, in the model's order; without faults everything is run in any case
 * @param strategies ids, in the model's order, {@code "as-drawn"} before them; one or more
 * @param settings how
 * @param stopping when it is enough; null: after the settings' replications
 */
record Request(
        Model model,
        List<String> scenarios,
        List<String> strategies,
        RunSettings settings,
        @Nullable Stopping stopping) {

    /** Why it cannot be made; empty where it can. */
    List<Problem> problems() {
        Set<Problem> problems = new LinkedHashSet<>();
        for (String strategy : strategies) {
            List<Problem> unfit = RunProblems.unfit(model.pipeline(), null, strategy);
            problems.addAll(unfit);
            if (unfit.isEmpty()) {
                problems.addAll(UnreadRecordings.problems(Strategies.runSpec(model, null, strategy)));
            }
        }
        return List.copyOf(problems);
    }

    /** What is to be run, strategy by strategy, and after them what they are held against; only where there are no {@link #problems}. */
    List<Arm> arms() {
        return Strategies.arms(model, scenarios, strategies);
    }

    /** Whether the same request of another state of the model would give the same result, replications apart. */
    boolean wouldBeTheSame(Pipeline now) {
        Pipeline then = model.pipeline();
        return then.components().equals(now.components())
                && then.arrows().equals(now.arrows())
                && sameSettings(then.settings(), now.settings())
                && scenarios.stream().allMatch(id -> faults(then, id).equals(faults(now, id)))
                && strategies.stream().allMatch(id -> sameStrategy(then, now, id));
    }

    private static boolean sameSettings(Experiment then, Experiment now) {
        return Experiment.DURATION.in(then).equals(Experiment.DURATION.in(now))
                && Experiment.WARMUP.in(then).equals(Experiment.WARMUP.in(now))
                && Experiment.SEED.in(then).equals(Experiment.SEED.in(now))
                && Experiment.CONFIDENCE.in(then).equals(Experiment.CONFIDENCE.in(now));
    }

    private static List<Fault> faults(Pipeline pipeline, String id) {
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        return scenario == null ? List.of() : scenario.faults();
    }

    private static boolean sameStrategy(Pipeline then, Pipeline now, String id) {
        Strategy before = then.strategiesOrNone().get(id);
        Strategy after = now.strategiesOrNone().get(id);
        if (before == null || after == null) {
            return id.equals(Strategy.AS_DRAWN);
        }
        return before.patchOrEmpty().equals(after.patchOrEmpty())
                && before.runbookOrEmpty().equals(after.runbookOrEmpty());
    }
}
