package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** It answers in time, and wrongly. */
final class QualityLoss extends Pattern {

    QualityLoss() {
        super(
                "quality-loss",
                "Silent quality loss",
                "More and more answers are wrong, up to one in four, and nobody notices",
                "Assumed: no published data says how often answers are wrong unnoticed; the point is that no error tells of it",
                2_400);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, length / 3, null, Map.of("wrongRate", 0.25)));
    }
}
