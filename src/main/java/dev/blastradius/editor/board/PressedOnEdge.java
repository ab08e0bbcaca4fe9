package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;

/** The button is down on a box's edge: a click selects the box, a drag pulls an arrow out of it. */
final class PressedOnEdge implements State {

    private final Board board;
    private final String box;
    private final Pointer pressed;

    PressedOnEdge(Board board, String box, Pointer pressed) {
        this.board = board;
        this.box = box;
        this.pressed = pressed;
    }

    @Override
    public State drag(Pointer to) {
        return to.distanceTo(pressed) < PressedOnBox.THRESHOLD
                ? this
                : new Pulling(board, new NewDependency(board, box), pressed).drag(to);
    }

    @Override
    public State release(Pointer at) {
        board.editor().select(Selection.component(box));
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board, pressed, null);
    }

    @Override
    public Overlay overlay() {
        return Overlay.of(CursorShape.CROSSHAIR);
    }
}
