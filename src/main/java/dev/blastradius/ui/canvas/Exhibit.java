package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Change;
import dev.blastradius.editor.board.Viewport;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.editor.stage.Captioning;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/** A drawing to be looked at and not edited: it is panned and zoomed as on the canvas, and shows how everything stands at a moment. */
public final class Exhibit extends Pane {

    private static final double REACH = 8;
    private static final double WHEEL_STEP = 40;
    private static final double ZOOM_STEP = 1.1;
    private static final double LARGEST_FIT = 1.6;
    private static final double LARGEST_FIT_LARGE = 3;

    /** A press that moves less than this, in pixels, is a click. */
    private static final double CLICK = 4;

    /** What stays free at each edge, in pixels, and over a box for its numbers, in pixels of the drawing. */
    private static final double MARGIN = 20;

    private static final double OVER_BOX = 24;

    /** Signs are kept at least this large while the drawing gets smaller, as far as they have room. */
    private static final double SIGNS_FROM = 0.95;

    private static final double MOST_SIGNS = 1.7;

    /** As seen from the last row, in pixels of the screen at 1,080 lines: names, and signs as a multiple of their usual size. */
    private static final double LARGE_NAME = 28;

    private static final double LARGE_SIGNS = 1.9;
    private static final double LARGE_LINES = 1080;

    /** The names' largest size in their boxes, in pixels of the drawing. */
    private static final double ROOM_FOR_NAME = 21;

    /** A picture of the drawing is kept while it takes no more than so many times the pixels of what is seen. */
    private static final double MOST_PIXELS = 3;

    private final Viewport viewport = new Viewport();
    private final Translate offset = new Translate();
    private final Scale scale = new Scale(1, 1);
    private final Scenery scenery = new Scenery();
    private final Group marks = new Group();
    private final Group world = new Group(scenery);
    private final Group over = new Group(scenery.signs(), marks);
    private final List<Runnable> listeners = new ArrayList<>();
    private Drawing drawing = Drawing.EMPTY;
    private Map<String, BoxLook> boxes = Map.of();
    private Map<String, ArrowLook> arrows = Map.of();
    private Map<String, Point> words = Map.of();
    private boolean dark;
    private boolean large;
    private boolean fitPending;
    private boolean keepsFitting = true;
    private boolean adjusting;
    private List<Rect> covered = List.of();
    private double signs = 1;
    private @Nullable String hovered;
    private double pressedX;
    private double pressedY;
    private double lastX;
    private double lastY;
    private boolean panned;

    /**
     * An exhibit of nothing.
     *
     * @param between what is to lie over boxes and arrows, and under words and numbers; the pointer does not reach it
     */
    public Exhibit(Node between) {
        getStyleClass().addAll("graph-canvas", "exhibit");
        setFocusTraversable(true);
        scenery.getTransforms().setAll(offset, scale);
        scenery.setMouseTransparent(true);
        scenery.signs().setMouseTransparent(true);
        over.getTransforms().setAll(offset, scale);
        over.setManaged(false);
        world.setManaged(false);
        between.setManaged(false);
        between.setMouseTransparent(true);
        getChildren().addAll(world, between, over);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        viewport.onChange(this::showViewport);
        layoutBoundsProperty().addListener((observable, was, is) -> {
            adjust(() -> viewport.resize(is.getWidth(), is.getHeight()));
            if (keepsFitting) {
                fit();
            }
        });
        listen();
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            pressedX = event.getX();
            pressedY = event.getY();
            lastX = pressedX;
            lastY = pressedY;
            panned = false;
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            panned |= Math.hypot(event.getX() - pressedX, event.getY() - pressedY) > CLICK;
            if (panned && event.getButton() != MouseButton.SECONDARY) {
                viewport.panBy(event.getX() - lastX, event.getY() - lastY);
                lastX = event.getX();
                lastY = event.getY();
            }
        });
        addEventHandler(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown()) {
                viewport.zoomBy(Math.pow(ZOOM_STEP, event.getDeltaY() / WHEEL_STEP), event.getX(), event.getY());
            } else if (event.isShiftDown() && event.getDeltaX() == 0) {
                viewport.panBy(event.getDeltaY(), 0);
            } else {
                viewport.panBy(event.getDeltaX(), event.getDeltaY());
            }
            event.consume();
        });
        addEventHandler(ZoomEvent.ZOOM, event -> viewport.zoomBy(event.getZoomFactor(), event.getX(), event.getY()));
    }

    /** Whether the button that was released last had moved the drawing: then it was no click. */
    public boolean hasPanned() {
        return panned;
    }

    /**
     * Shows a pipeline as it is built, with nothing of a moment.
     *
     * @param newDrawing where everything is
     */
    public void open(Pipeline pipeline, Drawing newDrawing) {
        boolean sameShape = newDrawing.boxes().equals(drawing.boxes());
        close();
        drawing = newDrawing;
        words = Captioning.places(drawing, signs);
        scenery.show(
                pipeline,
                drawing,
                new Change(drawing.boxes().keySet(), drawing.arrows().keySet()));
        if (!sameShape) {
            fit();
        }
        showViewport();
    }

    /** Shows nothing. */
    public void close() {
        scenery.clear();
        marks.getChildren().clear();
        boxes = Map.of();
        arrows = Map.of();
        hovered = null;
        drawing = Drawing.EMPTY;
    }

    /** Shows how everything stands at a moment, by component's id and dependency's key; as it is built what is not there. */
    public void show(Map<String, BoxLook> newBoxes, Map<String, ArrowLook> newArrows) {
        scenery.showBoxes(newBoxes, boxes, dark);
        scenery.showArrows(newArrows, arrows);
        boolean first = boxes.isEmpty() && arrows.isEmpty();
        boxes = Map.copyOf(newBoxes);
        arrows = Map.copyOf(newArrows);
        if (first) {
            scenery.showSigns(signs, words);
        }
    }

    /** Chooses the colours of what fills boxes. */
    public void setDark(boolean newDark) {
        dark = newDark;
        scenery.showBoxes(boxes, Map.of(), dark);
    }

    /** Whether everything is to be read from the last row of a room. */
    public void setLarge(boolean newLarge) {
        large = newLarge;
        fit();
        showViewport();
    }

    /** What else covers parts of this node at its upper edge, in its pixels: the drawing is fitted so that no box is under it. */
    public void setCovered(List<Rect> areas) {
        if (!covered.equals(areas)) {
            covered = List.copyOf(areas);
            if (keepsFitting) {
                fit();
            }
        }
    }

    /** Marks the box or arrow that is looked at; none where the name is empty. */
    public void showFocus(String id) {
        boolean box = drawing.boxes().containsKey(id);
        scenery.showSelection(
                id.isEmpty()
                        ? Selection.NONE
                        : new Selection(box ? Set.of(id) : Set.of(), box ? Set.of() : Set.of(id)));
    }

    /** Marks the box or arrow under the pointer; null: none. */
    public void showHovered(@Nullable String id) {
        scenery.showHovered(hovered, false);
        scenery.showHovered(id, true);
        hovered = id;
    }

    /** The box or arrow under a point of this node, by id or key; null where there is none. */
    public @Nullable String at(double x, double y) {
        Point point = viewport.toDrawing(x, y);
        String box = drawing.boxAt(point);
        return box != null ? box : drawing.arrowAt(point, REACH / viewport.zoom());
    }

    /** What lies over the drawing, moved and zoomed with it: in the drawing's own pixels. */
    public Group marks() {
        return marks;
    }

    /** How many times as large as the drawing its signs are now. */
    public double signs() {
        return signs;
    }

    /** Where the middle of an arrow's words is; null where there is no such arrow. */
    public @Nullable Point words(String key) {
        return words.get(key);
    }

    /** Where everything is drawn. */
    public Drawing drawing() {
        return drawing;
    }

    /** Which part of it is seen. */
    public Viewport viewport() {
        return viewport;
    }

    /** Is called after every change of what is seen of the drawing, or of how large its signs are. */
    public void onMoved(Runnable listener) {
        listeners.add(listener);
    }

    /** Shows the whole drawing, in any size of this node, until the user zooms or pans. */
    public void fit() {
        fitPending = true;
        keepsFitting = true;
        requestLayout();
    }

    /** Makes the drawing larger or smaller around its middle. */
    public void zoomBy(double factor) {
        viewport.zoomBy(factor, drawing.bounds());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Rect bounds = drawing.bounds();
        if (fitPending && getWidth() > 0 && getHeight() > 0 && bounds != null) {
            fitPending = false;
            adjust(() -> {
                double most = large ? LARGEST_FIT_LARGE : LARGEST_FIT;
                viewport.fit(bounds, 0, most, MARGIN);
                double top = hiding();
                if (top > 0) {
                    top += OVER_BOX / 2;
                    viewport.fit(bounds, top, most, MARGIN);
                    viewport.panBy(0, top);
                }
            });
        }
    }

    /** How far down something reaches that covers a box, or what stands over one; 0: nothing does. */
    private double hiding() {
        double top = 0;
        for (Rect area : covered) {
            for (Rect box : drawing.boxes().values()) {
                Point corner = viewport.toScreen(new Point(box.x(), box.y() - OVER_BOX));
                double zoom = viewport.zoom();
                if (area.overlaps(
                        new Rect(corner.x(), corner.y(), box.width() * zoom, (box.height() + OVER_BOX) * zoom))) {
                    top = Math.max(top, area.bottom());
                }
            }
        }
        return top;
    }

    /** Changes what is seen without the user having chosen it. */
    private void adjust(Runnable change) {
        boolean outer = adjusting;
        adjusting = true;
        change.run();
        adjusting = outer;
    }

    private void showViewport() {
        keepsFitting &= adjusting || fitPending;
        double zoom = viewport.zoom();
        offset.setX(viewport.offsetX());
        offset.setY(viewport.offsetY());
        scale.setX(zoom);
        scale.setY(zoom);
        double lines = Math.max(0.6, getHeight() * 1.25 / LARGE_LINES);
        Detail detail = large && Detail.at(zoom) == Detail.FULL ? Detail.NAME : Detail.at(zoom);
        scenery.showDetail(drawing, viewport.seen(), detail);
        scenery.showNames(large ? Math.min(ROOM_FOR_NAME, LARGE_NAME * lines / zoom) : 0);
        double wanted = large ? LARGE_SIGNS * lines / zoom : SIGNS_FROM / zoom;
        double now = Math.max(1, Math.min(large ? 2 * MOST_SIGNS : MOST_SIGNS, wanted));
        if (now != signs) {
            signs = now;
            words = Captioning.places(drawing, signs);
            scenery.showSigns(signs, words);
        }
        keepPicture(zoom);
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** While requests move over the drawing it is one picture, unless that would take too much memory. */
    private void keepPicture(double zoom) {
        Rect bounds = drawing.bounds();
        double pixels = bounds == null ? 0 : bounds.width() * bounds.height() * zoom * zoom;
        world.setCache(pixels <= MOST_PIXELS * Math.max(1, getWidth() * getHeight()));
    }
}
