package dev.blastradius.engine.trace;

import dev.blastradius.model.CallOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * What the numbers in a traced replication stand for.
 *
 * @param places the components' ids, then the dependencies' keys
 * @param callees by dependency: the number of the component that it leads to
 * @param policies what can refuse an attempt, or have it wait
 * @param failures how a request can fail: the calls' outcomes, then further ways
 */
public record TraceNames(List<String> places, List<Integer> callees, List<String> policies, List<String> failures) {

    /** The further way to fail: answered by something that the user does not take for an answer. */
    public static final String DEGRADED = "degraded";

    /** The further way to fail: not answered before the run ended. */
    public static final String UNANSWERED = "unanswered";

    /** In place of a policy: the retry budget, which does not pay for a retry. */
    public static final String RETRY_BUDGET = "retryBudget";

    /** In place of a policy: a gateway that has no target left to choose. */
    public static final String ROUTING = "routing";

    /** What a span ends in that nobody wants the result of any more. */
    public static final String ABANDONED = "abandoned";

    private static final List<CallOutcome> OUTCOMES = List.of(CallOutcome.values());

    public TraceNames {
        places = List.copyOf(places);
        callees = List.copyOf(callees);
        policies = List.copyOf(policies);
        failures = List.copyOf(failures);
    }

    /** How many components there are: the first of the places. */
    int components() {
        return places.size() - callees.size();
    }

    /** The component that a place belongs to: itself, or the one that a dependency leads to. */
    int callee(int place) {
        return place < components() ? place : callees.get(place - components());
    }

    /** All that spans can end in, by the numbers that {@link Tracer} gives them. */
    List<String> results() {
        List<String> results = new ArrayList<>();
        results.add("");
        OUTCOMES.forEach(outcome -> results.add(outcome.key()));
        results.add(ABANDONED);
        results.addAll(policies);
        return results;
    }
}
