package dev.blastradius.engine.trace;

import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
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

    /**
     * Some of them, in their order: of each outcome as many as of any other, as far as it has so many, and these evenly spread over the run.
     *
     * @param most how many, at the most
     */
    public List<RequestTrace> atMost(int most) {
        int[] there = new int[RequestOutcome.values().length];
        traces.forEach(trace -> there[trace.outcome().ordinal()]++);
        int[] wanted = shares(there, most);
        int[] passed = new int[there.length];
        List<RequestTrace> chosen = new ArrayList<>();
        for (RequestTrace trace : traces) {
            int outcome = trace.outcome().ordinal();
            long before = (long) passed[outcome] * wanted[outcome] / there[outcome];
            long after = (long) ++passed[outcome] * wanted[outcome] / there[outcome];
            if (after > before) {
                chosen.add(trace);
            }
        }
        return chosen;
    }

    /** Deals out so many, one to each in turn, to none more than there are. */
    private static int[] shares(int[] there, int most) {
        int[] shares = new int[there.length];
        int dealt = 0;
        for (boolean more = true; more; ) {
            more = false;
            for (int i = 0; i < there.length && dealt < most; i++) {
                if (shares[i] < there[i]) {
                    shares[i]++;
                    dealt++;
                    more = true;
                }
            }
        }
        return shares;
    }
}
