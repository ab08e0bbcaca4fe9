package dev.blastradius.fault;

import dev.blastradius.fault.Effect.Reach;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.check.Rule;
import dev.blastradius.model.check.Subject;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import java.util.Map;

/** An effect can befall what its fault aims at; of several components that share the tags, one at least. */
public final class EffectsFit implements Rule {

    @Override
    public void check(Subject subject, Problems problems) {
        for (Map.Entry<String, Scenario> scenario :
                subject.pipeline().scenariosOrNone().entrySet()) {
            JsonPath where =
                    JsonPath.ROOT.key("scenarios").key(scenario.getKey()).key("faults");
            List<Fault> faults = scenario.getValue().faults();
            for (int i = 0; i < faults.size(); i++) {
                check(subject.pipeline(), faults.get(i), where.index(i), problems);
            }
        }
    }

    private static void check(Pipeline pipeline, Fault fault, JsonPath where, Problems problems) {
        String id = fault.target().id();
        boolean network = id != null && pipeline.arrows().containsKey(id);
        List<Component> befallen = befallen(pipeline, fault.target());
        if (!network && befallen.isEmpty()) {
            return; // it befalls nothing at all, which is reported as that
        }
        for (String key : fault.effects().keySet()) {
            Effect<?> effect = Effects.of(key);
            if (effect == null) {
                continue;
            }
            Reach reach = effect.reach();
            boolean fits = network
                    ? reach == Reach.STATIONS_AND_NETWORK
                    : befallen.stream().anyMatch(component -> reaches(reach, component));
            if (!fits) {
                problems.error(
                        where.key(key), "this cannot befall " + name(fault.target(), network), expected(reach), null);
            }
        }
    }

    private static List<Component> befallen(Pipeline pipeline, Fault.Target target) {
        Map<String, String> tags = target.tags();
        if (tags != null && !tags.isEmpty()) {
            return pipeline.components().values().stream()
                    .filter(each -> each.about().hasTags(tags))
                    .toList();
        }
        Component component = pipeline.components().get(target.id() == null ? "" : target.id());
        return component == null ? List.of() : List.of(component);
    }

    private static boolean reaches(Reach reach, Component component) {
        Role role = component.kind().role();
        return switch (reach) {
            case CLIENTS -> role == Role.SOURCE;
            case CACHES -> role == Role.CACHE;
            case STATIONS, STATIONS_AND_NETWORK -> component.station() != null || role == Role.BUFFER;
        };
    }

    private static String name(Fault.Target target, boolean network) {
        if (target.id() == null) {
            return "any component with these tags";
        }
        return (network ? "the network of " : "") + "\"" + target.id() + '"';
    }

    private static String expected(Reach reach) {
        return switch (reach) {
            case CLIENTS -> "a client as the target";
            case CACHES -> "a cache as the target";
            case STATIONS -> "a component that works on requests as the target";
            case STATIONS_AND_NETWORK -> "a component that works on requests, or a dependency, as the target";
        };
    }
}
