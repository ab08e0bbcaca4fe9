package dev.blastradius.editor.board;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Fallbacks;
import dev.blastradius.editor.Rewire;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Pointer.Button;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The canvas without a screen: where everything is drawn, which part of it is seen, and what the user is doing with pointer and keys.
 * It is used from one thread.
 */
public final class Board {

    private static final double WHEEL_STEP = 40;
    private static final double ZOOM_STEP = 1.1;

    private final Editor editor;
    private final Viewport viewport;
    private final Places places;
    private final List<BoardListener> listeners = new ArrayList<>();
    private final EdgePan edgePan;
    private Pipeline shown;
    private Drawing settled;
    private Drawing drawing;
    private State state;
    private Overlay overlay = Overlay.NONE;
    private Selection selection;
    private boolean previewing;
    private boolean acting;

    /** The button that is down; none where that is not known. */
    private Button held = Button.NONE;

    /**
     * A board for an open model.
     *
     * @param viewport which part of it is seen
     * @param sizes how large the boxes of a pipeline's components are
     * @param arranged where the boxes go that the model gives no place
     */
    public Board(
            Editor editor, Viewport viewport, Function<Pipeline, Map<String, Size>> sizes, Map<String, Rect> arranged) {
        this.editor = editor;
        this.viewport = viewport;
        this.places = new Places(sizes, arranged);
        this.edgePan = new EdgePan(viewport);
        this.shown = editor.pipeline();
        this.settled = Drawing.of(places.of(shown), shown.arrows().keySet());
        this.drawing = settled;
        this.selection = editor.selection();
        this.state = new Idle(this);
        editor.onChange(this::editorChanged);
    }

    /** Whoever shows it. */
    public void listen(BoardListener listener) {
        listeners.add(listener);
    }

    public Editor editor() {
        return editor;
    }

    public Viewport viewport() {
        return viewport;
    }

    /** Where everything is drawn now, with what is being moved where it is at the moment. */
    public Drawing drawing() {
        return drawing;
    }

    /** Where the drawing has what the chosen strategy takes away; nothing as drawn. */
    public Drawing takenAway() {
        return TakenAway.of(editor, places, drawing);
    }

    /** Whether something is drawn otherwise than it is in the model, because it is being moved. */
    public boolean isPreviewing() {
        return previewing;
    }

    /** What is shown as selected: while a lasso is drawn, with what lies in it. */
    public Selection selection() {
        return selection;
    }

    /** What lies over the drawing now. */
    public Overlay overlay() {
        return overlay;
    }

    /** A button goes down; in the middle of what is done with another one it means nothing. */
    public void press(Pointer pointer) {
        if (isOther(pointer.button()) && !(state instanceof Idle)) {
            return;
        }
        held = pointer.button();
        act(current -> {
            editor.settle();
            return current.press(pointer);
        });
    }

    /** The pointer moves with a button held. */
    public void drag(Pointer pointer) {
        edgePan.pointer(pointer);
        act(current -> current.drag(pointer));
    }

    /** The button goes up; another one that goes up in the meantime means nothing. */
    public void release(Pointer pointer) {
        if (isOther(pointer.button())) {
            return;
        }
        held = Button.NONE;
        edgePan.stop();
        act(current -> current.release(pointer));
    }

    private boolean isOther(Button button) {
        return held != Button.NONE && held != button;
    }

    /** The pointer moves without a button. */
    public void move(Pointer pointer) {
        held = Button.NONE;
        act(current -> current.move(pointer));
    }

    /**
     * A key goes down.
     *
     * @return whether it meant something here; else it is somebody else's
     */
    public boolean key(Key key) {
        if (key.code() == Key.Code.ESCAPE) {
            return cancel();
        }
        State next = inside(() -> state.key(key));
        if (next != null) {
            act(current -> next);
        }
        return next != null;
    }

    /**
     * Gives up what is being done, with nothing changed; where nothing is, the selection.
     *
     * @return whether there was anything to give up
     */
    public boolean cancel() {
        edgePan.stop();
        State next = inside(state::cancel);
        if (next != null) {
            drawSettled();
            act(current -> next);
        }
        return next != null;
    }

    private <T> T inside(Supplier<T> work) {
        boolean outer = acting;
        acting = true;
        try {
            return work.get();
        } finally {
            acting = outer;
        }
    }

    /** What was typed into the field over the drawing is entered; where it cannot be, the field stays with the reason. */
    public void enter(String text) {
        act(current -> current.enter(text));
    }

    /** Begins to type the name of the component that is selected; nothing where there is none or several. */
    public void editLabel() {
        String component = editor.selection().onlyComponent();
        if (component != null) {
            begin(() -> EditingLabel.of(this, component));
        }
    }

    /** Begins to draw a dependency from the selected component by keys; nothing where there is none or several. */
    public void connectByKeys() {
        String component = editor.selection().onlyComponent();
        if (component != null) {
            begin(() -> ConnectingByKeys.of(this, new NewDependency(this, component)));
        }
    }

    /** Begins to draw a fallback for the selected arrow by keys; nothing where there is none or several. */
    public void addFallbackByKeys() {
        String arrow = editor.selection().onlyDependency();
        if (arrow != null) {
            begin(() -> ConnectingByKeys.of(this, new NewFallback(this, arrow)));
        }
    }

    /**
     * Begins to lead the selected arrow elsewhere by keys; nothing where there is none or several.
     *
     * @param callee whether its end at what is called moves; else the one at its caller
     */
    public void leadByKeys(boolean callee) {
        String arrow = editor.selection().onlyDependency();
        if (arrow != null) {
            begin(() -> ConnectingByKeys.of(this, new MovedEnd(this, arrow, callee)));
        }
    }

    /** A component is to be added where the pointer is when it is released, or pressed and released. */
    public void place(Placed placed) {
        begin(() -> new Placing(this, placed));
    }

    /** What was to be placed is not, for it has been taken away from the canvas. */
    public void stopPlacing() {
        if (state instanceof Placing) {
            cancel();
        }
    }

    /** Adds a component in the middle of what is seen, or below that where it is taken. */
    public void add(Placed placed) {
        Rect seen = viewport.seen();
        Point corner = around(placed, new Point(seen.centerX(), seen.centerY()));
        begin(() -> added(placed, free(placed, corner), null));
    }

    /** Adds a component around a point of the drawing. */
    public void addAt(Placed placed, Point middle) {
        begin(() -> added(placed, around(placed, middle), null));
    }

    /** Adds a component where an arrow was dropped, and the arrow with it. */
    public void addConnected(Placed placed, BoardEvent.DroppedInTheVoid dropped) {
        begin(() -> {
            String id = placed.freeId(shown);
            Point corner = around(placed, dropped.at());
            String replaced = dropped.standsInFor();
            List<Problem> problems = editor.edit("Add " + placed.name(), null, it -> {
                Pipeline more = placed.in(it, id, corner);
                return replaced == null ? Edits.connect(more, dropped.from(), id) : Fallbacks.add(more, replaced, id);
            });
            return problems.isEmpty() ? named(id) : new Idle(this);
        });
    }

    /** The nearest place below where it covers no other: an arrow may be too short for what is put into it. */
    private Point free(Placed placed, Point corner) {
        String id = placed.freeId(shown);
        Size size = places.size(placed.in(shown, id, corner), id);
        Rect free = Placement.free(Rect.of(corner, size), settled.boxes());
        return new Point(free.x(), free.y());
    }

    private Point around(Placed placed, Point middle) {
        String id = placed.freeId(shown);
        Size size = places.size(placed.in(shown, id, middle), id);
        return new Point(middle.x() - size.width() / 2, middle.y() - size.height() / 2);
    }

    /**
     * The state after a component was added: its name is being typed.
     *
     * @param into the dependency that goes through it from now on; null for none
     */
    State added(Placed placed, Point corner, @Nullable String into) {
        String id = placed.freeId(shown);
        Point place = into == null ? corner : free(placed, corner);
        List<Problem> problems = editor.edit("Add " + placed.name(), null, it -> {
            Pipeline more = placed.in(it, id, place);
            return into == null ? more : Rewire.through(more, into, id, editor.strategy());
        });
        return problems.isEmpty() ? named(id) : new Idle(this);
    }

    private State named(String id) {
        editor.select(Selection.component(id));
        return EditingLabel.of(this, id);
    }

    /** Something else begins; what was being typed is entered, and what was being done is given up. */
    private void begin(Supplier<State> first) {
        editor.finishTyping();
        held = Button.NONE;
        cancelGesture();
        act(current -> first.get());
    }

    private void cancelGesture() {
        if (!(state instanceof Idle)) {
            cancel();
        }
    }

    /**
     * The wheel is turned or two fingers scroll.
     *
     * @param dx pixels to the right; 40 for a step of a wheel
     * @param dy pixels downwards
     */
    public void scroll(Pointer pointer, double dx, double dy) {
        if (pointer.shortcut()) {
            viewport.zoomBy(Math.pow(ZOOM_STEP, dy / WHEEL_STEP), pointer.x(), pointer.y());
        } else if (pointer.shift() && dx == 0) {
            viewport.panBy(dy, 0);
        } else {
            viewport.panBy(dx, dy);
        }
    }

    /** Two fingers spread or close. */
    public void zoom(Pointer pointer, double factor) {
        viewport.zoomBy(factor, pointer.x(), pointer.y());
    }

    /** Whether {@link #tick} is to be called for each frame. */
    public boolean wantsTicks() {
        return state.pansAtEdges() && edgePan.isNeeded();
    }

    /**
     * Time passes while the pointer stays near the canvas's edge: the drawing moves on.
     *
     * @param seconds since the last call
     */
    public void tick(double seconds) {
        if (wantsTicks()) {
            Pointer pointer = edgePan.pan(seconds);
            act(current -> current.drag(pointer));
        }
    }

    /** The drawing's point under the pointer. */
    Point at(Pointer pointer) {
        return viewport.toDrawing(pointer.x(), pointer.y());
    }

    /** So many pixels of the screen in the drawing's. */
    double onScreen(double pixels) {
        return pixels / viewport.zoom();
    }

    /** The model as it is drawn. */
    Pipeline pipeline() {
        return shown;
    }

    /** Where everything was before what is being moved was taken up. */
    Drawing settled() {
        return settled;
    }

    Places places() {
        return places;
    }

    /** Draws something otherwise for now, without an edit. */
    void preview(Drawing changed, Change change) {
        drawing = changed;
        previewing = true;
        redrawn(change);
    }

    /** Draws what {@link #preview} changed as it is in the model. */
    void drawSettled() {
        if (previewing) {
            previewing = false;
            Change change = Differences.between(shown, drawing, shown, settled);
            drawing = settled;
            redrawn(change);
        }
    }

    /** Leaves something to whoever shows the board. */
    void tell(BoardEvent event) {
        List.copyOf(listeners).forEach(listener -> listener.happened(event));
    }

    private void act(UnaryOperator<State> step) {
        state = inside(() -> step.apply(state));
        showState();
    }

    private void showState() {
        Selection chosen = state.selecting();
        Selection now = chosen == null ? editor.selection() : chosen;
        if (!now.equals(selection)) {
            selection = now;
            List.copyOf(listeners).forEach(BoardListener::selected);
        }
        Overlay over = state.overlay();
        if (!over.equals(overlay)) {
            overlay = over;
            List.copyOf(listeners).forEach(listener -> listener.covered(over));
        }
    }

    private void editorChanged() {
        Pipeline now = editor.pipeline();
        if (!now.equals(shown)) {
            Pipeline before = shown;
            Drawing drawnBefore = drawing;
            Map<String, Rect> boxes = places.of(now);
            Set<String> keys = now.arrows().keySet();
            boolean same = boxes.equals(settled.boxes())
                    && keys.equals(settled.arrows().keySet());
            settled = same ? settled : Drawing.of(boxes, keys);
            drawing = settled;
            previewing = false;
            shown = now;
            redrawn(Differences.between(before, drawnBefore, now, drawing));
            if (!acting) {
                state = inside(state::modelChanged);
            }
        }
        if (!acting) {
            showState();
        }
    }

    private void redrawn(Change change) {
        if (!change.isEmpty()) {
            List.copyOf(listeners).forEach(listener -> listener.redrawn(change));
        }
    }
}
