package dev.blastradius.ui.results;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether a result lost nothing: each client's shares add up to 1, and at each component the arrivals are those answered, given
 * up and unfinished.
 *
 * @param requests of all clients
 * @param components how many were checked
 * @param gaps what does not add up; empty where all does
 */
record Accounting(long requests, int components, List<String> gaps) {

    /** Shares are means of up to a million replications, so their sum is 1 only up to rounding. */
    private static final double ROUNDING = 1e-9;

    static Accounting of(RunResult result, Names names) {
        List<String> gaps = new ArrayList<>();
        long requests = 0;
        for (Map.Entry<String, Flow> entry : result.flows().entrySet()) {
            Flow flow = entry.getValue();
            requests += flow.requests();
            double sum =
                    flow.share().values().stream().mapToDouble(Interval::mean).sum();
            if (flow.requests() > 0 && !(Math.abs(sum - 1) <= ROUNDING)) {
                gaps.add(names.component(entry.getKey()) + ": the outcomes' shares add up to " + Figures.share(sum));
            }
        }
        for (Map.Entry<String, ComponentResult> entry : result.components().entrySet()) {
            ComponentResult component = entry.getValue();
            long answered = component.outcomes().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            long missing = component.arrivals() - answered - component.abandoned() - component.unfinished();
            if (missing != 0) {
                gaps.add(names.component(entry.getKey()) + ": " + Figures.count(missing) + " of "
                        + Figures.count(component.arrivals()) + " arrivals unaccounted for");
            }
        }
        return new Accounting(requests, result.components().size(), List.copyOf(gaps));
    }

    boolean isComplete() {
        return gaps.isEmpty();
    }

    /** In one line. */
    String statement() {
        return isComplete()
                ? "All " + Figures.count(requests) + " requests accounted for"
                : "Not all requests are accounted for";
    }

    /** What was checked, or what does not add up. */
    String detail() {
        return isComplete()
                ? "Every client's outcomes add up to 100 %, and at each of " + components
                        + " components the arrivals are those answered, given up and unfinished."
                : String.join("\n", gaps);
    }
}
