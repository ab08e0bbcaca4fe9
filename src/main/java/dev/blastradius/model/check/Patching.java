package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.PipelineType;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.ValueType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Applies merge patches (RFC 7396) on {@code components} and {@code dependencies} to the pipeline as the program writes it, and
 * reads back what a patch has touched; the rest is shared with the pipeline before.
 */
public final class Patching {

    private static final String COMPONENTS = "components";
    private static final String DEPENDENCIES = "dependencies";

    private final PipelineType type;

    public Patching(PipelineType type) {
        this.type = type;
    }

    /**
     * The pipeline with a patch applied. What is wrong with the patch is added to {@code problems}; an entry that cannot be
     * read is then left as it was.
     *
     * @param where the place of the patch
     * @param unreadable places in the base, such as {@code $.components.a}, that could not be read and are passed over
     */
    public Pipeline apply(Pipeline base, Tree patch, JsonPath where, Set<JsonPath> unreadable, Problems problems) {
        Map<String, Component> components = base.components();
        Map<String, Dependency> dependencies = base.dependencies();
        for (Map.Entry<String, @Nullable Object> entry : patch.entries().entrySet()) {
            String key = entry.getKey();
            JsonPath here = where.key(key);
            if (key.equals(COMPONENTS)) {
                Family<Component> family =
                        new Family<>(JsonPath.ROOT.key(key), Pipeline.ID_PATTERN, Pipeline.ID_FORM, Kinds.TYPE);
                components = family.merge(components, entry.getValue(), here, unreadable, problems);
            } else if (key.equals(DEPENDENCIES)) {
                dependencies = entry.getValue() == null
                        ? null
                        : dependencyFamily(key).merge(base.arrows(), entry.getValue(), here, unreadable, problems);
            } else {
                problems.add(unknownKey(key, here));
            }
        }
        return base.withComponents(components).withDependencies(dependencies);
    }

    private Family<Dependency> dependencyFamily(String key) {
        return new Family<>(
                JsonPath.ROOT.key(key), Pipeline.DEPENDENCY_PATTERN, Pipeline.DEPENDENCY_FORM, type.dependency());
    }

    private static Problem unknownKey(String key, JsonPath here) {
        Problem problem = Problem.error(
                here, "a patch changes components and dependencies only", COMPONENTS + ", " + DEPENDENCIES, key);
        String nearest = Nearest.of(key, List.of(COMPONENTS, DEPENDENCIES));
        return nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
    }

    /** The entries of one map of the pipeline: where it stands, and how its keys and values are written. */
    private record Family<V>(JsonPath place, String pattern, String form, ValueType<V> value) {

        Map<String, V> merge(
                Map<String, V> base,
                @Nullable Object patch,
                JsonPath where,
                Set<JsonPath> unreadable,
                Problems problems) {
            if (!(patch instanceof Map<?, ?> changes)) {
                problems.error(where, "not an object", "an object with keys of the form " + form, shown(patch));
                return base;
            }
            Map<String, V> merged = new LinkedHashMap<>(base);
            Pattern keys = Pattern.compile(pattern);
            for (Map.Entry<?, ?> change : changes.entrySet()) {
                String key = (String) change.getKey();
                if (!keys.matcher(key).matches()) {
                    problems.error(where.key(key), "a key of the wrong form", form, key);
                } else if (!unreadable.contains(place.key(key))) {
                    mergeEntry(merged, key, change.getValue(), where.key(key), problems);
                }
            }
            return Collections.unmodifiableMap(merged);
        }

        private void mergeEntry(
                Map<String, V> merged, String key, @Nullable Object change, JsonPath where, Problems problems) {
            V present = merged.get(key);
            if (change == null) {
                merged.remove(key);
                if (present == null) {
                    problems.warning(where, "there is nothing here to remove", "the key of an existing entry", key);
                }
                return;
            }
            Object tree = change;
            if (change instanceof Map<?, ?> object) {
                Tree before = present != null && value.write(present) instanceof Map<?, ?> written
                        ? Tree.of(written)
                        : Tree.EMPTY;
                tree = before.merge(Tree.of(object)).entries();
            }
            V read = value.read(tree, where, problems);
            if (read != null) {
                merged.put(key, read);
            }
        }

        private static Object shown(@Nullable Object patch) {
            return patch == null ? "null" : patch;
        }
    }
}
