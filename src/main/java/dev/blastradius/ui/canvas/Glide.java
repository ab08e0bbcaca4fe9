package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Morph;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import org.jspecify.annotations.Nullable;

/** Shows boxes and arrows on their way to new places, for as long as the eye needs to follow. */
final class Glide {

    private static final double SECONDS = 0.28;
    private static final double NANOS = 1e9;

    /** Boxes that go less far than this, in pixels, are simply there: nudges follow one another faster than anything glides. */
    private static final double SHORTEST = 40;

    /** More boxes than this are simply there too: they would not glide but stutter. */
    private static final int MOST_BOXES = 150;

    private final Consumer<Drawing> show;
    private @Nullable Morph morph;
    private double begun;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            step(now / NANOS);
        }
    };

    /** Gives what is to be shown to somebody, frame by frame. */
    Glide(Consumer<Drawing> show) {
        this.show = show;
    }

    /**
     * Begins to show the way from one drawing to another, where there is one that is worth showing.
     *
     * @return whether it has begun; else what will be is to be shown at once
     */
    boolean begin(Drawing from, Drawing to) {
        timer.stop();
        Morph next = new Morph(from, to);
        boolean worthwhile = to.boxes().size() <= MOST_BOXES && isFar(from, to);
        morph = worthwhile ? next : null;
        begun = Double.NaN;
        if (worthwhile) {
            show.accept(next.at(0));
            timer.start();
        }
        return worthwhile;
    }

    /** Whether something goes so far that the eye would lose it. */
    static boolean isFar(Drawing from, Drawing to) {
        return new Morph(from, to).furthest() >= SHORTEST;
    }

    /** Everything is where it belongs now. */
    void finish() {
        timer.stop();
        Morph current = morph;
        morph = null;
        if (current != null) {
            show.accept(current.at(1));
        }
    }

    /** Nothing is to be shown any more. */
    void stop() {
        timer.stop();
        morph = null;
    }

    private void step(double seconds) {
        if (Double.isNaN(begun)) {
            begun = seconds;
        }
        double share = (seconds - begun) / SECONDS;
        Morph current = morph;
        if (current == null || share >= 1) {
            finish();
        } else {
            // Quick at first and gentle at the end: 1 - (1 - t)^3.
            show.accept(current.at(1 - Math.pow(1 - share, 3)));
        }
    }
}
