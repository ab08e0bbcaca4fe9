package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.board.Viewport;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.stage.Dots;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Requests that move over the drawing: one canvas as large as what is seen, which the pointer does not reach. */
final class DotLayer extends Canvas {

    private static final double SMALLEST = 7;
    private static final double LARGEST = 16;
    private static final double AT_FULL_SIZE = 11;

    /** Answers go beside what is sent, not through it, in pixels of the drawing. */
    private static final double APART = 2.6;

    private double[][] xs = {};
    private double[][] ys = {};
    private double[][] ends = {};
    private Sprites sprites = new Sprites((int) AT_FULL_SIZE, false);
    private boolean dark;
    private boolean large;
    private boolean empty = true;

    /**
     * Moves dots along these arrows.
     *
     * @param keys of the dependencies, in the order of the dots' arrow numbers; one that is not drawn has no dots
     * @return how long each is, in pixels of the drawing; 0: it is not drawn
     */
    double[] follow(Drawing drawing, List<String> keys) {
        xs = new double[keys.size()][];
        ys = new double[keys.size()][];
        ends = new double[keys.size()][];
        double[] lengths = new double[keys.size()];
        for (int i = 0; i < lengths.length; i++) {
            Route route = drawing.arrows().get(keys.get(i));
            int corners = route == null ? 0 : route.points().size();
            xs[i] = new double[corners];
            ys[i] = new double[corners];
            ends[i] = new double[corners];
            for (int j = 0; route != null && j < corners; j++) {
                Point point = route.points().get(j);
                xs[i][j] = point.x();
                ys[i][j] = point.y();
                if (j > 0) {
                    lengths[i] += point.distanceTo(route.points().get(j - 1));
                }
                ends[i][j] = lengths[i];
            }
        }
        return lengths;
    }

    void setLook(boolean newDark, boolean newLarge) {
        dark = newDark;
        large = newLarge;
        sprites = new Sprites(sprites.size(), dark);
    }

    /** Draws the dots where they are. */
    void draw(@Nullable Dots dots, Viewport viewport) {
        GraphicsContext pen = getGraphicsContext2D();
        int count = dots == null ? 0 : dots.size();
        if (count == 0 && empty) {
            return;
        }
        pen.clearRect(0, 0, getWidth(), getHeight());
        empty = count == 0;
        if (dots == null || empty) {
            return;
        }
        choose(viewport.zoom());
        double half = sprites.size() / 2.0;
        double zoom = viewport.zoom();
        for (int i = 0; i < count; i++) {
            int arrow = dots.arrow(i);
            double[] end = ends[arrow];
            if (end.length < 2) {
                continue;
            }
            double length = end[end.length - 1];
            double at = dots.along(i) * length;
            int piece = 1;
            while (piece < end.length - 1 && end[piece] < at) {
                piece++;
            }
            double whole = end[piece] - end[piece - 1];
            double share = whole == 0 ? 0 : (at - end[piece - 1]) / whole;
            double dx = xs[arrow][piece] - xs[arrow][piece - 1];
            double dy = ys[arrow][piece] - ys[arrow][piece - 1];
            double side = whole == 0 ? 0 : (dots.kind(i) == Dots.Kind.SENT ? -APART : APART) / whole;
            double x = (xs[arrow][piece - 1] + share * dx - side * dy) * zoom + viewport.offsetX();
            double y = (ys[arrow][piece - 1] + share * dy + side * dx) * zoom + viewport.offsetY();
            pen.drawImage(sprites.of(dots.kind(i)), Math.rint(x - half), Math.rint(y - half));
        }
    }

    private void choose(double zoom) {
        double wanted = Math.max(SMALLEST, Math.min(LARGEST, AT_FULL_SIZE * Math.sqrt(zoom))) * (large ? 1.4 : 1);
        int size = (int) Math.rint(wanted);
        if (size != sprites.size()) {
            sprites = new Sprites(size, dark);
        }
    }
}
