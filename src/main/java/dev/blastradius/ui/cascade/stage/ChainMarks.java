package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.editor.stage.Marks;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.ui.canvas.Exhibit;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Button;

/** The numbers of the chain of events beside the boxes and arrows where they happened; a click goes to the moment. */
final class ChainMarks {

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");
    private static final double SIZE = 20;
    private static final double APART = 22;

    /** Right of a fault's sign, in pixels of the drawing. */
    private static final double FROM_LEFT = 16;

    /** How far over a box's edge and over the middle of an arrow's words, in pixels of the drawing: clear of signs and words. */
    private static final double OVER_BOX = 19;

    private static final double OVER_WORDS = 27;

    /**
     * A number.
     *
     * @param x where the row of numbers begins
     * @param y what it is over
     * @param over how far
     * @param turn its place in the row, from the beginning; half of the row for one in the middle
     */
    private record Mark(Onset onset, Button button, double x, double y, double over, double turn) {}

    private final CascadeState state;
    private final Group layer;
    private final List<Mark> marks = new ArrayList<>();
    private double shown = Double.NaN;

    ChainMarks(CascadeState state, Group layer) {
        this.state = state;
        this.layer = layer;
    }

    /** Marks the events on this drawing. */
    void show(Exhibit exhibit) {
        Drawing drawing = exhibit.drawing();
        layer.getChildren().clear();
        marks.clear();
        Marks.of(state.cascade().get().onsets()).forEach((where, onsets) -> {
            Rect box = drawing.boxes().get(where);
            Point words = exhibit.words(where);
            if (box != null) {
                add(onsets, box.x() + FROM_LEFT, box.y(), OVER_BOX, 0);
            } else if (words != null) {
                add(onsets, words.x(), words.y(), OVER_WORDS, -onsets.size() / 2.0);
            }
        });
        scale(exhibit.signs());
        follow();
    }

    /** Places them anew where the drawing's signs have another size than before: then words stand elsewhere too. */
    void fit(Exhibit exhibit) {
        if (exhibit.signs() != shown) {
            show(exhibit);
        }
    }

    private void add(List<Onset> onsets, double x, double y, double over, double first) {
        for (int i = 0; i < onsets.size(); i++) {
            Onset onset = onsets.get(i);
            Button button = new Button(String.valueOf(onset.rank()));
            button.getStyleClass().setAll("chain-mark");
            button.setId("mark-" + onset.rank());
            button.setFocusTraversable(true);
            Icons.describe(
                    button,
                    "Number " + onset.rank() + " of the chain, at " + Clock.text(onset.seconds()) + ": " + onset.why());
            button.setOnAction(event -> {
                state.focus().set(onset.where());
                state.cursor().set(onset.seconds());
            });
            button.resize(SIZE, SIZE);
            button.setManaged(false);
            marks.add(new Mark(onset, button, x, y, over, first + i));
            layer.getChildren().add(button);
        }
    }

    /** Draws them so many times as large as the drawing. */
    private void scale(double scale) {
        shown = scale;
        for (Mark mark : marks) {
            mark.button().setScaleX(scale);
            mark.button().setScaleY(scale);
            mark.button()
                    .relocate(
                            mark.x() + (mark.turn() + 0.5) * APART * scale - SIZE / 2,
                            mark.y() - mark.over() * scale - SIZE / 2);
        }
    }

    /** Fills the numbers of what has happened by the moment that is looked at. */
    void follow() {
        double cursor = state.cursor().get();
        for (Mark mark : marks) {
            mark.button().pseudoClassStateChanged(PAST, cursor >= mark.onset().seconds());
        }
    }
}
