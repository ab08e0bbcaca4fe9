package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.model.Pipeline;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is drawn otherwise after an edit. */
final class Differences {

    private Differences() {}

    /** What differs in the model or in the drawing of it. */
    static Change between(Pipeline before, Drawing drawnBefore, Pipeline now, Drawing drawn) {
        Set<String> boxes = new LinkedHashSet<>();
        collect(before.components(), now.components(), boxes);
        collect(drawnBefore.boxes(), drawn.boxes(), boxes);
        Set<String> arrows = new LinkedHashSet<>();
        collect(before.arrows(), now.arrows(), arrows);
        collect(drawnBefore.arrows(), drawn.arrows(), arrows);
        return new Change(boxes, arrows);
    }

    private static <V> void collect(Map<String, V> before, Map<String, V> now, Set<String> different) {
        if (before == now) {
            return;
        }
        now.forEach((key, value) -> {
            V old = before.get(key);
            if (old != value && !value.equals(old)) {
                different.add(key);
            }
        });
        before.keySet().forEach(key -> {
            if (!now.containsKey(key)) {
                different.add(key);
            }
        });
    }
}
