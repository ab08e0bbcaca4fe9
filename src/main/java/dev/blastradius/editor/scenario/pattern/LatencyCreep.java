package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** Slower and slower: nothing trips that waits for errors. */
final class LatencyCreep extends Pattern {

    LatencyCreep() {
        super(
                "latency-creep",
                "Latency creep",
                "Answers take longer and longer, up to six times as long, and no error tells of it",
                "The overloaded provider of the llmperf measurements of January 2024 was two to six times as slow as the healthy ones; that it creeps is assumed",
                2_400);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, length * 0.8, null, Map.of("latencyFactor", 6.0)));
    }
}
