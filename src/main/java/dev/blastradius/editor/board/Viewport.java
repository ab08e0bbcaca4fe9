package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which part of the drawing is seen, and how large. */
public final class Viewport {

    private static final double SMALLEST = 0.05;
    private static final double LARGEST = 4;
    private static final double MARGIN = 36;
    private static final double LARGEST_FIT = 1.1;

    private final List<Runnable> listeners = new ArrayList<>();
    private double zoom = 1;
    private double offsetX;
    private double offsetY;
    private double width;
    private double height;

    /** Is called after every change of what is seen. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The canvas has this size, in pixels of the screen. */
    public void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        changed();
    }

    /** The canvas's width, in pixels of the screen. */
    public double width() {
        return width;
    }

    /** The canvas's height, in pixels of the screen. */
    public double height() {
        return height;
    }

    /** The factor from the drawing to the screen. */
    public double zoom() {
        return zoom;
    }

    /** Where the drawing's origin is on the canvas, from its left edge. */
    public double offsetX() {
        return offsetX;
    }

    /** Where the drawing's origin is on the canvas, from its upper edge. */
    public double offsetY() {
        return offsetY;
    }

    /** The drawing's point under a point of the canvas. */
    public Point toDrawing(double x, double y) {
        return new Point((x - offsetX) / zoom, (y - offsetY) / zoom);
    }

    /** The canvas's point over a point of the drawing. */
    public Point toScreen(Point point) {
        return new Point(point.x() * zoom + offsetX, point.y() * zoom + offsetY);
    }

    /** The part of the drawing that is seen. */
    public Rect seen() {
        return Rect.between(toDrawing(0, 0), toDrawing(width, height));
    }

    /** Makes everything larger or smaller; the drawing's point under (x, y) stays there. */
    public void zoomBy(double factor, double x, double y) {
        Point fixed = toDrawing(x, y);
        setZoom(zoom * factor);
        offsetX = x - fixed.x() * zoom;
        offsetY = y - fixed.y() * zoom;
        changed();
    }

    /**
     * Makes everything larger or smaller; the middle of what is seen of an area stays where it is, so that zooming does not lose it.
     *
     * @param area of the drawing; where nothing of it is seen, or where it is null, the middle of the canvas stays
     */
    public void zoomBy(double factor, @Nullable Rect area) {
        Rect seen = seen();
        Point fixed = new Point(seen.centerX(), seen.centerY());
        if (area != null && area.overlaps(seen)) {
            fixed = new Point(
                    (Math.max(area.x(), seen.x()) + Math.min(area.right(), seen.right())) / 2,
                    (Math.max(area.y(), seen.y()) + Math.min(area.bottom(), seen.bottom())) / 2);
        }
        Point at = toScreen(fixed);
        zoomBy(factor, at.x(), at.y());
    }

    /** Shows the drawing from its origin, a pixel for a pixel, as where nothing is drawn yet. */
    public void reset() {
        zoom = 1;
        offsetX = 0;
        offsetY = 0;
        changed();
    }

    /** Moves what is drawn by so many pixels of the screen. */
    public void panBy(double dx, double dy) {
        offsetX += dx;
        offsetY += dy;
        changed();
    }

    /** Puts a point of the drawing into the middle of the canvas. */
    public void center(Point point) {
        offsetX = Math.rint(width / 2 - point.x() * zoom);
        offsetY = Math.rint(height / 2 - point.y() * zoom);
        changed();
    }

    /** Moves what is drawn as little as it takes to see an area with a margin around it; one that is too large, from its corner. */
    public void reveal(Rect area) {
        Point corner = toScreen(new Point(area.x(), area.y()));
        double dx = inside(corner.x(), area.width() * zoom, width);
        double dy = inside(corner.y(), area.height() * zoom, height);
        if (dx != 0 || dy != 0) {
            panBy(dx, dy);
        }
    }

    private static double inside(double from, double length, double room) {
        double margin = Math.max(0, Math.min(MARGIN, (room - length) / 2));
        double tooFar = from + length - (room - margin);
        double shifted = tooFar > 0 ? from - tooFar : from;
        return Math.max(shifted, margin) - from;
    }

    /**
     * Shows an area of the drawing as large as it fits, in the middle.
     *
     * @param below pixels at the lower edge that something else covers
     */
    public void fit(Rect area, double below) {
        fit(area, below, LARGEST_FIT, MARGIN);
    }

    /**
     * The same, at a zoom of no more than so much.
     *
     * @param most 1 is a pixel for a pixel
     * @param margin pixels that stay free at each edge
     */
    public void fit(Rect area, double below, double most, double margin) {
        double free = height - below;
        double fitting = Math.min(
                (width - 2 * margin) / Math.max(1, area.width()), (free - 2 * margin) / Math.max(1, area.height()));
        setZoom(Math.min(most, fitting));
        offsetX = Math.rint(width / 2 - area.centerX() * zoom);
        offsetY = Math.rint(free / 2 - area.centerY() * zoom);
        changed();
    }

    private void setZoom(double factor) {
        zoom = Math.max(SMALLEST, Math.min(LARGEST, factor));
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
