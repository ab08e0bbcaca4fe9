package dev.blastradius.editor;

import dev.blastradius.editor.form.Form;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.Surroundings;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a form is about: a component, a dependency, a scenario, a strategy, or the model as a whole.
 *
 * @param what which of them
 * @param id the id, or the dependency's key; empty for the model
 */
public record Subject(What what, String id) {

    /** The whole model: its name, its description and the experiment's settings. */
    public static final Subject MODEL = new Subject(What.MODEL, "");

    /** What a form can be about. */
    public enum What {
        COMPONENT("components"),
        DEPENDENCY("arrows"),
        SCENARIO("scenarios"),
        STRATEGY("strategies"),
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

    private static final ObjectType<Scenario> SCENARIO = Scenario.type(BlastFormat.TYPE.fault());
    private static final Set<String> OF_THE_MODEL = Set.of("name", "description", "experiment");

    /** A component. */
    public static Subject component(String id) {
        return new Subject(What.COMPONENT, id);
    }

    /** A dependency. */
    public static Subject dependency(String key) {
        return new Subject(What.DEPENDENCY, key);
    }

    /** A scenario. */
    public static Subject scenario(String id) {
        return new Subject(What.SCENARIO, id);
    }

    /** A strategy. */
    public static Subject strategy(String id) {
        return new Subject(What.STRATEGY, id);
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
            case SCENARIO -> pipeline.scenariosOrNone().containsKey(id);
            case STRATEGY -> pipeline.strategiesOrNone().containsKey(id);
            case MODEL -> true;
        };
    }

    /** Its place in the file. */
    public JsonPath where() {
        return switch (what) {
            case COMPONENT -> JsonPath.ROOT.key("components").key(id);
            case DEPENDENCY -> JsonPath.ROOT.key("dependencies").key(id);
            case SCENARIO -> JsonPath.ROOT.key("scenarios").key(id);
            case STRATEGY -> JsonPath.ROOT.key("strategies").key(id);
            case MODEL -> JsonPath.ROOT;
        };
    }

    /** Its fields. */
    public List<FormItem> form(Pipeline pipeline) {
        return switch (what) {
            case COMPONENT -> Form.of(one(pipeline.components()).kind().type(), tree(pipeline), surroundings(pipeline));
            case DEPENDENCY -> Form.of(BlastFormat.TYPE.dependency(), tree(pipeline), surroundings(pipeline));
            case SCENARIO -> Form.of(SCENARIO, tree(pipeline), surroundings(pipeline));
            case STRATEGY -> Form.of(Strategy.TYPE, tree(pipeline), surroundings(pipeline));
            case MODEL -> Form.of(BlastFormat.TYPE.pipeline(), tree(pipeline), surroundings(pipeline), OF_THE_MODEL);
        };
    }

    /** What its form needs to know of the model around it. */
    public Surroundings surroundings(Pipeline pipeline) {
        return what == What.DEPENDENCY
                ? new Siblings(pipeline, id)
                : new Around(pipeline, what == What.COMPONENT ? id : "");
    }

    /** It as the file holds it. */
    public Map<?, ?> tree(Pipeline pipeline) {
        return switch (what) {
            case COMPONENT -> (Map<?, ?>) Kinds.TYPE.write(one(pipeline.components()));
            case DEPENDENCY -> BlastFormat.TYPE.dependency().write(one(pipeline.arrows()));
            case SCENARIO -> SCENARIO.write(one(pipeline.scenariosOrNone()));
            case STRATEGY -> Strategy.TYPE.write(one(pipeline.strategiesOrNone()));
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
            case SCENARIO -> {
                Scenario read = SCENARIO.read(tree, where(), problems);
                yield read == null ? null : Variants.putScenario(pipeline, id, read);
            }
            case STRATEGY -> {
                Strategy read = Strategy.TYPE.read(tree, where(), problems);
                yield read == null ? null : Variants.putStrategy(pipeline, id, read);
            }
            case MODEL -> BlastFormat.TYPE.pipeline().read(tree, where(), problems);
        };
        return problems.hasErrors() ? null : changed;
    }

    private <V> V one(Map<String, V> all) {
        V value = all.get(id);
        if (value == null) {
            throw new IllegalArgumentException("no " + id);
        }
        return value;
    }
}
