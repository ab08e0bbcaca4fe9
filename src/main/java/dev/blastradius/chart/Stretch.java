package dev.blastradius.chart;

import java.awt.Font;

/**
 * The stretch of time that a chart shows, and where in the picture it is: the same for all charts that stand under each other, so that a
 * moment is at the same place in each. Lengths are in the chart's own units.
 *
 * @param from where it begins, in seconds
 * @param to where it ends, in seconds; above {@code from}
 * @param left from the picture's left edge to the plot
 * @param right from the plot to the picture's right edge
 * @param hasTimeLabels whether the time axis stands below the plot; its marks are drawn through the plot in any case
 * @param namesFaults whether the shaded windows are named
 * @param letters what numbers and names are written with
 */
public record Stretch(
        double from, double to, double left, double right, boolean hasTimeLabels, boolean namesFaults, Font letters) {

    /** What stays free above the plot, so that the uppermost label is whole. */
    public static final double TOP = 5;

    /** What stays free below a plot without labels of time. */
    public static final double BOTTOM = 6;

    /** What labels of time take. */
    public static final double TIME_LABELS = 20;

    /** A stretch in the machine's own letters. */
    public Stretch(double from, double to, double left, double right, boolean hasTimeLabels, boolean namesFaults) {
        this(from, to, left, right, hasTimeLabels, namesFaults, PlotFrame.SMALL);
    }

    public Stretch {
        if (!(to > from)) {
            throw new IllegalArgumentException("a stretch from " + from + " to " + to);
        }
    }

    /** From the plot to the picture's lower edge. */
    public double bottom() {
        return hasTimeLabels ? TIME_LABELS : BOTTOM;
    }
}
