package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.metrics.TimeSeries;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;

/** Turns a chart as data into the chart library's objects. */
final class ChartBuilder {

    private static final Font SMALL = PlotFrame.SMALL;
    private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 13);
    /** What time axis and margins take of the height, about. */
    private static final int BELOW_PLOT = 46;
    /** What each line of the legend takes of it; the rest is the plot. */
    private static final int LEGEND_LINE = 18;
    /** What a sign in the legend and the room around it take of the width. */
    private static final int LEGEND_SIGN = 26;
    /** A plot lower than this has its vertical axis' title below: beside it, the title would not fit. */
    private static final int LOW_PLOT = 110;
    /** What axes and margins take of the width, about. */
    private static final int BESIDE_PLOT = 60;
    /** Units of width that a bucket takes: less cannot be seen. */
    private static final double BUCKET_WIDTH = 1.5;

    private static final double HEADROOM = 0.04;

    private final ChartSpec spec;
    private final ChartTheme theme;
    private final double width;
    private final int mostBuckets;
    private final double plotHeight;
    private final boolean titledAxes;
    private final FaultShades behind;
    private final FaultShades over;
    /** What is seen of the run and where; null: all of it, with as much around the plot as its axes and its legend need. */
    private final @Nullable Stretch stretch;

    ChartBuilder(ChartSpec spec, ChartTheme theme, int width, int height) {
        this.spec = spec;
        this.theme = theme;
        this.stretch = null;
        this.width = width;
        this.mostBuckets = mostBuckets(width - BESIDE_PLOT);
        this.plotHeight = Math.max(40, height - BELOW_PLOT - LEGEND_LINE * legendLines(width));
        this.titledAxes =
                plotHeight >= Math.max(LOW_PLOT, PlotFrame.textWidth(spec.left().label()) + 8);
        this.behind = new FaultShades(spec, theme, SMALL, false, true);
        this.over = new FaultShades(spec, theme, SMALL, true, true);
    }

    /** A chart of a stretch, without a legend or a title, with its plot where the stretch says. */
    ChartBuilder(ChartSpec spec, ChartTheme theme, Stretch stretch, double width, double height) {
        this.spec = spec;
        this.theme = theme;
        this.stretch = stretch;
        this.width = width;
        double seen = (stretch.to() - stretch.from()) / spec.duration();
        this.mostBuckets = (int) (mostBuckets(width - stretch.left() - stretch.right()) / Math.min(1, seen));
        this.plotHeight = Math.max(40, height - Stretch.TOP - stretch.bottom());
        // The legend and the gutter beside the plot say it.
        this.titledAxes = false;
        this.behind = new FaultShades(spec, theme, stretch.letters(), false, stretch.namesFaults());
        this.over = new FaultShades(spec, theme, stretch.letters(), true, stretch.namesFaults());
    }

    /** How many buckets can be told apart in a plot of a width. */
    static int mostBuckets(double plotWidth) {
        return Math.max(20, (int) (plotWidth / BUCKET_WIDTH));
    }

    JFreeChart build(boolean titled) {
        List<PlottedCurve> left = plotted(spec, false);
        List<PlottedCurve> right = plotted(spec, true);
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(timeAxis());
        addAxis(plot, 0, spec.left(), left);
        if (spec.right() != null) {
            addAxis(plot, 1, spec.right(), right);
            plot.setRangeAxisLocation(1, AxisLocation.BOTTOM_OR_RIGHT);
        }
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        PlotFrame.dress(plot, theme, spec.empty());
        plot.getRenderer(0).addAnnotation(behind, Layer.BACKGROUND);
        plot.addAnnotation(over);
        JFreeChart chart = PlotFrame.bare(plot, theme);
        if (stretch != null) {
            PlotFrame.fix(plot, stretch, theme, width);
            ink(plot, 0, spec.left());
            ink(plot, 1, spec.right());
            plot.getRangeAxis(0).setTickLabelsVisible(!spec.isEmpty());
            return chart;
        }
        chart.setPadding(new RectangleInsets(0, 0, 2, 2));
        if (spec.hasLegend()) {
            chart.addSubtitle(legend());
        }
        if (titled) {
            chart.setTitle(title(spec.title(), BOLD, theme.text()));
            chart.addSubtitle(0, title(spec.note(), SMALL, theme.muted()));
        }
        return chart;
    }

    /** Where two axes must be told apart, their numbers have the colours of what they measure. */
    private void ink(XYPlot plot, int index, @Nullable Axis axis) {
        if (axis != null && axis.ink() != null) {
            plot.getRangeAxis(index).setTickLabelPaint(theme.color(axis.ink()));
        }
    }

    private void addAxis(XYPlot plot, int index, Axis axis, List<PlottedCurve> curves) {
        List<PlottedCurve> all = new ArrayList<>(curves);
        spec.beside().forEach(other -> all.addAll(plotted(other, index == 1)));
        plot.setRangeAxis(index, axis.logarithmic() ? logAxis(axis, all) : linearAxis(axis, all));
        if (!spec.isEmpty()) {
            plot.setDataset(index, new CurveSet(curves));
        }
        plot.setRenderer(index, new CurveRenderer(theme));
        plot.mapDatasetToRangeAxis(index, index);
    }

    /** The curves of one side, stacked ones upon each other and in the order in which they must be painted. */
    private List<PlottedCurve> plotted(ChartSpec spec, boolean onRight) {
        List<PlottedCurve> areas = new ArrayList<>();
        List<PlottedCurve> lines = new ArrayList<>();
        double[] base = new double[0];
        for (Curve curve : spec.curves()) {
            if (curve.onRight() != onRight) {
                continue;
            }
            Buckets buckets = Buckets.inSteps(curve.values(), stepsPerBucket(curve.values()));
            if (curve.style() == Style.STACKED) {
                PlottedCurve area = PlottedCurve.upon(base, curve, buckets);
                base = area.tops();
                // The higher is painted first, so that the lower covers it and no seam shows between them.
                areas.add(0, area);
            } else {
                lines.add(PlottedCurve.alone(curve, buckets));
            }
        }
        areas.addAll(lines);
        return areas;
    }

    /** As many steps as make no more buckets than can be told apart; a series that ends early has the same buckets as the others. */
    private int stepsPerBucket(TimeSeries values) {
        int steps = stretch == null ? values.size() : (int) Math.ceil(spec.duration() / values.intervalSeconds());
        return Buckets.stepsPerBucket(steps, mostBuckets);
    }

    private ValueAxis timeAxis() {
        TimeAxis axis = stretch == null ? new TimeAxis(spec.duration()) : new TimeAxis(stretch.from(), stretch.to());
        PlotFrame.dress(axis, theme, theme.muted());
        // An axis with a colour of its own needs no title: the legend has the curve in that colour.
        boolean titledBelow = !titledAxes && spec.left().ink() == null;
        axis.setLabel(
                titledBelow
                        ? spec.left().label() + ", time in " + axis.unit()
                        : "simulated time (" + axis.unit() + ")");
        return axis;
    }

    private ValueAxis linearAxis(Axis axis, List<PlottedCurve> curves) {
        double most = curves.stream().mapToDouble(PlottedCurve::highest).max().orElse(0);
        double room = headroom();
        NumberAxis number = new NumberAxis(title(axis));
        if (axis.measure() == Measure.SHARE) {
            number.setStandardTickUnits(PlotTicks.distances(Unit.SHARE));
        } else {
            number.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
            number.setNumberFormatOverride(format(axis.measure()));
        }
        number.setRange(0, most > 0 ? most / (1 - room) : 1);
        PlotFrame.dress(number, theme, color(axis));
        return number;
    }

    private static DecimalFormat format(Measure measure) {
        String sign = measure == Measure.MONEY_RATE ? "$" : "";
        String after = measure == Measure.TIMES ? "×" : "";
        return new DecimalFormat(sign + "#,##0.###" + after, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private ValueAxis logAxis(Axis axis, List<PlottedCurve> curves) {
        double least = curves.stream().mapToDouble(PlottedCurve::lowest).min().orElse(Double.NaN);
        double most = curves.stream().mapToDouble(PlottedCurve::highest).max().orElse(Double.NaN);
        LogarithmicAxis log = new LogarithmicAxis(title(axis), least, most, headroom(), axis.measure());
        PlotFrame.dress(log, theme, color(axis));
        return log;
    }

    /** The share of the plot's height that stays free above the curves, for the faults' names. */
    private double headroom() {
        return Math.min(0.4, HEADROOM + over.labelHeight() / plotHeight);
    }

    private @Nullable String title(Axis axis) {
        return titledAxes ? axis.label() : null;
    }

    private double legendLines(int width) {
        if (!spec.hasLegend()) {
            return 0;
        }
        double wanted = spec.curves().stream()
                .mapToDouble(curve -> PlotFrame.textWidth(curve.name()) + LEGEND_SIGN)
                .sum();
        return Math.max(1, Math.ceil(wanted / Math.max(1, width)));
    }

    private Color color(Axis axis) {
        return axis.ink() == null ? theme.muted() : theme.color(axis.ink());
    }

    private LegendItemCollection legendItems() {
        LegendItemCollection items = new LegendItemCollection();
        for (Curve curve : spec.curves()) {
            LegendItem item =
                    new LegendItem(curve.name(), null, null, null, sample(curve.style()), theme.color(curve.ink()));
            item.setLabelPaint(theme.text());
            items.add(item);
        }
        return items;
    }

    /** A square for an area, a bar for a line, two dashes for a limit. */
    private static Shape sample(Style style) {
        return switch (style) {
            case STACKED -> new Rectangle2D.Double(-4.5, -4.5, 9, 9);
            case LINE, FILLED, PLAIN, BOLD, FAINT, THIN -> new Rectangle2D.Double(-7, -1.25, 14, 2.5);
            case LIMIT -> {
                Path2D dashes = new Path2D.Double();
                dashes.append(new Rectangle2D.Double(-7, -1, 5.5, 2), false);
                dashes.append(new Rectangle2D.Double(1.5, -1, 5.5, 2), false);
                yield dashes;
            }
        };
    }

    private LegendTitle legend() {
        LegendTitle legend = new LegendTitle(this::legendItems);
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setItemFont(SMALL);
        legend.setItemPaint(theme.text());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(1, 3, 1, 6));
        legend.setLegendItemGraphicPadding(new RectangleInsets(1, 2, 1, 1));
        legend.setPadding(new RectangleInsets(0, 0, 2, 0));
        return legend;
    }

    private static TextTitle title(String text, Font font, Color color) {
        TextTitle title = new TextTitle(text, font);
        title.setPaint(color);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(2, 4, 2, 4));
        return title;
    }
}
