package dev.blastradius.editor.board;

import dev.blastradius.editor.Naming;
import dev.blastradius.editor.board.Overlay.LabelField;
import dev.blastradius.editor.board.Overlay.Words;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;

/** A component's name is being typed on its box. */
final class EditingLabel implements State {

    private final Board board;
    private final LabelField field;
    private final String refusal;

    private EditingLabel(Board board, LabelField field, String refusal) {
        this.board = board;
        this.field = field;
        this.refusal = refusal;
    }

    /** Begins to edit a component's name; nothing where there is no such component. */
    static State of(Board board, String id) {
        Component component = board.pipeline().components().get(id);
        Rect box = board.drawing().boxes().get(id);
        if (component == null || box == null) {
            return new Idle(board);
        }
        board.viewport().reveal(box);
        return new EditingLabel(board, new LabelField(id, box, component.title(id)), "");
    }

    /** The name is this; one that cannot be stays to be mended. */
    @Override
    public State enter(String text) {
        List<Problem> problems =
                text.equals(field.text()) ? List.of() : Naming.rename(board.editor(), field.component(), text);
        return problems.isEmpty()
                ? new Idle(board)
                : new EditingLabel(
                        board,
                        field,
                        problems.get(0).what() + "; expected " + problems.get(0).expected());
    }

    @Override
    public State press(Pointer pointer) {
        return new Idle(board, pointer, null).press(pointer);
    }

    @Override
    public State cancel() {
        return new Idle(board);
    }

    @Override
    public State modelChanged() {
        Rect box = board.drawing().boxes().get(field.component());
        return box == null
                ? new Idle(board)
                : new EditingLabel(board, new LabelField(field.component(), box, field.text()), refusal);
    }

    @Override
    public Overlay overlay() {
        Rect box = field.box();
        Words words = refusal.isEmpty() ? null : new Words(new Point(box.x(), box.bottom()), refusal, true);
        return Overlay.NONE.withLabel(field).withWords(words);
    }
}
