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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is shown in the window, as a slide that can leave it. The slide of a large pipeline takes a while to lay out: that is done
 * when somebody wants it, on any thread, and not when the window asks whether there is one.
 */
public final class Shown {

    private static final int LONGEST_NAME = 60;
    private static final double MARGINS = 24;
    private static final double WIDEST = Slide.WIDTH - MARGINS;

    /** What a heat map's names and each of its columns need, so that few of them are shown larger. */
    private static final double NAMES = 270;

    private static final double COLUMN = 130;

    private final String title;
    private final Supplier<Content> made;
    private @Nullable Content content;

    /** What the slide says, and the slide itself. */
    private record Content(String text, Illustration slide) {}

    private Shown(String title, Supplier<Content> made) {
        this.title = title;
        this.made = made;
    }

    /**
     * Something that is made already.
     *
     * @param title what it shows
     * @param words what it says, for those who do not see it
     * @param slide the picture, sized for a slide
     */
    public Shown(String title, String words, Illustration slide) {
        this(title, () -> new Content(words, slide));
    }

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

    /**
     * A pipeline as it is drawn, or at a moment.
     *
     * @param pipeline makes its picture when it is wanted, perhaps on another thread
     */
    public static Shown of(String title, Supplier<PipelineIllustration> pipeline) {
        return new Shown(title, () -> {
            PipelineIllustration picture = pipeline.get();
            return new Content(picture.words(), new Slide(title, picture));
        });
    }

    /** What it shows. */
    public String title() {
        return title;
    }

    /** What it says, for those who do not see it. */
    public String words() {
        return wanted().text();
    }

    /** The picture, sized for a slide. */
    public Illustration slide() {
        return wanted().slide();
    }

    private synchronized Content wanted() {
        Content known = content;
        if (known == null) {
            known = made.get();
            content = known;
        }
        return known;
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
