package dev.blastradius.ui.matrix;

import dev.blastradius.editor.Breaking;
import dev.blastradius.editor.Outage;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.experiment.matrix.Failures;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.RunProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matrix to be made.
 *
 * @param model what is studied
 * @param strategy the id of the strategy that builds it
 * @param way how each component fails
 * @param span how long
 * @param arrows whether the network on each arrow fails too
 * @param settings how each run is made
 */
record MatrixTask(
        Model model, String strategy, Breaking.Way way, Outage.Span span, boolean arrows, RunSettings settings) {

    /** Why it cannot be made; empty where it can. */
    List<Problem> problems() {
        List<Problem> unfit = RunProblems.unfit(model.pipeline(), null, strategy);
        if (!unfit.isEmpty()) {
            return unfit;
        }
        RunSpec base = base();
        if (failures(base).isEmpty()) {
            return List.of(Problem.error(
                    JsonPath.ROOT.key("components"),
                    "nothing in this model can fail in this way: no component " + way.title(),
                    "another way to fail, or a component that can",
                    null));
        }
        return UnreadRecordings.problems(base);
    }

    /** Makes it. */
    @Nullable
    DamageMatrix make(RunProgress progress) {
        RunSpec base = base();
        return DamageMatrix.run(base, failures(base), settings, null, progress);
    }

    /** The pipeline as the strategy builds it, without a fault. Throws IllegalArgumentException where it cannot. */
    RunSpec base() {
        return Strategies.runSpec(model, null, strategy);
    }

    private List<Failure> failures(RunSpec base) {
        return Failures.of(base.pipeline(), fault(), arrows);
    }

    /** What befalls each; its target does not matter. */
    Fault fault() {
        return Outage.fault(way, span, settings);
    }

    /** Whether another model gives the same matrix: neither places nor scenarios nor other strategies are part of it. */
    boolean isOf(Model other, RunSettings present) {
        Pipeline mine = Strategies.apply(model.pipeline(), strategy).pipeline();
        Pipeline others = Strategies.apply(other.pipeline(), strategy).pipeline();
        return mine != null
                && others != null
                && mine.components().equals(others.components())
                && mine.arrows().equals(others.arrows())
                && runbook(model.pipeline()).equals(runbook(other.pipeline()))
                && settings.equals(
                        present.withReplications(settings.replications()).withThreads(settings.threads()));
    }

    private List<RunbookStep> runbook(Pipeline pipeline) {
        Strategy chosen = pipeline.strategiesOrNone().get(strategy);
        return chosen == null ? List.of() : chosen.runbookOrEmpty();
    }
}
