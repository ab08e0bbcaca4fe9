package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.Figures;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The waterfall's time axis: how long after the request was sent. */
final class SpanAxis extends Pane {

    private static final double HEIGHT = 18;
    private static final double APART = 76;
    private static final double[] NICE = {1, 2, 5, 10};
    private static final double[] OF_MINUTES = {10, 15, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200};

    private final Lens lens;

    SpanAxis(Lens lens) {
        this.lens = lens;
        getStyleClass().add("span-axis");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        setAccessibleText("Time since the request was sent");
        lens.changes().addListener((observable, was, is) -> rebuild());
        widthProperty().addListener((observable, was, is) -> rebuild());
    }

    private void rebuild() {
        getChildren().clear();
        double width = getWidth() - WaterfallView.SCROLL_BAR - 2;
        double span = SpanCell.barsWidth(width);
        double left = SpanCell.barsFrom(width);
        double distance = distance((lens.to() - lens.from()) / Math.max(1, span / APART));
        double first = Math.ceil((lens.from() - lens.first()) / distance - 1e-9);
        for (double tick = first; lens.first() + tick * distance <= lens.to() + 1e-12; tick++) {
            double x = left + lens.x(lens.first() + tick * distance, span);
            Region mark = new Region();
            mark.getStyleClass().add("span-tick");
            mark.resizeRelocate(Math.floor(x), HEIGHT - 4, 1, 4);
            Label words = new Label(tick == 0 ? "0" : Figures.time(tick * distance));
            words.getStyleClass().add("span-time");
            getChildren().addAll(mark, words);
            words.applyCss();
            double wide = words.prefWidth(-1);
            words.resizeRelocate(Math.min(x - (tick == 0 ? 0 : wide / 2), width - wide), 0, wide, HEIGHT - 4);
        }
    }

    /** A distance of ticks that is at least so long, in seconds, and that clocks have. */
    static double distance(double least) {
        for (double each : OF_MINUTES) {
            if (least > NICE[NICE.length - 1] && each >= least * (1 - 1e-9)) {
                return each;
            }
        }
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : NICE) {
            if (nice * power >= least * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }

    @Override
    protected void layoutChildren() {
        // All is placed where it is made.
    }
}
