package dev.blastradius.experiment;

import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a client was promised, and what it got: its SLO's {@code successRate} against the mean of its share of goodput. Late
 * answers are no goodput, so the SLO's latency is in it.
 *
 * @param client the client's id
 * @param promised the promised share, 0 to 1
 * @param goodput what it got
 */
public record Objective(String client, double promised, Interval goodput) {

    /**
     * The objectives of all clients that have one.
     *
     * @param pipeline what was run, with the strategy's patch
     */
    public static List<Objective> of(Pipeline pipeline, RunResult run) {
        List<Objective> objectives = new ArrayList<>();
        for (Map.Entry<String, Flow> flow : run.flows().entrySet()) {
            if (pipeline.components().get(flow.getKey()) instanceof Client client && client.slo() != null) {
                Double promised = client.slo().successRate();
                if (promised != null) {
                    objectives.add(new Objective(
                            flow.getKey(), promised, flow.getValue().goodput()));
                }
            }
        }
        return List.copyOf(objectives);
    }

    /** Whether any of the client's requests was measured, without which nothing can be said. */
    public boolean isMeasured() {
        return !Double.isNaN(goodput.mean());
    }

    /** Whether it was kept. Where no request was measured nothing shows that it was. */
    public boolean isMet() {
        return goodput.mean() >= promised;
    }
}
