package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** Turns pointer, wheel and keys on the canvas into gestures and edits. */
final class CanvasInput {

    private static final double REACH = 7;
    private static final double EDGE = 9;
    private static final double NUDGE = 10;
    private static final double WHEEL_ZOOM = 1.1;

    private final GraphCanvas canvas;
    private final Viewport viewport;
    private @Nullable Gesture gesture;
    private boolean panning;
    private boolean spaceDown;
    private double lastX;
    private double lastY;

    CanvasInput(GraphCanvas canvas, Viewport viewport) {
        this.canvas = canvas;
        this.viewport = viewport;
    }

    void listen() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                spaceDown = false;
                canvas.setCursor(Cursor.DEFAULT);
            }
        });
    }

    private void press(MouseEvent event) {
        Editor editor = canvas.editor();
        lastX = event.getX();
        lastY = event.getY();
        panning = event.getButton() == MouseButton.MIDDLE || event.getButton() == MouseButton.PRIMARY && spaceDown;
        if (panning) {
            canvas.setCursor(Cursor.CLOSED_HAND);
        } else if (editor != null && event.getButton() == MouseButton.PRIMARY) {
            editor.settle();
            Point at = viewport.toDrawing(event.getX(), event.getY());
            gesture = begin(editor, at, event.isShiftDown() || event.isShortcutDown());
        }
        event.consume();
    }

    private @Nullable Gesture begin(Editor editor, Point at, boolean more) {
        String edge = edgeAt(at);
        String box = canvas.drawing().boxAt(at);
        if (edge != null && !more) {
            return new ConnectGesture(canvas, edge);
        }
        if (box != null) {
            return pressBox(editor, box, at, more);
        }
        String arrow = canvas.drawing().arrowAt(at, REACH / viewport.zoom().get());
        canvas.requestFocus();
        if (arrow != null) {
            editor.select(more ? editor.selection().toggledDependency(arrow) : Selection.dependency(arrow));
            return null;
        }
        if (!more) {
            editor.select(Selection.NONE);
        }
        return new BandGesture(canvas, editor.selection(), at);
    }

    private @Nullable Gesture pressBox(Editor editor, String box, Point at, boolean more) {
        if (more) {
            editor.select(editor.selection().toggled(box));
        } else if (!editor.selection().components().contains(box)) {
            editor.select(Selection.component(box));
        }
        Set<String> moved = editor.selection().components();
        if (!moved.contains(box)) {
            return null;
        }
        canvas.focus(box);
        return new MoveGesture(canvas, box, moved, at);
    }

    /** The box whose right edge is under the point: a new arrow is pulled out of it. */
    private @Nullable String edgeAt(Point at) {
        for (Map.Entry<String, Rect> box : canvas.drawing().boxes().entrySet()) {
            Rect rect = box.getValue();
            Rect edge = new Rect(rect.right() - EDGE / 2, rect.y() + EDGE, EDGE, rect.height() - 2 * EDGE);
            if (edge.contains(at)) {
                return box.getKey();
            }
        }
        return null;
    }

    private void drag(MouseEvent event) {
        if (panning) {
            canvas.stopFitting();
            viewport.panBy(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
        } else if (gesture != null) {
            gesture.drag(viewport.toDrawing(event.getX(), event.getY()));
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        Gesture ended = gesture;
        gesture = null;
        if (panning) {
            panning = false;
            canvas.setCursor(Cursor.DEFAULT);
        } else if (ended != null) {
            ended.end(viewport.toDrawing(event.getX(), event.getY()));
        }
        event.consume();
    }

    private void hover(MouseEvent event) {
        Point at = viewport.toDrawing(event.getX(), event.getY());
        if (spaceDown) {
            canvas.setCursor(Cursor.OPEN_HAND);
        } else if (edgeAt(at) != null) {
            canvas.setCursor(Cursor.CROSSHAIR);
        } else {
            boolean something = canvas.drawing().boxAt(at) != null
                    || canvas.drawing().arrowAt(at, REACH / viewport.zoom().get()) != null;
            canvas.setCursor(something ? Cursor.HAND : Cursor.DEFAULT);
        }
    }

    private void scroll(ScrollEvent event) {
        canvas.stopFitting();
        if (event.isShortcutDown()) {
            double factor = event.getDeltaY() > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM;
            viewport.zoomBy(factor, event.getX(), event.getY());
        } else {
            viewport.panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void keyDown(KeyEvent event) {
        double step = event.isShiftDown() ? 1 : NUDGE;
        boolean handled = switch (event.getCode()) {
            case LEFT -> nudge(-step, 0);
            case RIGHT -> nudge(step, 0);
            case UP -> nudge(0, -step);
            case DOWN -> nudge(0, step);
            case SPACE -> holdSpace();
            case ESCAPE -> giveUp();
            default -> false;
        };
        if (handled) {
            event.consume();
        }
    }

    private boolean holdSpace() {
        spaceDown = true;
        return true;
    }

    private boolean giveUp() {
        Gesture current = gesture;
        if (current == null) {
            return false;
        }
        gesture = null;
        current.cancel();
        return true;
    }

    private boolean nudge(double dx, double dy) {
        Editor editor = canvas.editor();
        if (editor == null || editor.selection().components().isEmpty()) {
            return false;
        }
        Set<String> moved = editor.selection().components();
        Map<String, Rect> places = new LinkedHashMap<>();
        canvas.drawing()
                .boxes()
                .forEach((id, place) -> places.put(id, moved.contains(id) ? place.movedBy(dx, dy) : place));
        canvas.commitMove(moved, places);
        return true;
    }
}
