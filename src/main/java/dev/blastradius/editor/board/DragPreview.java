package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.ArrowRouter;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The drawing while boxes move: arrows between two of them move along, arrows with one end at them find a new way, and all others
 * stay, so that a step costs what is moved and not what is drawn.
 */
final class DragPreview {

    private final Drawing before;
    private final Set<String> moved;
    private final List<String> all;
    private final List<String> carried = new ArrayList<>();
    private final List<String> pulled = new ArrayList<>();
    private final Change change;

    DragPreview(Drawing before, Set<String> moved) {
        this.before = before;
        this.moved = moved;
        this.all = List.copyOf(before.arrows().keySet());
        for (String arrow : all) {
            boolean from = moved.contains(Pipeline.from(arrow));
            boolean to = moved.contains(Pipeline.to(arrow));
            if (from && to) {
                carried.add(arrow);
            } else if (from || to) {
                pulled.add(arrow);
            }
        }
        Set<String> arrows = new LinkedHashSet<>(carried);
        arrows.addAll(pulled);
        this.change = new Change(moved, arrows);
    }

    /** What is drawn otherwise at each step. */
    Change change() {
        return change;
    }

    /** The drawing with the boxes this far from where they were. */
    Drawing at(double dx, double dy) {
        Map<String, Rect> boxes = new LinkedHashMap<>(before.boxes());
        for (String id : moved) {
            boxes.computeIfPresent(id, (any, box) -> box.movedBy(dx, dy));
        }
        Map<String, Route> arrows = new LinkedHashMap<>(before.arrows());
        for (String arrow : carried) {
            arrows.computeIfPresent(arrow, (any, route) -> route.movedBy(dx, dy));
        }
        arrows.putAll(ArrowRouter.reroute(boxes, all, pulled));
        return new Drawing(boxes, arrows);
    }
}
