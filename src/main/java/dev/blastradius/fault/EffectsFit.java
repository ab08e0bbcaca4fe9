package dev.blastradius.fault;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.check.Rule;
import dev.blastradius.model.check.Subject;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An effect can befall what its fault aims at, of several components that share the tags one at least; and where it can, there is
 * something for it to act on.
 */
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
        fault.effects().forEach((key, value) -> {
            Effect<?> effect = Effects.of(key);
            if (effect != null) {
                check(effect, Effects.number(value), fault.target(), network, befallen, where.key(key), problems);
            }
        });
    }

    private static void check(
            Effect<?> effect,
            double value,
            Fault.Target target,
            boolean network,
            List<Component> befallen,
            JsonPath where,
            Problems problems) {
        Reach reach = effect.reach();
        List<Component> reached = befallen.stream().filter(reach::reaches).toList();
        if (network ? !reach.reachesNetwork() : reached.isEmpty()) {
            problems.error(where, "this cannot befall " + name(target, network), reach.expected(), null);
            return;
        }
        if (network || value == effect.composition().none()) {
            return;
        }
        List<@Nullable String> lacking =
                reached.stream().map(each -> effect.lacking(each, value)).toList();
        if (!lacking.contains(null)) {
            problems.warning(where, "this does nothing to " + name(target, false), lacking.get(0), null);
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

    private static String name(Fault.Target target, boolean network) {
        if (target.id() == null) {
            return "any component with these tags";
        }
        return (network ? "the network of " : "") + "\"" + target.id() + '"';
    }
}
