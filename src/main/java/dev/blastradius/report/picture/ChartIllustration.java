package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.HeatMapPainter;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.PlotPainter;
import dev.blastradius.chart.Stretch;
import dev.blastradius.report.document.Illustration;
import java.awt.Graphics2D;

/** Charts as pictures. What each says in words is in {@link ChartWords}. */
public final class ChartIllustration {

    private ChartIllustration() {}

    /** A chart with its legend, and with its title where {@code titled}. */
    public static Illustration of(Charted chart, double width, double height, boolean titled) {
        return new Painted(width, height, (graphics, theme) -> {
            if (chart instanceof ChartSpec spec) {
                ChartPainter.draw(spec, theme, graphics, (int) width, (int) height, titled);
            } else {
                double end = chart.isOverTime() ? ((dev.blastradius.chart.StripSpec) chart).duration() : 1;
                ChartPainter.draw(chart, theme, new Stretch(0, end, 120, 12, true, true), graphics, width, height);
            }
        });
    }

    /** A plot with its legend, and with its title where {@code titled}. */
    public static Illustration of(Plot plot, double width, double height, boolean titled) {
        return new Painted(
                width,
                height,
                (graphics, theme) -> PlotPainter.draw(plot, theme, graphics, (int) width, (int) height, titled));
    }

    /** A heat map with its title and its legend, as high as its rows need. */
    public static Illustration of(HeatMap map, double width) {
        return new Painted(
                width,
                HeatMapPainter.height(map),
                (graphics, theme) -> HeatMapPainter.draw(map, theme, graphics, (int) width));
    }

    /** How something is painted. */
    @FunctionalInterface
    interface Painting {
        void paint(Graphics2D graphics, ChartTheme theme);
    }

    /** Something painted in a size. */
    record Painted(double width, double height, Painting painting) implements Illustration {
        @Override
        public void paint(Graphics2D graphics, ChartTheme theme) {
            painting.paint(graphics, theme);
        }
    }
}
