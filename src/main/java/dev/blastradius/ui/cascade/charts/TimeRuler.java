package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.TimeMarks;
import dev.blastradius.chart.TimeMarks.Mark;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/** The time axis' labels below all charts, with the moment that is looked at. */
final class TimeRuler extends Pane {

    private static final double MARK = 5;
    /** A label that would need the room at the right is left out. */
    private static final double LABEL = 60;

    private final CascadeState state;
    private final Pane marks = new Pane();
    private final Label moment = new Label();
    private final Rectangle clip = new Rectangle();

    TimeRuler(CascadeState state) {
        this.state = state;
        getStyleClass().add("time-ruler");
        moment.getStyleClass().add("time-moment");
        marks.setManaged(false);
        moment.setManaged(false);
        marks.setClip(clip);
        setMouseTransparent(true);
        getChildren().setAll(marks, moment);
        state.from().addListener((property, before, now) -> requestLayout());
        state.to().addListener((property, before, now) -> requestLayout());
        state.cursor().addListener((property, before, now) -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        if (!(state.to().get() > state.from().get())) {
            return;
        }
        TimeScale scale = TimeScale.of(state, width);
        marks.resizeRelocate(0, 0, width, getHeight());
        clip.setX(TimeScale.LEFT - 1);
        clip.setWidth(scale.span() + TimeScale.RIGHT);
        clip.setHeight(getHeight());
        List<Node> parts = new ArrayList<>();
        for (Mark mark : TimeMarks.of(scale.from(), scale.to(), scale.span())) {
            double x = Math.rint(scale.x(mark.seconds())) + 0.5;
            Line line = new Line(x, 0, x, MARK);
            line.getStyleClass().add("time-mark");
            Label label = new Label(mark.label());
            label.getStyleClass().add("time-label");
            label.relocate(x + 3, 2);
            parts.add(line);
            if (x + LABEL <= width - TimeScale.RIGHT) {
                parts.add(label);
            }
        }
        marks.getChildren().setAll(parts);
        double cursor = state.cursor().get();
        boolean isSeen = cursor >= scale.from() && cursor <= scale.to();
        moment.setVisible(isSeen);
        if (isSeen) {
            moment.setText(Figures.moment(cursor));
            moment.autosize();
            double x = scale.x(cursor) - moment.getWidth() / 2;
            moment.relocate(Math.rint(Math.max(TimeScale.LEFT, Math.min(width - moment.getWidth(), x))), 1);
        }
    }
}
