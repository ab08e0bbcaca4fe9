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
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
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
     * Draws a chart with any graphics, such as one that writes SVG.
     *
     * @return where the curves are
     */
    public static Rectangle2D draw(
            ChartSpec spec, ChartTheme theme, Graphics2D graphics, int width, int height, boolean titled) {
        return draw(new ChartBuilder(spec, theme, width, height).build(titled), graphics, width, height);
    }

    private static Rectangle2D draw(JFreeChart chart, Graphics2D graphics, int width, int height) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        return info.getPlotInfo().getDataArea();
    }
}
