package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.model.component.Gateway.Routing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The lower bound beside strategies: a pipeline in which no caller does anything about failure. No retry, hedge, breaker, bulkhead,
 * limiter or throttle, no time-out and no deadline, no fallback; gateways neither fail over nor leave a target alone. Components, their
 * queues and their users stay as they are.
 */
public final class NoProtection {

    /** What stands where a strategy has its id. Brackets stand in no id of a model file, so that no strategy has the same. */
    public static final String ID = "(no-protection)";

    private NoProtection() {}

    /** The same pipeline and scenario without protection, and without a runbook. */
    public static RunSpec of(RunSpec spec) {
        return new RunSpec(of(spec.pipeline()), spec.scenarioId(), ID, List.of(), spec.recordings());
    }

    /**
     * The arm to compare with.
     *
     * @param asDrawn the arm of the pipeline as drawn
     */
    public static Arm arm(Arm asDrawn) {
        return new Arm(
                ID,
                of(asDrawn.twin()),
                asDrawn.outages().stream().map(NoProtection::of).toList(),
                true);
    }

    private static Pipeline of(Pipeline pipeline) {
        Map<String, Dependency> arrows = new LinkedHashMap<>();
        pipeline.arrows().forEach((key, arrow) -> {
            if (!arrow.isFallback()) {
                arrows.put(key, new Dependency(unbounded(arrow.call()), Fallback.NONE, Map.of()));
            }
        });
        Map<String, Component> components = new LinkedHashMap<>();
        pipeline.components()
                .forEach((id, component) ->
                        components.put(id, component instanceof Gateway gateway ? plain(gateway) : component));
        return pipeline.withComponents(Collections.unmodifiableMap(components))
                .withDependencies(Collections.unmodifiableMap(arrows));
    }

    private static Call unbounded(Call call) {
        return new Call(
                call.step(),
                call.probability(),
                call.calls(),
                call.mode(),
                call.weight(),
                call.inputTokens(),
                call.outputTokens(),
                call.network(),
                null,
                null);
    }

    private static Gateway plain(Gateway gateway) {
        Routing routing = gateway.routing();
        return new Gateway(
                gateway.about(),
                routing == null ? null : new Routing(routing.strategy(), false, null),
                gateway.station(),
                gateway.terms());
    }
}
