package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** It is said to be over, and comes back. */
final class FlappingResolved extends Pattern {

    private static final double DOWN = 0.4;
    private static final double QUIET = 0.2;
    private static final double CYCLES = 4;

    FlappingResolved() {
        super(
                "flapping-resolved",
                "Flapping “resolved”",
                "Most requests fail, it is said to be over, and half of them fail again and again for a while",
                "Status pages lag: an impact from 13:57 to 14:20 was posted at 14:19 (a published incident); how often it comes"
                        + " back is assumed",
                2_400);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        double down = rounded(length * DOWN);
        double quiet = rounded(length * QUIET);
        double back = rounded(length - down - quiet);
        double cycle = back / CYCLES;
        return List.of(
                fault(target, begin, down, Map.of("errorRate", 0.8)),
                fault(target, begin + down + quiet, back, 0, flap(cycle / 2, cycle / 2), Map.of("errorRate", 0.5)));
    }
}
