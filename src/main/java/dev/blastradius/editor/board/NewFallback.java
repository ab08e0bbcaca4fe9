package dev.blastradius.editor.board;

import dev.blastradius.editor.Fallbacks;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.Pipeline;

/** A fallback that is pulled out of the arrow that it stands in for. */
final class NewFallback extends Aim {

    private final String arrow;

    NewFallback(Board board, String arrow) {
        super(board);
        this.arrow = arrow;
    }

    @Override
    String fixed() {
        return Pipeline.from(arrow);
    }

    @Override
    boolean isFallback() {
        return true;
    }

    @Override
    Pipeline connected(Pipeline pipeline, String box) {
        return Fallbacks.add(pipeline, arrow, box);
    }

    @Override
    String label(String box) {
        return "Fall back to " + name(box);
    }

    @Override
    void dropped(Point at) {
        board().tell(new BoardEvent.DroppedInTheVoid(Pipeline.from(arrow), arrow, at));
    }
}
