package dev.blastradius.ui.compare;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Nodes side by side, all of one width, with the same places in every such row of a width. */
final class EvenRow extends Pane {

    private static final double GAP = 12;

    private final double narrowest;
    private final double height;

    /**
     * A row.
     *
     * @param narrowest least width of each
     * @param height of all; 0: as high as the highest wants to be
     */
    EvenRow(List<? extends Node> nodes, double narrowest, double height) {
        this.narrowest = narrowest;
        this.height = height;
        getChildren().setAll(nodes);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        double each = each(getWidth());
        for (int i = 0; i < count; i++) {
            getChildren().get(i).resizeRelocate(i * (each + GAP), 0, each, getHeight());
        }
    }

    private double each(double width) {
        int count = Math.max(1, getChildren().size());
        return Math.floor((width - (count - 1) * GAP) / count);
    }

    @Override
    protected double computeMinWidth(double ignored) {
        int count = getChildren().size();
        return count * narrowest + Math.max(0, count - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double ignored) {
        return computeMinWidth(ignored);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double each = width < 0 ? narrowest : each(width);
        return height > 0
                ? height
                : getChildren().stream()
                        .mapToDouble(node -> node.prefHeight(each))
                        .max()
                        .orElse(0);
    }
}
