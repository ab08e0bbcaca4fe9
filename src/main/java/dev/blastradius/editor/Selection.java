package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is selected, in the order in which it was.
 *
 * @param components their ids
 * @param dependencies their keys
 */
public record Selection(Set<String> components, Set<String> dependencies) {

    /** Nothing. */
    public static final Selection NONE = new Selection(Set.of(), Set.of());

    public Selection {
        components = Collections.unmodifiableSet(new LinkedHashSet<>(components));
        dependencies = Collections.unmodifiableSet(new LinkedHashSet<>(dependencies));
    }

    /** One component. */
    public static Selection component(String id) {
        return new Selection(Set.of(id), Set.of());
    }

    /** Several components. */
    public static Selection components(Collection<String> ids) {
        return new Selection(new LinkedHashSet<>(ids), Set.of());
    }

    /** One dependency. */
    public static Selection dependency(String key) {
        return new Selection(Set.of(), Set.of(key));
    }

    public boolean isEmpty() {
        return components.isEmpty() && dependencies.isEmpty();
    }

    /** The component, where it is all that is selected; else null. */
    public @Nullable String onlyComponent() {
        return components.size() == 1 && dependencies.isEmpty()
                ? components.iterator().next()
                : null;
    }

    /** The dependency, where it is all that is selected; else null. */
    public @Nullable String onlyDependency() {
        return dependencies.size() == 1 && components.isEmpty()
                ? dependencies.iterator().next()
                : null;
    }

    /** With a component taken in, or taken out where it was in. */
    public Selection toggled(String id) {
        Set<String> changed = new LinkedHashSet<>(components);
        if (!changed.remove(id)) {
            changed.add(id);
        }
        return new Selection(changed, dependencies);
    }

    /** With a dependency taken in, or taken out where it was in. */
    public Selection toggledDependency(String key) {
        Set<String> changed = new LinkedHashSet<>(dependencies);
        if (!changed.remove(key)) {
            changed.add(key);
        }
        return new Selection(components, changed);
    }

    /** Both together. */
    public Selection with(Selection more) {
        Set<String> both = new LinkedHashSet<>(components);
        both.addAll(more.components);
        Set<String> arrows = new LinkedHashSet<>(dependencies);
        arrows.addAll(more.dependencies);
        return new Selection(both, arrows);
    }

    /** Without what a pipeline does not have. */
    Selection within(Pipeline pipeline) {
        Set<String> boxes = new LinkedHashSet<>(components);
        boxes.retainAll(pipeline.components().keySet());
        Set<String> arrows = new LinkedHashSet<>(dependencies);
        arrows.retainAll(pipeline.arrows().keySet());
        return new Selection(boxes, arrows);
    }
}
