package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Point;
import org.jspecify.annotations.Nullable;

/** Pulls a new arrow out of a box's edge, to the box that it calls. */
final class ConnectGesture implements Gesture {

    private final GraphCanvas canvas;
    private final String from;

    ConnectGesture(GraphCanvas canvas, String from) {
        this.canvas = canvas;
        this.from = from;
    }

    @Override
    public void drag(Point to) {
        canvas.showConnection(from, to, target(to));
    }

    @Override
    public void end(Point at) {
        String target = target(at);
        canvas.hideConnection();
        if (target != null) {
            canvas.connect(from, target);
        }
    }

    @Override
    public void cancel() {
        canvas.hideConnection();
    }

    private @Nullable String target(Point at) {
        String box = canvas.drawing().boxAt(at);
        return box != null && canvas.canConnect(from, box) ? box : null;
    }
}
