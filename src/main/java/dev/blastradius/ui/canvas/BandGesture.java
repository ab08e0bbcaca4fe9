package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;

/** Draws a band around boxes to select them, together with what was selected before. */
final class BandGesture implements Gesture {

    private final GraphCanvas canvas;
    private final Selection before;
    private final Point start;

    BandGesture(GraphCanvas canvas, Selection before, Point start) {
        this.canvas = canvas;
        this.before = before;
        this.start = start;
    }

    @Override
    public void drag(Point to) {
        Rect band = Rect.between(start, to);
        canvas.showBand(band);
        canvas.select(before.with(Selection.components(canvas.drawing().boxesIn(band))));
    }

    @Override
    public void end(Point at) {
        canvas.hideBand();
    }

    @Override
    public void cancel() {
        canvas.hideBand();
        canvas.select(before);
    }
}
