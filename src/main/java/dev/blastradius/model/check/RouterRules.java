package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is probably not meant about gateways: all of it can be run. */
final class RouterRules {

    private RouterRules() {}

    /** A gateway has somebody to choose. */
    static void leadSomewhere(Subject subject, Problems problems) {
        if (!subject.drawingIsWhole()) {
            return; // what they call may be what could not be read
        }
        Set<String> callers = new LinkedHashSet<>();
        subject.dependenciesEverywhere().forEach(key -> callers.add(Pipeline.from(key)));
        subject.pipeline().components().forEach((id, component) -> {
            if (component.kind().role() == Role.ROUTER && !callers.contains(id)) {
                problems.warning(
                        Subject.COMPONENTS.key(id),
                        "this gateway has nobody to choose from: it answers every call itself",
                        "a dependency \"" + Pipeline.key(id, "…") + "\"",
                        null);
            }
        });
    }

    /** Chance has something to choose by: a target with a weight of 0 is never chosen. */
    private static void weights(Subject subject, Problems problems) {
        subject.pipeline().components().forEach((id, component) -> {
            if (component instanceof Gateway gateway
                    && gateway.routing() != null
                    && Gateway.Routing.STRATEGY.in(gateway.routing()) == Gateway.Strategy.WEIGHTED) {
                List<Dependency> targets = subject.pipeline().arrows().entrySet().stream()
                        .filter(arrow -> Pipeline.from(arrow.getKey()).equals(id)
                                && !arrow.getValue().isFallback())
                        .map(Map.Entry::getValue)
                        .toList();
                if (!targets.isEmpty() && targets.stream().allMatch(each -> Call.WEIGHT.in(each.call()) == 0)) {
                    problems.warning(
                            Subject.COMPONENTS.key(id).key(Gateway.ROUTING.key()),
                            "this gateway chooses by weight, and all weights are 0: it rejects every call",
                            "a weight above 0 on one of its dependencies",
                            null);
                }
            }
        });
    }

    /** What a dependency says of being chosen is heeded. */
    static void choices(Subject subject, Problems problems) {
        weights(subject, problems);
        subject.pipeline().arrows().forEach((key, dependency) -> {
            Component caller = subject.component(Pipeline.from(key));
            if (caller instanceof Gateway gateway) {
                ofGateway(key, gateway, dependency, problems);
            } else if (caller != null && dependency.call().weight() != null) {
                unheeded(key, Call.WEIGHT, "only gateways choose by weight", "a gateway as the caller", problems);
            }
        });
    }

    private static void ofGateway(String key, Gateway gateway, Dependency dependency, Problems problems) {
        if (dependency.isFallback()) {
            return; // what fallbacks do not heed is said of them all
        }
        // Who names another strategy knows what becomes of the weights, and may have them for a third one.
        if (dependency.call().weight() != null
                && (gateway.routing() == null || gateway.routing().strategy() == null)) {
            unheeded(
                    key,
                    Call.WEIGHT,
                    "this gateway names no strategy, and so goes by priority",
                    "\"routing\": {\"strategy\": \"weighted\"} at the gateway",
                    problems);
        }
        for (Parameter<Call, ?> parameter : List.of(Call.PROBABILITY, Call.CALLS)) {
            if (parameter.given(dependency.call()) != null) {
                unheeded(
                        key,
                        parameter,
                        "a gateway makes one call to one of its dependencies",
                        "a caller that is no gateway",
                        problems);
            }
        }
    }

    private static void unheeded(
            String key, Parameter<Call, ?> parameter, String why, String expected, Problems problems) {
        JsonPath where = Subject.place(key).key(parameter.key());
        problems.warning(where, why + "; this has no effect here", expected, null);
    }
}
