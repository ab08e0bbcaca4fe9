package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.stage.Dots;
import dev.blastradius.editor.stage.FlightSource;
import dev.blastradius.editor.stage.FrameTimes;
import dev.blastradius.editor.stage.Replay;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/** Lets requests move over the drawing, frame by frame, while something goes on; at rest it takes no time. */
final class Movement {

    private static final double NANOS = 1e9;

    /** After a long frame dots go on as if it had taken so long, in seconds. */
    private static final double LONGEST_FRAME = 0.1;

    private final CascadeState state;
    private final DotLayer layer;
    private final FrameTimes times = new FrameTimes();
    private final ReadOnlyDoubleWrapper each = new ReadOnlyDoubleWrapper(1);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            times.frame(now);
            double passed = before == 0 ? 0 : (now - before) / NANOS;
            before = now;
            if (passed > 0) {
                move(Math.min(LONGEST_FRAME, passed));
            }
        }
    };

    private final Runnable draw;
    private @Nullable Dots dots;
    private List<String> keys = List.of();
    private long before;
    private boolean running;
    private boolean shown;
    private boolean byHand;

    /**
     * Nothing moves yet.
     *
     * @param draw draws the dots where they are
     */
    Movement(CascadeState state, DotLayer layer, Runnable draw) {
        this.state = state;
        this.layer = layer;
        this.draw = draw;
        state.playing().addListener(observable -> check());
        state.flights().addListener(observable -> check());
        state.live().addListener(observable -> check());
    }

    /** Requests move along these arrows from now on. */
    void follow(Drawing drawing, @Nullable Playback playback) {
        keys = playback == null ? List.of() : playback.chronicle().dependencies();
        dots = new Dots(layer.follow(drawing, keys));
        draw.run();
        check();
    }

    /** The drawing can be seen, or no longer. */
    void setShown(boolean newShown) {
        shown = newShown;
        check();
    }

    /** Time does not pass by itself any more. */
    void takeOver() {
        byHand = true;
        check();
    }

    @Nullable
    Dots dots() {
        return dots;
    }

    /** How long frames took while something moved. */
    FrameTimes times() {
        return times;
    }

    /** How many requests a dot stands for. */
    ReadOnlyDoubleProperty each() {
        return each.getReadOnlyProperty();
    }

    private boolean goesOn() {
        return state.live().get()
                ? state.flights().get() != null
                : state.playing().get();
    }

    private void check() {
        Dots now = dots;
        boolean wanted = shown && !byHand && now != null && (goesOn() || now.size() > 0);
        if (wanted && !running) {
            running = true;
            before = 0;
            times.pause();
            timer.start();
        } else if (!wanted && running) {
            running = false;
            timer.stop();
        }
    }

    /** A frame of so many seconds. */
    void move(double passed) {
        Dots now = dots;
        if (now == null) {
            return;
        }
        if (goesOn()) {
            FlightSource flights = state.flights().get();
            Playback playback = state.playback().get();
            if (state.live().get() && flights != null) {
                flights.take(now);
            } else if (playback != null) {
                replay(playback.chronicle(), passed, now);
            }
        }
        now.advance(passed);
        if (each.get() != now.each()) {
            each.set(now.each());
        }
        draw.run();
        if (!goesOn() && now.size() == 0) {
            check();
        }
    }

    private void replay(Chronicle chronicle, double passed, Dots now) {
        double cursor = state.cursor().get();
        int step = chronicle.stepAt(Double.isNaN(cursor) ? 0 : cursor);
        if (step >= 0) {
            Replay.add(chronicle, step, passed * state.speed().get(), now);
        }
    }
}
