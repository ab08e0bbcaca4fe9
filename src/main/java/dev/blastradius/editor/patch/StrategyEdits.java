package dev.blastradius.editor.patch;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.check.Patching;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The drawing, and what a strategy's patch makes of it. An edit of what is seen under a strategy becomes an edit of the model:
 * components and dependencies go into the strategy's patch; everything else is the model's own.
 */
public final class StrategyEdits {

    static final String COMPONENTS = "components";
    static final String DEPENDENCIES = "dependencies";

    private static final Patching PATCHING = new Patching(BlastFormat.TYPE);

    private StrategyEdits() {}

    /**
     * The pipeline as a strategy's patch makes it; what the patch says wrongly is left as drawn. The runbook is not applied.
     *
     * @param strategy its id; the drawing itself where there is no such strategy
     */
    public static Pipeline build(Pipeline drawn, String strategy) {
        Strategy chosen = drawn.strategiesOrNone().get(strategy);
        return chosen == null
                ? drawn
                : PATCHING.apply(drawn, chosen.patchOrEmpty(), JsonPath.ROOT, Set.of(), new Problems());
    }

    /**
     * The model after an edit of what a strategy makes of it.
     *
     * @param drawn the model before
     * @param id the strategy
     * @param before what was seen before the edit
     * @param after what is to be seen
     */
    public static Pipeline edited(Pipeline drawn, String id, Pipeline before, Pipeline after) {
        Strategy strategy = after.strategiesOrNone().get(id);
        boolean built = !after.components().equals(before.components())
                || !after.arrows().equals(before.arrows());
        Map<String, Strategy> strategies = after.strategies();
        if (built && strategy != null && strategies != null) {
            Strategy was = drawn.strategiesOrNone().get(id);
            boolean samePatch = was != null && was.patchOrEmpty().equals(strategy.patchOrEmpty());
            Pipeline base = samePatch ? before : build(withParts(after, drawn, strategies, after.view()), id);
            Map<String, Strategy> changed = new LinkedHashMap<>(strategies);
            Tree patch = patch(drawn, strategy.patchOrEmpty(), base, after);
            changed.put(id, Remains.clear(before, after, with(strategy, patch)));
            strategies = Collections.unmodifiableMap(changed);
        }
        Pipeline edited = withParts(after, drawn, strategies, after.view());
        return withParts(after, drawn, strategies, view(edited, before, after));
    }

    private static Strategy with(Strategy strategy, Tree patch) {
        boolean unsaid = patch.isEmpty() && strategy.patch() == null;
        return new Strategy(strategy.label(), strategy.description(), unsaid ? null : patch, strategy.runbook());
    }

    /** A model with the components and the dependencies that a strategy has built before. */
    public static Pipeline withBuilt(Pipeline own, Pipeline built) {
        return withParts(own, built, own.strategies(), own.view());
    }

    /** A model with the components and the dependencies of another one. */
    private static Pipeline withParts(
            Pipeline own,
            Pipeline parts,
            @Nullable Map<String, Strategy> strategies,
            @Nullable Map<String, Position> view) {
        return own.withComponents(parts.components())
                .withDependencies(parts.dependencies())
                .withStrategies(strategies)
                .withView(view);
    }

    /** What a strategy takes away keeps its place, for it is in the drawing or in another strategy still. */
    private static @Nullable Map<String, Position> view(Pipeline edited, Pipeline before, Pipeline after) {
        if (after.positions().keySet().containsAll(before.positions().keySet())) {
            return after.view();
        }
        Set<String> anywhere = Remains.anywhere(edited);
        Map<String, Position> view = new LinkedHashMap<>();
        before.positions().forEach((id, position) -> {
            boolean takenAway = !after.components().containsKey(id) && anywhere.contains(id);
            Position place = takenAway ? position : after.positions().get(id);
            if (place != null) {
                view.put(id, place);
            }
        });
        after.positions().forEach(view::putIfAbsent);
        return Collections.unmodifiableMap(view);
    }

    /** The patch that makes of the drawing what is to be seen. */
    private static Tree patch(Pipeline drawn, Tree patch, Pipeline before, Pipeline after) {
        Map<String, @Nullable Object> updated = new LinkedHashMap<>(patch.entries());
        section(updated, COMPONENTS, Kinds.TYPE, drawn.components(), before.components(), after.components());
        ValueType<Dependency> dependency = BlastFormat.TYPE.dependency();
        section(updated, DEPENDENCIES, dependency, drawn.arrows(), before.arrows(), after.arrows());
        return Tree.of(updated);
    }

    private static <V> void section(
            Map<String, @Nullable Object> patch,
            String key,
            ValueType<V> type,
            Map<String, V> drawn,
            Map<String, V> before,
            Map<String, V> after) {
        Set<String> touched = new LinkedHashSet<>(before.keySet());
        touched.addAll(after.keySet());
        touched.removeIf(each -> Objects.equals(before.get(each), after.get(each)));
        if (touched.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> present = new LinkedHashMap<>();
        if (patch.get(key) instanceof Map<?, ?> entries) {
            entries.forEach((each, value) -> present.put((String) each, value));
        } else if (patch.containsKey(key)) {
            // A patch that takes all of it away takes each of them away.
            drawn.keySet().forEach(each -> present.put(each, null));
        }
        Map<String, @Nullable Object> updated = Difference.update(
                trees(type, drawn, touched), present, trees(type, before, touched), trees(type, after, touched));
        if (updated.isEmpty()) {
            patch.remove(key);
        } else {
            patch.put(key, updated);
        }
    }

    private static <V> Map<String, Object> trees(ValueType<V> type, Map<String, V> entries, Set<String> keys) {
        Map<String, Object> trees = new LinkedHashMap<>();
        for (String key : keys) {
            V value = entries.get(key);
            if (value != null) {
                trees.put(key, type.write(value));
            }
        }
        return trees;
    }
}
