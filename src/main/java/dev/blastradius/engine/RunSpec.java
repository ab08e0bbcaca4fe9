package dev.blastradius.engine;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy.RunbookStep;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run: a valid pipeline as its strategy builds it, and what befalls it.
 *
 * @param pipeline the pipeline with the strategy's patch applied
 * @param scenarioId null: no fault
 * @param strategyId {@code "as-drawn"} or a strategy of the pipeline
 * @param runbook what people do during the outage
 * @param recordings recorded arrivals by the file's name in the model
 */
public record RunSpec(
        Pipeline pipeline,
        @Nullable String scenarioId,
        String strategyId,
        List<RunbookStep> runbook,
        Map<String, Recording> recordings) {

    /** The scenario; null: no fault. */
    public @Nullable Scenario scenario() {
        return scenarioId == null ? null : pipeline.scenariosOrNone().get(scenarioId);
    }
}
