package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Boxes move with the pointer, and are caught by the others' edges and middles; with Alt they are not, with Shift they keep a line.
 * While Ctrl is held copies of them move instead.
 */
final class MovingBoxes implements State {

    private final Board board;
    private final Set<String> moved;
    private final Point start;
    private final DragPreview preview;
    private final Snapping snapping;
    private Drawing seen;
    private List<Overlay.Guide> guides = List.of();
    private @Nullable Copies copies;

    MovingBoxes(Board board, String leader, Set<String> moved, Pointer pressed) {
        this.board = board;
        this.moved = moved;
        this.start = board.at(pressed);
        this.preview = new DragPreview(board.settled(), moved);
        this.snapping = Snapping.of(board.settled().boxes(), moved, leader);
        this.seen = board.settled();
    }

    @Override
    public State drag(Pointer to) {
        Point at = board.at(to);
        double dx = at.x() - start.x();
        double dy = at.y() - start.y();
        boolean level = Math.abs(dx) >= Math.abs(dy);
        boolean sideways = !to.shift() || level;
        boolean upright = !to.shift() || !level;
        double reach = to.alt() ? 0 : board.onScreen(Snapping.REACH);
        Snapping.Caught caught =
                snapping.at(sideways ? dx : 0, upright ? dy : 0, sideways ? reach : 0, upright ? reach : 0);
        guides = caught.guides();
        if (to.shortcut()) {
            copies = new Copies(board, moved, caught.dx(), caught.dy());
            board.drawSettled();
            return this;
        }
        copies = null;
        seen = preview.at(caught.dx(), caught.dy());
        board.preview(seen, preview.change());
        return this;
    }

    @Override
    public State release(Pointer at) {
        if (copies != null) {
            copies.add();
            return new Idle(board, at, null);
        }
        Map<String, Point> corners = new LinkedHashMap<>();
        for (Map.Entry<String, Rect> box : seen.boxes().entrySet()) {
            corners.put(
                    box.getKey(), new Point(box.getValue().x(), box.getValue().y()));
        }
        board.editor().move(moved, corners);
        board.editor().settle();
        board.drawSettled();
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board);
    }

    @Override
    public boolean pansAtEdges() {
        return true;
    }

    @Override
    public Overlay overlay() {
        return copies == null
                ? Overlay.of(CursorShape.MOVE).withGuides(guides)
                : Overlay.of(CursorShape.COPY).withGuides(guides).withGhosts(copies.ghosts());
    }
}
