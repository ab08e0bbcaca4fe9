package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Pointer.Button;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nothing is being done. */
final class Idle implements State {

    private static final double PAN_STEP = 40;

    private final Board board;
    private final @Nullable Pointer pointer;
    private final Overlay.@Nullable Words words;

    Idle(Board board) {
        this(board, null, null);
    }

    /**
     * Nothing is being done here.
     *
     * @param pointer where the pointer is; null where that is not known
     * @param words what is still to be said of what was done last
     */
    Idle(Board board, @Nullable Pointer pointer, Overlay.@Nullable Words words) {
        this.board = board;
        this.pointer = pointer;
        this.words = words;
    }

    @Override
    public State press(Pointer at) {
        if (at.pans()) {
            return new Panning(board, at, this);
        }
        if (at.button() != Button.PRIMARY) {
            return at.button() == Button.SECONDARY ? pressRight(at) : this;
        }
        Hit hit = Hit.at(board, board.at(at));
        return switch (hit.what()) {
            case NOTHING -> pressNothing(at);
            case BOX -> at.clicks() == 2 && !at.more() ? editLabel(hit.id()) : new PressedOnBox(board, hit.id(), at);
            case EDGE -> at.more() ? new PressedOnBox(board, hit.id(), at) : new PressedOnEdge(board, hit.id(), at);
            case ARROW -> pressArrow(hit.id(), at);
            case MIDDLE, START, END -> new PressedOnHandle(board, hit, at);
        };
    }

    private State pressNothing(Pointer at) {
        if (at.clicks() == 2) {
            board.tell(new BoardEvent.AddAsked(board.at(at)));
            return this;
        }
        return new PressedOnEmpty(board, at);
    }

    private State editLabel(String id) {
        board.editor().select(Selection.component(id));
        return EditingLabel.of(board, id);
    }

    private State pressArrow(String key, Pointer at) {
        chooseArrow(board, key, at);
        if (at.clicks() == 2 && !at.more()) {
            board.tell(new BoardEvent.FieldsAsked(key));
        }
        return new Idle(board, at, null);
    }

    static void chooseArrow(Board board, String key, Pointer at) {
        Selection before = board.editor().selection();
        board.editor().select(at.more() ? before.toggledDependency(key) : Selection.dependency(key));
    }

    /** What is under the pointer is selected first, unless it is part of what is. */
    private State pressRight(Pointer at) {
        Hit hit = Hit.at(board, board.at(at));
        Selection selection = board.editor().selection();
        boolean part = selection.components().contains(hit.id())
                || selection.dependencies().contains(hit.id());
        if (!part) {
            board.editor()
                    .select(
                            switch (hit.what()) {
                                case NOTHING -> Selection.NONE;
                                case BOX, EDGE -> Selection.component(hit.id());
                                case ARROW, MIDDLE, START, END -> Selection.dependency(hit.id());
                            });
        }
        board.tell(new BoardEvent.MenuAsked(at.x(), at.y()));
        return new Idle(board, at, null);
    }

    @Override
    public State move(Pointer at) {
        return new Idle(board, at, null);
    }

    @Override
    public @Nullable State key(Key key) {
        Keyboard keyboard = new Keyboard(board);
        if (key.code().isArrow() && !key.shortcut()) {
            return key.alt() ? keyboard.follow(key) ? still() : null : arrow(key, keyboard);
        }
        if (key.shortcut() || key.alt()) {
            return null;
        }
        return switch (key.code()) {
            case TAB -> keyboard.step(key.shift() ? -1 : 1) ? still() : null;
            case ENTER, F2 -> edit();
            default -> null;
        };
    }

    private State still() {
        return new Idle(board, null, null);
    }

    private State arrow(Key key, Keyboard keyboard) {
        if (!keyboard.nudge(key)) {
            board.viewport()
                    .panBy(-PAN_STEP * key.code().dx(), -PAN_STEP * key.code().dy());
        }
        return still();
    }

    private @Nullable State edit() {
        String component = board.editor().selection().onlyComponent();
        String arrow = board.editor().selection().onlyDependency();
        if (arrow != null) {
            board.tell(new BoardEvent.FieldsAsked(arrow));
            return this;
        }
        return component == null ? null : EditingLabel.of(board, component);
    }

    @Override
    public @Nullable State cancel() {
        if (board.editor().selection().isEmpty()) {
            return null;
        }
        board.editor().select(Selection.NONE);
        return still();
    }

    @Override
    public State modelChanged() {
        return still();
    }

    @Override
    public Overlay overlay() {
        List<Overlay.Handle> handles = new ArrayList<>(Hit.ofSelection(board));
        if (pointer == null) {
            return Overlay.NONE.withHandles(handles).withWords(words);
        }
        if (pointer.space()) {
            return Overlay.of(CursorShape.OPEN_HAND);
        }
        Hit hit = Hit.at(board, board.at(pointer));
        for (Overlay.Handle handle : hit.handles(board)) {
            if (!handles.contains(handle)) {
                handles.add(handle);
            }
        }
        return Overlay.of(cursor(hit)).withHandles(handles).withWords(words == null ? hint(hit) : words);
    }

    /** What cannot be guessed from a handle alone. */
    private Overlay.@Nullable Words hint(Hit hit) {
        return hit.what() == Hit.What.MIDDLE && pointer != null
                ? new Overlay.Words(board.at(pointer), "Drag to a component: it becomes a fallback", false)
                : null;
    }

    private static CursorShape cursor(Hit hit) {
        return switch (hit.what()) {
            case NOTHING -> CursorShape.DEFAULT;
            case BOX -> CursorShape.MOVE;
            case ARROW -> CursorShape.HAND;
            case EDGE, MIDDLE, START, END -> CursorShape.CROSSHAIR;
        };
    }
}
