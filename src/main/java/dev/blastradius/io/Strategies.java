package dev.blastradius.io;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.RunSpec.Phase;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.NoProtection;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.check.Patching;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pipelines as their strategies build them, and as their runbooks change them. */
public final class Strategies {

    private static final Patching PATCHING = new Patching(BlastFormat.TYPE);

    private Strategies() {}

    /**
     * A pipeline with its strategy's patches applied.
     *
     * @param pipeline with the strategy's patch; null where there are errors
     * @param phases what the runbook makes of it, one step after the other in the order of their time; empty where there are errors
     * @param problems what is wrong with the patches, under {@code $.strategies.<id>.patch} and {@code $.strategies.<id>.runbook}
     */
    public record Patched(@Nullable Pipeline pipeline, List<Phase> phases, List<Problem> problems) {}

    /** Applies a strategy's patch and its runbook; {@code "as-drawn"} is the pipeline itself. An unknown strategy is a problem too. */
    public static Patched apply(Pipeline pipeline, String strategyId) {
        if (strategyId.equals(Strategy.AS_DRAWN)) {
            return new Patched(pipeline, List.of(), List.of());
        }
        JsonPath strategies = JsonPath.ROOT.key("strategies");
        Strategy strategy = pipeline.strategiesOrNone().get(strategyId);
        if (strategy == null) {
            return new Patched(null, List.of(), List.of(unknown(pipeline, strategyId, strategies)));
        }
        Problems problems = new Problems();
        JsonPath where = strategies.key(strategyId);
        Pipeline patched = PATCHING.apply(pipeline, strategy.patchOrEmpty(), where.key("patch"), Set.of(), problems);
        List<Phase> phases = new ArrayList<>();
        Pipeline before = patched;
        for (int step : strategy.stepsInOrder()) {
            RunbookStep change = strategy.runbookOrEmpty().get(step);
            JsonPath place = where.key("runbook").index(step).key("patch");
            before = PATCHING.apply(before, change.patch(), place, Set.of(), problems);
            phases.add(new Phase(change.after(), before, step));
        }
        return problems.hasErrors()
                ? new Patched(null, List.of(), problems.all())
                : new Patched(patched, List.copyOf(phases), problems.all());
    }

    /**
     * What a comparison is of: a strategy for each arm, then the same pipeline without any protection.
     *
     * @param model a model without errors
     * @param scenarioIds the scenarios to see each strategy under, if any
     * @param strategyIds the strategies, one or more
     * @throws IllegalArgumentException for ids that the model does not have
     */
    public static List<Arm> arms(Model model, List<String> scenarioIds, List<String> strategyIds) {
        List<Arm> arms = new ArrayList<>();
        for (String strategy : strategyIds) {
            arms.add(arm(model, scenarioIds, strategy));
        }
        arms.add(NoProtection.arm(arm(model, scenarioIds, Strategy.AS_DRAWN)));
        return List.copyOf(arms);
    }

    private static Arm arm(Model model, List<String> scenarioIds, String strategy) {
        List<RunSpec> outages = new ArrayList<>();
        for (String scenario : scenarioIds) {
            outages.add(runSpec(model, scenario, strategy));
        }
        return new Arm(strategy, runSpec(model, null, strategy), List.copyOf(outages));
    }

    /** The ids of all strategies that can be run, the one that always exists in front. */
    public static List<String> ids(Pipeline pipeline) {
        List<String> strategies = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        pipeline.strategiesOrNone().keySet().stream()
                .filter(id -> !id.equals(Strategy.AS_DRAWN))
                .forEach(strategies::add);
        return List.copyOf(strategies);
    }

    private static Problem unknown(Pipeline pipeline, String id, JsonPath where) {
        String known = Strategy.AS_DRAWN
                + pipeline.strategiesOrNone().keySet().stream().reduce("", (text, each) -> text + ", " + each);
        Problem problem = Problem.error(where, "there is no such strategy", known, id);
        String nearest = Nearest.of(id, pipeline.strategiesOrNone().keySet());
        return nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
    }

    /**
     * What is run: the model under a scenario as a strategy builds it.
     *
     * @param model a model without errors
     * @param scenarioId null: no fault
     * @throws IllegalArgumentException for ids that the model does not have
     */
    public static RunSpec runSpec(Model model, @Nullable String scenarioId, String strategyId) {
        Pipeline pipeline = model.pipeline();
        if (scenarioId != null && !pipeline.scenariosOrNone().containsKey(scenarioId)) {
            throw new IllegalArgumentException("there is no scenario \"" + scenarioId + "\"");
        }
        Patched patched = apply(pipeline, strategyId);
        Pipeline built = patched.pipeline();
        if (built == null) {
            throw new IllegalArgumentException(patched.problems().get(0).toString());
        }
        return new RunSpec(built, scenarioId, strategyId, patched.phases(), model.recordings());
    }
}
