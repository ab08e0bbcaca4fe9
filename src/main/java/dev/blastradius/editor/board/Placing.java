package dev.blastradius.editor.board;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.board.Overlay.Ghost;
import dev.blastradius.editor.board.Overlay.Words;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component that is not there yet hangs at the pointer; where it is dropped it is added, and its name can be typed. Dropped on an
 * arrow it comes between the two that the arrow connects; with Alt it does not, and is not caught by anything either.
 */
final class Placing implements State {

    private final Board board;
    private final Placed placed;
    private final Ghost ghost;
    private final Snapping snapping;
    private @Nullable Rect box;
    private List<Overlay.Guide> guides = List.of();
    private @Nullable String arrow;

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
        Hit hit = canPassOn() && !to.alt() ? Hit.at(board, at) : Hit.NOTHING;
        arrow = hit.isArrow() ? hit.id() : null;
        return this;
    }

    /** Whether it is called and calls, so that it can stand between two others. */
    private boolean canPassOn() {
        return placed.kind().role() != Role.SOURCE && placed.kind().role() != Role.ANSWER;
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
        return place == null ? new Idle(board) : board.added(placed, new Point(place.x(), place.y()), arrow);
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
        Rect place = box;
        if (place == null) {
            return Overlay.NONE;
        }
        Overlay overlay = Overlay.of(CursorShape.COPY)
                .withGhosts(List.of(new Ghost(ghost.component(), ghost.id(), place)))
                .withGuides(guides);
        if (arrow == null) {
            return overlay;
        }
        String text = "Put into " + Captions.title(board.pipeline(), arrow);
        return overlay.withWords(new Words(new Point(place.x(), place.bottom()), text, false));
    }
}
