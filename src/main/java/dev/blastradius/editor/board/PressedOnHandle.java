package dev.blastradius.editor.board;

/** The button is down on a handle of an arrow: a click selects the arrow, a drag pulls a fallback out of it, or its end elsewhere. */
final class PressedOnHandle implements State {

    private final Board board;
    private final Hit hit;
    private final Pointer pressed;

    PressedOnHandle(Board board, Hit hit, Pointer pressed) {
        this.board = board;
        this.hit = hit;
        this.pressed = pressed;
    }

    @Override
    public State drag(Pointer to) {
        if (to.distanceTo(pressed) < PressedOnBox.THRESHOLD) {
            return this;
        }
        Aim aim = hit.what() == Hit.What.MIDDLE
                ? new NewFallback(board, hit.id())
                : new MovedEnd(board, hit.id(), hit.what() == Hit.What.END);
        return new Pulling(board, aim, pressed).drag(to);
    }

    @Override
    public State release(Pointer at) {
        Idle.chooseArrow(board, hit.id(), pressed);
        if (pressed.clicks() == 2 && !pressed.more()) {
            board.tell(new BoardEvent.FieldsAsked(hit.id()));
        }
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board, pressed, null);
    }

    @Override
    public Overlay overlay() {
        return Overlay.of(CursorShape.CROSSHAIR).withHandles(Hit.ofSelection(board));
    }
}
