package dev.blastradius.editor.scenario;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes to scenarios and runbooks of a pipeline: each gives a new pipeline, and leaves the old one as it was. */
final class ScenarioEdits {

    private ScenarioEdits() {}

    /** With another scenario under an id. */
    static Pipeline put(Pipeline it, String id, Scenario scenario) {
        Map<String, Scenario> changed = new LinkedHashMap<>(it.scenariosOrNone());
        changed.put(id, scenario);
        return it.withScenarios(Collections.unmodifiableMap(changed));
    }

    /** With other faults in a scenario; the same where there is no such scenario. */
    static Pipeline faults(Pipeline it, String id, UnaryOperator<List<Fault>> change) {
        Scenario scenario = it.scenariosOrNone().get(id);
        if (scenario == null) {
            return it;
        }
        List<Fault> faults = change.apply(new ArrayList<>(scenario.faults()));
        return put(it, id, new Scenario(scenario.label(), scenario.description(), List.copyOf(faults)));
    }

    /** With another fault in its place. */
    static Pipeline replace(Pipeline it, String id, int index, Fault fault) {
        return faults(it, id, all -> {
            all.set(index, fault);
            return all;
        });
    }

    /** With faults after those that are there. */
    static Pipeline add(Pipeline it, String id, List<Fault> more) {
        return faults(it, id, all -> {
            all.addAll(more);
            return all;
        });
    }

    /** Without a fault. */
    static Pipeline remove(Pipeline it, String id, int index) {
        return faults(it, id, all -> {
            all.remove(index);
            return all;
        });
    }

    /** With a step of a strategy's runbook at another time. */
    static Pipeline stepAfter(Pipeline it, String id, int step, Duration after) {
        Strategy strategy = it.strategiesOrNone().get(id);
        if (strategy == null || step >= strategy.runbookOrEmpty().size()) {
            return it;
        }
        List<RunbookStep> steps = new ArrayList<>(strategy.runbookOrEmpty());
        steps.set(step, new RunbookStep(after, steps.get(step).patch()));
        Map<String, Strategy> changed = new LinkedHashMap<>(it.strategiesOrNone());
        changed.put(id, new Strategy(strategy.label(), strategy.description(), strategy.patch(), List.copyOf(steps)));
        return it.withStrategies(Collections.unmodifiableMap(changed));
    }

    /** A fault at other times, with a ramp that is no longer than it; one of the same length keeps the spelling of its times. */
    static Fault timed(Fault it, double at, @Nullable Double lasting, double ramp) {
        double longest = lasting == null ? ramp : Math.min(ramp, lasting);
        return new Fault(
                it.target(),
                spelt(it.at(), at),
                lasting == null ? null : spelt(it.lasting(), lasting),
                longest <= 0 ? null : spelt(it.ramp(), longest),
                it.flap(),
                it.effects());
    }

    private static Duration spelt(@Nullable Duration before, double seconds) {
        Duration now = TidyTime.of(seconds);
        return before != null && (before.equals(now) || Math.abs(before.seconds() - seconds) < 1e-6) ? before : now;
    }

    /** A fault that befalls something else. */
    static Fault aimed(Fault it, Target target) {
        return new Fault(target, it.at(), it.lasting(), it.ramp(), it.flap(), it.effects());
    }

    /** A fault's ramp in seconds; 0 where it has none. */
    static double ramp(Fault it) {
        return it.ramp() == null ? 0 : it.ramp().seconds();
    }

    /** A fault's length in seconds; null where it lasts to the end. */
    static @Nullable Double lasting(Fault it) {
        return it.lasting() == null ? null : it.lasting().seconds();
    }
}
