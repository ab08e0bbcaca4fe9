package dev.blastradius.ui.compare;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** Scrolls to the side what is wider than the page, and is as high as that wants to be at its width. */
final class Sideways extends ScrollPane {

    /** What the scroll bar takes of the height. */
    private static final double BAR = 14;

    private final Region wide;

    Sideways(Region wide) {
        super(wide);
        this.wide = wide;
        getStyleClass().add("compare-sideways");
        setFitToWidth(true);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double least = wide.minWidth(-1);
        double shown = width < 0 ? least : Math.max(width, least);
        return Math.ceil(wide.prefHeight(shown)) + (width >= 0 && width < least ? BAR : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
