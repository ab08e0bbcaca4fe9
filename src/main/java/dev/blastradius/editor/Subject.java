package dev.blastradius.editor;

import dev.blastradius.editor.form.Form;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Surroundings;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form is about: a component, a dependency, or the model as a whole.
 *
 * @param what which of them
 * @param id the component's id or the dependency's key; empty for the model
 */
public record Subject(What what, String id) {

    /** The whole model: its name, its description and the experiment's settings. */
    public static final Subject MODEL = new Subject(What.MODEL, "");

    /** What a form can be about. */
    public enum What {
        COMPONENT("components"),
        DEPENDENCY("arrows"),
        MODEL("models");

        private final String plural;

        What(String plural) {
            this.plural = plural;
        }

        /** Several of them, for people. */
        public String plural() {
            return plural;
        }
    }

    private static final Set<String> OF_THE_MODEL = Set.of("name", "description", "experiment");

    /** A component. */
    public static Subject component(String id) {
        return new Subject(What.COMPONENT, id);
    }

    /** A dependency. */
    public static Subject dependency(String key) {
        return new Subject(What.DEPENDENCY, key);
    }

    /** What the selection is about; null where it is several things. */
    public static @Nullable Subject of(Selection selection) {
        String component = selection.onlyComponent();
        String dependency = selection.onlyDependency();
        if (component != null) {
            return component(component);
        }
        if (dependency != null) {
            return dependency(dependency);
        }
        return selection.isEmpty() ? MODEL : null;
    }

    /** Whether the pipeline has it. */
    public boolean isIn(Pipeline pipeline) {
        return switch (what) {
            case COMPONENT -> pipeline.components().containsKey(id);
            case DEPENDENCY -> pipeline.arrows().containsKey(id);
            case MODEL -> true;
        };
    }

    /** Its place in the file. */
    public JsonPath where() {
        return switch (what) {
            case COMPONENT -> JsonPath.ROOT.key("components").key(id);
            case DEPENDENCY -> JsonPath.ROOT.key("dependencies").key(id);
            case MODEL -> JsonPath.ROOT;
        };
    }

    /** Its fields. */
    public List<FormItem> form(Pipeline pipeline) {
        return switch (what) {
            case COMPONENT -> Form.of(component(pipeline).kind().type(), tree(pipeline), Surroundings.NONE);
            case DEPENDENCY -> Form.of(BlastFormat.TYPE.dependency(), tree(pipeline), new Siblings(pipeline, id));
            case MODEL ->
                Form.of(BlastFormat.TYPE.pipeline(), tree(pipeline), Surroundings.NONE).stream()
                        .filter(item -> OF_THE_MODEL.contains(item.path().get(0)))
                        .toList();
        };
    }

    /** It as the file holds it. */
    Map<?, ?> tree(Pipeline pipeline) {
        return switch (what) {
            case COMPONENT -> (Map<?, ?>) Kinds.TYPE.write(component(pipeline));
            case DEPENDENCY -> BlastFormat.TYPE.dependency().write(dependency(pipeline));
            case MODEL -> BlastFormat.TYPE.pipeline().write(pipeline);
        };
    }

    /** The pipeline with it read from a tree; null where it cannot be, with the problems. */
    @Nullable
    Pipeline read(Pipeline pipeline, Map<?, ?> tree, Problems problems) {
        Pipeline changed = switch (what) {
            case COMPONENT -> {
                Component read = Kinds.TYPE.read(tree, where(), problems);
                yield read == null ? null : Edits.replaceComponent(pipeline, id, read);
            }
            case DEPENDENCY -> {
                Dependency read = BlastFormat.TYPE.dependency().read(tree, where(), problems);
                yield read == null ? null : Edits.replaceDependency(pipeline, id, read);
            }
            case MODEL -> BlastFormat.TYPE.pipeline().read(tree, where(), problems);
        };
        return problems.hasErrors() ? null : changed;
    }

    private Component component(Pipeline pipeline) {
        Component component = pipeline.components().get(id);
        if (component == null) {
            throw new IllegalArgumentException("no component " + id);
        }
        return component;
    }

    private Dependency dependency(Pipeline pipeline) {
        Dependency dependency = pipeline.arrows().get(id);
        if (dependency == null) {
            throw new IllegalArgumentException("no dependency " + id);
        }
        return dependency;
    }
}
