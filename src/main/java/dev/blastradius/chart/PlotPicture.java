package dev.blastradius.chart;

import dev.blastradius.chart.Plot.Axis;
import dev.blastradius.chart.Plot.Point;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A painted {@link Plot}.
 *
 * @param image its pixels, premultiplied ARGB
 * @param area where the lines are, in the plot's own units, of which {@code scale} pixels make one
 * @param across the axis below
 * @param up the axis at the left
 */
public record PlotPicture(BufferedImage image, Rectangle2D area, Axis across, Axis up) {

    /** How far from the picture's left edge a value of the parameter is. */
    public double x(double value) {
        return area.getX() + area.getWidth() * (value - across.low()) / (across.high() - across.low());
    }

    /** How far from the picture's upper edge a measured value is. */
    public double y(double value) {
        return area.getMaxY() - area.getHeight() * (value - up.low()) / (up.high() - up.low());
    }

    /** The point of a plot that can be chosen and is nearest to a place in its picture, and not farther from it than so much; null: none. */
    public @Nullable Point nearest(Plot plot, double x, double y, double farthest) {
        Point nearest = null;
        double least = farthest;
        for (Point point : plot.points()) {
            double distance = Math.hypot(x(point.at()) - x, y(point.value().mean()) - y);
            if (distance <= least && !point.detail().isEmpty()) {
                least = distance;
                nearest = point;
            }
        }
        return nearest;
    }
}
