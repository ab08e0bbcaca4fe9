package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.patch.Remains;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.component.About;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a pipeline, copied and put into another one. A part, or clip, is a pipeline of its own: components, the dependencies among them,
 * and where they are drawn.
 */
public final class Clips {

    /** Pasted boxes lie so many pixels to the right and below of those that they would cover exactly. */
    static final double CASCADE = 24;

    private static final double SAME_PLACE = 4;
    private static final int LONGEST_CASCADE = 1_000;
    private static final List<String> OWN = About.TYPE.keys();

    private Clips() {}

    /**
     * A pipeline with a clip in it.
     *
     * @param pasted what came in, under its new names
     */
    public record Pasted(Pipeline pipeline, Selection pasted) {}

    /**
     * What is selected: the components with the dependencies among them, or, where no component is selected, the dependencies. A
     * fallback comes only with the dependency that it stands in for.
     *
     * @param corners the upper left corners of all boxes
     */
    public static Pipeline copy(Pipeline from, Selection selection, Map<String, Point> corners) {
        Map<String, Component> components = new LinkedHashMap<>(from.components());
        components.keySet().retainAll(selection.components());
        Map<String, Dependency> dependencies = new LinkedHashMap<>(from.arrows());
        if (components.isEmpty()) {
            dependencies.keySet().retainAll(selection.dependencies());
        } else {
            dependencies.keySet().removeIf(key -> !isAmong(components.keySet(), key));
            dropStrandedFallbacks(dependencies);
        }
        Map<String, Position> view = new LinkedHashMap<>();
        components.keySet().forEach(id -> {
            Point corner = corners.get(id);
            if (corner != null) {
                view.put(id, new Position(Math.rint(corner.x()) + 0.0, Math.rint(corner.y()) + 0.0));
            }
        });
        return new Pipeline(
                Pipeline.FORMAT,
                null,
                null,
                Collections.unmodifiableMap(components),
                dependencies.isEmpty() ? null : Collections.unmodifiableMap(dependencies),
                null,
                null,
                null,
                view.isEmpty() ? null : Collections.unmodifiableMap(view));
    }

    private static boolean isAmong(Collection<String> ids, String key) {
        return ids.contains(Pipeline.from(key)) && ids.contains(Pipeline.to(key));
    }

    private static void dropStrandedFallbacks(Map<String, Dependency> dependencies) {
        boolean more = true;
        while (more) {
            more = dependencies
                    .values()
                    .removeIf(each -> each.isFallback()
                            && !dependencies.containsKey(each.fallback().fallbackFor()));
        }
    }

    /**
     * A pipeline with a clip's components and the dependencies among them. Ids that are taken, in the drawing or in a strategy, become
     * free ones. The
     * dependencies of a clip without components are drawn again where both ends are there and nothing connects them.
     *
     * @param places where the clip's components are drawn, by their ids in the clip
     */
    public static Pasted paste(Pipeline into, Pipeline clip, Map<String, Point> places) {
        Set<String> taken = Remains.added(into);
        taken.addAll(into.components().keySet());
        Map<String, String> ids = freeIds(taken, clip.components().keySet());
        Map<String, Component> components = new LinkedHashMap<>(into.components());
        clip.components().forEach((id, component) -> components.put(ids.getOrDefault(id, id), component));
        Map<String, Dependency> fresh = new LinkedHashMap<>();
        boolean onlyArrows = clip.components().isEmpty();
        Predicate<String> comes = onlyArrows
                ? key -> Edits.canConnect(into, Pipeline.from(key), Pipeline.to(key))
                : key -> isAmong(ids.keySet(), key);
        clip.arrows().forEach((key, dependency) -> {
            if (comes.test(key)) {
                fresh.put(renamed(key, ids), renamed(dependency, ids));
            }
        });
        Map<String, Dependency> dependencies = new LinkedHashMap<>(into.arrows());
        dependencies.putAll(fresh);
        dropStrandedFallbacks(dependencies);
        fresh.keySet().retainAll(dependencies.keySet());
        Map<String, Point> corners = new LinkedHashMap<>();
        places.forEach((id, corner) -> {
            String name = ids.get(id);
            if (name != null) {
                corners.put(name, corner);
            }
        });
        Pipeline with = into.withComponents(Collections.unmodifiableMap(components))
                .withDependencies(fresh.isEmpty() ? into.dependencies() : Collections.unmodifiableMap(dependencies));
        Set<String> added = new LinkedHashSet<>(ids.values());
        Selection pasted = new Selection(added, onlyArrows ? fresh.keySet() : Set.of());
        return new Pasted(corners.isEmpty() ? with : Edits.place(with, corners), pasted);
    }

    /** A free id for each: its own, else the same with the next free number. */
    private static Map<String, String> freeIds(Set<String> taken, Collection<String> wanted) {
        Set<String> used = new LinkedHashSet<>(taken);
        Map<String, String> ids = new LinkedHashMap<>();
        // Those that can keep theirs are not to lose it to the copy of another.
        wanted.stream().filter(id -> !taken.contains(id)).forEach(used::add);
        for (String id : wanted) {
            String free = taken.contains(id) ? next(id, used) : id;
            used.add(free);
            ids.put(id, free);
        }
        return ids;
    }

    private static String next(String id, Set<String> used) {
        String stem = id.replaceFirst("-[0-9]{1,6}$", "");
        String free = stem;
        for (int i = 2; free.equals(stem) || used.contains(free); i++) {
            free = stem + "-" + i;
        }
        return free;
    }

    private static String renamed(String key, Map<String, String> ids) {
        String from = Pipeline.from(key);
        String to = Pipeline.to(key);
        return Pipeline.key(ids.getOrDefault(from, from), ids.getOrDefault(to, to));
    }

    private static Dependency renamed(Dependency dependency, Map<String, String> ids) {
        String standsInFor = dependency.fallback().fallbackFor();
        if (standsInFor == null) {
            return dependency;
        }
        Dependency.Fallback old = dependency.fallback();
        return new Dependency(
                dependency.call(),
                new Dependency.Fallback(renamed(standsInFor, ids), old.order(), old.readiness(), old.coldStart()),
                dependency.policies());
    }

    /**
     * Where a clip's boxes go: as they lie to each other, around a point or at their own places, and further right and down as long as one
     * of them would cover a box exactly. So pasting several times makes a cascade.
     *
     * @param boxes the clip's, where the clip has them
     * @param taken the boxes that are there
     * @param middle where their middle goes; null: they stay where the clip has them
     */
    public static Map<String, Point> places(Map<String, Rect> boxes, Collection<Rect> taken, @Nullable Point middle) {
        Rect around = Rect.around(boxes.values());
        if (around == null) {
            return Map.of();
        }
        double dx = middle == null ? 0 : Math.rint(middle.x() - around.centerX());
        double dy = middle == null ? 0 : Math.rint(middle.y() - around.centerY());
        int steps = 0;
        while (steps < LONGEST_CASCADE && coversOne(boxes.values(), dx, dy, taken)) {
            dx += CASCADE;
            dy += CASCADE;
            steps++;
        }
        Map<String, Point> places = new LinkedHashMap<>();
        for (Map.Entry<String, Rect> box : boxes.entrySet()) {
            places.put(
                    box.getKey(),
                    new Point(box.getValue().x() + dx, box.getValue().y() + dy));
        }
        return Collections.unmodifiableMap(places);
    }

    private static boolean coversOne(Collection<Rect> boxes, double dx, double dy, Collection<Rect> taken) {
        for (Rect box : boxes) {
            for (Rect other : taken) {
                if (Math.abs(box.x() + dx - other.x()) < SAME_PLACE
                        && Math.abs(box.y() + dy - other.y()) < SAME_PLACE) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * A pipeline in which the selected have a clip's settings: components those of the clip's first component of their kind, except
     * name, description and tags; dependencies those of the clip's first dependency, except what they stand in for.
     */
    public static Pipeline pasteSettings(Pipeline into, Pipeline clip, Selection onto) {
        Pipeline changed = into;
        for (String id : onto.components()) {
            Component target = into.components().get(id);
            Component source = target == null ? null : firstLike(target, clip);
            if (target != null && source != null) {
                changed = Edits.replaceComponent(changed, id, withSettings(target, source));
            }
        }
        if (!clip.arrows().isEmpty()) {
            Dependency source = clip.arrows().values().iterator().next();
            for (String key : onto.dependencies()) {
                Dependency target = into.arrows().get(key);
                if (target != null) {
                    changed = Edits.replaceDependency(
                            changed, key, new Dependency(source.call(), target.fallback(), source.policies()));
                }
            }
        }
        return changed;
    }

    private static @Nullable Component firstLike(Component target, Pipeline clip) {
        return clip.components().values().stream()
                .filter(each -> each.kind().equals(target.kind()))
                .findFirst()
                .orElse(null);
    }

    private static Component withSettings(Component target, Component source) {
        Map<Object, Object> tree = new LinkedHashMap<>((Map<?, ?>) Kinds.TYPE.write(source));
        Map<?, ?> own = (Map<?, ?>) Kinds.TYPE.write(target);
        for (String key : OWN) {
            Object value = own.get(key);
            if (value == null) {
                tree.remove(key);
            } else {
                tree.put(key, value);
            }
        }
        Component changed = Kinds.TYPE.read(tree, JsonPath.ROOT, new Problems());
        return changed == null ? target : changed;
    }
}
