package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;

/** The button is down where nothing is: a click selects nothing, a drag what it goes around. */
final class PressedOnEmpty implements State {

    private final Board board;
    private final Pointer pressed;

    PressedOnEmpty(Board board, Pointer pressed) {
        this.board = board;
        this.pressed = pressed;
    }

    @Override
    public State drag(Pointer to) {
        return to.distanceTo(pressed) < PressedOnBox.THRESHOLD
                ? this
                : new Lasso(board, board.at(pressed), pressed.more()).drag(to);
    }

    @Override
    public State release(Pointer at) {
        if (!pressed.more()) {
            board.editor().select(Selection.NONE);
        }
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board, pressed, null);
    }

    @Override
    public Overlay overlay() {
        return Overlay.NONE;
    }
}
