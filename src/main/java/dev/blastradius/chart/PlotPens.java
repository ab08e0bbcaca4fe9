package dev.blastradius.chart;

import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Look;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.experiment.inference.Interval;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** Draws the lines of a {@link Plot}, each as a whole: bands or bars of the intervals, then the line, the points and what stands beside them. */
final class PlotPens extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;

    private static final int PALE = 52;
    private static final double RADIUS = 3.5;
    private static final double CAP = 4;
    private static final double RING = 1.4;
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {5f, 4f}, 0f);
    private static final double LABEL_GAP = 4;
    private static final BasicStroke LINE = new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke BAR = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);

    private final transient Plot plot;
    private final transient ChartTheme theme;
    private final Font font;

    PlotPens(Plot plot, ChartTheme theme, Font font) {
        this.plot = plot;
        this.theme = theme;
        this.font = font;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D graphics, Rectangle2D area, XYPlot xy, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(graphics, area, xy, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot xy,
            ValueAxis across,
            ValueAxis up,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        if (item == 0) {
            new Pen(graphics, area, across, up).draw(plot.lines().get(series));
        }
    }

    /** Draws at one place. */
    private final class Pen {

        private final Graphics2D graphics;
        private final Rectangle2D area;
        private final ValueAxis across;
        private final ValueAxis up;

        Pen(Graphics2D graphics, Rectangle2D area, ValueAxis across, ValueAxis up) {
            this.graphics = graphics;
            this.area = area;
            this.across = across;
            this.up = up;
        }

        void draw(Line line) {
            Color color = theme.color(line.ink());
            switch (line.look()) {
                case BAND -> {
                    for (List<Point> run : runs(line)) {
                        band(run, color);
                        join(run, color);
                    }
                }
                case BARS, RINGS -> line.points().forEach(point -> bars(point, color));
                case STEMS -> line.points().forEach(point -> stem(point, color));
                case STEPS -> {
                    runs(line).forEach(run -> steps(run, color));
                    return;
                }
            }
            line.points().stream()
                    .filter(point -> Double.isFinite(point.value().mean()))
                    .forEach(point -> mark(point, color, line.look() == Look.RINGS));
        }

        /** Neighbours that all have a value. */
        private static List<List<Point>> runs(Line line) {
            List<List<Point>> runs = new ArrayList<>();
            List<Point> run = new ArrayList<>();
            for (Point point : line.points()) {
                if (Double.isFinite(point.value().mean())) {
                    run.add(point);
                } else if (!run.isEmpty()) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
            }
            if (!run.isEmpty()) {
                runs.add(run);
            }
            return runs;
        }

        private void band(List<Point> run, Color color) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < run.size(); i++) {
                Interval value = run.get(i).value();
                put(path, i == 0, run.get(i).at(), value.isBounded() ? value.high() : value.mean());
            }
            for (int i = run.size() - 1; i >= 0; i--) {
                Interval value = run.get(i).value();
                put(path, false, run.get(i).at(), value.isBounded() ? value.low() : value.mean());
            }
            path.closePath();
            graphics.setPaint(new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE));
            graphics.fill(path);
        }

        private void join(List<Point> run, Color color) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < run.size(); i++) {
                put(path, i == 0, run.get(i).at(), run.get(i).value().mean());
            }
            graphics.setPaint(color);
            graphics.setStroke(LINE);
            graphics.draw(path);
        }

        private void put(Path2D path, boolean isFirst, double at, double value) {
            if (isFirst) {
                path.moveTo(x(at), y(value));
            } else {
                path.lineTo(x(at), y(value));
            }
        }

        private void steps(List<Point> run, Color color) {
            Path2D path = new Path2D.Double();
            for (int i = 0; i < run.size(); i++) {
                if (i > 0) {
                    put(path, false, run.get(i).at(), run.get(i - 1).value().mean());
                }
                put(path, i == 0, run.get(i).at(), run.get(i).value().mean());
            }
            graphics.setPaint(color);
            graphics.setStroke(DASHED);
            graphics.draw(path);
        }

        private void stem(Point point, Color color) {
            graphics.setPaint(color);
            graphics.setStroke(LINE);
            graphics.draw(new Line2D.Double(
                    x(point.at()), y(0), x(point.at()), y(point.value().mean())));
        }

        private void bars(Point point, Color color) {
            Interval value = point.value();
            Interval across = point.across();
            double x = x(point.at());
            graphics.setPaint(color);
            graphics.setStroke(BAR);
            if (value.isBounded()) {
                for (double end : new double[] {value.low(), value.high()}) {
                    graphics.draw(new Line2D.Double(x - CAP, y(end), x + CAP, y(end)));
                }
                graphics.draw(new Line2D.Double(x, y(value.low()), x, y(value.high())));
            }
            if (across.isBounded()) {
                double y = y(value.mean());
                for (double end : new double[] {across.low(), across.high()}) {
                    graphics.draw(new Line2D.Double(x(end), y - CAP, x(end), y + CAP));
                }
                graphics.draw(new Line2D.Double(x(across.low()), y, x(across.high()), y));
            }
        }

        private void mark(Point point, Color color, boolean ring) {
            double x = x(point.at());
            double y = y(point.value().mean());
            graphics.setPaint(color);
            graphics.fill(new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS));
            if (ring) {
                double inner = RADIUS - RING;
                graphics.setPaint(theme.background());
                graphics.fill(new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner));
            }
            if (!point.label().isEmpty()) {
                graphics.setFont(font);
                graphics.setPaint(theme.text());
                FontMetrics metrics = graphics.getFontMetrics();
                double width = metrics.stringWidth(point.label());
                boolean toTheLeft = x + RADIUS + LABEL_GAP + width > area.getMaxX();
                double left = toTheLeft ? x - RADIUS - LABEL_GAP - width : x + RADIUS + LABEL_GAP;
                // Beside the point at the top there is no room above it.
                double below = y - metrics.getAscent() < area.getMinY() ? metrics.getAscent() : -2;
                graphics.drawString(point.label(), (float) left, (float) (y + below));
            }
        }

        private double x(double value) {
            return across.valueToJava2D(value, area, RectangleEdge.BOTTOM);
        }

        private double y(double value) {
            return up.valueToJava2D(value, area, RectangleEdge.LEFT);
        }
    }
}
