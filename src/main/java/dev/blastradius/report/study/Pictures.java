package dev.blastradius.report.study;

import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Plot;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.picture.ChartIllustration;
import dev.blastradius.report.picture.ChartWords;

/** Charts in a chapter, as wide as a page. */
final class Pictures {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 300;

    private Pictures() {}

    static Block of(Charted chart, String caption) {
        return new Block.Figure(
                ChartIllustration.of(chart, WIDTH, HEIGHT, false), ChartWords.of(chart), Words.of(caption));
    }

    static Block of(Plot plot, String caption) {
        return new Block.Figure(
                ChartIllustration.of(plot, WIDTH, HEIGHT, false), ChartWords.of(plot), Words.of(caption));
    }

    static Block of(HeatMap map, String caption) {
        return new Block.Figure(ChartIllustration.of(map, WIDTH), ChartWords.of(map), Words.of(caption));
    }
}
