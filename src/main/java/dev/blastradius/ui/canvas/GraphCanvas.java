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
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
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
    private final Scenery scenery = new Scenery();
    private final Lift lift;
    private final Glide glide = new Glide(this::showOnTheWay);
    private final List<Runnable> drawn = new ArrayList<>();
    private final OverlayView over = new OverlayView(viewport, this::enterLabel, this::giveUpLabel);
    private final List<Consumer<BoardEvent>> listeners = new ArrayList<>();
    private final AddMenu addMenu = new AddMenu();
    private final CanvasInput input = new CanvasInput(this);

    private @Nullable Board board;
    private @Nullable String target;
    private Drawing displayed = Drawing.EMPTY;
    private boolean fitPending;
    private boolean keepsFitting = true;
    private boolean adjusting;

    public GraphCanvas() {
        getStyleClass().add("graph-canvas");
        setId("canvas");
        setFocusTraversable(true);
        setAccessibleText("Drawing of the pipeline");
        scenery.getTransforms().setAll(offset, scale);
        lift = new Lift(this, scenery, scenery.panes());
        getChildren().addAll(lift.picture(), scenery, over);
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
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> glide.finish());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> glide.finish());
        new Hover(this, scenery).listen();
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
        fit();
        redraw(opened, opened.drawing(), all(opened.drawing()));
        scenery.showSelection(opened.selection());
    }

    private static Change all(Drawing drawing) {
        return new Change(drawing.boxes().keySet(), drawing.arrows().keySet());
    }

    /** Shows nothing. */
    public void close() {
        lift.drop();
        glide.stop();
        displayed = Drawing.EMPTY;
        board = null;
        scenery.clear();
        over.show(Overlay.NONE);
        target = null;
    }

    /** Is called when boxes or arrows are drawn otherwise, or something else is selected. */
    public void onDrawn(Runnable listener) {
        drawn.add(listener);
    }

    /** Whether a component is selected. */
    boolean isSelected(String id) {
        return board != null && board.selection().components().contains(id);
    }

    /** What is drawn; null where nothing is. */
    @Nullable
    Pipeline pipeline() {
        return board == null ? null : board.editor().pipeline();
    }

    /** What happens on the drawing, without a screen; null where nothing is open. */
    public @Nullable Board board() {
        return board;
    }

    /** Marks what the chosen scenario breaks: components by id, dependencies by key. */
    public void showFaulted(Set<String> targets) {
        lift.drop();
        scenery.showFaulted(targets);
    }

    /** Marks what is not as drawn: components by id, dependencies by key. */
    public void showDeviations(Map<String, Deviation.Kind> kinds) {
        lift.drop();
        if (board != null) {
            scenery.showDeviations(kinds, board.takenAway(), board.editor().drawn());
        }
    }

    /** Marks how much of what each component was asked for failed; empty for no marks. */
    public void showDamage(Map<String, Double> shares) {
        lift.drop();
        scenery.showDamage(shares);
    }

    /** Marks what was found, until it is given others: components by id, dependencies by key. */
    public void showFound(Set<String> ids) {
        scenery.showFound(ids);
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
        lift.drop();
        keepsFitting &= adjusting;
        offset.setX(viewport.offsetX());
        offset.setY(viewport.offsetY());
        scale.setX(viewport.zoom());
        scale.setY(viewport.zoom());
        zoom.set(viewport.zoom());
        showDetail();
        over.follow();
    }

    private void showDetail() {
        scenery.showDetail(drawing(), viewport.seen(), Detail.at(viewport.zoom()));
    }

    private void follow(Board shown, Change change) {
        Drawing now = shown.drawing();
        if (shown.isPreviewing()) {
            glide.finish();
            redraw(shown, now, change);
        } else {
            lift.drop();
            Drawing before = displayed;
            redraw(shown, now, change);
            if (Glide.isFar(before, now) && (keepsFitting || isOutOfSight(now))) {
                fit();
            }
            glide.begin(before, now);
        }
        List.copyOf(drawn).forEach(Runnable::run);
    }

    private boolean isOutOfSight(Drawing moved) {
        Rect bounds = moved.bounds();
        return bounds != null && !bounds.overlaps(viewport.seen());
    }

    private void showOnTheWay(Drawing drawing) {
        if (board != null) {
            redraw(board, drawing, all(drawing));
        }
    }

    private void redraw(Board shown, Drawing drawing, Change change) {
        displayed = drawing;
        scenery.show(shown.editor().pipeline(), drawing, change);
        if (shown.isPreviewing()) {
            lift.lift(scenery.nodes(change));
        } else if (!fitPending) {
            showDetail();
        }
    }

    private void showOverlay(Overlay overlay) {
        setCursor(Cursors.of(overlay.cursor()));
        mark(target, false);
        target = overlay.target();
        mark(target, true);
        over.show(overlay);
    }

    private void mark(@Nullable String box, boolean marked) {
        BoxNode node = scenery.box(box);
        if (node != null) {
            node.setTarget(marked);
        }
    }

    /** Gives the keyboard to the selected box, or to the drawing as a whole. */
    void focusSelected() {
        String id = board == null ? null : board.selection().onlyComponent();
        BoxNode node = scenery.box(id);
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
                follow(of, change);
                scenery.showSelection(of.selection());
                input.tick();
            }
        }

        @Override
        public void selected() {
            if (board == of) {
                scenery.showSelection(of.selection());
                List.copyOf(drawn).forEach(Runnable::run);
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
