package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Node;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/** Which part of the drawing is seen, and how large. */
final class Viewport {

    private static final double SMALLEST = 0.1;
    private static final double LARGEST = 4;
    private static final double MARGIN = 36;
    private static final double LARGEST_FIT = 1.1;

    private final Translate offset = new Translate();
    private final Scale scale = new Scale(1, 1);
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);

    /** Shows a node through this viewport. */
    void applyTo(Node node) {
        node.getTransforms().setAll(offset, scale);
    }

    /** The factor from the drawing to the screen. */
    ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /** The drawing's point under a point of the canvas. */
    Point toDrawing(double x, double y) {
        return new Point((x - offset.getX()) / zoom.get(), (y - offset.getY()) / zoom.get());
    }

    /** Makes everything larger or smaller; the drawing's point under (x, y) stays there. */
    void zoomBy(double factor, double x, double y) {
        Point fixed = toDrawing(x, y);
        setZoom(zoom.get() * factor);
        offset.setX(x - fixed.x() * zoom.get());
        offset.setY(y - fixed.y() * zoom.get());
    }

    void panBy(double dx, double dy) {
        offset.setX(offset.getX() + dx);
        offset.setY(offset.getY() + dy);
    }

    /** Shows an area of the drawing as large as it fits in the canvas, in its middle. */
    void fit(Rect area, double width, double height) {
        double fitting = Math.min(
                (width - 2 * MARGIN) / Math.max(1, area.width()), (height - 2 * MARGIN) / Math.max(1, area.height()));
        setZoom(Math.min(LARGEST_FIT, fitting));
        offset.setX(Math.rint(width / 2 - area.centerX() * zoom.get()));
        offset.setY(Math.rint(height / 2 - area.centerY() * zoom.get()));
    }

    private void setZoom(double factor) {
        zoom.set(Math.max(SMALLEST, Math.min(LARGEST, factor)));
        scale.setX(zoom.get());
        scale.setY(zoom.get());
    }
}
