package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What keys do while nothing else is being done: they move boxes, and the selection. */
final class Keyboard {

    private static final double STEP = 10;
    private static final double SMALL_STEP = 1;

    private final Board board;

    Keyboard(Board board) {
        this.board = board;
    }

    /** Moves the selected boxes a step; false where there are none. */
    boolean nudge(Key key) {
        Set<String> moved = board.editor().selection().components();
        if (moved.isEmpty()) {
            return false;
        }
        double step = key.shift() ? SMALL_STEP : STEP;
        Map<String, Point> corners = new LinkedHashMap<>();
        board.settled().boxes().forEach((id, box) -> {
            double share = moved.contains(id) ? step : 0;
            corners.put(
                    id,
                    new Point(
                            box.x() + share * key.code().dx(),
                            box.y() + share * key.code().dy()));
        });
        board.editor().move(moved, corners);
        return true;
    }

    /** Selects the next box or arrow, or the one before; false after the last. */
    boolean step(int by) {
        List<String> boxes = List.copyOf(board.pipeline().components().keySet());
        List<String> all = new ArrayList<>(boxes);
        all.addAll(board.drawing().arrows().keySet());
        String last = lastSelected();
        int at = last == null ? (by > 0 ? -1 : all.size()) : all.indexOf(last);
        int next = at + by;
        if (next < 0 || next >= all.size()) {
            return false;
        }
        choose(all.get(next), next < boxes.size());
        return true;
    }

    private @Nullable String lastSelected() {
        Selection selection = board.editor().selection();
        String last = null;
        for (String id : selection.components()) {
            last = id;
        }
        for (String key : selection.dependencies()) {
            last = key;
        }
        return last;
    }

    private void choose(String id, boolean box) {
        board.editor().select(box ? Selection.component(id) : Selection.dependency(id));
        Rect place = board.drawing().boxes().get(id);
        Route route = board.drawing().arrows().get(id);
        if (box && place != null) {
            board.viewport().reveal(place);
        } else if (route != null) {
            board.viewport().reveal(Rect.between(route.start(), route.end()));
        }
    }

    /**
     * Goes along an arrow to the nearest box in the direction of a key that the selected one is connected with; from an arrow, to
     * the box at its end on that side. False where nothing is selected, or several things.
     */
    boolean follow(Key key) {
        Selection selection = board.editor().selection();
        String component = selection.onlyComponent();
        String arrow = selection.onlyDependency();
        String next = component != null ? neighbour(component, key) : arrow == null ? null : end(arrow, key);
        if (next != null) {
            choose(next, true);
        }
        return component != null || arrow != null;
    }

    private @Nullable String neighbour(String id, Key key) {
        Rect from = board.drawing().boxes().get(id);
        String best = null;
        double least = Double.POSITIVE_INFINITY;
        for (String arrow : board.drawing().arrows().keySet()) {
            String other = Pipeline.from(arrow).equals(id)
                    ? Pipeline.to(arrow)
                    : Pipeline.to(arrow).equals(id) ? Pipeline.from(arrow) : null;
            Rect to = other == null ? null : board.drawing().boxes().get(other);
            if (from != null && to != null) {
                double distance = distance(from, to, key.code());
                if (distance < least) {
                    least = distance;
                    best = other;
                }
            }
        }
        return best;
    }

    /** How far a box is in a direction; what lies aside counts more. Infinite for what lies the other way. */
    private static double distance(Rect from, Rect to, Key.Code direction) {
        double dx = to.centerX() - from.centerX();
        double dy = to.centerY() - from.centerY();
        double along = dx * direction.dx() + dy * direction.dy();
        double aside = Math.abs(dx * direction.dy()) + Math.abs(dy * direction.dx());
        return along <= 0 ? Double.POSITIVE_INFINITY : along + 2 * aside;
    }

    private @Nullable String end(String arrow, Key key) {
        Rect from = board.drawing().boxes().get(Pipeline.from(arrow));
        Rect to = board.drawing().boxes().get(Pipeline.to(arrow));
        if (from == null || to == null) {
            return null;
        }
        boolean onwards = distance(from, to, key.code()) < Double.POSITIVE_INFINITY;
        return onwards ? Pipeline.to(arrow) : Pipeline.from(arrow);
    }
}
