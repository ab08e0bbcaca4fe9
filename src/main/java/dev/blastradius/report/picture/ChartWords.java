package dev.blastradius.report.picture;

import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Plot;

/** What charts say, in words. */
public final class ChartWords {

    private ChartWords() {}

    public static String of(Charted chart) {
        return chart.title();
    }

    public static String of(Plot plot) {
        return plot.title();
    }

    public static String of(HeatMap map) {
        return map.title();
    }
}
