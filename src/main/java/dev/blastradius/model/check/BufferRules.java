package dev.blastradius.model.check;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is probably not meant about work queues: all of it can be run. */
final class BufferRules {

    private BufferRules() {}

    /** A queue feeds something. */
    static void feeds(Subject subject, Problems problems) {
        if (!subject.drawingIsWhole()) {
            return; // what it feeds may be what could not be read
        }
        Set<String> callers = new LinkedHashSet<>();
        subject.dependenciesEverywhere().forEach(key -> callers.add(Pipeline.from(key)));
        subject.pipeline().components().forEach((id, component) -> {
            if (component.kind().role() == Role.BUFFER && !callers.contains(id)) {
                problems.warning(
                        Subject.COMPONENTS.key(id),
                        "this queue feeds nobody: what it accepts counts as delivered at once",
                        "a dependency \"" + Pipeline.key(id, "…") + "\"",
                        null);
            }
        });
    }
}
