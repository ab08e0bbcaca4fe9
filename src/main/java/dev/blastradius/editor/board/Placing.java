package dev.blastradius.editor.board;

import dev.blastradius.editor.board.Overlay.Ghost;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component that is not there yet hangs at the pointer; where it is dropped it is added, and its name can be typed. */
final class Placing implements State {

    private final Board board;
    private final Placed placed;
    private final Ghost ghost;
    private final Snapping snapping;
    private @Nullable Rect box;
    private List<Overlay.Guide> guides = List.of();

    Placing(Board board, Placed placed) {
        this.board = board;
        this.placed = placed;
        Pipeline before = board.pipeline();
        String id = placed.freeId(before);
        Pipeline after = placed.in(before, id, new Point(0, 0));
        Component component = after.components().get(id);
        if (component == null) {
            throw new IllegalStateException(id);
        }
        Size size = board.places().size(after, id);
        Rect around = new Rect(-size.width() / 2, -size.height() / 2, size.width(), size.height());
        this.ghost = new Ghost(component, id, around);
        this.snapping = Snapping.of(board.settled().boxes().values(), around);
    }

    @Override
    public State drag(Pointer to) {
        Point at = board.at(to);
        double reach = to.alt() ? 0 : board.onScreen(Snapping.REACH);
        Snapping.Caught caught = snapping.at(at.x(), at.y(), reach, reach);
        box = ghost.box().movedBy(caught.dx(), caught.dy());
        guides = caught.guides();
        return this;
    }

    @Override
    public State move(Pointer to) {
        return drag(to);
    }

    @Override
    public State press(Pointer pointer) {
        return pointer.button() == Pointer.Button.PRIMARY ? drag(pointer) : new Idle(board, pointer, null);
    }

    @Override
    public State release(Pointer pointer) {
        drag(pointer);
        Rect place = box;
        return place == null ? new Idle(board) : board.added(placed, new Point(place.x(), place.y()));
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
        return box == null
                ? Overlay.NONE
                : Overlay.of(CursorShape.COPY)
                        .withGhosts(List.of(new Ghost(ghost.component(), ghost.id(), box)))
                        .withGuides(guides);
    }
}
