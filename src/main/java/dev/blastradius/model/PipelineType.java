package dev.blastradius.model;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import java.util.List;
import java.util.Map;

/**
 * How a whole model file is written, put together from the families that it is made of.
 *
 * @param dependency how a dependency is written
 * @param fault how a fault is written
 * @param pipeline how the whole is written
 */
public record PipelineType(ObjectType<Dependency> dependency, ObjectType<Fault> fault, ObjectType<Pipeline> pipeline) {

    /** So many components and no more, so that a hostile file cannot fill the memory. */
    public static final int MOST_COMPONENTS = 10_000;

    private static final int MOST_DEPENDENCIES = 100_000;
    private static final int MOST_VARIANTS = 1_000;

    /**
     * Puts the description together.
     *
     * @param policies the family of policies, in the order in which they wrap each other
     * @param effects the family of a fault's effects
     */
    public static PipelineType of(
            List<? extends Parameter<Map<String, Policy>, ?>> policies,
            List<? extends Parameter<Map<String, Object>, ?>> effects) {
        ObjectType<Dependency> dependency = Dependency.type(policies);
        ObjectType<Fault> fault = Fault.type(effects);
        return new PipelineType(dependency, fault, pipeline(dependency, fault));
    }

    private static ObjectType<Pipeline> pipeline(ObjectType<Dependency> dependency, ObjectType<Fault> fault) {
        return ObjectType.of(
                "model file",
                "A pipeline, its scenarios, its strategies and the experiment's settings",
                Pipeline.class,
                Parameter.<Pipeline, String>of(
                                "format",
                                new TextType("blastradius/1", '"' + Pipeline.FORMAT + '"', 100),
                                Pipeline::format,
                                "The version of the format")
                        .mandatory(),
                Parameter.of("name", new TextType(null, "", 200), Pipeline::name, "What the pipeline is called"),
                Parameter.of(
                        "description",
                        TextType.PROSE,
                        Pipeline::description,
                        "What it is, where its numbers come from, and what to look for"),
                Parameter.<Pipeline, Map<String, Component>>of(
                                "components",
                                new MapType<>(Pipeline.ID_PATTERN, Pipeline.ID_FORM, Kinds.TYPE, MOST_COMPONENTS),
                                Pipeline::components,
                                "The boxes, by id")
                        .mandatory(),
                Parameter.of(
                        "dependencies",
                        new MapType<>(
                                Pipeline.DEPENDENCY_PATTERN, Pipeline.DEPENDENCY_FORM, dependency, MOST_DEPENDENCIES),
                        Pipeline::dependencies,
                        "The arrows, by \"from->to\""),
                Parameter.of(
                        "scenarios",
                        new MapType<>(Pipeline.ID_PATTERN, Pipeline.ID_FORM, Scenario.type(fault), MOST_VARIANTS),
                        Pipeline::scenarios,
                        "What can go wrong, by id"),
                Parameter.of(
                        "strategies",
                        new MapType<>(Pipeline.ID_PATTERN, Pipeline.ID_FORM, Strategy.TYPE, MOST_VARIANTS),
                        Pipeline::strategies,
                        "Other ways to build it, by id; \"as-drawn\" always exists"),
                Parameter.of("experiment", Experiment.TYPE, Pipeline::experiment, "How a run is made"),
                Parameter.of(
                        "view",
                        new MapType<>(Pipeline.ID_PATTERN, Pipeline.ID_FORM, Position.TYPE, MOST_COMPONENTS),
                        Pipeline::view,
                        "Where the canvas draws each component; it never affects a result"));
    }
}
