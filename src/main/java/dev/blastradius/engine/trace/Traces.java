package dev.blastradius.engine.trace;

import dev.blastradius.model.RequestOutcome;
import java.util.List;
import java.util.Map;

/**
 * A sample of a replication's requests: of every outcome, and of every part of the run. Immutable.
 *
 * @param traces in the order in which the requests were sent
 * @param seen how many requests ended in each outcome in all; an outcome that none had is not there
 */
public record Traces(List<RequestTrace> traces, Map<RequestOutcome, Long> seen) {

    /** No request was followed. */
    public static final Traces NONE = new Traces(List.of(), Map.of());

    public Traces {
        traces = List.copyOf(traces);
    }
}
