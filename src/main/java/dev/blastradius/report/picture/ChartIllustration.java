package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.HeatMapPainter;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.PlotPainter;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.report.document.Illustration;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Charts as pictures. What each says in words is in {@link ChartWords}. */
public final class ChartIllustration {

    /** How wide a chart is that has a page's width, in points of 1/96 inch. */
    public static final double WIDTH = PipelinePlan.WIDTH;

    /** How high such a chart usually is. */
    public static final double HEIGHT = 270;

    private static final double LETTERS = 11;

    private ChartIllustration() {}

    /** A chart with its legend, a page wide and without a title: its caption has it. */
    public static Illustration of(Charted chart) {
        return of(chart, WIDTH, HEIGHT, false);
    }

    /**
     * A chart with its legend.
     *
     * @param titled whether its title stands above it
     */
    public static Illustration of(Charted chart, double width, double height, boolean titled) {
        return new Painted(
                width,
                height,
                (graphics, theme) -> new ChartFrame(chart, width, height, titled).paint(new Brush(graphics, theme)));
    }

    /**
     * A plot with its legend.
     *
     * @param titled whether its title stands above it
     */
    public static Illustration of(Plot plot, double width, double height, boolean titled) {
        List<String> texts = new ArrayList<>(List.of(
                plot.title(),
                plot.note(),
                plot.empty(),
                plot.across().label(),
                plot.up().label()));
        plot.lines().forEach(line -> {
            texts.add(line.name());
            line.points().forEach(point -> texts.add(point.label()));
        });
        plot.zones().forEach(zone -> texts.add(zone.name()));
        plot.levels().forEach(level -> texts.add(level.name()));
        Font letters = PictureFont.plain(LETTERS, String.join("", texts));
        return new Painted(
                width,
                height,
                (graphics, theme) ->
                        PlotPainter.draw(plot, theme, graphics, (int) width, (int) height, titled, letters));
    }

    /** A heat map with its title and its legend, as high as its rows need. */
    public static Illustration of(HeatMap map, double width) {
        List<String> texts = new ArrayList<>(List.of(map.title(), map.note(), map.down(), map.mark()));
        texts.addAll(map.columns());
        map.groups().forEach(group -> {
            texts.add(group.name());
            group.rows().forEach(row -> texts.add(row.name()));
        });
        Font letters = PictureFont.plain(LETTERS, String.join("", texts));
        return new Painted(
                width,
                HeatMapPainter.height(map),
                (graphics, theme) -> HeatMapPainter.draw(map, theme, graphics, (int) width, letters));
    }

    /** All that is written in a chart. */
    static String texts(Charted chart) {
        StringBuilder texts = new StringBuilder(chart.title()).append(chart.empty());
        chart.legend().forEach(entry -> texts.append(entry.name()));
        for (Window window : chart.windows()) {
            texts.append(window.label());
        }
        return texts.toString();
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
