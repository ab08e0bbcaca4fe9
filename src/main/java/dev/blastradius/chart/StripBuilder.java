package dev.blastradius.chart;

import dev.blastradius.chart.StripSpec.Row;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;

/** Turns strips as data into the chart library's objects. */
final class StripBuilder {

    /** What stays free between a name and the strip, and at the picture's edge. */
    private static final double MARGIN = 12;

    /** How much of a row's height its strip takes. */
    private static final double FILLED = 0.72;

    private static final String ARROW = "→";

    private StripBuilder() {}

    static JFreeChart build(StripSpec spec, ChartTheme theme, Stretch stretch, double width) {
        XYPlot plot = new XYPlot();
        TimeAxis time = new TimeAxis(stretch.from(), stretch.to());
        PlotFrame.dress(time, theme, theme.muted());
        plot.setDomainAxis(time);
        plot.setRangeAxis(names(spec, theme, stretch.left(), stretch.letters()));
        PlotFrame.dress(plot, theme, spec.empty());
        plot.setRangeGridlinesVisible(false);
        if (!spec.isEmpty()) {
            // The strips are drawn by the layer below; without data the library would say that there is none.
            DefaultXYDataset data = new DefaultXYDataset();
            data.addSeries("strips", new double[][] {{0}, {0}});
            plot.setDataset(data);
        }
        XYLineAndShapeRenderer nothing = new XYLineAndShapeRenderer(false, false);
        nothing.addAnnotation(new Strips(spec, theme), Layer.BACKGROUND);
        plot.setRenderer(nothing);
        plot.addAnnotation(new FaultShades(
                spec.warmup(), spec.windows(), List.of(), theme, stretch.letters(), true, stretch.namesFaults()));
        PlotFrame.fix(plot, stretch, theme, width);
        return PlotFrame.bare(plot, theme);
    }

    /** The rows' names from the top down, cut to the room at the left. */
    private static SymbolAxis names(StripSpec spec, ChartTheme theme, double room, Font letters) {
        String[] names = spec.rows().stream()
                .map(row -> name(row.name(), room - MARGIN, letters))
                .toArray(String[]::new);
        SymbolAxis axis = new SymbolAxis(null, names);
        axis.setRange(-0.5, Math.max(1, names.length) - 0.5);
        axis.setInverted(true);
        axis.setGridBandsVisible(false);
        PlotFrame.dress(axis, theme, theme.muted());
        axis.setTickLabelPaint(theme.text());
        axis.setTickMarksVisible(false);
        return axis;
    }

    /** A name in the room there is for it: of a dependency, where it leads, where there is none for both ends. */
    private static String name(String whole, double room, Font letters) {
        int arrow = whole.lastIndexOf(ARROW);
        String shorter = PlotFrame.textWidth(letters, whole) <= room || arrow < 0 ? whole : whole.substring(arrow);
        return PlotFrame.fitting(shorter, text -> PlotFrame.textWidth(letters, text), room);
    }

    /** Draws the strips behind the fault's shades. */
    private static final class Strips implements XYAnnotation {

        private static final BasicStroke EDGE = new BasicStroke(1f);

        private final StripSpec spec;
        private final ChartTheme theme;

        Strips(StripSpec spec, ChartTheme theme) {
            this.spec = spec;
            this.theme = theme;
        }

        @Override
        public void draw(
                Graphics2D graphics,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis timeAxis,
                ValueAxis rowAxis,
                int index,
                PlotRenderingInfo info) {
            for (int row = 0; row < spec.rows().size(); row++) {
                double top = rowAxis.valueToJava2D(row - FILLED / 2, area, RectangleEdge.LEFT);
                double bottom = rowAxis.valueToJava2D(row + FILLED / 2, area, RectangleEdge.LEFT);
                draw(graphics, spec.rows().get(row), timeAxis, area, Math.min(top, bottom), Math.abs(bottom - top));
            }
        }

        /** One strip: for each stretch of time in which nothing changes, the states upon each other. */
        private void draw(
                Graphics2D graphics, Row row, ValueAxis timeAxis, Rectangle2D area, double top, double height) {
            double step = row.shares().get(0).intervalSeconds();
            int steps = row.shares().get(0).size();
            int end = (int) Math.min(steps, Math.ceil(timeAxis.getUpperBound() / step));
            int from = (int) Math.max(0, Math.floor(timeAxis.getLowerBound() / step));
            while (from < end) {
                int to = from + 1;
                while (to < end && isSame(row, from, to)) {
                    to++;
                }
                double left = x(timeAxis, area, Math.max(timeAxis.getLowerBound(), from * step));
                double right = x(timeAxis, area, Math.min(timeAxis.getUpperBound(), to * step));
                draw(graphics, row, (from + 0.5) * step, new Rectangle2D.Double(left, top, right - left, height));
                from = to;
            }
        }

        private void draw(Graphics2D graphics, Row row, double seconds, Rectangle2D place) {
            double y = place.getMinY();
            for (int state = 0; state < spec.states().size(); state++) {
                double share = row.share(state, seconds);
                if (share > 0) {
                    Color color = theme.color(spec.states().get(state).ink());
                    double tall = share * place.getHeight();
                    // At the least as wide as can be seen: an open second in a day is news.
                    boolean isRest = state == spec.states().size() - 1;
                    double wide = isRest ? place.getWidth() : Math.max(1, place.getWidth());
                    graphics.setPaint(color);
                    graphics.setStroke(EDGE);
                    graphics.fill(new Rectangle2D.Double(place.getMinX(), y, wide, tall));
                    y += tall;
                }
            }
        }

        private static boolean isSame(Row row, int one, int other) {
            for (var share : row.shares()) {
                if (Double.compare(share.value(one), share.value(other)) != 0) {
                    return false;
                }
            }
            return true;
        }

        private static double x(ValueAxis timeAxis, Rectangle2D area, double seconds) {
            return timeAxis.valueToJava2D(seconds, area, RectangleEdge.BOTTOM);
        }

        @Override
        public void addChangeListener(AnnotationChangeListener listener) {
            // It never changes.
        }

        @Override
        public void removeChangeListener(AnnotationChangeListener listener) {
            // It never changes.
        }
    }
}
