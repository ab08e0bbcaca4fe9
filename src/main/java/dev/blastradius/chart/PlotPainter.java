package dev.blastradius.chart;

import dev.blastradius.chart.Plot.Axis;
import dev.blastradius.chart.Plot.Level;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Look;
import dev.blastradius.chart.Plot.Zone;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Paints {@link Plot}s; may be used by several threads. */
public final class PlotPainter {

    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final float TITLE = 13;
    private static final int ZONE = 38;
    /** The least room that a mark's number takes. */
    private static final double MARK_WIDTH = 75;

    private static final double MARK_HEIGHT = 45;
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);

    private PlotPainter() {}

    /**
     * Paints a plot into an image.
     *
     * @param width in units, 1 or more
     * @param height in units, 1 or more
     * @param scale pixels a unit: 1, or more for a fine screen or a print
     * @param titled whether the title and the note stand above it
     */
    public static PlotPicture paint(Plot plot, ChartTheme theme, int width, int height, double scale, boolean titled) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.scale(scale, scale);
            Rectangle2D area = draw(plot, theme, graphics, width, height, titled);
            return new PlotPicture(image, area, plot.across(), plot.up());
        } finally {
            graphics.dispose();
        }
    }

    /**
     * Draws a plot with any graphics, such as one that writes SVG.
     *
     * @return where the lines are
     */
    public static Rectangle2D draw(
            Plot plot, ChartTheme theme, Graphics2D graphics, int width, int height, boolean titled) {
        return draw(plot, theme, graphics, width, height, titled, SMALL);
    }

    /** The same, written with other letters; the title with bold ones. */
    public static Rectangle2D draw(
            Plot plot, ChartTheme theme, Graphics2D graphics, int width, int height, boolean titled, Font letters) {
        ChartRenderingInfo info = new ChartRenderingInfo();
        chart(plot, theme, width, height, titled, letters)
                .draw(graphics, new Rectangle2D.Double(0, 0, width, height), info);
        return info.getPlotInfo().getDataArea();
    }

    private static JFreeChart chart(Plot plot, ChartTheme theme, int width, int height, boolean titled, Font letters) {
        NumberAxis across = axis(plot.across(), theme, width / MARK_WIDTH, letters);
        NumberAxis up = axis(plot.up(), theme, height / MARK_HEIGHT, letters);
        XYPlot xy = new XYPlot(null, across, up, null);
        if (!plot.isEmpty()) {
            xy.setDataset(dataset(plot));
        }
        xy.setRenderer(new PlotPens(plot, theme, letters));
        xy.setNoDataMessage(plot.empty());
        xy.setNoDataMessageFont(letters);
        xy.setNoDataMessagePaint(theme.muted());
        xy.setBackgroundPaint(theme.background());
        xy.setOutlineVisible(false);
        xy.setDomainGridlinesVisible(false);
        xy.setRangeGridlinePaint(theme.grid());
        xy.setRangeGridlineStroke(new BasicStroke(1f));
        xy.setAxisOffset(RectangleInsets.ZERO_INSETS);
        xy.setInsets(new RectangleInsets(6, 4, 2, 22));
        for (Zone zone : plot.zones()) {
            xy.addDomainMarker(
                    new IntervalMarker(zone.from(), zone.to(), pale(theme.color(zone.ink()))), Layer.BACKGROUND);
        }
        for (Level level : plot.levels()) {
            xy.addRangeMarker(new ValueMarker(level.value(), theme.color(level.ink()), DASHED), Layer.FOREGROUND);
        }
        JFreeChart chart = new JFreeChart(null, letters, xy, false);
        chart.setBackgroundPaint(theme.background());
        chart.addSubtitle(legend(plot, theme, letters));
        if (titled) {
            chart.setTitle(title(plot.title(), letters.deriveFont(Font.BOLD, TITLE), theme.text()));
            chart.addSubtitle(0, title(plot.note(), letters, theme.muted()));
        }
        return chart;
    }

    private static DefaultXYDataset dataset(Plot plot) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (int i = 0; i < plot.lines().size(); i++) {
            Line line = plot.lines().get(i);
            double[][] values = new double[2][line.points().size()];
            for (int item = 0; item < line.points().size(); item++) {
                values[0][item] = line.points().get(item).at();
                values[1][item] = line.points().get(item).value().mean();
            }
            dataset.addSeries(i, values);
        }
        return dataset;
    }

    private static NumberAxis axis(Axis axis, ChartTheme theme, double mostMarks, Font letters) {
        NumberAxis number = new NumberAxis(axis.label());
        double least = (axis.high() - axis.low()) / Math.max(2, mostMarks);
        number.setTickUnit((NumberTickUnit) PlotTicks.distances(axis.unit()).getCeilingTickUnit(least));
        number.setRange(axis.low(), axis.high());
        number.setLabelFont(letters);
        number.setLabelPaint(theme.muted());
        number.setTickLabelFont(letters);
        number.setTickLabelPaint(theme.muted());
        number.setAxisLinePaint(theme.grid());
        number.setTickMarkPaint(theme.grid());
        number.setTickMarkOutsideLength(3);
        return number;
    }

    private static Color pale(Color color) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), ZONE);
    }

    private static LegendTitle legend(Plot plot, ChartTheme theme, Font letters) {
        LegendTitle legend = new LegendTitle(() -> items(plot, theme));
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(letters);
        legend.setItemPaint(theme.text());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 10));
        legend.setPadding(new RectangleInsets(0, 0, 4, 0));
        return legend;
    }

    private static LegendItemCollection items(Plot plot, ChartTheme theme) {
        LegendItemCollection items = new LegendItemCollection();
        for (Line line : plot.lines()) {
            if (!line.name().isEmpty()) {
                items.add(item(line.name(), sign(line.look()), theme.color(line.ink()), theme));
            }
        }
        for (Level level : plot.levels()) {
            items.add(item(level.name(), dashes(), theme.color(level.ink()), theme));
        }
        for (Zone zone : plot.zones()) {
            if (!zone.name().isEmpty()) {
                Color color = theme.color(zone.ink());
                // As it looks in the plot, upon the ground, and a little stronger so that so small a patch is seen.
                Color patch = new Color(color.getRed(), color.getGreen(), color.getBlue(), 2 * ZONE);
                items.add(item(zone.name(), patch(), patch, theme));
            }
        }
        return items;
    }

    private static Shape sign(Look look) {
        return switch (look) {
            case BAND -> dash();
            case BARS, STEMS -> dot();
            case RINGS -> ring();
            case STEPS -> dashes();
        };
    }

    private static LegendItem item(String name, Shape sign, Color color, ChartTheme theme) {
        LegendItem item = new LegendItem(name, null, null, null, sign, color);
        item.setLabelPaint(theme.text());
        return item;
    }

    private static Shape dash() {
        return new Rectangle2D.Double(-7, -1.25, 14, 2.5);
    }

    private static Shape dot() {
        return new Ellipse2D.Double(-3.5, -3.5, 7, 7);
    }

    private static Shape ring() {
        Path2D ring = new Path2D.Double(new Ellipse2D.Double(-4, -4, 8, 8));
        ring.setWindingRule(Path2D.WIND_EVEN_ODD);
        ring.append(new Ellipse2D.Double(-2.4, -2.4, 4.8, 4.8), false);
        return ring;
    }

    private static Shape patch() {
        return new Rectangle2D.Double(-7, -5, 14, 10);
    }

    private static Shape dashes() {
        Path2D dashes = new Path2D.Double();
        dashes.append(new Rectangle2D.Double(-7, -1, 5.5, 2), false);
        dashes.append(new Rectangle2D.Double(1.5, -1, 5.5, 2), false);
        return dashes;
    }

    private static TextTitle title(String text, Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, 4, 2, 4));
        return title;
    }
}
