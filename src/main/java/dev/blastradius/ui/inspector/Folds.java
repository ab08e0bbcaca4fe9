package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Subject;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which sections are folded up: of all arrows alike, and of all components alike, as long as the window is open. */
final class Folds {

    private final Map<Subject.What, Of> folds = new EnumMap<>(Subject.What.class);

    /** Those of one sort of thing. */
    Of of(Subject.What what) {
        return folds.computeIfAbsent(what, any -> new Of());
    }

    /** The folded sections of one sort of thing. */
    static final class Of {

        private final Set<List<String>> folded = new HashSet<>();

        boolean isFolded(List<String> path) {
            return folded.contains(path);
        }

        void fold(List<String> path, boolean up) {
            if (up) {
                folded.add(path);
            } else {
                folded.remove(path);
            }
        }
    }
}
