package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a selection leads to: what it calls, what calls it, and what is like it. */
public final class Reach {

    private Reach() {}

    /** Along the arrows, or against them. */
    public enum Way {
        /** From the caller to what it calls. */
        DOWNSTREAM,
        /** From what is called to its callers. */
        UPSTREAM
    }

    /** The components one arrow away, without those selected. */
    public static Selection neighbours(Pipeline pipeline, Selection from, Way way) {
        Set<String> starts = starts(pipeline, from, way);
        Set<String> found = next(pipeline, starts, way);
        found.removeAll(from.components());
        return Selection.components(found);
    }

    /** The selection with everything that lies that way, and the arrows among them. */
    public static Selection all(Pipeline pipeline, Selection from, Way way) {
        Set<String> reached = new LinkedHashSet<>(starts(pipeline, from, way));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (String id : next(pipeline, Set.of(open.pop()), way)) {
                if (reached.add(id)) {
                    open.add(id);
                }
            }
        }
        Set<String> arrows = new LinkedHashSet<>(from.dependencies());
        pipeline.arrows().keySet().stream()
                .filter(key -> reached.contains(Pipeline.from(key)) && reached.contains(Pipeline.to(key)))
                .forEach(arrows::add);
        return new Selection(reached, arrows);
    }

    /** A selected arrow stands for the component at its end. */
    private static Set<String> starts(Pipeline pipeline, Selection from, Way way) {
        Set<String> starts = new LinkedHashSet<>(from.components());
        for (String key : from.dependencies()) {
            if (pipeline.arrows().containsKey(key)) {
                starts.add(way == Way.DOWNSTREAM ? Pipeline.to(key) : Pipeline.from(key));
            }
        }
        return starts;
    }

    private static Set<String> next(Pipeline pipeline, Set<String> from, Way way) {
        Set<String> found = new LinkedHashSet<>();
        for (String key : pipeline.arrows().keySet()) {
            String start = way == Way.DOWNSTREAM ? Pipeline.from(key) : Pipeline.to(key);
            if (from.contains(start)) {
                found.add(way == Way.DOWNSTREAM ? Pipeline.to(key) : Pipeline.from(key));
            }
        }
        return found;
    }

    /** Everything that is not selected, and nothing that is. */
    public static Selection inverse(Pipeline pipeline, Selection selection) {
        Set<String> components = new LinkedHashSet<>(pipeline.components().keySet());
        components.removeAll(selection.components());
        Set<String> arrows = new LinkedHashSet<>(pipeline.arrows().keySet());
        arrows.removeAll(selection.dependencies());
        return new Selection(components, arrows);
    }

    /** All components of a kind that is selected; where no component is, all arrows of the selected sort, fallbacks or not. */
    public static Selection alike(Pipeline pipeline, Selection selection) {
        if (selection.components().isEmpty()) {
            Set<String> arrows = new LinkedHashSet<>(selection.dependencies());
            BiPredicate<String, String> same = (a, b) -> isFallback(pipeline, a) == isFallback(pipeline, b);
            pipeline.arrows().keySet().stream()
                    .filter(key -> selection.dependencies().stream().anyMatch(each -> same.test(each, key)))
                    .forEach(arrows::add);
            return new Selection(Set.of(), arrows);
        }
        Set<Kind<? extends Component>> kinds = new LinkedHashSet<>();
        pipeline.components().forEach((id, component) -> {
            if (selection.components().contains(id)) {
                kinds.add(component.kind());
            }
        });
        Set<String> alike = new LinkedHashSet<>();
        pipeline.components().forEach((id, component) -> {
            if (kinds.contains(component.kind())) {
                alike.add(id);
            }
        });
        return Selection.components(alike);
    }

    private static boolean isFallback(Pipeline pipeline, String key) {
        var dependency = pipeline.arrows().get(key);
        return dependency != null && dependency.isFallback();
    }
}
