package dev.blastradius.editor.board;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.Pipeline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where that is drawn which the chosen strategy takes away. */
final class TakenAway {

    private TakenAway() {}

    /**
     * The boxes and the arrows of the drawing that are not in what is seen.
     *
     * @param shown where what is seen is drawn
     */
    static Drawing of(Editor editor, Places places, Drawing shown) {
        Pipeline drawn = editor.drawn();
        Pipeline seen = editor.pipeline();
        boolean noBox =
                seen.components().keySet().containsAll(drawn.components().keySet());
        if (editor.isAsDrawn()
                || noBox && seen.arrows().keySet().containsAll(drawn.arrows().keySet())) {
            return Drawing.EMPTY;
        }
        Map<String, Rect> boxes = new LinkedHashMap<>(places.of(drawn));
        boxes.putAll(shown.boxes());
        List<String> arrows = drawn.arrows().keySet().stream()
                .filter(key -> !seen.arrows().containsKey(key))
                .toList();
        Drawing all = Drawing.of(boxes, arrows);
        Map<String, Rect> gone = new LinkedHashMap<>(boxes);
        gone.keySet().removeAll(seen.components().keySet());
        return new Drawing(Collections.unmodifiableMap(gone), all.arrows());
    }
}
