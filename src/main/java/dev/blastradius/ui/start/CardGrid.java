package dev.blastradius.ui.start;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Cards of one size in as many columns as there is room for. */
final class CardGrid extends Region {

    private static final double NARROWEST = 270;
    private static final double WIDEST = 420;
    private static final double GAP = 16;

    /** Shows these cards. */
    void show(List<ExampleCard> cards) {
        getChildren().setAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (NARROWEST + GAP)));
    }

    private double cardWidth(double width) {
        int columns = columns(width);
        return Math.floor(Math.min(WIDEST, (width - GAP * (columns - 1)) / columns));
    }

    private double cardHeight(double cardWidth) {
        double highest = 0;
        for (Node child : getChildren()) {
            if (child instanceof ExampleCard card) {
                card.applyCss();
                highest = Math.max(highest, card.heightFor(cardWidth));
            }
        }
        return Math.ceil(highest);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? prefWidth(-1) : width;
        int rows = (getChildren().size() + columns(wide) - 1) / columns(wide);
        return rows == 0 ? 0 : rows * (cardHeight(cardWidth(wide)) + GAP) - GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 3 * NARROWEST + 2 * GAP;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double width = cardWidth(getWidth());
        double height = cardHeight(width);
        for (int i = 0; i < getChildren().size(); i++) {
            if (getChildren().get(i) instanceof ExampleCard card) {
                card.fit(width, height);
                int column = i % columns;
                int row = i / columns;
                card.resizeRelocate(column * (width + GAP), row * (height + GAP), width, height);
            }
        }
    }
}
