package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Curve;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * A painted chart.
 *
 * @param image its pixels, premultiplied ARGB
 * @param plot where the curves are, in the chart's own units, of which {@code scale} pixels make one
 * @param duration the time at the plot's right edge, in seconds; at its left edge it is 0
 * @param low the value at the plot's lower edge, on the left axis
 * @param high the value at its upper edge
 */
public record Picture(BufferedImage image, Rectangle2D plot, double duration, double low, double high) {

    /** The time at a distance from the chart's left edge, in seconds, from 0 to the duration. */
    public double timeAt(double x) {
        double share = (x - plot.getX()) / plot.getWidth();
        return duration * Math.max(0, Math.min(1, share));
    }

    /** How far from the chart's left edge a time is, in seconds. */
    public double xOf(double seconds) {
        return plot.getX() + plot.getWidth() * seconds / duration;
    }

    /** How far from the chart's upper edge a value is, on a left axis that is not logarithmic. */
    public double yOf(double value) {
        return plot.getMaxY() - plot.getHeight() * (value - low) / (high - low);
    }

    /**
     * The curve of a chart that is nearest to a place in its picture.
     *
     * @param spec what was painted; curves on the left axis only, which is not logarithmic
     * @param farthest how far it may be, in the chart's own units
     * @return null where none is so near
     */
    public @Nullable Curve nearest(ChartSpec spec, double x, double y, double farthest) {
        Curve nearest = null;
        double least = farthest;
        for (Curve curve : spec.curves()) {
            Buckets buckets = Buckets.of(curve.values(), ChartBuilder.mostBuckets(plot.getWidth()));
            for (int bucket = 0; bucket < buckets.size(); bucket++) {
                double from = xOf(buckets.start(bucket));
                double to = xOf(buckets.end(bucket));
                double aside = Math.max(0, Math.max(from - x, x - to));
                double distance = Math.hypot(aside, yOf(buckets.mean(bucket)) - y);
                if (distance <= least) {
                    least = distance;
                    nearest = curve;
                }
            }
        }
        return nearest;
    }
}
