package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What lies under the pointer.
 *
 * @param id the component's id or the dependency's key; empty for nothing
 */
record Hit(What what, String id) {

    /** What it can be. */
    enum What {
        NOTHING,
        BOX,
        /** The edge of a box, from which an arrow is pulled. */
        EDGE,
        ARROW,
        /** The middle of an arrow, from which a fallback is pulled. */
        MIDDLE,
        /** The end of a selected arrow at its caller. */
        START,
        /** The end of a selected arrow at what is called. */
        END
    }

    static final Hit NOTHING = new Hit(What.NOTHING, "");

    private static final double ARROW_REACH = 7;
    private static final double HANDLE_REACH = 8;
    private static final double HANDLE_INSET = 22;
    private static final double EDGE_OUTSIDE = 6;
    private static final double EDGE_INSIDE = 4;

    /** The share of a box that stays free to move it by, however small it is drawn. */
    private static final double MOST_EDGE = 0.12;

    /** What a press at this point would be about; an arrow has a handle in its middle where it is selected or pointed at. */
    static Hit at(Board board, Point at) {
        Drawing drawing = board.drawing();
        Selection selection = board.selection();
        String only = selection.onlyDependency();
        if (only != null) {
            Hit end = end(board, only, at);
            if (end.what() != What.NOTHING) {
                return end;
            }
        }
        Hit box = box(board, at);
        if (box.what() != What.NOTHING) {
            return box;
        }
        String arrow = drawing.arrowAt(at, board.onScreen(ARROW_REACH));
        return arrow == null ? NOTHING : onArrow(board, arrow, at);
    }

    private static Hit end(Board board, String arrow, Point at) {
        Route route = board.drawing().arrows().get(arrow);
        double reach = board.onScreen(HANDLE_REACH);
        if (route == null) {
            return NOTHING;
        }
        if (atEnd(board, route).distanceTo(at) <= reach) {
            return new Hit(What.END, arrow);
        }
        return atStart(board, route).distanceTo(at) <= reach ? new Hit(What.START, arrow) : onMiddle(board, arrow, at);
    }

    private static Hit onMiddle(Board board, String arrow, Point at) {
        Route route = board.drawing().arrows().get(arrow);
        boolean near = route != null && middle(route).distanceTo(at) <= board.onScreen(HANDLE_REACH);
        return near ? new Hit(What.MIDDLE, arrow) : NOTHING;
    }

    private static Hit onArrow(Board board, String arrow, Point at) {
        Hit middle = onMiddle(board, arrow, at);
        return middle.what() == What.NOTHING ? new Hit(What.ARROW, arrow) : middle;
    }

    private static Hit box(Board board, Point at) {
        double outside = board.onScreen(EDGE_OUTSIDE);
        Hit found = NOTHING;
        for (Map.Entry<String, Rect> box : board.drawing().boxes().entrySet()) {
            Rect rect = box.getValue();
            if (rect.grown(outside).contains(at)) {
                double inside =
                        Math.min(board.onScreen(EDGE_INSIDE), MOST_EDGE * Math.min(rect.width(), rect.height()));
                boolean edge = !rect.grown(-inside).contains(at);
                // A box drawn later lies on top; but the rim outside of one box is no part of it where another box is.
                if (!edge || rect.contains(at) || found.what() != What.BOX) {
                    found = new Hit(edge ? What.EDGE : What.BOX, box.getKey());
                }
            }
        }
        return found;
    }

    /** The box under a point, with the rim from which arrows are pulled; empty where there is none. */
    static String boxNear(Board board, Point at) {
        Hit hit = box(board, at);
        return hit.what() == What.NOTHING ? "" : hit.id();
    }

    /** Where an arrow has its handle for fallbacks. */
    static Point middle(Route route) {
        return along(route, route.length() / 2);
    }

    /** Where an arrow has the handle of its start: off the box, whose edge is where the next arrow is pulled from. */
    static Point atStart(Board board, Route route) {
        return along(route, inset(board, route));
    }

    /** Where an arrow has the handle of its end: off the box too. */
    static Point atEnd(Board board, Route route) {
        return along(route, route.length() - inset(board, route));
    }

    private static double inset(Board board, Route route) {
        return Math.min(board.onScreen(HANDLE_INSET), route.length() / 4);
    }

    private static Point along(Route route, double distance) {
        double left = distance;
        List<Point> points = route.points();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            double piece = from.distanceTo(to);
            if (piece >= left && piece > 0) {
                double share = left / piece;
                return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
            }
            left -= piece;
        }
        return route.end();
    }

    /** Whether it is an arrow, or a handle of one. */
    boolean isArrow() {
        return what != What.NOTHING && what != What.BOX && what != What.EDGE;
    }

    /** The handles that are shown for it while the pointer is there. */
    List<Overlay.Handle> handles(Board board) {
        List<Overlay.Handle> handles = new ArrayList<>();
        Rect box = board.drawing().boxes().get(id);
        Route route = board.drawing().arrows().get(id);
        if (box != null) {
            addSides(handles, id, box);
        } else if (route != null) {
            handles.add(new Overlay.Handle(Overlay.Grip.FALLBACK, id, middle(route)));
        }
        return handles;
    }

    /** The handles of what is selected, where that is one arrow. */
    static List<Overlay.Handle> ofSelection(Board board) {
        String only = board.selection().onlyDependency();
        Route route = only == null ? null : board.drawing().arrows().get(only);
        if (only == null || route == null) {
            return List.of();
        }
        return List.of(
                new Overlay.Handle(Overlay.Grip.START, only, atStart(board, route)),
                new Overlay.Handle(Overlay.Grip.FALLBACK, only, middle(route)),
                new Overlay.Handle(Overlay.Grip.END, only, atEnd(board, route)));
    }

    private static void addSides(List<Overlay.Handle> handles, String id, Rect box) {
        for (Point side : List.of(
                new Point(box.centerX(), box.y()),
                new Point(box.right(), box.centerY()),
                new Point(box.centerX(), box.bottom()),
                new Point(box.x(), box.centerY()))) {
            handles.add(new Overlay.Handle(Overlay.Grip.DEPENDENCY, id, side));
        }
    }
}
