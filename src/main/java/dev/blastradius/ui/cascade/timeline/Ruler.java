package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.ui.cascade.state.TimeScale;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** The moments of the time axis in words over the tracks, and a line through the tracks at each. */
final class Ruler extends Pane {

    /** How high the words are, in pixels. */
    static final double HEIGHT = 18;

    private static final double[] STEPS = {
        0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400, 604_800,
        2_592_000
    };
    private static final double LEAST_DISTANCE = 78;

    private final List<Mark> marks = new ArrayList<>();
    private @Nullable TimeScale shown;
    private double shownHeight;

    Ruler() {
        getStyleClass().add("timeline-ruler");
        setMouseTransparent(true);
    }

    /** Shows what is seen of the time axis, with the marks that are there already as far as they go: new ones have no colours at first. */
    void show(TimeScale scale, double height) {
        if (scale.equals(shown) && height == shownHeight) {
            return;
        }
        shown = scale;
        shownHeight = height;
        double step = step(scale);
        double first = Math.ceil(scale.from() / step - 1e-9) * step;
        int used = 0;
        for (double at = first; at <= scale.to() + step * 1e-6; at += step) {
            if (used == marks.size()) {
                marks.add(new Mark());
                getChildren().addAll(marks.get(used).line, marks.get(used).words);
            }
            marks.get(used++).show(at, Math.rint(scale.x(at)) + 0.5, height);
        }
        while (marks.size() > used) {
            Mark spare = marks.remove(marks.size() - 1);
            getChildren().removeAll(spare.line, spare.words);
        }
    }

    /** A moment with its line. */
    private static final class Mark {

        private final Line line = new Line();
        private final Label words = new Label();

        Mark() {
            line.getStyleClass().add("timeline-tick");
            words.getStyleClass().add("timeline-moment");
            line.setManaged(false);
            words.setManaged(false);
        }

        void show(double at, double x, double height) {
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(HEIGHT - 4);
            line.setEndY(height);
            words.setText(TidyTime.words(at));
            words.resizeRelocate(x + 3, 1, LEAST_DISTANCE - 6, HEIGHT - 2);
        }
    }

    private static double step(TimeScale scale) {
        double secondsPerPixel = (scale.to() - scale.from()) / scale.span();
        for (double step : STEPS) {
            if (step / secondsPerPixel >= LEAST_DISTANCE) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }
}
