package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.Viewport;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The whole drawing in small, with the part of it that is seen: a click or a drag in it moves that part, the wheel zooms. It is there
 * while something of the drawing is out of sight.
 */
public final class MiniMap extends Region {

    private static final double WIDTH = 190;
    private static final double HEIGHT = 124;
    private static final double PADDING = 8;
    private static final double SMALLEST_BOX = 2;
    private static final double WHEEL_ZOOM = 1.1;
    private static final Color SOURCE = Color.web("#2f81f7");
    private static final Color ROUTER = Color.web("#a371f7");
    private static final Color KEEPER = Color.web("#2da44e");
    private static final Color ANSWER = Color.web("#bf8700");
    private static final Color OTHER = Color.web("#8b949e");
    private static final Color SELECTED = Color.web("#fb8500");
    private static final Color SEEN = Color.web("#2f81f7", 0.12);

    private final GraphCanvas canvas;
    private final Viewport viewport;
    private final Canvas map = new Canvas(WIDTH, HEIGHT);
    private boolean wanted = true;
    private double scale = 1;
    private double left;
    private double top;

    public MiniMap(GraphCanvas canvas) {
        this.canvas = canvas;
        this.viewport = canvas.viewport();
        setId("mini-map");
        getStyleClass().add("mini-map");
        setMinSize(WIDTH, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().add(map);
        Tooltip.install(this, new Tooltip("The whole drawing. Click or drag to go there; the wheel zooms."));
        viewport.onChange(this::requestLayout);
        canvas.onDrawn(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
        addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            viewport.zoomBy(
                    event.getDeltaY() > 0 ? WHEEL_ZOOM : 1 / WHEEL_ZOOM, viewport.width() / 2, viewport.height() / 2);
            event.consume();
        });
        setVisible(false);
    }

    /** Shows it when something is out of sight, or never. */
    public void setWanted(boolean newWanted) {
        wanted = newWanted;
        requestLayout();
        layoutChildren();
    }

    /** Whether it is shown when something is out of sight. */
    public boolean isWanted() {
        return wanted;
    }

    private void go(MouseEvent event) {
        viewport.center(new Point(left + event.getX() / scale, top + event.getY() / scale));
        event.consume();
    }

    /** Is called once before a frame in which something has changed, however often it has. */
    @Override
    protected void layoutChildren() {
        Drawing drawing = canvas.drawing();
        Rect bounds = drawing.bounds();
        Rect seen = viewport.seen();
        boolean needed = wanted && bounds != null && !within(bounds, seen);
        setVisible(needed);
        if (needed && bounds != null) {
            paint(drawing, bounds, seen);
        }
    }

    private static boolean within(Rect inner, Rect outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.right() <= outer.right()
                && inner.bottom() <= outer.bottom();
    }

    private void paint(Drawing drawing, Rect bounds, Rect seen) {
        Rect all = bounds.grown(Math.max(bounds.width(), bounds.height()) / 20);
        scale = Math.min((WIDTH - 2 * PADDING) / all.width(), (HEIGHT - 2 * PADDING) / all.height());
        left = all.centerX() - WIDTH / 2 / scale;
        top = all.centerY() - HEIGHT / 2 / scale;
        GraphicsContext pen = map.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        drawing.boxes().forEach((id, box) -> {
            pen.setFill(canvas.isSelected(id) ? SELECTED : color(id));
            pen.fillRect(
                    Math.rint((box.x() - left) * scale),
                    Math.rint((box.y() - top) * scale),
                    Math.max(SMALLEST_BOX, Math.rint(box.width() * scale)),
                    Math.max(SMALLEST_BOX, Math.rint(box.height() * scale)));
        });
        double x = clamp((seen.x() - left) * scale, WIDTH);
        double y = clamp((seen.y() - top) * scale, HEIGHT);
        double width = clamp((seen.right() - left) * scale, WIDTH) - x;
        double height = clamp((seen.bottom() - top) * scale, HEIGHT) - y;
        pen.setFill(SEEN);
        pen.fillRect(x, y, width, height);
        pen.setStroke(SOURCE);
        pen.setLineWidth(1);
        pen.strokeRect(Math.floor(x) + 0.5, Math.floor(y) + 0.5, Math.max(2, width - 1), Math.max(2, height - 1));
    }

    private static double clamp(double value, double most) {
        return Math.max(1, Math.min(most - 1, value));
    }

    private Color color(String id) {
        Pipeline pipeline = canvas.pipeline();
        Component component = pipeline == null ? null : pipeline.components().get(id);
        if (component == null) {
            return OTHER;
        }
        return switch (component.kind().role()) {
            case SOURCE -> SOURCE;
            case ROUTER -> ROUTER;
            case CACHE, BUFFER -> KEEPER;
            case ANSWER -> ANSWER;
            case STATION -> OTHER;
        };
    }
}
