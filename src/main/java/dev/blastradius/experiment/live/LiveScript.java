package dev.blastradius.experiment.live;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was done in a live replication, as a scenario and a runbook that do the same by themselves: a run of them with the same seed goes
 * through the same, bit for bit.
 *
 * @param first what was begun with
 * @param faults the scenario's: what went wrong, and when
 * @param steps the runbook's: how the pipeline was changed, in the order of time
 */
public record LiveScript(RunSpec first, List<Fault> faults, List<Step> steps) {

    /** Shorter than the millisecond from one deed to the next, so that no step of a chronicle ends while it lasts. */
    private static final Duration MOMENT = Duration.of("1us");
    /** Effects that change nothing where they are 1; a component is reached by one of them. */
    private static final List<String> NOTHING = List.of("latencyFactor", "trafficFactor", "capacityFactor");

    /**
     * The pipeline becomes another one.
     *
     * @param at when, since the run began
     * @param strategy the id of the strategy that is followed from then on
     * @param pipeline what it becomes
     */
    public record Step(Duration at, String strategy, Pipeline pipeline) {}

    /**
     * Puts a script together. A runbook counts from the first fault: where the pipeline was changed before anything went wrong, a fault
     * that changes nothing (a factor of 1, for a microsecond) stands at that moment.
     */
    public LiveScript {
        List<Fault> all = new ArrayList<>(faults);
        long firstFault =
                all.stream().mapToLong(fault -> fault.at().nanos()).min().orElse(Long.MAX_VALUE);
        if (!steps.isEmpty() && steps.get(0).at().nanos() < firstFault) {
            all.add(nothing(first.pipeline(), steps.get(0).at()));
        }
        faults = List.copyOf(all);
        steps = List.copyOf(steps);
    }

    private static Fault nothing(Pipeline pipeline, Duration at) {
        for (Map.Entry<String, Component> each : pipeline.components().entrySet()) {
            for (String key : NOTHING) {
                Effect<?> effect = Objects.requireNonNull(Effects.of(key));
                if (effect.reach().reaches(each.getValue())) {
                    return new Fault(
                            Fault.Target.id(each.getKey()), at, MOMENT, null, null, Map.<String, Object>of(key, 1.0));
                }
            }
        }
        throw new IllegalArgumentException("a pipeline without components");
    }

    /** The runbook's steps as a run has them: counted from the first fault. */
    public List<RunSpec.Phase> phases() {
        long firstFault =
                faults.stream().mapToLong(fault -> fault.at().nanos()).min().orElse(0);
        List<RunSpec.Phase> phases = new ArrayList<>();
        for (Step step : steps) {
            Duration after = Duration.ofNanos(step.at().nanos() - firstFault);
            phases.add(new RunSpec.Phase(after, step.pipeline(), phases.size()));
        }
        return List.copyOf(phases);
    }

    /**
     * What to run to go through the same.
     *
     * @param scenarioId the id that the scenario is given
     */
    public RunSpec spec(String scenarioId) {
        Map<String, Scenario> scenarios = new LinkedHashMap<>(first.pipeline().scenariosOrNone());
        scenarios.put(scenarioId, new Scenario(null, null, faults));
        return new RunSpec(
                first.pipeline().withScenarios(scenarios),
                scenarioId,
                first.strategyId(),
                phases(),
                first.recordings());
    }
}
