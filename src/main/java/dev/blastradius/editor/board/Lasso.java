package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.Pipeline;
import java.util.LinkedHashSet;
import java.util.Set;

/** A rectangle is drawn around boxes to select them, with the arrows between them; with Shift, besides what is selected. */
final class Lasso implements State {

    private final Board board;
    private final Point start;
    private final Selection before;
    private Rect area;
    private Selection selecting;

    Lasso(Board board, Point start, boolean more) {
        this.board = board;
        this.start = start;
        this.before = more ? board.editor().selection() : Selection.NONE;
        this.area = Rect.between(start, start);
        this.selecting = before;
    }

    @Override
    public State drag(Pointer to) {
        area = Rect.between(start, board.at(to));
        Set<String> boxes = new LinkedHashSet<>(board.drawing().boxesIn(area));
        Set<String> arrows = new LinkedHashSet<>();
        for (String arrow : board.drawing().arrows().keySet()) {
            if (boxes.contains(Pipeline.from(arrow)) && boxes.contains(Pipeline.to(arrow))) {
                arrows.add(arrow);
            }
        }
        selecting = before.with(new Selection(boxes, arrows));
        return this;
    }

    @Override
    public State release(Pointer at) {
        board.editor().select(selecting);
        return new Idle(board, at, null);
    }

    @Override
    public State cancel() {
        return new Idle(board);
    }

    @Override
    public Selection selecting() {
        return selecting;
    }

    @Override
    public boolean pansAtEdges() {
        return true;
    }

    @Override
    public Overlay overlay() {
        return Overlay.NONE.withLasso(area);
    }
}
