package dev.blastradius.editor.board;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.Pipeline;
import org.jspecify.annotations.Nullable;

/** An arrow that is looking for the box at which it ends, by pointer or by keys: what it will be, and where it may end. */
abstract class Aim {

    private final Board board;
    private final Connections connections;

    Aim(Board board) {
        this.board = board;
        this.connections = new Connections(board.editor(), this);
    }

    /** The component at the end that stays. */
    abstract String fixed();

    /** Whether the end that is looked for is what is called; else it is the caller. */
    boolean looksForCallee() {
        return true;
    }

    /** Whether it will be a fallback. */
    abstract boolean isFallback();

    /** The arrow that goes away for it; null where none does. */
    @Nullable
    String replaced() {
        return null;
    }

    /** The model with it ending at a component. */
    abstract Pipeline connected(Pipeline pipeline, String box);

    /** What making it is called in the history. */
    abstract String label(String box);

    /** It was dropped where no box is; nothing happens unless something can be done there. */
    void dropped(Point at) {}

    /** Its key when it ends at a component. */
    final String key(String box) {
        return looksForCallee() ? Pipeline.key(fixed(), box) : Pipeline.key(box, fixed());
    }

    final Connections connections() {
        return connections;
    }

    /** Why it cannot end there; empty where it can. */
    final String refusal(String box) {
        return connections.refusal(box);
    }

    /** Makes it, and selects it. */
    final void accept(String box) {
        if (key(box).equals(replaced())) {
            return;
        }
        if (board.editor()
                .edit(label(box), null, pipeline -> connected(pipeline, box))
                .isEmpty()) {
            board.editor().select(Selection.dependency(key(box)));
        }
    }

    final Board board() {
        return board;
    }

    final String name(String id) {
        return Captions.name(board.pipeline(), id);
    }
}
