package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** It answers, and the answer cannot be read. */
final class MalformedAnswers extends Pattern {

    MalformedAnswers() {
        super(
                "malformed-answers",
                "Malformed answers",
                "One answer in five is no valid answer, and the caller notices",
                "Garbage in the midst of an answer that began with 200 is one of the failures that model APIs have; the share is assumed",
                1_800);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, Map.of("malformedRate", 0.2)));
    }
}
