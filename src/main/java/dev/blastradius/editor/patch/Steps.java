package dev.blastradius.editor.patch;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps from one pipeline to another. */
public final class Steps {

    private Steps() {}

    /** The smallest merge patch on components and dependencies that makes one pipeline of another; empty where they have the same. */
    public static Tree between(Pipeline before, Pipeline after) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        ValueType<Component> component = Kinds.TYPE;
        put(patch, StrategyEdits.COMPONENTS, tree(component, before.components()), tree(component, after.components()));
        ValueType<Dependency> dependency = BlastFormat.TYPE.dependency();
        put(patch, StrategyEdits.DEPENDENCIES, tree(dependency, before.arrows()), tree(dependency, after.arrows()));
        return Tree.of(patch);
    }

    private static void put(
            Map<String, @Nullable Object> patch,
            String section,
            Map<String, Object> before,
            Map<String, Object> after) {
        Map<String, @Nullable Object> difference = Difference.between(before, after);
        if (!difference.isEmpty()) {
            patch.put(section, difference);
        }
    }

    private static <V> Map<String, Object> tree(ValueType<V> type, Map<String, V> entries) {
        Map<String, Object> tree = new LinkedHashMap<>();
        entries.forEach((key, value) -> tree.put(key, type.write(value)));
        return tree;
    }
}
