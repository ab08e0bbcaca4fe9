package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.DistributionSpec.Part;
import java.awt.BasicStroke;
import java.awt.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepAreaRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/** Turns a distribution of latencies into the chart library's objects. */
final class DistributionBuilder {

    private static final int PALE = 40;
    private static final BasicStroke LINE = new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    private static final BasicStroke DASHED =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);
    private static final double HEADROOM = 1.06;

    private DistributionBuilder() {}

    /** The plot is where the stretch says; its times say nothing here. */
    static JFreeChart build(DistributionSpec spec, ChartTheme theme, Stretch stretch, double width) {
        double[] edges = spec.edges();
        XYPlot plot = new XYPlot();
        plot.setDomainAxis(axis(spec, theme));
        PlotFrame.dress(plot, theme, spec.empty());
        double most = 0;
        if (!spec.isEmpty()) {
            DefaultXYDataset data = new DefaultXYDataset();
            for (Part part : spec.parts()) {
                double[] shares = spec.shares(part, edges);
                data.addSeries(part.name(), outline(edges, shares));
                for (double share : shares) {
                    most = Math.max(most, share);
                }
            }
            plot.setDataset(0, data);
            plot.setDataset(1, data);
            plot.setRenderer(0, areas(spec, theme));
            plot.setRenderer(1, lines(spec, theme));
        }
        NumberAxis shares = new NumberAxis();
        shares.setStandardTickUnits(PlotTicks.distances(Unit.SHARE));
        shares.setRange(0, most > 0 ? most * HEADROOM : 1);
        PlotFrame.dress(shares, theme, theme.muted());
        shares.setTickLabelsVisible(most > 0);
        plot.setRangeAxis(shares);
        if (!Double.isNaN(spec.limit())) {
            plot.addDomainMarker(new ValueMarker(spec.limit(), theme.color(Ink.LIMIT), DASHED), Layer.FOREGROUND);
        }
        PlotFrame.fix(plot, stretch, theme, width);
        return PlotFrame.bare(plot, theme);
    }

    /** The axis of latencies of a distribution. */
    static LogarithmicAxis axis(DistributionSpec spec, ChartTheme theme) {
        double[] edges = spec.edges();
        double last = edges[edges.length - 1];
        double high = Double.isNaN(spec.limit()) ? last : Math.max(last, spec.limit() * 1.2);
        LogarithmicAxis axis = new LogarithmicAxis(null, edges[0], high, 0.02, Measure.TIME);
        PlotFrame.dress(axis, theme, theme.muted());
        return axis;
    }

    /** Where each interval begins with its share, and back to none where the last one ends. */
    private static double[][] outline(double[] edges, double[] shares) {
        double[] heights = new double[edges.length + 1];
        double[] places = new double[edges.length + 1];
        places[0] = edges[0];
        for (int bin = 0; bin < edges.length; bin++) {
            places[bin + 1] = edges[bin];
            heights[bin + 1] = bin < shares.length ? shares[bin] : 0;
        }
        return new double[][] {places, heights};
    }

    private static XYStepAreaRenderer areas(DistributionSpec spec, ChartTheme theme) {
        XYStepAreaRenderer areas = new XYStepAreaRenderer(XYStepAreaRenderer.AREA);
        areas.setOutline(false);
        for (int i = 0; i < spec.parts().size(); i++) {
            Color color = theme.color(spec.parts().get(i).ink());
            areas.setSeriesPaint(i, new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE));
        }
        return areas;
    }

    private static XYStepRenderer lines(DistributionSpec spec, ChartTheme theme) {
        XYStepRenderer lines = new XYStepRenderer();
        lines.setDefaultShapesVisible(false);
        for (int i = 0; i < spec.parts().size(); i++) {
            lines.setSeriesPaint(i, theme.color(spec.parts().get(i).ink()));
            lines.setSeriesStroke(i, LINE);
        }
        return lines;
    }
}
