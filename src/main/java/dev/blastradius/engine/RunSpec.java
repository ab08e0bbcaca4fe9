package dev.blastradius.engine;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run: a valid pipeline as its strategy builds it, and what befalls it.
 *
 * @param pipeline the pipeline with the strategy's patch applied
 * @param scenarioId null: no fault
 * @param strategyId {@code "as-drawn"} or a strategy of the pipeline
 * @param phases what people make of it during the outage, in the order of their time
 * @param recordings recorded arrivals by the file's name in the model
 */
public record RunSpec(
        Pipeline pipeline,
        @Nullable String scenarioId,
        String strategyId,
        List<Phase> phases,
        Map<String, Recording> recordings) {

    /**
     * The pipeline from a moment of the outage on.
     *
     * @param after how long after the scenario's first fault has begun
     * @param pipeline the whole pipeline as it then is
     * @param step which step of the runbook makes it so, from 0
     */
    public record Phase(Duration after, Pipeline pipeline, int step) {}

    /** The scenario; null: no fault. */
    public @Nullable Scenario scenario() {
        return scenarioId == null ? null : pipeline.scenariosOrNone().get(scenarioId);
    }

    /** The same without a scenario, and so without what people do in an outage. */
    public RunSpec withoutFaults() {
        return new RunSpec(pipeline, null, strategyId, List.of(), recordings);
    }
}
