package dev.blastradius.editor;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is left of deleted components and dependencies in scenarios and strategies: faults that befall them, and parts of patches
 * that change them. It goes with them, so that the model can be opened again.
 */
final class Remains {

    private final Pipeline after;
    private final Predicate<String> gone;

    private Remains(Pipeline before, Pipeline after) {
        this.after = after;
        this.gone = name ->
                before.components().containsKey(name) && !after.components().containsKey(name)
                        || before.arrows().containsKey(name) && !after.arrows().containsKey(name);
    }

    /** The model after a deletion, without what is left of the deleted. */
    static Pipeline clear(Pipeline before, Pipeline after) {
        Remains remains = new Remains(before, after);
        return new Pipeline(
                after.format(),
                after.name(),
                after.description(),
                after.components(),
                after.dependencies(),
                remains.scenarios(),
                remains.strategies(),
                after.experiment(),
                after.view());
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
            return !gone.test(id);
        }
        Map<String, String> tags = fault.target().tags();
        return tags == null
                || after.components().values().stream()
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
                strategy.runbook() == null
                        ? null
                        : strategy.runbook().stream()
                                .map(step -> new RunbookStep(step.after(), patch(step.patch())))
                                .toList());
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
            boolean lost = gone.test(name) || arrow && (gone.test(Pipeline.from(name)) || gone.test(Pipeline.to(name)));
            if (!lost) {
                kept.put(name, value);
            }
        });
        return kept;
    }
}
