package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline under examination.
 *
 * @param pipeline what could be read of it
 * @param unreadable the places of the entries, such as {@code $.components.a}, and of the whole maps that could not be read:
 *     what refers to them is not examined, because their own problem has been reported
 * @param flawed the places of all entries with an error in them, so that something of them may be missing
 */
public record Subject(Pipeline pipeline, Set<JsonPath> unreadable, Set<JsonPath> flawed) {

    static final JsonPath COMPONENTS = JsonPath.ROOT.key("components");
    static final JsonPath DEPENDENCIES = JsonPath.ROOT.key("dependencies");
    static final JsonPath SCENARIOS = JsonPath.ROOT.key("scenarios");
    static final JsonPath STRATEGIES = JsonPath.ROOT.key("strategies");

    /** Two steps below the root: the place of an entry of components, dependencies, scenarios or strategies. */
    private static final int ENTRY_DEPTH = 2;

    /** A pipeline with the problems that were found when it was read. */
    static Subject of(Pipeline pipeline, Problems reading) {
        Set<JsonPath> flawed = new LinkedHashSet<>();
        for (Problem problem : reading.all()) {
            if (problem.isError()) {
                flawed.add(entry(problem.where()));
            }
        }
        Set<JsonPath> unreadable = new LinkedHashSet<>(flawed);
        pipeline.components().keySet().forEach(id -> unreadable.remove(COMPONENTS.key(id)));
        pipeline.arrows().keySet().forEach(key -> unreadable.remove(DEPENDENCIES.key(key)));
        return new Subject(pipeline, unreadable, flawed);
    }

    /** The place of the entry of components, dependencies, scenarios or strategies that a place lies in. */
    static JsonPath entry(JsonPath where) {
        JsonPath here = where;
        for (int up = where.depth() - ENTRY_DEPTH; up > 0 && here.parent() != null; up--) {
            here = here.parent();
        }
        return here;
    }

    /** Whether each component and each dependency could be read without an error. */
    boolean drawingIsWhole() {
        return flawed.stream().noneMatch(each -> each.isWithin(COMPONENTS) || each.isWithin(DEPENDENCIES));
    }

    /** The same place with another pipeline. */
    Subject with(Pipeline other) {
        return new Subject(other, unreadable, flawed);
    }

    @Nullable
    Component component(String id) {
        return pipeline.components().get(id);
    }

    /** Whether a component is there, or was there and could not be read. */
    boolean mayHaveComponent(String id) {
        return pipeline.components().containsKey(id) || unreadable.contains(COMPONENTS.key(id)) || broken(COMPONENTS);
    }

    /** Whether a dependency is there, or was there and could not be read. */
    boolean mayHaveDependency(String key) {
        return pipeline.arrows().containsKey(key) || unreadable.contains(DEPENDENCIES.key(key)) || broken(DEPENDENCIES);
    }

    private boolean broken(JsonPath all) {
        return unreadable.contains(all);
    }

    /** The dependency's place. */
    static JsonPath place(String dependency) {
        return DEPENDENCIES.key(dependency);
    }

    /** The keys of the dependencies in the drawing and in all strategies. */
    Set<String> dependenciesEverywhere() {
        Set<String> keys = new LinkedHashSet<>(pipeline.arrows().keySet());
        for (Strategy strategy : pipeline.strategiesOrNone().values()) {
            addKeys(strategy.patchOrEmpty(), keys);
            strategy.runbookOrEmpty().forEach(step -> addKeys(step.patch(), keys));
        }
        return keys;
    }

    private static void addKeys(Tree patch, Set<String> keys) {
        if (patch.entries().get("dependencies") instanceof Map<?, ?> changes) {
            changes.forEach((key, value) -> {
                if (value instanceof Map && ((String) key).matches(Pipeline.DEPENDENCY_PATTERN)) {
                    keys.add((String) key);
                }
            });
        }
    }

    /** An error about something that is not there, with the nearest thing that is. */
    static Problem missing(JsonPath where, String what, String expected, String found, Set<String> candidates) {
        Problem problem = Problem.error(where, what, expected, found);
        String nearest = Nearest.of(found, candidates);
        return nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
    }

    /** A fallback's target, or null where it is none. */
    static @Nullable String replaced(Dependency dependency) {
        return dependency.fallback().fallbackFor();
    }
}
