package dev.blastradius.experiment.matrix;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which failures of a pipeline a matrix has rows for. */
public final class Failures {

    private static final String UNAVAILABLE = "unavailable";

    private Failures() {}

    /**
     * The fault that is asked about where nothing else is said: the target refuses everything, from the end of the warm-up to the end of the
     * run. Every measured request then arrives while it is down, so that the share of requests lost is that of the requests
     * sent during the outage, however long the run is. Its target stands for none.
     */
    public static Fault unavailable(RunSettings settings) {
        return new Fault(Target.id(""), settings.warmup(), null, null, null, Map.of(UNAVAILABLE, true));
    }

    /**
     * The same fault befalling each component that is no client, then all components together that share a tag's value, then, if wanted,
     * the network on each dependency: wherever all its effects can befall. A tag's value that just the same components have as another
     * row's is named in that row, and not run twice.
     *
     * @param pipeline the pipeline as a strategy builds it
     * @param fault what befalls them; its target is not looked at
     * @param dependencies whether dependencies fail too
     * @return in the order of the model file; empty where it can befall nothing
     */
    public static List<Failure> of(Pipeline pipeline, Fault fault, boolean dependencies) {
        Map<Set<String>, List<String>> tags = tags(pipeline, fault);
        List<Failure> failures = new ArrayList<>();
        for (String id : reached(pipeline, fault).keySet()) {
            List<String> also = tags.getOrDefault(Set.of(id), List.of());
            failures.add(failure(Kind.COMPONENT, id, also, pipeline, fault, Target.id(id)));
        }
        tags.forEach((components, names) -> {
            if (components.size() > 1) {
                String first = names.get(0);
                int split = first.indexOf('=');
                Target target = Target.tags(Map.of(first.substring(0, split), first.substring(split + 1)));
                failures.add(failure(Kind.TAG, first, names.subList(1, names.size()), pipeline, fault, target));
            }
        });
        if (dependencies && canBefall(fault, effect -> effect.reach().reachesNetwork())) {
            for (String key : pipeline.arrows().keySet()) {
                failures.add(failure(Kind.DEPENDENCY, key, List.of(), pipeline, fault, Target.id(key)));
            }
        }
        return List.copyOf(failures);
    }

    /** A scenario of the pipeline as a row of the matrix; throws IllegalArgumentException where it has none of that id. */
    public static Failure scenario(Pipeline pipeline, String id) {
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        if (scenario == null) {
            throw new IllegalArgumentException("there is no scenario \"" + id + "\"");
        }
        return new Failure(Kind.SCENARIO, id, List.of(), scenario);
    }

    private static Failure failure(
            Kind kind, String target, List<String> also, Pipeline pipeline, Fault fault, Target aim) {
        Fault aimed = new Fault(aim, fault.at(), fault.lasting(), fault.ramp(), fault.flap(), fault.effects());
        Component component = pipeline.components().get(target);
        String name = component == null ? target : component.title(target);
        return new Failure(kind, target, List.copyOf(also), new Scenario(name + " fails", null, List.of(aimed)));
    }

    /** The components that the fault can befall, in the order of the model file. */
    private static Map<String, Component> reached(Pipeline pipeline, Fault fault) {
        Map<String, Component> reached = new LinkedHashMap<>();
        pipeline.components().forEach((id, component) -> {
            if (!(component instanceof Client)
                    && canBefall(fault, effect -> effect.reach().reaches(component))) {
                reached.put(id, component);
            }
        });
        return reached;
    }

    private static boolean canBefall(Fault fault, Predicate<Effect<?>> test) {
        return fault.effects().keySet().stream().allMatch(key -> {
            Effect<?> effect = Effects.of(key);
            return effect != null && test.test(effect);
        });
    }

    /** The tags' values, as {@code "tag=value"} in the order of the tags' names, by the components that have them and can fail. */
    private static Map<Set<String>, List<String>> tags(Pipeline pipeline, Fault fault) {
        Map<String, Map<String, Set<String>>> components = new TreeMap<>();
        reached(pipeline, fault)
                .forEach((id, component) -> component
                        .about()
                        .tagsOrNone()
                        .forEach((tag, value) -> components
                                .computeIfAbsent(tag, each -> new LinkedHashMap<>())
                                .computeIfAbsent(value, each -> new LinkedHashSet<>())
                                .add(id)));
        Map<Set<String>, List<String>> names = new LinkedHashMap<>();
        components.forEach((tag, values) -> values.forEach((value, having) ->
                names.computeIfAbsent(having, each -> new ArrayList<>()).add(tag + "=" + value)));
        return names;
    }
}
