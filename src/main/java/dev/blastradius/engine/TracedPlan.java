package dev.blastradius.engine;

import dev.blastradius.engine.trace.TraceNames;
import dev.blastradius.policy.Policies;
import java.util.ArrayList;
import java.util.List;

/** What {@link Tracing} has to know of a plan, whatever phase it is in. */
final class TracedPlan {

    private TracedPlan() {}

    /** What the numbers in its traces stand for. */
    static TraceNames names(Plan plan) {
        List<String> places = new ArrayList<>(List.of(plan.ids));
        places.addAll(List.of(plan.dependencyKeys));
        List<Integer> callees = new ArrayList<>();
        for (DependencyPlan dependency : plan.dependencies) {
            callees.add(dependency.to());
        }
        List<String> policies = new ArrayList<>();
        Policies.ALL.forEach(policy -> policies.add(policy.key()));
        policies.add(TraceNames.RETRY_BUDGET);
        policies.add(TraceNames.ROUTING);
        return new TraceNames(places, callees, policies, CauseTable.failureNames());
    }

    /** By component: whether its answers are counted in tokens in any phase. */
    static boolean[] countsTokens(Plan plan) {
        boolean[] counts = new boolean[plan.components()];
        for (int component = 0; component < counts.length; component++) {
            counts[component] = countsTokens(plan.stations[component]);
            for (Plan.Phase phase : plan.phases) {
                counts[component] |= countsTokens(phase.plan().stations[component]);
            }
        }
        return counts;
    }

    private static boolean countsTokens(StationPlan station) {
        return station.firstToken() != null || station.dollarsPerInputToken() + station.dollarsPerOutputToken() > 0;
    }
}
