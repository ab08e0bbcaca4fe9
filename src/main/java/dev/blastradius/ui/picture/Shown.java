package dev.blastradius.ui.picture;

import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Plot;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.picture.ChartIllustration;
import dev.blastradius.report.picture.ChartWords;
import dev.blastradius.report.picture.PipelineIllustration;
import dev.blastradius.report.picture.Slide;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Something that is shown in the window, as a slide that can leave it.
 *
 * @param title what it shows
 * @param words what it says, for those who do not see it
 * @param slide the picture, sized for a slide
 */
public record Shown(String title, String words, Illustration slide) {

    private static final int LONGEST_NAME = 60;
    private static final double MARGINS = 24;
    private static final double WIDEST = Slide.WIDTH - MARGINS;

    /** What a heat map's names and each of its columns need, so that few of them are shown larger. */
    private static final double NAMES = 270;

    private static final double COLUMN = 130;

    /** A chart. */
    public static Shown of(Charted chart) {
        return new Shown(
                chart.title(), ChartWords.of(chart), ChartIllustration.of(chart, Slide.WIDTH, Slide.HEIGHT, true));
    }

    /** A plot, which has its title in itself. */
    public static Shown of(Plot plot) {
        return new Shown(
                plot.title(),
                ChartWords.of(plot),
                new Slide("", ChartIllustration.of(plot, WIDEST, Slide.HEIGHT - MARGINS, true)));
    }

    /** A heat map, which has its title in itself. */
    public static Shown of(HeatMap map) {
        double wide = Math.min(WIDEST, NAMES + COLUMN * map.columns().size());
        return new Shown(map.title(), ChartWords.of(map), new Slide("", ChartIllustration.of(map, wide)));
    }

    /** A pipeline as it is drawn, or at a moment. */
    public static Shown of(String title, PipelineIllustration pipeline) {
        return new Shown(title, pipeline.words(), new Slide(title, pipeline));
    }

    /** A file's name, without its ending: the title in letters that every system takes. */
    public String fileName() {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return name.isEmpty() ? "picture" : name;
    }
}
