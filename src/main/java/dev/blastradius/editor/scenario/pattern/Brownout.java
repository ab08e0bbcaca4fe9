package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Overloaded, and still answering: the commonest sort of incident. */
final class Brownout extends Pattern {

    Brownout() {
        super(
                "brownout",
                "Brownout",
                "A third of the answers are errors, the others take three times as long and vary far more",
                "An overloaded provider had its first token after 1.2 s in the median where healthy ones needed .21 to .64 s, with four times the logarithmic spread or more (llmperf, January 2024); the share of errors is assumed",
                1_800);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        Map<String, Object> effects = new LinkedHashMap<>();
        effects.put("errorRate", 0.33);
        effects.put("latencyFactor", 3.0);
        effects.put("latencySigma", 4.0);
        return List.of(fault(target, begin, length, Math.min(120, length / 5), null, effects));
    }
}
