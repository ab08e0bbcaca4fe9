package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The drawing of the open model. What happens on it is an edit of the {@link Editor}; what it shows is the editor's state. */
public final class GraphCanvas extends Pane {

    /** Room for the zoom's buttons, which lie over the drawing's lower edge. */
    private static final double CONTROLS_HEIGHT = 30;

    private final Viewport viewport = new Viewport();
    private final Pane arrowPane = new Pane();
    private final Pane boxPane = new Pane();
    private final Rectangle band = new Rectangle();
    private final Line connection = new Line();
    private final Map<String, BoxNode> boxes = new LinkedHashMap<>();
    private final Map<String, ArrowNode> arrows = new LinkedHashMap<>();

    private @Nullable Editor editor;
    private @Nullable Pipeline shown;
    private Map<String, Rect> arranged = Map.of();
    private Drawing drawing = Drawing.EMPTY;
    private Set<String> faulted = Set.of();
    private Map<String, Double> damage = Map.of();
    private boolean fitPending;
    private boolean keepsFitting = true;

    public GraphCanvas() {
        getStyleClass().add("graph-canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleText("Drawing of the pipeline");
        Group world = new Group(arrowPane, boxPane, connection, band);
        world.setManaged(false);
        viewport.applyTo(world);
        band.getStyleClass().add("band");
        connection.getStyleClass().add("connection");
        hideBand();
        hideConnection();
        getChildren().add(world);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        layoutBoundsProperty().addListener((observable, was, is) -> {
            if (keepsFitting) {
                fit();
            }
        });
        new CanvasInput(this, viewport).listen();
    }

    /**
     * Shows a model.
     *
     * @param placed where its boxes go, for those that the model gives no place
     */
    public void open(Editor newEditor, Map<String, Rect> placed) {
        close();
        editor = newEditor;
        arranged = placed;
        newEditor.onChange(() -> {
            if (editor == newEditor) {
                refresh();
            }
        });
        refresh();
        fit();
    }

    /** Shows nothing. */
    public void close() {
        editor = null;
        shown = null;
        arranged = Map.of();
        drawing = Drawing.EMPTY;
        damage = Map.of();
        faulted = Set.of();
        boxes.clear();
        arrows.clear();
        boxPane.getChildren().clear();
        arrowPane.getChildren().clear();
    }

    /** Marks what the chosen scenario breaks: components by id, dependencies by key. */
    public void showFaulted(Set<String> targets) {
        faulted = targets;
        boxes.forEach((id, node) -> node.setFaulted(targets.contains(id)));
        arrows.forEach((key, node) -> node.setFaulted(targets.contains(key)));
    }

    /** Marks how much of what each component was asked for failed; empty for no marks. */
    public void showDamage(Map<String, Double> shares) {
        damage = shares;
        boxes.forEach((id, node) -> node.setDamage(shares.getOrDefault(id, Double.NaN)));
    }

    /** Where everything is drawn. */
    public Drawing drawing() {
        return drawing;
    }

    /** How large it is drawn; 1 is a pixel for a pixel. */
    public ReadOnlyDoubleProperty zoom() {
        return viewport.zoom();
    }

    /** Shows the whole drawing, in any size of the canvas, until the user zooms or pans. */
    public void fit() {
        fitPending = true;
        keepsFitting = true;
        requestLayout();
    }

    /** Makes the drawing larger or smaller around the middle. */
    public void zoomBy(double factor) {
        stopFitting();
        viewport.zoomBy(factor, getWidth() / 2, getHeight() / 2);
    }

    /** Shows the drawing a pixel for a pixel. */
    public void resetZoom() {
        zoomBy(1 / viewport.zoom().get());
    }

    /** The drawing's point in the middle of what is seen. */
    public Point middle() {
        return viewport.toDrawing(getWidth() / 2, getHeight() / 2);
    }

    /** Adds a component in the middle of what is seen, or below that where it is taken. */
    public void add(Kind<? extends Component> kind) {
        add((current, corner) -> current.add(kind, corner));
    }

    /** Adds a component with the values of a preset, at the same place. */
    public void add(Preset preset) {
        add((current, corner) -> current.add(preset, corner));
    }

    private void add(BiConsumer<Editor, Point> adding) {
        Editor current = editor;
        if (current != null) {
            Point middle = viewport.toDrawing(getWidth() / 2, getHeight() / 2);
            Rect wished = new Rect(middle.x() - 70, middle.y() - 27, 140, 54);
            Rect free = Placement.free(wished, drawing.boxes());
            adding.accept(current, new Point(free.x(), free.y()));
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (fitPending && getWidth() > 0 && getHeight() > 0) {
            fitPending = false;
            Rect bounds = drawing.bounds();
            if (bounds != null) {
                viewport.fit(bounds, getWidth(), getHeight() - CONTROLS_HEIGHT);
            }
        }
    }

    private void refresh() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        Pipeline pipeline = current.pipeline();
        if (!pipeline.equals(shown)) {
            shown = pipeline;
            draw(pipeline, places(pipeline));
        }
        showSelection(current.selection());
    }

    private Map<String, Rect> places(Pipeline pipeline) {
        Map<String, Rect> places = new LinkedHashMap<>();
        for (Map.Entry<String, Size> each : BoxSizes.of(pipeline).entrySet()) {
            Position position = pipeline.positions().get(each.getKey());
            Rect before = arranged.getOrDefault(each.getKey(), new Rect(0, 0, 0, 0));
            Point corner = position == null ? new Point(before.x(), before.y()) : new Point(position.x(), position.y());
            places.put(each.getKey(), Rect.of(corner, each.getValue()));
        }
        return places;
    }

    private void draw(Pipeline pipeline, Map<String, Rect> places) {
        drawing = Drawing.of(places, pipeline.arrows().keySet());
        boxes.keySet().removeIf(id -> !places.containsKey(id));
        arrows.keySet().removeIf(key -> !drawing.arrows().containsKey(key));
        boxPane.getChildren().retainAll(boxes.values());
        arrowPane.getChildren().retainAll(arrows.values());
        places.forEach((id, place) -> {
            Component component = pipeline.components().get(id);
            if (component != null) {
                BoxNode node = boxes.computeIfAbsent(id, any -> added(new BoxNode(id, component)));
                node.show(component, new Point(place.x(), place.y()), new Size(place.width(), place.height()));
                node.setFaulted(faulted.contains(id));
                node.setDamage(damage.getOrDefault(id, Double.NaN));
            }
        });
        drawing.arrows().forEach((key, route) -> {
            Dependency dependency = pipeline.arrows().get(key);
            if (dependency != null) {
                ArrowNode node = arrows.computeIfAbsent(key, any -> added(new ArrowNode(key)));
                node.show(dependency, route);
                node.setFaulted(faulted.contains(key));
            }
        });
    }

    private BoxNode added(BoxNode node) {
        boxPane.getChildren().add(node);
        node.focusedProperty().addListener((observable, was, is) -> {
            Editor current = editor;
            if (is && current != null && !current.selection().components().contains(node.componentId())) {
                select(Selection.component(node.componentId()));
            }
        });
        return node;
    }

    private ArrowNode added(ArrowNode node) {
        arrowPane.getChildren().add(node);
        return node;
    }

    private void showSelection(Selection selection) {
        boxes.forEach((id, node) -> node.setSelected(selection.components().contains(id)));
        arrows.forEach((key, node) -> node.setSelected(selection.dependencies().contains(key)));
    }

    /** The user chose what is seen. */
    void stopFitting() {
        keepsFitting = false;
    }

    /** The editor of what is shown; null where nothing is. */
    @Nullable
    Editor editor() {
        return editor;
    }

    void select(Selection selection) {
        if (editor != null) {
            editor.select(selection);
        }
    }

    /** Gives a box the keyboard. */
    void focus(String id) {
        BoxNode node = boxes.get(id);
        if (node != null) {
            node.requestFocus();
        }
    }

    /** Draws boxes somewhere else, without an edit. */
    void preview(Map<String, Rect> places) {
        if (editor != null) {
            draw(editor.pipeline(), places);
            showSelection(editor.selection());
        }
    }

    /** Makes an edit of boxes drawn somewhere else. */
    void commitMove(Collection<String> moved, Map<String, Rect> places) {
        if (editor != null) {
            Map<String, Point> corners = new LinkedHashMap<>();
            places.forEach((id, place) -> corners.put(id, new Point(place.x(), place.y())));
            editor.move(moved, corners);
        }
    }

    boolean canConnect(String from, String to) {
        return editor != null && Edits.canConnect(editor.pipeline(), from, to);
    }

    void connect(String from, String to) {
        if (editor != null) {
            editor.connect(from, to);
        }
    }

    void showBand(Rect area) {
        band.setX(area.x());
        band.setY(area.y());
        band.setWidth(area.width());
        band.setHeight(area.height());
        band.setVisible(true);
    }

    void hideBand() {
        band.setVisible(false);
    }

    void showConnection(String from, Point to, @Nullable String target) {
        Rect box = drawing.boxes().get(from);
        if (box != null) {
            connection.setStartX(box.right());
            connection.setStartY(box.centerY());
            connection.setEndX(to.x());
            connection.setEndY(to.y());
            connection.setVisible(true);
        }
        boxes.forEach((id, node) -> node.setTarget(id.equals(target)));
    }

    void hideConnection() {
        connection.setVisible(false);
        boxes.values().forEach(node -> node.setTarget(false));
    }
}
