package dev.blastradius.chart;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A painted chart.
 *
 * @param image its pixels, premultiplied ARGB
 * @param plot where the curves are, in the chart's own units, of which {@code scale} pixels make one
 * @param duration the time at the plot's right edge, in seconds; at its left edge it is 0
 */
public record Picture(BufferedImage image, Rectangle2D plot, double duration) {

    /** The time at a distance from the chart's left edge, in seconds, from 0 to the duration. */
    public double timeAt(double x) {
        double share = (x - plot.getX()) / plot.getWidth();
        return duration * Math.max(0, Math.min(1, share));
    }

    /** How far from the chart's left edge a time is, in seconds. */
    public double xOf(double seconds) {
        return plot.getX() + plot.getWidth() * seconds / duration;
    }
}
