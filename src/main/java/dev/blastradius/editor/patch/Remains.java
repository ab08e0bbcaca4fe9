package dev.blastradius.editor.patch;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is left of deleted components and dependencies in scenarios and strategies: faults that befall them, and parts of patches
 * that change them. It goes with them, so that the model can be opened again.
 */
public final class Remains {

    private final Pipeline before;
    private final Pipeline after;
    private final Set<String> gone = new LinkedHashSet<>();

    private Remains(Pipeline before, Pipeline after) {
        this.before = before;
        this.after = after;
        gone.addAll(before.components().keySet());
        gone.addAll(before.arrows().keySet());
        gone.removeAll(after.components().keySet());
        gone.removeAll(after.arrows().keySet());
    }

    /** The model after an edit of the drawing, without what is left of what the edit has deleted. */
    public static Pipeline clear(Pipeline before, Pipeline after) {
        Remains remains = new Remains(before, after);
        return remains.gone.isEmpty()
                ? after
                : after.withScenarios(remains.scenarios()).withStrategies(remains.strategies());
    }

    /**
     * A strategy after an edit of what it builds: in its runbook there is nothing left of what the edit has deleted. Its patch, and
     * the scenarios, stay as they are, for what a strategy takes away is in the drawing still.
     *
     * @param before what the strategy built
     * @param after what it builds now
     */
    static Strategy clear(Pipeline before, Pipeline after, Strategy strategy) {
        Remains remains = new Remains(before, after);
        return remains.gone.isEmpty() || strategy.runbook() == null
                ? strategy
                : new Strategy(
                        strategy.label(),
                        strategy.description(),
                        strategy.patch(),
                        remains.runbook(strategy.runbookOrEmpty()));
    }

    /** The ids of all components that strategies and their runbooks add, change or take away. */
    public static Set<String> mentioned(Pipeline pipeline) {
        Set<String> ids = new LinkedHashSet<>();
        patches(pipeline).forEach(patch -> components(patch).forEach((id, change) -> ids.add((String) id)));
        return ids;
    }

    /** The ids of the components that strategies and their runbooks add, told from those that others take away and so are drawn. */
    public static Set<String> added(Pipeline pipeline) {
        Set<String> ids = mentioned(pipeline);
        patches(pipeline)
                .forEach(patch -> components(patch).forEach((id, change) -> {
                    if (change == null) {
                        ids.remove((String) id);
                    }
                }));
        return ids;
    }

    /** The ids of all components that are in the drawing, or that a strategy or a runbook adds or changes. */
    public static Set<String> anywhere(Pipeline pipeline) {
        Set<String> ids = new LinkedHashSet<>(pipeline.components().keySet());
        patches(pipeline)
                .forEach(patch -> components(patch).forEach((id, change) -> {
                    if (change != null) {
                        ids.add((String) id);
                    }
                }));
        return ids;
    }

    private static Map<?, ?> components(Tree patch) {
        return patch.entries().get(StrategyEdits.COMPONENTS) instanceof Map<?, ?> changes ? changes : Map.of();
    }

    private static List<Tree> patches(Pipeline pipeline) {
        List<Tree> patches = new ArrayList<>();
        for (Strategy strategy : pipeline.strategiesOrNone().values()) {
            patches.add(strategy.patchOrEmpty());
            strategy.runbookOrEmpty().forEach(step -> patches.add(step.patch()));
        }
        return patches;
    }

    private @Nullable Map<String, Scenario> scenarios() {
        if (after.scenarios() == null) {
            return null;
        }
        Map<String, Scenario> kept = new LinkedHashMap<>();
        after.scenarios()
                .forEach((id, scenario) -> kept.put(
                        id,
                        new Scenario(
                                scenario.label(),
                                scenario.description(),
                                scenario.faults().stream()
                                        .filter(this::stillBefalls)
                                        .toList())));
        return Collections.unmodifiableMap(kept);
    }

    private boolean stillBefalls(Fault fault) {
        String id = fault.target().id();
        if (id != null) {
            return !gone.contains(id);
        }
        Map<String, String> tags = fault.target().tags();
        return tags == null || anyHas(after, tags) || !anyHas(before, tags);
    }

    private static boolean anyHas(Pipeline pipeline, Map<String, String> tags) {
        return pipeline.components().values().stream()
                .anyMatch(component -> component.about().hasTags(tags));
    }

    private @Nullable Map<String, Strategy> strategies() {
        if (after.strategies() == null) {
            return null;
        }
        Map<String, Strategy> kept = new LinkedHashMap<>();
        after.strategies().forEach((id, strategy) -> kept.put(id, strategy(strategy)));
        return Collections.unmodifiableMap(kept);
    }

    private Strategy strategy(Strategy strategy) {
        Tree patch = strategy.patch();
        return new Strategy(
                strategy.label(),
                strategy.description(),
                patch == null ? null : patch(patch),
                strategy.runbook() == null ? null : runbook(strategy.runbookOrEmpty()));
    }

    private List<RunbookStep> runbook(List<RunbookStep> steps) {
        return steps.stream()
                .map(step -> new RunbookStep(step.after(), patch(step.patch())))
                .toList();
    }

    /** A patch without its parts about the deleted, and without arrows from or to them. */
    private Tree patch(Tree patch) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        patch.entries()
                .forEach((section, parts) -> kept.put(section, parts instanceof Map<?, ?> map ? part(map) : parts));
        return Tree.of(kept);
    }

    private Map<String, @Nullable Object> part(Map<?, ?> parts) {
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        parts.forEach((key, value) -> {
            String name = (String) key;
            boolean arrow = name.contains("->");
            boolean lost = gone.contains(name)
                    || arrow && (gone.contains(Pipeline.from(name)) || gone.contains(Pipeline.to(name)));
            if (!lost) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
