package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.Drag;
import dev.blastradius.editor.scenario.Drag.Grip;
import dev.blastradius.editor.scenario.Drag.Way;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.editor.scenario.Timeline;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/** What the pointer does on the tracks: holds bars and flags, draws new faults, moves the cursor, and moves what is seen. */
final class TrackHands {

    private static final double STILL = 4;
    private static final double ZOOM_A_PIXEL = 0.004;

    private final FaultDesk desk;
    private final CascadeState state;
    private final TrackPane tracks;
    private final Runnable refresh;
    private @Nullable Drag drag;
    private @Nullable Press press;
    private boolean moved;

    /**
     * Where the pointer was pressed.
     *
     * @param what what it was meant for
     * @param track the track; null: none
     */
    private record Press(
            What what, double x, double y, @Nullable Track track, double from, double to) {}

    private enum What {
        /** A bar, a flag or a new fault. */
        DRAG,
        /** An empty part of a track, until it is known whether a fault is drawn. */
        EMPTY,
        CURSOR,
        PAN,
        ZOOM
    }

    /**
     * Hands on tracks.
     *
     * @param refresh has the tracks show what a gesture would come to
     */
    TrackHands(FaultDesk desk, TrackPane tracks, Runnable refresh) {
        this.desk = desk;
        this.state = desk.state();
        this.tracks = tracks;
        this.refresh = refresh;
        tracks.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        tracks.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        tracks.addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        tracks.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        tracks.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        new TrackKeys(desk, tracks, this);
    }

    /** What is being dragged; null: nothing. */
    @Nullable
    Drag drag() {
        return drag;
    }

    /** Whether the pointer holds something. */
    boolean isHolding() {
        return press != null;
    }

    /** The scenario as it is, or as the gesture would make it. */
    Timeline timeline(ScenarioEditor scenario) {
        return drag == null ? scenario.timeline() : drag.timeline();
    }

    /** The distance of the moments to which things snap now, in seconds. */
    double step() {
        TimeScale scale = tracks.scale();
        return TidyTime.step((scale.to() - scale.from()) / scale.span());
    }

    private void pressed(MouseEvent event) {
        ScenarioEditor scenario = desk.scenario();
        if (scenario == null || press != null) {
            return;
        }
        double x = event.getX();
        double y = event.getY();
        moved = false;
        if (event.getButton() == MouseButton.MIDDLE) {
            hold(What.PAN, x, y);
        } else if (event.getButton() == MouseButton.PRIMARY && x >= TimeScale.LEFT - STILL) {
            scenario.editor().finishTyping();
            BarNode bar = ancestor(event.getTarget(), BarNode.class);
            FlagNode flag = ancestor(event.getTarget(), FlagNode.class);
            if (bar != null) {
                hold(What.DRAG, x, y);
                bar.requestFocus();
                desk.select(bar.bar().index());
                if (desk.isEditable()) {
                    Grip grip = bar.grip(x, y - bar.getLayoutY());
                    drag = scenario.drag(grip, bar.bar().index(), seconds(x));
                }
            } else if (flag != null) {
                hold(What.DRAG, x, y);
                flag.requestFocus();
                drag = desk.isEditable() ? scenario.drag(Grip.FLAG, flag.step(), seconds(x)) : null;
            } else if (y < Ruler.HEIGHT) {
                hold(What.CURSOR, x, y);
                moveCursor(x);
            } else {
                tracks.requestFocus();
                desk.select(ScenarioEditor.NONE);
                hold(event.isShiftDown() ? What.ZOOM : What.EMPTY, x, y);
            }
        }
        event.consume();
    }

    private void hold(What what, double x, double y) {
        press = new Press(
                what, x, y, tracks.trackAt(y), state.from().get(), state.to().get());
    }

    private static <T extends Node> @Nullable T ancestor(Object target, Class<T> type) {
        for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
            if (type.isInstance(node)) {
                return type.cast(node);
            }
        }
        return null;
    }

    private double seconds(double x) {
        return tracks.scale().seconds(x);
    }

    private void moveCursor(double x) {
        state.cursor().set(Math.max(0, Math.min(state.duration().get(), seconds(x))));
    }

    private void dragged(MouseEvent event) {
        Press from = press;
        ScenarioEditor scenario = desk.scenario();
        if (from == null || scenario == null) {
            return;
        }
        double x = event.getX();
        moved = moved || Math.hypot(x - from.x, event.getY() - from.y) > STILL;
        switch (from.what) {
            case CURSOR -> moveCursor(x);
            case PAN -> {
                double by =
                        (from.x - x) * (from.to - from.from) / tracks.scale().span();
                state.show(from.from + by, from.to + by);
            }
            case ZOOM -> tracks.bubble(stretch(from, x), false, x, event.getY());
            case EMPTY -> {
                if (moved && from.track != null && desk.isEditable()) {
                    drag = scenario.draw(from.track.target(), seconds(from.x));
                    press = new Press(What.DRAG, from.x, from.y, from.track, from.from, from.to);
                    move(event);
                }
            }
            case DRAG -> {
                if (moved) {
                    move(event);
                }
            }
        }
        event.consume();
    }

    private String stretch(Press from, double x) {
        double one = Math.min(seconds(from.x), seconds(x));
        double other = Math.max(seconds(from.x), seconds(x));
        return "See " + TidyTime.words(Math.max(0, one)) + " – " + TidyTime.words(other);
    }

    private void move(MouseEvent event) {
        Drag current = drag;
        if (current != null) {
            Track over = tracks.trackAt(event.getY());
            Target target = over == null ? null : over.target();
            current.move(seconds(event.getX()), target, way(event));
            refresh.run();
            boolean refused = !current.obstacle().isEmpty();
            tracks.bubble(refused ? current.obstacle() : said(current), refused, event.getX(), event.getY());
        }
    }

    private Way way(MouseEvent event) {
        return new Way(step(), event.isAltDown(), event.isShiftDown(), event.isShortcutDown());
    }

    /** The exact times of what is held. */
    private String said(Drag current) {
        if (current.grip() == Grip.FLAG) {
            return "People act at " + TidyTime.words(current.flagAt());
        }
        Fault fault = current.fault();
        double at = fault.at().seconds();
        if (current.grip() == Grip.RAMP) {
            return fault.ramp() == null
                    ? "no ramp"
                    : "ramp " + TidyTime.words(fault.ramp().seconds());
        }
        String end = fault.lasting() == null
                ? "the end of the run"
                : TidyTime.words(at + fault.lasting().seconds()) + "  ("
                        + TidyTime.words(fault.lasting().seconds()) + ")";
        return TidyTime.words(at) + " – " + end;
    }

    private void released(MouseEvent event) {
        Press from = press;
        Drag current = drag;
        ScenarioEditor scenario = desk.scenario();
        end();
        if (from == null || scenario == null) {
            return;
        }
        if (from.what == What.ZOOM && moved) {
            state.show(
                    Math.min(seconds(from.x), seconds(event.getX())), Math.max(seconds(from.x), seconds(event.getX())));
        } else if (from.what == What.EMPTY) {
            clicked(event, from);
        } else if (from.what == What.DRAG && moved && current != null) {
            desk.act(editing -> current.drop());
            focusSelected();
            desk.ask();
        } else {
            refresh.run();
            if (from.what == What.DRAG && current != null && current.grip() != Grip.FLAG) {
                desk.ask();
            }
        }
        event.consume();
    }

    private void clicked(MouseEvent event, Press from) {
        Track track = from.track;
        if (event.getClickCount() == 2 && track != null) {
            double step = step();
            double at = Math.max(0, Math.floor(seconds(from.x) / step) * step);
            desk.act(editing -> editing.add(track.target(), at));
            focusSelected();
            desk.ask();
        } else {
            moveCursor(from.x);
        }
    }

    /** Gives the keyboard to the selected bar. */
    void focusSelected() {
        tracks.applyCss();
        tracks.layout();
        BarNode bar = tracks.bar(desk.selected());
        if (bar == null) {
            tracks.requestFocus();
        } else {
            bar.requestFocus();
            tracks.reveal(desk.selected());
        }
    }

    private void end() {
        press = null;
        drag = null;
        tracks.bubble("", false, 0, 0);
    }

    /** Gives up what is being done; false where nothing is. */
    boolean giveUp() {
        boolean held = press != null;
        if (held) {
            end();
            refresh.run();
        }
        return held;
    }

    private void hovered(MouseEvent event) {
        BarNode bar = ancestor(event.getTarget(), BarNode.class);
        boolean flag = ancestor(event.getTarget(), FlagNode.class) != null;
        if (bar != null && desk.isEditable()) {
            tracks.setCursor(BarNode.cursor(bar.grip(event.getX(), event.getY() - bar.getLayoutY())));
        } else {
            tracks.setCursor(flag && desk.isEditable() ? Cursor.H_RESIZE : Cursor.DEFAULT);
        }
    }

    /** As in the charts: over the tracks the wheel zooms about the moment under it, elsewhere, and with Alt, it scrolls. */
    private void scrolled(ScrollEvent event) {
        boolean overTime = event.getX() >= TimeScale.LEFT
                && event.getX() <= tracks.getWidth() - TimeScale.RIGHT
                && !event.isAltDown();
        if (overTime && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            double by = -event.getDeltaX()
                    / tracks.scale().span()
                    * (state.to().get() - state.from().get());
            state.show(state.from().get() + by, state.to().get() + by);
        } else if (overTime) {
            state.zoom(Math.exp(-event.getDeltaY() * ZOOM_A_PIXEL), seconds(event.getX()));
        } else {
            tracks.scrollBy(-event.getDeltaY());
        }
        event.consume();
    }
}
