package dev.blastradius.editor.board;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is drawn otherwise than before, or no longer.
 *
 * @param boxes ids of components
 * @param arrows keys of dependencies
 */
public record Change(Set<String> boxes, Set<String> arrows) {

    public Change {
        boxes = Collections.unmodifiableSet(new LinkedHashSet<>(boxes));
        arrows = Collections.unmodifiableSet(new LinkedHashSet<>(arrows));
    }

    boolean isEmpty() {
        return boxes.isEmpty() && arrows.isEmpty();
    }
}
