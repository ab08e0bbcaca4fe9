package dev.blastradius.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** What the plots of all charts over time have in common: colours, fonts, and where in the picture they are. */
final class PlotFrame {

    static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);

    private PlotFrame() {}

    /** Gives a plot its colours, and the words for nothing to draw. */
    static void dress(XYPlot plot, ChartTheme theme, String empty) {
        plot.setNoDataMessage(empty);
        plot.setNoDataMessageFont(SMALL.deriveFont(12f));
        plot.setNoDataMessagePaint(theme.muted());
        plot.setBackgroundPaint(theme.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(2, 2, 0, 4));
    }

    /** Gives an axis its fonts and colours. */
    static void dress(ValueAxis axis, ChartTheme theme, Color label) {
        axis.setLabelFont(SMALL);
        axis.setLabelPaint(label);
        axis.setTickLabelFont(SMALL);
        axis.setTickLabelPaint(theme.muted());
        axis.setAxisLinePaint(theme.grid());
        axis.setTickMarkPaint(theme.grid());
        axis.setTickMarkOutsideLength(3);
        axis.setLabelInsets(new RectangleInsets(1, 1, 1, 1));
    }

    /** A plot as a chart without anything around it. */
    static JFreeChart bare(XYPlot plot, ChartTheme theme) {
        JFreeChart chart = new JFreeChart(null, SMALL, plot, false);
        chart.setBackgroundPaint(theme.background());
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    /** Puts a plot where a stretch says, whatever its axes need, and draws the time axis' marks through it. */
    static void fix(XYPlot plot, Stretch stretch, ChartTheme theme, double width) {
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setNoDataMessageFont(stretch.letters().deriveFont(12f));
        plot.getDomainAxis().setTickLabelFont(stretch.letters());
        for (int i = 0; i < plot.getRangeAxisCount(); i++) {
            plot.getRangeAxis(i).setTickLabelFont(stretch.letters());
        }
        AxisSpace beside = new AxisSpace();
        beside.setLeft(stretch.left());
        beside.setRight(stretch.right());
        plot.setFixedRangeAxisSpace(beside);
        AxisSpace below = new AxisSpace();
        below.setTop(Stretch.TOP);
        below.setBottom(stretch.bottom());
        plot.setFixedDomainAxisSpace(below);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(theme.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.getDomainAxis().setTickLabelsVisible(stretch.hasTimeLabels());
        plot.getDomainAxis().setTickMarksVisible(stretch.hasTimeLabels());
        plot.getDomainAxis().setLabel(null);
        if (plot.getDomainAxis() instanceof TimeAxis time) {
            time.setTickUnit(TimeMarks.unit(time, width - stretch.left() - stretch.right()), false, true);
        }
    }

    /** How wide a text in the small font is, in units. */
    static double textWidth(String text) {
        return textWidth(SMALL, text);
    }

    /** How wide a text is, in units. */
    static double textWidth(Font font, String text) {
        return font.getStringBounds(text, FONTS).getWidth();
    }

    /** As much of a text as there is room for. */
    static String fitting(String text, ToDoubleFunction<String> width, double room) {
        if (width.applyAsDouble(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && width.applyAsDouble(text.substring(0, length).stripTrailing() + "…") > room) {
            length--;
        }
        return length == 0 ? "" : text.substring(0, length).stripTrailing() + "…";
    }
}
