package dev.blastradius.ui.results;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Charts of the same size side by side; in two rows where that leaves them too narrow and there is the height. */
final class ChartRow extends Pane {

    private static final double GAP = 14;
    private static final double NARROWEST = 235;
    private static final double LOWEST = 170;

    ChartRow(List<? extends Node> charts) {
        getStyleClass().add("chart-row");
        getChildren().setAll(charts);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        int count = getChildren().size();
        boolean narrow = (width - (count - 1) * GAP) / count < NARROWEST;
        int rows = narrow && (height - GAP) / 2 >= LOWEST ? 2 : 1;
        int columns = (count + rows - 1) / rows;
        double each = Math.floor((width - (columns - 1) * GAP) / columns);
        double tall = Math.floor((height - (rows - 1) * GAP) / rows);
        for (int i = 0; i < count; i++) {
            double x = left + (i % columns) * (each + GAP);
            int row = i / columns;
            double y = top + row * (tall + GAP);
            getChildren().get(i).resizeRelocate(x, y, each, tall);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 200;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 80;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * NARROWEST;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }
}
