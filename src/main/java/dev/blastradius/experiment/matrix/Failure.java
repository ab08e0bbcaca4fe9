package dev.blastradius.experiment.matrix;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One way for a pipeline to fail: a row of the matrix.
 *
 * @param kind what fails
 * @param target the component's id, {@code "tag=value"}, the dependency's {@code "from->to"}, or the scenario's id
 * @param also other names of the same failure: tags that just the same components have, {@code "tag=value"}
 * @param scenario what then befalls the pipeline
 */
public record Failure(Kind kind, String target, List<String> also, Scenario scenario) {

    /** Blanks stand in no id of a model file, so that none of its scenarios has the same id. */
    private static final String PREFIX = "failure of ";

    /** What fails. */
    public enum Kind {
        COMPONENT("component"),
        /** All components with a tag's value together: a provider, a region. */
        TAG("tag"),
        /** The network on a dependency. */
        DEPENDENCY("dependency"),
        /** What a scenario of the model says. */
        SCENARIO("scenario");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Its name in results. */
        public String key() {
            return key;
        }
    }

    /** The scenario's id in the run: one of the model's own, or one that no scenario of a model file can have. */
    public String scenarioId() {
        return kind == Kind.SCENARIO ? target : PREFIX + target;
    }

    /**
     * The run in which this befalls a pipeline.
     *
     * @param base the pipeline as a strategy builds it; its own scenario is left out
     */
    public RunSpec befalling(RunSpec base) {
        Pipeline pipeline = base.pipeline();
        Map<String, Scenario> scenarios = new LinkedHashMap<>(pipeline.scenariosOrNone());
        scenarios.put(scenarioId(), scenario);
        return new RunSpec(
                pipeline.withScenarios(Collections.unmodifiableMap(scenarios)),
                scenarioId(),
                base.strategyId(),
                base.phases(),
                base.recordings());
    }
}
