package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.function.IntToDoubleFunction;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/**
 * Draws each curve of a {@link CurveSet} as one path of steps: a bucket's value holds from its beginning to its end, which is
 * what a value over an interval means, and one path is a hundred times faster than a shape for each point.
 */
final class CurveRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;

    private static final int PALE = 46;
    private static final int FAINT = 110;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THICK = new BasicStroke(2.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke HAIR = new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);
    private static final BasicStroke SEAM = new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private final transient ChartTheme theme;

    CurveRenderer(ChartTheme theme) {
        this.theme = theme;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D graphics, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(graphics, area, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis timeAxis,
            ValueAxis valueAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item == 0 && dataset instanceof CurveSet curves) {
            new Pen(graphics, area, timeAxis, valueAxis).draw(curves.curve(series));
        }
    }

    /** Draws the curves of one chart at one place. */
    private final class Pen {

        private final Graphics2D graphics;
        private final Rectangle2D area;
        private final ValueAxis timeAxis;
        private final ValueAxis valueAxis;

        Pen(Graphics2D graphics, Rectangle2D area, ValueAxis timeAxis, ValueAxis valueAxis) {
            this.graphics = graphics;
            this.area = area;
            this.timeAxis = timeAxis;
            this.valueAxis = valueAxis;
        }

        void draw(PlottedCurve curve) {
            Color color = theme.color(curve.curve().ink());
            Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE);
            Buckets buckets = curve.buckets();
            Style style = curve.curve().style();
            switch (style) {
                case STACKED -> {
                    fill(between(buckets, curve::base, curve::top), color);
                    stroke(line(buckets, curve::top), theme.background(), SEAM);
                }
                case FILLED -> fill(between(buckets, bucket -> 0, curve::top), pale);
                case LINE -> fill(between(buckets, buckets::low, buckets::high), pale);
                case PLAIN, BOLD, FAINT, THIN, LIMIT -> {}
            }
            if (style != Style.STACKED) {
                Color line = new Color(
                        color.getRed(), color.getGreen(), color.getBlue(), style == Style.FAINT ? FAINT : 255);
                stroke(line(buckets, curve::top), line, stroke(style));
            }
        }

        private static BasicStroke stroke(Style style) {
            return switch (style) {
                case LIMIT -> DASHED;
                case THIN -> HAIR;
                case BOLD -> THICK;
                default -> LINE;
            };
        }

        private void fill(Path2D path, Color color) {
            graphics.setPaint(color);
            graphics.fill(path);
        }

        private void stroke(Path2D path, Color color, BasicStroke stroke) {
            graphics.setPaint(color);
            graphics.setStroke(stroke);
            graphics.draw(path);
        }

        /** The steps of a value, broken where there is none. */
        private Path2D line(Buckets buckets, IntToDoubleFunction value) {
            Path2D path = new Path2D.Double();
            boolean drawing = false;
            int end = end(buckets);
            for (int bucket = first(buckets); bucket < end; bucket++) {
                double at = y(value.applyAsDouble(bucket));
                if (Double.isNaN(at)) {
                    drawing = false;
                    continue;
                }
                double from = x(buckets.start(bucket));
                if (drawing) {
                    path.lineTo(from, at);
                } else {
                    path.moveTo(from, at);
                }
                path.lineTo(x(buckets.end(bucket)), at);
                drawing = true;
            }
            return path;
        }

        /** The area between two values, left out where either is missing. */
        private Path2D between(Buckets buckets, IntToDoubleFunction low, IntToDoubleFunction high) {
            Path2D path = new Path2D.Double();
            int end = end(buckets);
            int bucket = first(buckets);
            while (bucket < end) {
                int first = bucket;
                while (bucket < end
                        && !Double.isNaN(y(low.applyAsDouble(bucket)))
                        && !Double.isNaN(y(high.applyAsDouble(bucket)))) {
                    bucket++;
                }
                if (bucket > first) {
                    run(path, buckets, first, bucket, low, high);
                } else {
                    bucket++;
                }
            }
            return path;
        }

        private void run(
                Path2D path, Buckets buckets, int first, int end, IntToDoubleFunction low, IntToDoubleFunction high) {
            path.moveTo(x(buckets.start(first)), y(low.applyAsDouble(first)));
            for (int bucket = first; bucket < end; bucket++) {
                path.lineTo(x(buckets.start(bucket)), y(high.applyAsDouble(bucket)));
                path.lineTo(x(buckets.end(bucket)), y(high.applyAsDouble(bucket)));
            }
            for (int bucket = end - 1; bucket >= first; bucket--) {
                path.lineTo(x(buckets.end(bucket)), y(low.applyAsDouble(bucket)));
                path.lineTo(x(buckets.start(bucket)), y(low.applyAsDouble(bucket)));
            }
            path.closePath();
        }

        /** The first bucket that is seen. */
        private int first(Buckets buckets) {
            return buckets.at(timeAxis.getLowerBound());
        }

        /** The bucket after the last one that is seen. */
        private int end(Buckets buckets) {
            return buckets.size() == 0 ? 0 : buckets.at(timeAxis.getUpperBound()) + 1;
        }

        private double x(double seconds) {
            return timeAxis.valueToJava2D(seconds, area, RectangleEdge.BOTTOM);
        }

        /** NaN for a value that the axis cannot show: none, or one of 0 or less on a logarithmic axis. */
        private double y(double value) {
            boolean shown = !Double.isNaN(value) && (value > 0 || !(valueAxis instanceof LogarithmicAxis));
            return shown ? valueAxis.valueToJava2D(value, area, RectangleEdge.LEFT) : Double.NaN;
        }
    }
}
