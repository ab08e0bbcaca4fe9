package dev.blastradius.ui.cascade;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.RunProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replication that is to be recorded.
 *
 * @param model the model as it is when this is asked
 * @param scenario a scenario's id; null: no fault
 * @param strategy a strategy's id
 * @param settings how; its own number of replications does not matter
 * @param replication its number, from 0
 */
record Asked(Model model, @Nullable String scenario, String strategy, RunSettings settings, int replication) {

    /** Why it cannot be made; empty where it can. */
    List<Problem> problems() {
        List<Problem> unfit = RunProblems.unfit(model.pipeline(), scenario, strategy);
        return unfit.isEmpty() ? UnreadRecordings.problems(spec()) : unfit;
    }

    /** What is to be run; only where there are no {@link #problems}. */
    RunSpec spec() {
        return Strategies.runSpec(model, scenario, strategy);
    }

    /** Whether another is of the same choice: scenario, strategy and replication. */
    boolean hasSameChoice(Asked other) {
        return replication == other.replication
                && strategy.equals(other.strategy)
                && String.valueOf(scenario).equals(String.valueOf(other.scenario));
    }

    /** Whether another of the same choice would give the same: places, names and what is not chosen do not matter. */
    boolean wouldBeTheSame(Asked other) {
        Pipeline then = model.pipeline();
        Pipeline now = other.model.pipeline();
        return then.components().equals(now.components())
                && then.arrows().equals(now.arrows())
                && settings.seed() == other.settings.seed()
                && settings.duration().equals(other.settings.duration())
                && settings.warmup().equals(other.settings.warmup())
                && faults().equals(other.faults())
                && hasSameStrategy(other);
    }

    /** What goes wrong. */
    List<Fault> faults() {
        Scenario chosen =
                scenario == null ? null : model.pipeline().scenariosOrNone().get(scenario);
        return chosen == null ? List.of() : chosen.faults();
    }

    private boolean hasSameStrategy(Asked other) {
        Strategy then = model.pipeline().strategiesOrNone().get(strategy);
        Strategy now = other.model.pipeline().strategiesOrNone().get(other.strategy);
        if (then == null || now == null) {
            return then == null && now == null;
        }
        return then.patchOrEmpty().equals(now.patchOrEmpty())
                && then.runbookOrEmpty().equals(now.runbookOrEmpty());
    }
}
