package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.editor.scenario.Timeline.Flag;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Tips;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A step of the runbook: a flag over the tracks, and a line through them. */
final class FlagNode extends Pane {

    private static final double WIDEST = 260;

    private final int step;
    private final Label words = new Label();
    private final Line pole = new Line();
    private final Tooltip tip;

    FlagNode(int step) {
        this.step = step;
        getStyleClass().add("timeline-flag");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setPickOnBounds(false);
        pole.getStyleClass().add("timeline-pole");
        pole.setMouseTransparent(true);
        words.getStyleClass().add("timeline-flag-words");
        FontIcon icon = new FontIcon(Feather.FLAG);
        icon.setIconSize(11);
        words.setGraphic(icon);
        words.setManaged(false);
        pole.setManaged(false);
        tip = Tips.tip(words, "");
        words.setTooltip(tip);
        getChildren().setAll(pole, words);
    }

    /** Its place in the runbook. */
    int step() {
        return step;
    }

    /** Shows it; y is that of its upper edge, and its line goes down to a height. */
    void show(Flag flag, TimeScale scale, double y, double bottom) {
        double x = Math.rint(scale.x(flag.at())) + 0.5;
        setLayoutX(0);
        setLayoutY(0);
        resize(scale.width(), bottom);
        pole.setStartX(x);
        pole.setEndX(x);
        pole.setStartY(y);
        pole.setEndY(bottom);
        words.setText("People " + flag.words());
        words.applyCss();
        words.resizeRelocate(x, y + 1, Math.min(WIDEST, words.prefWidth(-1)), words.prefHeight(-1));
        String told = "Runbook, at " + TidyTime.words(flag.at()) + ": people " + flag.words();
        tip.setText(told);
        setAccessibleText(told);
    }
}
