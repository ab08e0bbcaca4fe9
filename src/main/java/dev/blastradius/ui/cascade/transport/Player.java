package dev.blastradius.ui.cascade.transport;

import dev.blastradius.editor.stage.Transport;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.cascade.state.CascadeState;
import javafx.animation.AnimationTimer;

/** Lets the moment that is looked at go on with time, and takes it where it is told. */
public final class Player {

    private static final double NANOS = 1e9;

    private final CascadeState state;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            frame(now);
        }
    };

    private long before;

    /** A player of what the state says; it rests. */
    public Player(CascadeState state) {
        this.state = state;
        state.playing().addListener((observable, was, is) -> {
            before = 0;
            if (is) {
                timer.start();
            } else {
                timer.stop();
            }
        });
        state.playback().addListener((observable, was, is) -> {
            if (is == null) {
                state.playing().set(false);
            }
        });
        state.live().addListener((observable, was, is) -> state.playing().set(false));
    }

    /** A frame at a moment of any clock, in nanoseconds. */
    void frame(long now) {
        double passed = before == 0 ? 0 : (now - before) / NANOS;
        before = now;
        double end = end();
        double next =
                Transport.played(state.cursor().get(), passed, state.speed().get(), end);
        state.cursor().set(next);
        if (next >= end) {
            state.playing().set(false);
        }
    }

    /** Whether there is something to be played that does not go on by itself. */
    public boolean isReady() {
        return state.playback().get() != null && !state.live().get();
    }

    /** Plays, or pauses; from the beginning where it is at the end. */
    public void toggle() {
        if (!isReady()) {
            return;
        }
        boolean play = !state.playing().get();
        if (play && state.cursor().get() >= end()) {
            state.cursor().set(0);
        }
        state.playing().set(play);
    }

    /** Pauses, and goes to a moment, in seconds; nowhere where that is not known. */
    public void go(double seconds) {
        if (isReady() && !Double.isNaN(seconds)) {
            state.playing().set(false);
            state.cursor().set(Math.max(0, Math.min(end(), seconds)));
        }
    }

    /** Goes one recorded step on or back. */
    public void step(boolean forward) {
        Playback playback = state.playback().get();
        if (playback != null) {
            go(Transport.stepped(state.cursor().get(), playback.chronicle().stepSeconds(), forward, end()));
        }
    }

    /** Goes to the next event of the chain, or to the one before; nowhere where there is none. */
    public void jump(boolean forward) {
        go(Transport.onset(state.cascade().get().onsets(), state.cursor().get(), forward));
    }

    /** Goes to the beginning. */
    public void toStart() {
        go(0);
    }

    /** Goes to the end of what is recorded. */
    public void toEnd() {
        go(end());
    }

    /** Plays one step faster or slower. */
    public void speed(boolean faster) {
        state.speed().set(Transport.speed(state.speed().get(), faster));
    }

    private double end() {
        Playback playback = state.playback().get();
        return playback == null ? 0 : playback.recorded();
    }
}
