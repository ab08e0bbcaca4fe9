package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.model.Pipeline;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far damage has to go from where faults act: from a component over the arrows to it to those who call it. */
final class Nearness {

    private Nearness() {}

    /** Steps from the nearest fault, by component's id and dependency's key; what damage does not reach is not there. */
    static Map<String, Integer> of(Chronicle chronicle, Collection<String> faulted) {
        Map<String, Integer> steps = new LinkedHashMap<>();
        Deque<String> ahead = new ArrayDeque<>();
        for (String where : faulted) {
            steps.put(where, 0);
            ahead.add(where);
        }
        while (!ahead.isEmpty()) {
            String where = ahead.remove();
            int next = steps.getOrDefault(where, 0) + 1;
            if (chronicle.dependencies().contains(where)) {
                reach(Pipeline.from(where), next, steps, ahead);
            } else {
                for (String key : chronicle.dependencies()) {
                    if (Pipeline.to(key).equals(where)) {
                        reach(key, next, steps, ahead);
                    }
                }
            }
        }
        return steps;
    }

    private static void reach(String where, int step, Map<String, Integer> steps, Deque<String> ahead) {
        if (steps.putIfAbsent(where, step) == null) {
            ahead.add(where);
        }
    }
}
