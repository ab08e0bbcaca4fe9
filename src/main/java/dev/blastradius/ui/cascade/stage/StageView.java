package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.editor.stage.BuiltThen;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.editor.stage.Dots;
import dev.blastradius.editor.stage.FrameTimes;
import dev.blastradius.editor.stage.KeyFigures;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.picture.PipelineIllustration;
import dev.blastradius.ui.canvas.Exhibit;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The drawing of the pipeline with a moment on it: how full, how well and how busy every box and arrow is, the numbers of the chain of
 * events, and requests that move while something goes on. It cannot be edited; a click on a part looks closer at it.
 */
public final class StageView extends StackPane {

    private static final PseudoClass LARGE = PseudoClass.getPseudoClass("large");
    private static final double ZOOM = 1.25;

    /** While a record is played, boxes are painted anew in every so many frames: what moves is what the eye follows. */
    private static final int FRAMES_PER_MOMENT = 5;

    /** How often the frame meter is written anew, in frames. */
    private static final int FRAMES_PER_READING = 30;

    /** Steps for which a cursor that follows what goes on may lag behind it. */
    private static final double NOW_STEPS = 2.5;

    private final CascadeState state;
    private final DotLayer layer = new DotLayer();
    private final Exhibit exhibit = new Exhibit(layer);
    private final Movement movement;
    private final ChainMarks marks;
    private final MomentCard card = new MomentCard();
    private final Legend legend = new Legend();
    private final FigureStrip figures = new FigureStrip();
    private final Label each = new Label();
    private final Label meter = new Label();
    private final Label nothing = new Label("Press Record, or go live, to see what happens.");
    private final HBox controls = new HBox();
    private final Places places = new Places();
    private @Nullable Pipeline asked;
    private @Nullable Pipeline drawn;
    private @Nullable Playback shown;
    private int shownStep = -1;
    private Moment moment = Moment.NONE;
    private long frame;

    /** A stage for what the state says. */
    public StageView(CascadeState state) {
        this.state = state;
        setId("stage");
        getStyleClass().add("stage");
        getStylesheets()
                .add(Objects.requireNonNull(StageView.class.getResource("stage.css"))
                        .toExternalForm());
        setMinSize(200, 120);
        exhibit.setId("stage-drawing");
        exhibit.setAccessibleText("Drawing of the pipeline at the moment that is looked at");
        marks = new ChainMarks(state, exhibit.marks());
        movement = new Movement(state, layer, this::frame);
        layer.widthProperty().bind(widthProperty());
        layer.heightProperty().bind(heightProperty());
        arrange();
        listen();
        showPlayback();
        setDark();
        showEach();
    }

    private void arrange() {
        each.getStyleClass().add("stage-note");
        each.setId("stage-each");
        each.setMouseTransparent(true);
        meter.getStyleClass().add("stage-note");
        meter.setId("frame-meter");
        meter.setMouseTransparent(true);
        meter.setVisible(false);
        nothing.getStyleClass().add("stage-nothing");
        nothing.setMouseTransparent(true);
        controls.getStyleClass().add("canvas-controls");
        controls.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        var smaller = Icons.button(Feather.MINUS, "Zoom out");
        smaller.setOnAction(event -> exhibit.zoomBy(1 / ZOOM));
        var larger = Icons.button(Feather.PLUS, "Zoom in");
        larger.setOnAction(event -> exhibit.zoomBy(ZOOM));
        var whole = Icons.button(Feather.MAXIMIZE, "Show the whole drawing");
        whole.setOnAction(event -> exhibit.fit());
        controls.getChildren().setAll(smaller, larger, whole);
        getChildren().setAll(exhibit, figures, legend, controls, each, meter, nothing, card);
        setAlignment(figures, Pos.TOP_LEFT);
        setAlignment(nothing, Pos.TOP_CENTER);
        setAlignment(legend, Pos.BOTTOM_LEFT);
        setAlignment(controls, Pos.TOP_RIGHT);
        setAlignment(each, Pos.BOTTOM_RIGHT);
        setAlignment(meter, Pos.BOTTOM_CENTER);
    }

    private void listen() {
        state.playback().addListener(observable -> showPlayback());
        state.editor().addListener((observable, was, is) -> {
            watch(is);
            showPlayback();
        });
        watch(state.editor().get());
        state.cursor().addListener(observable -> cursorMoved());
        state.growth().addListener(observable -> showMoment());
        state.live().addListener(observable -> showMoment());
        state.playing().addListener(observable -> showMoment());
        state.cascade().addListener(observable -> marks.show(exhibit));
        state.focus().addListener(observable -> exhibit.showFocus(state.focus().get()));
        state.dark().addListener(observable -> setDark());
        state.presenting().addListener(observable -> setLarge(state.presenting().get()));
        movement.each().addListener(observable -> showEach());
        exhibit.onMoved(() -> {
            marks.fit(exhibit);
            layer.draw(movement.dots(), exhibit.viewport());
            card.hide();
        });
        exhibit.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        exhibit.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        exhibit.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        exhibit.addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        PictureMenu.on(exhibit, this::picture);
        sceneProperty().addListener((observable, was, is) -> movement.setShown(is != null));
    }

    private void watch(@Nullable Editor editor) {
        if (editor != null) {
            editor.onChange(() -> {
                if (state.editor().get() == editor && state.playback().get() == null) {
                    showPlayback();
                }
            });
        }
    }

    /** No box is under the clock and the figures, what is said in their place, or the zoom's buttons. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List<Rect> covered = new ArrayList<>();
        for (Region each : List.of(figures, controls, nothing)) {
            Bounds bounds = each.getBoundsInParent();
            if (each.isVisible() && bounds.getHeight() < getHeight() / 4) {
                covered.add(new Rect(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight()));
            }
        }
        exhibit.setCovered(covered);
    }

    private void setDark() {
        boolean dark = state.dark().get();
        exhibit.setDark(dark);
        legend.setDark(dark);
        layer.setLook(dark, state.presenting().get());
        layer.draw(movement.dots(), exhibit.viewport());
    }

    /** Whether everything is to be read from the last row. */
    public void setLarge(boolean large) {
        pseudoClassStateChanged(LARGE, large);
        exhibit.setLarge(large);
        layer.setLook(state.dark().get(), large);
        controls.setVisible(!large);
        legend.setVisible(!large);
        card.hide();
    }

    /** Shows or hides how long frames take. */
    public void toggleFrameMeter() {
        meter.setVisible(!meter.isVisible());
        meter.setText(frameTimes().words());
    }

    /** From now on frames are made by {@link #play} alone, for whoever takes pictures of them. */
    public void takeOver() {
        movement.takeOver();
        controls.setVisible(false);
        legend.setVisible(false);
    }

    /** Whether the drawing has its places. */
    public boolean isReady() {
        return drawn != null;
    }

    /** Makes a frame of so many seconds while the record is played. */
    public void play(double seconds) {
        if (seconds > 0) {
            movement.move(seconds);
        }
        showMoment();
    }

    /** How long the last frames took in which something moved. */
    public FrameTimes.Summary frameTimes() {
        return movement.times().summary();
    }

    /** How many frames were made in which something moved. */
    long frames() {
        return frame;
    }

    /** What moves. */
    Dots dots() {
        return Objects.requireNonNull(movement.dots());
    }

    /** Shows what is looked at now: as it was built, and where nothing is recorded as it is drawn. */
    private void showPlayback() {
        Playback playback = state.playback().get();
        Editor editor = state.editor().get();
        nothing.setVisible(playback == null && editor != null);
        figures.setVisible(playback != null);
        requestLayout();
        if (playback != null && shown == null) {
            takeKeyboard();
        }
        boolean same = shown != null && playback != null && shown.chronicle() == playback.chronicle();
        shown = playback;
        shownStep = -1;
        Pipeline now = playback != null
                ? BuiltThen.of(playback, seconds(playback))
                : editor != null ? editor.pipeline() : null;
        if (now == null) {
            asked = null;
            drawn = null;
            exhibit.close();
            movement.follow(Drawing.EMPTY, null);
        } else if (!isDrawnLike(now, asked)) {
            asked = now;
            places.find(now, drawing -> open(now, drawing));
        } else if (drawn != null) {
            if (!same) {
                movement.follow(exhibit.drawing(), playback);
            }
            showMoment();
        }
    }

    /** The button that recorded it may be away or disabled by now, and the keyboard somewhere by chance. */
    private void takeKeyboard() {
        Scene scene = getScene();
        if (scene != null && isTreeSeen() && !(scene.getFocusOwner() instanceof TextInputControl)) {
            exhibit.requestFocus();
        }
    }

    private boolean isTreeSeen() {
        for (Node each = this; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether two pipelines look the same where nothing is known of a moment. */
    private static boolean isDrawnLike(Pipeline now, @Nullable Pipeline before) {
        return before != null
                && now.components().equals(before.components())
                && now.arrows().equals(before.arrows())
                && now.positions().equals(before.positions());
    }

    private void open(Pipeline pipeline, Drawing drawing) {
        drawn = pipeline;
        shownStep = -1;
        exhibit.open(pipeline, drawing);
        exhibit.showFocus(state.focus().get());
        marks.show(exhibit);
        movement.follow(drawing, shown);
        showMoment();
    }

    private double seconds(Playback playback) {
        double cursor = state.cursor().get();
        if (state.live().get() && isNow(playback, cursor)) {
            return playback.recorded();
        }
        return Double.isNaN(cursor) ? 0 : cursor;
    }

    /** Whether what goes on is looked at where it is now, and not where it was. */
    private static boolean isNow(Playback playback, double cursor) {
        return Double.isNaN(cursor)
                || cursor
                        >= playback.recorded()
                                - NOW_STEPS * playback.chronicle().stepSeconds();
    }

    private void cursorMoved() {
        marks.follow();
        if (!state.playing().get()) {
            showMoment();
        }
    }

    /** Something has moved by a frame. */
    private void frame() {
        layer.draw(movement.dots(), exhibit.viewport());
        frame++;
        if (state.playing().get() && frame % FRAMES_PER_MOMENT == 0) {
            showMoment();
        }
        if (meter.isVisible() && frame % FRAMES_PER_READING == 0) {
            meter.setText(frameTimes().words());
        }
    }

    private void showMoment() {
        Playback playback = shown;
        if (playback == null || drawn == null) {
            moment = Moment.NONE;
            exhibit.show(Map.of(), Map.of());
            return;
        }
        if (!isDrawnLike(BuiltThen.of(playback, seconds(playback)), asked)) {
            showPlayback();
            return;
        }
        int step = playback.chronicle().stepAt(seconds(playback));
        figures.show(seconds(playback), KeyFigures.of(playback.chronicle(), step));
        if (step == shownStep) {
            return;
        }
        shownStep = step;
        moment = step < 0 ? Moment.NONE : Moment.of(playback.chronicle(), step);
        Map<String, BoxLook> boxes = new LinkedHashMap<>();
        moment.boxes().forEach((id, box) -> boxes.put(id, BoxLook.of(box)));
        Map<String, ArrowLook> arrows = new LinkedHashMap<>();
        moment.arrows().forEach((key, arrow) -> arrows.put(key, ArrowLook.of(arrow)));
        exhibit.show(boxes, arrows);
        if (state.live().get()) {
            marks.follow();
        }
    }

    /** The whole drawing at the moment that is looked at, or as it is built where there is none; null: nothing is shown. */
    private @Nullable Shown picture() {
        Playback playback = shown;
        Pipeline built = drawn;
        if (built == null) {
            return null;
        }
        if (playback == null || shownStep < 0) {
            return Shown.of(built.title(), () -> PipelineIllustration.of(built));
        }
        double seconds = seconds(playback);
        Cascade cascade = state.cascade().get();
        return Shown.of(
                built.title() + " at " + Clock.text(seconds),
                () -> PipelineIllustration.at(playback, cascade, seconds));
    }

    private void showEach() {
        double requests = movement.each().get();
        each.setText("1 dot = " + Math.round(requests) + " requests"
                + (state.live().get() ? "" : ", in proportion to each step's numbers"));
        each.setVisible(requests > 1);
    }

    private void hover(MouseEvent event) {
        String part = exhibit.at(event.getX(), event.getY());
        exhibit.showHovered(part);
        exhibit.setCursor(part == null ? Cursor.DEFAULT : Cursor.HAND);
        if (part == null || drawn == null || shown == null) {
            card.hide();
        } else {
            card.show(drawn, moment, part, event.getX(), event.getY(), this);
        }
    }

    private void leave() {
        exhibit.showHovered(null);
        card.hide();
    }

    private void released(MouseEvent event) {
        if (exhibit.hasPanned() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        String part = exhibit.at(event.getX(), event.getY());
        state.focus().set(part == null ? "" : part);
        if (part != null) {
            card.hide();
            state.clicked().set(new CascadeState.Clicked(part, event.getScreenX(), event.getScreenY()));
        }
    }

    private void keyPressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> exhibit.zoomBy(ZOOM);
            case MINUS, SUBTRACT -> exhibit.zoomBy(1 / ZOOM);
            case DIGIT0, NUMPAD0 -> exhibit.fit();
            case F -> toggleFrameMeter();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
