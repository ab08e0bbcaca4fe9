package dev.blastradius.io.vary;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Trial;
import dev.blastradius.experiment.search.Trials;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.io.Strategies;
import dev.blastradius.io.vary.Variation.Setting;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a model with some of its numbers varied: each value is set in the model as drawn, then the strategy's patch is applied.
 *
 * @param model a model without errors
 * @param dials what is varied, found in that model
 * @param scenarioId one of the model's; null: nothing fails
 * @param strategyId {@code "as-drawn"} or one of the model's
 * @param settings how an experiment is run
 */
public record VariedRuns(
        Model model,
        List<Dial> dials,
        @Nullable String scenarioId,
        String strategyId,
        Function<Experiment, RunSettings> settings)
        implements Trials {

    public VariedRuns {
        dials = List.copyOf(dials);
    }

    /** Why varying a dial would change nothing in these runs; empty where all of them do something. */
    public List<Problem> idle() {
        List<Problem> problems = new ArrayList<>();
        for (Dial dial : dials) {
            Problem problem = dial.isLoad() ? idleLoad(dial) : idle(dial);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return List.copyOf(problems);
    }

    private @Nullable Problem idle(Dial dial) {
        List<Object> steps = PathText.steps(dial.place());
        Object family = steps.get(0);
        if (family.equals("scenarios") && !steps.get(1).equals(scenarioId)) {
            return dial.problem(
                    "another scenario than the one that is run", "a path in " + quoted(scenarioId), steps.get(1));
        }
        if (family.equals("strategies") && !steps.get(1).equals(strategyId)) {
            return dial.problem(
                    "another strategy than the one that is run", "a path in " + quoted(strategyId), steps.get(1));
        }
        boolean drawn = family.equals("components") || family.equals("dependencies");
        return drawn && isPatched(steps) ? patched(dial, "the strategy \"" + strategyId + "\" sets this itself") : null;
    }

    private @Nullable Problem idleLoad(Dial dial) {
        for (String id : model.pipeline().components().keySet()) {
            if (!(model.pipeline().components().get(id) instanceof Client client)) {
                continue;
            }
            if (client.traffic() instanceof Traffic.Recorded) {
                return dial.problem(
                        "recorded arrivals have no rate to multiply", "clients whose traffic has a rate or users", id);
            }
            for (String key : Load.keys()) {
                if (isPatched(List.of("components", id, "traffic", key))) {
                    return dial.problem(
                            "the strategy \"" + strategyId + "\" sets the traffic of " + id + " itself",
                            "a strategy that leaves the traffic as drawn",
                            null);
                }
            }
        }
        return null;
    }

    private Problem patched(Dial dial, String what) {
        JsonPath inPatch =
                JsonPath.ROOT.key("strategies").key(strategyId).key("patch").append(dial.place());
        return dial.problem(what, "the path " + PathText.of(inPatch), null);
    }

    /** Whether the strategy's patch replaces or removes what stands at a place of the drawing. */
    private boolean isPatched(List<Object> steps) {
        Strategy strategy = model.pipeline().strategiesOrNone().get(strategyId);
        Object patch = strategy == null ? Map.of() : strategy.patchOrEmpty().entries();
        for (Object step : steps) {
            if (!(patch instanceof Map<?, ?> object)) {
                return true;
            }
            if (!object.containsKey(step)) {
                return false;
            }
            patch = object.get(step);
        }
        return true;
    }

    private static String quoted(@Nullable String id) {
        return id == null ? "no scenario, for none is run" : '"' + id + '"';
    }

    /** What is wrong with the model where the dials have these values; warnings are left out. */
    public List<Problem> problems(List<Double> values) {
        return read(values).problems().stream().filter(Problem::isError).toList();
    }

    @Override
    public Trial at(List<Double> values) {
        Reading reading = read(values);
        Model varied = reading.model();
        if (varied == null) {
            throw new IllegalArgumentException(values + ": " + reading.problems());
        }
        RunSpec spec = Strategies.runSpec(varied, scenarioId, strategyId);
        List<RunSpec> outages = scenarioId == null ? List.of() : List.of(spec);
        return new Trial(
                new Arm(strategyId, spec.withoutFaults(), outages),
                settings.apply(varied.pipeline().settings()));
    }

    private Reading read(List<Double> values) {
        if (values.size() != dials.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + dials.size() + " dials");
        }
        List<Setting> set = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            set.add(new Setting(dials.get(i), values.get(i)));
        }
        return Variation.of(model, set);
    }
}
