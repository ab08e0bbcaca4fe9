package dev.blastradius.editor.board;

/** The drawing moves with the pointer. */
final class Panning implements State {

    private final Board board;
    private final Pointer at;
    private final State before;

    Panning(Board board, Pointer at, State before) {
        this.board = board;
        this.at = at;
        this.before = before;
    }

    @Override
    public State drag(Pointer to) {
        board.viewport().panBy(to.x() - at.x(), to.y() - at.y());
        return new Panning(board, to, before);
    }

    @Override
    public State release(Pointer to) {
        return before.move(to);
    }

    @Override
    public State cancel() {
        return before;
    }

    @Override
    public State modelChanged() {
        return this;
    }

    @Override
    public Overlay overlay() {
        return Overlay.of(CursorShape.CLOSED_HAND);
    }
}
