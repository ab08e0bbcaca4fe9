package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import javafx.scene.shape.Rectangle;

/** A square in the colour of a strategy or a curve. */
final class Swatch extends Rectangle {

    private static final double SIDE = 11;

    private final Ink ink;

    Swatch(Ink ink, ChartTheme theme) {
        super(SIDE, SIDE);
        this.ink = ink;
        getStyleClass().add("compare-swatch");
        setArcWidth(3);
        setArcHeight(3);
        setTheme(theme);
    }

    void setTheme(ChartTheme theme) {
        setStyle("-fx-fill: " + theme.web(ink));
    }
}
