package dev.blastradius.model;

import dev.blastradius.model.component.Component;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline with its scenarios, strategies and experiment: one model file.
 *
 * @param format {@link #FORMAT}
 * @param name what it is called
 * @param description what it is, where its numbers come from, and what to look for
 * @param components by id, in the file's order
 * @param dependencies by {@code "from->to"}, in the file's order
 * @param scenarios by id
 * @param strategies by id; {@link Strategy#AS_DRAWN} exists besides
 * @param experiment how a run is made; null: the defaults
 * @param view where the canvas draws each component, by id
 */
public record Pipeline(
        String format,
        @Nullable String name,
        @Nullable String description,
        Map<String, Component> components,
        @Nullable Map<String, Dependency> dependencies,
        @Nullable Map<String, Scenario> scenarios,
        @Nullable Map<String, Strategy> strategies,
        @Nullable Experiment experiment,
        @Nullable Map<String, Position> view) {

    /** The version of the format that this program reads and writes. */
    public static final String FORMAT = "blastradius/1";

    /** A component's, scenario's or strategy's id. */
    public static final String ID_PATTERN = "[a-z0-9][a-z0-9-]*";

    public static final String ID_FORM = "an id of lower-case letters, digits and hyphens";

    /** A dependency's key. */
    public static final String DEPENDENCY_PATTERN = ID_PATTERN + "->" + ID_PATTERN;

    public static final String DEPENDENCY_FORM = "\"from->to\" with the ids of two components";

    private static final String ARROW = "->";

    /** The dependency key of two components. */
    public static String key(String from, String to) {
        return from + ARROW + to;
    }

    /** The id of the component that a dependency's key starts from. */
    public static String from(String key) {
        return key.substring(0, key.indexOf(ARROW));
    }

    /** The id of the component that a dependency's key leads to. */
    public static String to(String key) {
        return key.substring(key.indexOf(ARROW) + ARROW.length());
    }

    /** The dependencies; empty where the file has none. */
    public Map<String, Dependency> arrows() {
        return dependencies == null ? Map.of() : dependencies;
    }

    /** The scenarios; empty where the file has none. */
    public Map<String, Scenario> scenariosOrNone() {
        return scenarios == null ? Map.of() : scenarios;
    }

    /** The strategies besides {@link Strategy#AS_DRAWN}; empty where the file has none. */
    public Map<String, Strategy> strategiesOrNone() {
        return strategies == null ? Map.of() : strategies;
    }

    /** How a run is made. */
    public Experiment settings() {
        return experiment == null ? Experiment.DEFAULT : experiment;
    }

    /** Where the canvas draws each component; empty where the file does not say. */
    public Map<String, Position> positions() {
        return view == null ? Map.of() : view;
    }

    /** What is shown of it. */
    public String title() {
        return name == null || name.isBlank() ? "Untitled pipeline" : name;
    }

    /** The same with other components. */
    public Pipeline withComponents(Map<String, Component> changed) {
        return new Pipeline(format, name, description, changed, dependencies, scenarios, strategies, experiment, view);
    }

    /** The same with other dependencies; null: the file has none. */
    public Pipeline withDependencies(@Nullable Map<String, Dependency> changed) {
        return new Pipeline(format, name, description, components, changed, scenarios, strategies, experiment, view);
    }

    /** The same with other scenarios; null: the file has none. */
    public Pipeline withScenarios(@Nullable Map<String, Scenario> changed) {
        return new Pipeline(format, name, description, components, dependencies, changed, strategies, experiment, view);
    }

    /** The same with other strategies; null: the file has none. */
    public Pipeline withStrategies(@Nullable Map<String, Strategy> changed) {
        return new Pipeline(format, name, description, components, dependencies, scenarios, changed, experiment, view);
    }

    /** The same with other places on the canvas; null: the file says none. */
    public Pipeline withView(@Nullable Map<String, Position> changed) {
        return new Pipeline(
                format, name, description, components, dependencies, scenarios, strategies, experiment, changed);
    }
}
