package dev.blastradius.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.data.Range;

/** Paints charts; may be used by several threads, as each call has a chart of its own. */
public final class ChartPainter {

    private ChartPainter() {}

    /**
     * Paints a chart into an image.
     *
     * @param width in units, 1 or more
     * @param height in units, 1 or more
     * @param scale pixels a unit: 1, or more for a fine screen or a print
     * @param titled whether the title and the note stand above it
     */
    public static Picture paint(ChartSpec spec, ChartTheme theme, int width, int height, double scale, boolean titled) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            hint(graphics);
            graphics.scale(scale, scale);
            JFreeChart chart = new ChartBuilder(spec, theme, width, height).build(titled);
            Rectangle2D plot = draw(chart, graphics, width, height);
            Range left = chart.getXYPlot().getRangeAxis().getRange();
            return new Picture(image, plot, spec.duration(), left.getLowerBound(), left.getUpperBound());
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Paints a stretch of a chart, with its plot where the stretch says.
     *
     * @param width in units, 1 or more
     * @param height in units, 1 or more
     * @param scale pixels a unit: 1, or more for a fine screen
     * @return its pixels, premultiplied ARGB
     */
    public static BufferedImage paint(
            Charted spec, ChartTheme theme, Stretch stretch, double width, double height, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            hint(graphics);
            graphics.scale(scale, scale);
            draw(spec, theme, stretch, graphics, width, height);
            return image;
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Draws a stretch of a chart with any graphics.
     *
     * @return where the plot is
     */
    public static Rectangle2D draw(
            Charted spec, ChartTheme theme, Stretch stretch, Graphics2D graphics, double width, double height) {
        return draw(chart(spec, theme, stretch, width, height), graphics, width, height);
    }

    private static JFreeChart chart(Charted spec, ChartTheme theme, Stretch stretch, double width, double height) {
        if (spec instanceof ChartSpec curves) {
            return new ChartBuilder(curves, theme, stretch, width, height).build(false);
        }
        if (spec instanceof StripSpec strips) {
            return StripBuilder.build(strips, theme, stretch, width);
        }
        return DistributionBuilder.build((DistributionSpec) spec, theme, stretch, width);
    }

    private static void hint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * Draws a chart with any graphics, such as one that writes SVG.
     *
     * @return where the curves are
     */
    public static Rectangle2D draw(
            ChartSpec spec, ChartTheme theme, Graphics2D graphics, int width, int height, boolean titled) {
        return draw(new ChartBuilder(spec, theme, width, height).build(titled), graphics, width, height);
    }

    private static Rectangle2D draw(JFreeChart chart, Graphics2D graphics, double width, double height) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        return info.getPlotInfo().getDataArea();
    }
}
