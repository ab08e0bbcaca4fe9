package dev.blastradius.editor.board;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.Pipeline;

/** A dependency that is pulled out of a box. */
final class NewDependency extends Aim {

    private final String from;

    NewDependency(Board board, String from) {
        super(board);
        this.from = from;
    }

    @Override
    String fixed() {
        return from;
    }

    @Override
    boolean isFallback() {
        return false;
    }

    @Override
    Pipeline connected(Pipeline pipeline, String box) {
        return Edits.connect(pipeline, from, box);
    }

    @Override
    String label(String box) {
        return "Connect " + name(from) + " to " + name(box);
    }

    @Override
    void dropped(Point at) {
        board().tell(new BoardEvent.DroppedInTheVoid(from, null, at));
    }
}
