package dev.blastradius.editor.board;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Clips;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Overlay.Ghost;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Copies of boxes that are dragged away from them, with the arrows among them. */
final class Copies {

    private final Board board;
    private final Set<String> copied;
    private final Map<String, Rect> places = new LinkedHashMap<>();

    /**
     * Copies that are not there yet.
     *
     * @param copied the components
     * @param dx how far the copies are from them
     */
    Copies(Board board, Set<String> copied, double dx, double dy) {
        this.board = board;
        this.copied = copied;
        board.settled().boxes().forEach((id, box) -> {
            if (copied.contains(id)) {
                places.put(id, box.movedBy(dx, dy));
            }
        });
    }

    /** How they are shown until they are there. */
    List<Ghost> ghosts() {
        List<Ghost> ghosts = new ArrayList<>();
        places.forEach((id, place) -> {
            Component component = board.pipeline().components().get(id);
            if (component != null) {
                ghosts.add(new Ghost(component, id, place));
            }
        });
        return ghosts;
    }

    /** Adds them, and selects them. */
    void add() {
        Editor editor = board.editor();
        Pipeline pipeline = editor.pipeline();
        Map<String, Point> corners = new LinkedHashMap<>();
        places.forEach((id, place) -> corners.put(id, new Point(place.x(), place.y())));
        Pipeline clip = Clips.copy(pipeline, Selection.components(copied), corners);
        Clips.Pasted pasted = Clips.paste(pipeline, clip, corners);
        String what =
                copied.size() == 1 ? Captions.name(pipeline, copied.iterator().next()) : copied.size() + " components";
        if (editor.edit("Duplicate " + what, null, any -> pasted.pipeline()).isEmpty()) {
            editor.select(pasted.pasted());
        }
    }
}
