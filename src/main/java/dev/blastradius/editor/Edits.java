package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.patch.Remains;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.component.About;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Edits of a pipeline: each gives a new one, and leaves the old one as it was. */
public final class Edits {

    private Edits() {}

    /** With components drawn somewhere else; where the others are drawn stays. */
    public static Pipeline place(Pipeline pipeline, Map<String, Point> corners) {
        Map<String, Position> view = new LinkedHashMap<>(pipeline.positions());
        corners.forEach((id, corner) -> view.put(id, new Position(round(corner.x()), round(corner.y()))));
        return withView(pipeline, view);
    }

    /** Whole pixels: a file that people read needs no fractions of them. */
    private static double round(double pixels) {
        return Math.rint(pixels) + 0.0;
    }

    /** With a component's record replaced. */
    public static Pipeline replaceComponent(Pipeline pipeline, String id, Component component) {
        return withComponents(pipeline, put(pipeline.components(), id, component));
    }

    /** With a dependency's record replaced. */
    public static Pipeline replaceDependency(Pipeline pipeline, String key, Dependency dependency) {
        return withDependencies(pipeline, put(pipeline.arrows(), key, dependency));
    }

    /** With one more component of a kind, at harmless values. */
    public static Pipeline addComponent(Pipeline pipeline, Kind<? extends Component> kind, String id, Point corner) {
        return add(pipeline, kind, FormEdits.beginning(kind.type()), id, corner);
    }

    /** With one more component of a preset's kind, with its values and under its name. */
    public static Pipeline addPreset(
            Pipeline pipeline, Preset preset, Kind<? extends Component> kind, String id, Point corner) {
        Map<String, Object> tree = PresetEdits.apply(FormEdits.beginning(kind.type()), preset);
        tree.put(About.LABEL.key(), preset.name());
        return add(pipeline, kind, tree, id, corner);
    }

    private static Pipeline add(
            Pipeline pipeline, Kind<? extends Component> kind, Map<String, Object> tree, String id, Point corner) {
        Problems problems = new Problems();
        Component component = kind.type().read(tree, JsonPath.ROOT, problems);
        if (component == null || problems.hasErrors()) {
            throw new IllegalStateException(kind.key() + ": " + problems.all());
        }
        return place(withComponents(pipeline, put(pipeline.components(), id, component)), Map.of(id, corner));
    }

    /**
     * An id for a new component of a kind that no other has, in the drawing or in a strategy: {@code "model"}, {@code "model-2"}, …
     */
    public static String freeId(Pipeline pipeline, Kind<? extends Component> kind) {
        Set<String> taken = Remains.mentioned(pipeline);
        taken.addAll(pipeline.components().keySet());
        String id = kind.key();
        for (int i = 2; taken.contains(id); i++) {
            id = kind.key() + "-" + i;
        }
        return id;
    }

    /** With an arrow from one component to another; as it is where the two cannot be connected. */
    public static Pipeline connect(Pipeline pipeline, String from, String to) {
        return canConnect(pipeline, from, to)
                ? withDependencies(pipeline, put(pipeline.arrows(), Pipeline.key(from, to), Dependency.PLAIN))
                : pipeline;
    }

    /** Whether an arrow may be drawn: from what calls to what is called, and not twice. */
    public static boolean canConnect(Pipeline pipeline, String from, String to) {
        Component source = pipeline.components().get(from);
        Component target = pipeline.components().get(to);
        return source != null
                && target != null
                && !from.equals(to)
                && source.kind().role() != Kind.Role.ANSWER
                && target.kind().role() != Kind.Role.SOURCE
                && !pipeline.arrows().containsKey(Pipeline.key(from, to));
    }

    /**
     * Without the selected components and dependencies, without the arrows of the components, and without fallbacks for arrows that
     * are no more (they become arrows of their own right only if they are drawn so).
     */
    public static Pipeline delete(Pipeline pipeline, Selection selection) {
        Map<String, Component> components = new LinkedHashMap<>(pipeline.components());
        components.keySet().removeAll(selection.components());
        Map<String, Dependency> dependencies = new LinkedHashMap<>(pipeline.arrows());
        dependencies.keySet().removeAll(selection.dependencies());
        dependencies
                .keySet()
                .removeIf(key ->
                        !components.containsKey(Pipeline.from(key)) || !components.containsKey(Pipeline.to(key)));
        boolean more = true;
        while (more) {
            more = dependencies
                    .values()
                    .removeIf(each -> each.isFallback()
                            && !dependencies.containsKey(each.fallback().fallbackFor()));
        }
        Map<String, Position> view = new LinkedHashMap<>(pipeline.positions());
        view.keySet().removeAll(selection.components());
        return withView(withDependencies(withComponents(pipeline, components), dependencies), view);
    }

    private static <V> Map<String, V> put(Map<String, V> map, String key, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }

    /** Without the places of some components. */
    static Pipeline withoutPlaces(Pipeline pipeline, Set<String> ids) {
        if (Collections.disjoint(pipeline.positions().keySet(), ids)) {
            return pipeline;
        }
        Map<String, Position> view = new LinkedHashMap<>(pipeline.positions());
        view.keySet().removeAll(ids);
        return withView(pipeline, view);
    }

    /** With other components and dependencies, and everything else as it is. */
    static Pipeline withParts(
            Pipeline pipeline, Map<String, Component> components, @Nullable Map<String, Dependency> dependencies) {
        return withDependencies(withComponents(pipeline, components), dependencies == null ? Map.of() : dependencies);
    }

    private static Pipeline withComponents(Pipeline it, Map<String, Component> components) {
        return it.withComponents(Collections.unmodifiableMap(components));
    }

    private static Pipeline withDependencies(Pipeline it, Map<String, Dependency> dependencies) {
        return it.withDependencies(orAbsent(dependencies, it.dependencies()));
    }

    private static Pipeline withView(Pipeline it, Map<String, Position> view) {
        return it.withView(orAbsent(view, it.view()));
    }

    /** What the file did not say and is still empty stays unsaid. */
    private static <V> @Nullable Map<String, V> orAbsent(Map<String, V> map, @Nullable Map<String, V> before) {
        return map.isEmpty() && before == null ? null : Collections.unmodifiableMap(map);
    }
}
