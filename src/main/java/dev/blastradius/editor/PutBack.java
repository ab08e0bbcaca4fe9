package dev.blastradius.editor;

import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes parts of what the chosen strategy builds as they are drawn again; what is made so leaves the strategy's patch. */
public final class PutBack {

    private final Editor editor;

    public PutBack(Editor editor) {
        this.editor = editor;
    }

    /** Everything in which what is seen differs from the drawing. */
    public List<Deviation> deviations() {
        return editor.isAsDrawn() ? List.of() : Deviations.all(editor.drawn(), editor.pipeline());
    }

    /** In what a component or a dependency differs from the drawing. */
    public List<Deviation> deviations(Subject subject) {
        return editor.isAsDrawn() ? List.of() : Deviations.of(editor.drawn(), editor.pipeline(), subject);
    }

    /**
     * Puts a value back. Where it cannot stand beside others that are not as drawn, what is around it is put back with it.
     *
     * @return what is wrong; empty where the model has changed
     */
    public List<Problem> one(Deviation deviation) {
        List<Problem> problems = List.of();
        for (int depth = deviation.path().size(); depth >= 0; depth--) {
            Deviation around = new Deviation(
                    deviation.subject(),
                    deviation.path().subList(0, depth),
                    deviation.kind(),
                    deviation.name(),
                    deviation.drawn(),
                    deviation.here());
            Pipeline back = of(editor.drawn(), editor.pipeline(), around);
            problems = back == null ? problems : editor.applyIfValid("Put back " + deviation.name(), null, back);
            if (back != null && problems.isEmpty()) {
                return problems;
            }
        }
        editor.refused(problems);
        return problems;
    }

    /** Puts back a whole component or dependency. */
    public List<Problem> whole(Subject subject) {
        String name = subject.what() == Subject.What.DEPENDENCY
                ? Captions.title(editor.pipeline(), subject.id())
                : Captions.name(editor.pipeline(), subject.id());
        return editor.edit("Put back " + name, null, seen -> whole(editor.drawn(), seen, subject));
    }

    /** Puts everything back: the strategy builds what is drawn. */
    public List<Problem> all() {
        return editor.edit("Put everything back", null, seen -> {
            Pipeline drawn = editor.drawn();
            return Edits.withParts(seen, drawn.components(), drawn.dependencies());
        });
    }

    /** The pipeline with one deviation put back; null where it cannot be read then. */
    static @Nullable Pipeline of(Pipeline drawn, Pipeline seen, Deviation deviation) {
        Subject subject = deviation.subject();
        if (deviation.isWhole()) {
            return whole(drawn, seen, subject);
        }
        if (!subject.isIn(seen) || !subject.isIn(drawn)) {
            return seen;
        }
        Object value = FormEdits.get(subject.tree(drawn), deviation.path());
        Map<?, ?> tree = FormEdits.put(subject.tree(seen), deviation.path(), value);
        return subject.read(seen, tree, new Problems());
    }

    private static Pipeline whole(Pipeline drawn, Pipeline seen, Subject subject) {
        return subject.what() == Subject.What.COMPONENT
                ? component(drawn, seen, subject.id())
                : dependency(drawn, seen, subject.id());
    }

    /** A component that was taken away comes back with its arrows; one that was added goes with its arrows. */
    private static Pipeline component(Pipeline drawn, Pipeline seen, String id) {
        Component component = drawn.components().get(id);
        if (component == null) {
            return withLost(drawn, seen, Edits.delete(seen, Selection.component(id)));
        }
        Pipeline back = Edits.replaceComponent(seen, id, component);
        if (seen.components().containsKey(id)) {
            return back;
        }
        List<String> arrows = new ArrayList<>();
        for (String key : drawn.arrows().keySet()) {
            boolean ends = Pipeline.from(key).equals(id) || Pipeline.to(key).equals(id);
            if (ends
                    && back.components().containsKey(Pipeline.from(key))
                    && back.components().containsKey(Pipeline.to(key))) {
                arrows.add(key);
            }
        }
        return withArrows(drawn, back, arrows);
    }

    /** An arrow that was taken away comes back with its ends, and with the arrow that it stands in for. */
    private static Pipeline dependency(Pipeline drawn, Pipeline seen, String key) {
        Dependency dependency = drawn.arrows().get(key);
        if (dependency == null) {
            return withLost(drawn, seen, Edits.delete(seen, Selection.dependency(key)));
        }
        return withArrows(drawn, seen, List.of(key));
    }

    /** What went with something that was added, and is drawn, comes back as it is drawn. */
    private static Pipeline withLost(Pipeline drawn, Pipeline before, Pipeline after) {
        List<String> lost = before.arrows().keySet().stream()
                .filter(key ->
                        !after.arrows().containsKey(key) && drawn.arrows().containsKey(key))
                .toList();
        return withArrows(drawn, after, lost);
    }

    private static Pipeline withArrows(Pipeline drawn, Pipeline seen, List<String> keys) {
        Map<String, Component> components = new LinkedHashMap<>(seen.components());
        Map<String, Dependency> arrows = new LinkedHashMap<>(seen.arrows());
        keys.forEach(key -> putArrow(drawn, key, components, arrows));
        return Edits.withParts(seen, components, arrows.isEmpty() ? seen.dependencies() : arrows);
    }

    private static void putArrow(
            Pipeline drawn, String key, Map<String, Component> components, Map<String, Dependency> arrows) {
        Dependency dependency = drawn.arrows().get(key);
        if (dependency == null) {
            return;
        }
        arrows.put(key, dependency);
        for (String end : List.of(Pipeline.from(key), Pipeline.to(key))) {
            Component component = drawn.components().get(end);
            if (component != null) {
                components.putIfAbsent(end, component);
            }
        }
        String standsInFor = dependency.fallback().fallbackFor();
        if (standsInFor != null && !arrows.containsKey(standsInFor)) {
            putArrow(drawn, standsInFor, components, arrows);
        }
    }
}
