package dev.blastradius.chart;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import org.jspecify.annotations.Nullable;

/**
 * What people call the things that a result speaks of by id.
 *
 * @param pipeline the pipeline that was run; an id that it does not know stands for itself
 */
public record Names(Pipeline pipeline) {

    /** A component's label. */
    public String component(String id) {
        Component component = pipeline.components().get(id);
        return component == null ? id : component.title(id);
    }

    /** A dependency, such as {@code Assistant → Opus}, from its key. */
    public String dependency(String key) {
        return component(Pipeline.from(key)) + " → " + component(Pipeline.to(key));
    }

    /** A scenario's label; null stands for the run without a fault. */
    public String scenario(@Nullable String id) {
        if (id == null) {
            return "No fault";
        }
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        return scenario == null ? id : scenario.title(id);
    }

    /** A strategy's label. */
    public String strategy(String id) {
        if (id.equals(Strategy.AS_DRAWN)) {
            return "As drawn";
        }
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        return strategy == null ? id : strategy.title(id);
    }
}
