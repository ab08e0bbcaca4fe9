package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Board;
import dev.blastradius.editor.board.BoardEvent;
import dev.blastradius.editor.board.BoardListener;
import dev.blastradius.editor.board.Change;
import dev.blastradius.editor.board.Overlay;
import dev.blastradius.editor.board.Placed;
import dev.blastradius.editor.board.Viewport;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.Group;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.jspecify.annotations.Nullable;

/** The drawing of the open model: it shows what its {@link Board} says, and tells that what pointer and keys do. */
public final class GraphCanvas extends Pane {

    /** Room for the zoom's buttons, which lie over the drawing's lower edge. */
    private static final double CONTROLS_HEIGHT = 30;

    private final Viewport viewport = new Viewport();
    private final ReadOnlyDoubleWrapper zoom = new ReadOnlyDoubleWrapper(1);
    private final Translate offset = new Translate();
    private final Scale scale = new Scale(1, 1);
    private final GhostLayer ghosts = new GhostLayer();
    private final Pane arrowPane = new Pane();
    private final Pane boxPane = new Pane();
    private final OverlayView over = new OverlayView(viewport, this::enterLabel, this::giveUpLabel);
    private final Map<String, BoxNode> boxes = new LinkedHashMap<>();
    private final Map<String, ArrowNode> arrows = new LinkedHashMap<>();
    private final List<Consumer<BoardEvent>> listeners = new ArrayList<>();
    private final AddMenu addMenu = new AddMenu();
    private final CanvasInput input = new CanvasInput(this);

    private @Nullable Board board;
    private Set<String> faulted = Set.of();
    private Set<String> found = Set.of();
    private Map<String, Deviation.Kind> deviations = Map.of();
    private Map<String, Double> damage = Map.of();
    private @Nullable String target;
    private boolean fitPending;
    private boolean keepsFitting = true;
    private boolean adjusting;

    public GraphCanvas() {
        getStyleClass().add("graph-canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleText("Drawing of the pipeline");
        Group world = new Group(ghosts, arrowPane, boxPane);
        world.setManaged(false);
        world.getTransforms().setAll(offset, scale);
        getChildren().addAll(world, over);
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
        input.listen();
    }

    /** What the drawing is left to say to whoever asks, from now on: menus, and fields to be edited. */
    public void onEvent(Consumer<BoardEvent> listener) {
        listeners.add(listener);
    }

    /**
     * Shows a model.
     *
     * @param placed where its boxes go, for those that the model gives no place
     */
    public void open(Editor editor, Map<String, Rect> placed) {
        close();
        Board opened = new Board(editor, viewport, BoxSizes::of, placed);
        board = opened;
        opened.listen(new Show(opened));
        editor.onLeaving(() -> {
            if (board == opened) {
                over.commit();
            }
        });
        redraw(opened, all(opened.drawing()));
        showSelection(opened.selection());
        fit();
    }

    private static Change all(Drawing drawing) {
        return new Change(drawing.boxes().keySet(), drawing.arrows().keySet());
    }

    /** Shows nothing. */
    public void close() {
        board = null;
        damage = Map.of();
        faulted = Set.of();
        found = Set.of();
        deviations = Map.of();
        boxes.clear();
        arrows.clear();
        boxPane.getChildren().clear();
        arrowPane.getChildren().clear();
        ghosts.getChildren().clear();
        over.show(Overlay.NONE);
        target = null;
    }

    /** What happens on the drawing, without a screen; null where nothing is open. */
    public @Nullable Board board() {
        return board;
    }

    /** Marks what the chosen scenario breaks: components by id, dependencies by key. */
    public void showFaulted(Set<String> targets) {
        faulted = targets;
        boxes.forEach((id, node) -> node.setFaulted(targets.contains(id)));
        arrows.forEach((key, node) -> node.setFaulted(targets.contains(key)));
    }

    /** Marks what is not as drawn: components by id, dependencies by key. */
    public void showDeviations(Map<String, Deviation.Kind> kinds) {
        deviations = kinds;
        boxes.forEach((id, node) -> node.setDeviation(kinds.get(id)));
        arrows.forEach((key, node) -> node.setDeviation(kinds.get(key)));
        if (board != null) {
            ghosts.show(board.takenAway(), board.editor().drawn());
        }
    }

    /** Marks how much of what each component was asked for failed; empty for no marks. */
    public void showDamage(Map<String, Double> shares) {
        damage = shares;
        boxes.forEach((id, node) -> node.setDamage(shares.getOrDefault(id, Double.NaN)));
    }

    /** Marks what was found, until it is given others: components by id, dependencies by key. */
    public void showFound(Set<String> ids) {
        found = ids;
        boxes.forEach((id, node) -> node.setFound(ids.contains(id)));
        arrows.forEach((key, node) -> node.setFound(ids.contains(key)));
    }

    /** Shows what is selected as large as it fits; everything where nothing is. */
    public void fitSelection() {
        Rect around = aroundSelection();
        if (around == null) {
            fit();
        } else {
            viewport.fit(around, CONTROLS_HEIGHT);
        }
    }

    /** Moves the drawing as little as it takes to see what is selected. */
    public void revealSelection() {
        Rect around = aroundSelection();
        if (around != null) {
            viewport.reveal(around);
        }
    }

    /** The part of the drawing that is selected; null where nothing is. */
    public @Nullable Rect aroundSelection() {
        Selection selection = board == null ? Selection.NONE : board.editor().selection();
        return drawing().around(selection.components(), selection.dependencies());
    }

    /** Where everything is drawn. */
    public Drawing drawing() {
        return board == null ? Drawing.EMPTY : board.drawing();
    }

    /** Which part of the drawing is seen. */
    public Viewport viewport() {
        return viewport;
    }

    /** How large it is drawn; 1 is a pixel for a pixel. */
    public ReadOnlyDoubleProperty zoom() {
        return zoom.getReadOnlyProperty();
    }

    /** Shows the whole drawing, in any size of the canvas, until the user zooms or pans. */
    public void fit() {
        fitPending = true;
        keepsFitting = true;
        requestLayout();
    }

    /** Makes the drawing larger or smaller around the middle of what is selected, or else of everything, as far as it is seen. */
    public void zoomBy(double factor) {
        Rect around = aroundSelection();
        viewport.zoomBy(
                factor,
                around != null && around.overlaps(viewport.seen())
                        ? around
                        : drawing().bounds());
    }

    /** Shows the drawing a pixel for a pixel. */
    public void resetZoom() {
        zoomBy(1 / viewport.zoom());
    }

    /** The drawing's point in the middle of what is seen. */
    public Point middle() {
        return viewport.toDrawing(getWidth() / 2, getHeight() / 2);
    }

    /** Adds a component in the middle of what is seen, or below that where it is taken. */
    public void add(Kind<? extends Component> kind) {
        add(Placed.of(kind));
    }

    /** Adds a component with the values of a preset, at the same place. */
    public void add(Preset preset) {
        add(Placed.of(preset));
    }

    private void add(Placed placed) {
        if (board != null) {
            board.add(placed);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (fitPending && getWidth() > 0 && getHeight() > 0) {
            fitPending = false;
            Rect bounds = drawing().bounds();
            if (bounds == null) {
                adjust(viewport::reset);
            } else {
                adjust(() -> viewport.fit(bounds, CONTROLS_HEIGHT));
            }
        }
    }

    /** Changes what is seen without the user having chosen it. */
    private void adjust(Runnable change) {
        boolean outer = adjusting;
        adjusting = true;
        change.run();
        adjusting = outer;
    }

    private void showViewport() {
        keepsFitting &= adjusting;
        offset.setX(viewport.offsetX());
        offset.setY(viewport.offsetY());
        scale.setX(viewport.zoom());
        scale.setY(viewport.zoom());
        zoom.set(viewport.zoom());
        over.follow();
    }

    private void redraw(Board shown, Change change) {
        Drawing drawing = shown.drawing();
        for (String id : change.boxes()) {
            Component component = shown.editor().pipeline().components().get(id);
            Rect place = drawing.boxes().get(id);
            if (component == null || place == null) {
                boxPane.getChildren().remove(boxes.remove(id));
            } else {
                showBox(id, component, place);
            }
        }
        for (String key : change.arrows()) {
            Dependency dependency = shown.editor().pipeline().arrows().get(key);
            Route route = drawing.arrows().get(key);
            if (dependency == null || route == null) {
                arrowPane.getChildren().remove(arrows.remove(key));
            } else {
                showArrow(key, dependency, route);
            }
        }
    }

    private void showBox(String id, Component component, Rect place) {
        BoxNode node = boxes.get(id);
        if (node == null) {
            node = new BoxNode(id, component);
            node.setFaulted(faulted.contains(id));
            node.setFound(found.contains(id));
            node.setDamage(damage.getOrDefault(id, Double.NaN));
            node.setDeviation(deviations.get(id));
            boxes.put(id, node);
            boxPane.getChildren().add(node);
        }
        node.show(component, new Point(place.x(), place.y()), new Size(place.width(), place.height()));
    }

    private void showArrow(String key, Dependency dependency, Route route) {
        ArrowNode node = arrows.get(key);
        if (node == null) {
            node = new ArrowNode(key);
            node.setFaulted(faulted.contains(key));
            node.setFound(found.contains(key));
            node.setDeviation(deviations.get(key));
            arrows.put(key, node);
            arrowPane.getChildren().add(node);
        }
        node.show(dependency, route);
    }

    private void showSelection(Selection selection) {
        boxes.forEach((id, node) -> node.setSelected(selection.components().contains(id)));
        arrows.forEach((key, node) -> node.setSelected(selection.dependencies().contains(key)));
    }

    private void showOverlay(Overlay overlay) {
        setCursor(Cursors.of(overlay.cursor()));
        mark(target, false);
        target = overlay.target();
        mark(target, true);
        over.show(overlay);
    }

    private void mark(@Nullable String box, boolean marked) {
        BoxNode node = box == null ? null : boxes.get(box);
        if (node != null) {
            node.setTarget(marked);
        }
    }

    /** Gives the keyboard to the selected box, or to the drawing as a whole. */
    void focusSelected() {
        String id = board == null ? null : board.selection().onlyComponent();
        BoxNode node = id == null ? null : boxes.get(id);
        if (!over.isTyping()) {
            (node == null ? this : node).requestFocus();
        }
    }

    private void enterLabel(String text) {
        if (board != null) {
            board.enter(text);
            focusSelected();
        }
    }

    private void giveUpLabel() {
        if (board != null) {
            board.cancel();
            focusSelected();
        }
    }

    /** What lies over the drawing. */
    OverlayView over() {
        return over;
    }

    private void answer(Board asking, BoardEvent event) {
        if (event instanceof BoardEvent.AddAsked add) {
            addMenu.show(
                    this, viewport.toScreen(add.at()), "Add here", false, placed -> asking.addAt(placed, add.at()));
        } else if (event instanceof BoardEvent.DroppedInTheVoid dropped) {
            String title = dropped.standsInFor() == null ? "Connect to a new" : "Fall back to a new";
            addMenu.show(
                    this, viewport.toScreen(dropped.at()), title, true, placed -> asking.addConnected(placed, dropped));
        }
        List.copyOf(listeners).forEach(listener -> listener.accept(event));
    }

    /** Shows what a board says, as long as it is the open one. */
    private final class Show implements BoardListener {

        private final Board of;

        Show(Board of) {
            this.of = of;
        }

        @Override
        public void redrawn(Change change) {
            if (board == of) {
                redraw(of, change);
                showSelection(of.selection());
                input.tick();
            }
        }

        @Override
        public void selected() {
            if (board == of) {
                showSelection(of.selection());
            }
        }

        @Override
        public void covered(Overlay overlay) {
            if (board == of) {
                showOverlay(overlay);
                input.tick();
            }
        }

        @Override
        public void happened(BoardEvent event) {
            if (board == of) {
                answer(of, event);
            }
        }
    }
}
