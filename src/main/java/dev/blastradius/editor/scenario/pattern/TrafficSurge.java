package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.Map;

/** More users than usual; nothing is broken. */
final class TrafficSurge extends Pattern {

    TrafficSurge() {
        super(
                "traffic-surge",
                "Traffic surge",
                "Three times as many requests come, after a rise of a few minutes",
                "Requests for code came 13 times as unevenly as independent ones would, second by second (Azure's traces of 2023);"
                        + " the factor is assumed",
                1_200);
    }

    @Override
    List<Target> usual(Pipeline pipeline) {
        return clients(pipeline);
    }

    @Override
    String lacking() {
        return "this pipeline has no client";
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, Math.min(300, length / 4), null, Map.of("trafficFactor", 3.0)));
    }
}
