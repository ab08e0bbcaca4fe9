package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import java.util.Set;

/** The button is down on a box: it is clicked, or moved with what is selected together with it. */
final class PressedOnBox implements State {

    /** How far the pointer moves before a click is a drag, in pixels of the screen. */
    static final double THRESHOLD = 4;

    private final Board board;
    private final String box;
    private final Pointer pressed;
    private final boolean wasSelected;

    PressedOnBox(Board board, String box, Pointer pressed) {
        this.board = board;
        this.box = box;
        this.pressed = pressed;
        this.wasSelected = board.editor().selection().components().contains(box);
        if (!wasSelected && !pressed.more()) {
            board.editor().select(Selection.component(box));
        }
    }

    @Override
    public State drag(Pointer to) {
        if (to.distanceTo(pressed) < THRESHOLD) {
            return this;
        }
        if (!board.editor().selection().components().contains(box)) {
            board.editor().select(board.editor().selection().toggled(box));
        }
        Set<String> moved = board.editor().selection().components();
        return new MovingBoxes(board, box, moved, pressed).drag(to);
    }

    @Override
    public State release(Pointer at) {
        Selection selection = board.editor().selection();
        if (pressed.more()) {
            board.editor().select(selection.toggled(box));
        } else if (wasSelected) {
            board.editor().select(Selection.component(box));
        }
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board, pressed, null);
    }

    @Override
    public Overlay overlay() {
        return Overlay.of(CursorShape.MOVE);
    }
}
