package dev.blastradius.chart.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartPainter;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Stretch;
import dev.blastradius.chart.TimeMarks;
import dev.blastradius.chart.TimeMarks.Mark;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.metrics.LatencyHistogram;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StretchTest {

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 100;

    private final SamplePlayback sample = SamplePlayback.broken();

    static List<CascadeChart> kinds() {
        return CascadeCharts.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePlotIsWhereTheStretchSaysWhateverTheAxesNeed(CascadeChart kind) {
        sample.chronicle().put(ClientSeries.OK, "visitors", 0, SamplePlayback.STEPS, 123_456_789);
        Charted chart = chart(kind);
        for (Stretch stretch :
                List.of(new Stretch(0, 120, 150, 64, false, false), new Stretch(33.3, 44.4, 75, 32, false, true))) {
            BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
            Rectangle2D plot =
                    ChartPainter.draw(chart, ChartTheme.LIGHT, stretch, image.createGraphics(), WIDTH, HEIGHT);
            assertEquals(stretch.left(), plot.getMinX(), 1e-9);
            assertEquals(WIDTH - stretch.right(), plot.getMaxX(), 1e-9);
            assertEquals(Stretch.TOP, plot.getMinY(), 1e-9);
            assertEquals(HEIGHT - Stretch.BOTTOM, plot.getMaxY(), 1e-9);
        }
    }

    /** A step of 2 s at 60 s: in the middle of [50, 70] of 800 units, so from 150 + 400 on, for 80 units. */
    @Test
    void aStepIsDrawnWhereItsTimeIs() {
        sample.chronicle().put(ClientSeries.OK, "visitors", 30, 31, 10);
        BufferedImage image = paint("outcomes", new Stretch(50, 70, 150, 50, false, false));
        int ok = ChartTheme.LIGHT.color(Ink.OK).getRGB();
        int[] seen = columns(image, ok, 60);
        assertEquals(550, seen[0], 1);
        assertEquals(629, seen[1], 1);
    }

    /** A breaker open from 40 s to 60 s on an axis of 120 s over 600 units: from 150 + 200 to 150 + 300. */
    @Test
    void aStripHasAStatesColourWhileItLasts() {
        sample.chronicle()
                .put(DependencySeries.OPEN, "assistant->opus", 0, SamplePlayback.STEPS, 0)
                .put(DependencySeries.HALF_OPEN, "assistant->opus", 0, SamplePlayback.STEPS, 0)
                .put(DependencySeries.OPEN, "assistant->opus", 20, 30, 1);
        BufferedImage image = paint("breakers", new Stretch(0, 120, 150, 250, false, false));
        int y = 49;
        assertEquals(image.getRGB(355, y), image.getRGB(445, y));
        assertNotEquals(image.getRGB(345, y), image.getRGB(355, y));
        assertNotEquals(image.getRGB(445, y), image.getRGB(455, y));
    }

    @Test
    void aFaultIsShadedWhileItActsAndOnlyWhereItIsSeen() {
        BufferedImage seen = paint("queue", new Stretch(0, 120, 150, 50, false, false));
        assertNotEquals(seen.getRGB(150 + 200, 10), seen.getRGB(150 + 300, 10), "before against during");
        BufferedImage after = paint("queue", new Stretch(100, 120, 150, 50, false, false));
        assertEquals(ChartTheme.LIGHT.background().getRGB(), after.getRGB(152, 10));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2700, 1000, 0 s|5 min|10 min|15 min|20 min|25 min|30 min|35 min|40 min|45 min",
        "1208, 1223, 600, 20 min 10 s|20 min 15 s|20 min 20 s",
        "3590, 3610, 300, 59 min 50 s|1 h|1 h 10 s"
    })
    void marksAreRoundMoments(double from, double to, double span, String labels) {
        assertEquals(
                List.of(labels.split("\\|")),
                TimeMarks.of(from, to, span).stream().map(Mark::label).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "12.346, 12.35 s",
        "59.999, 1 min",
        "61.5, 1 min 1.5 s",
        "3600, 1 h",
        "3661.4, 1 h 1 min 1 s",
        "90000, 25 h"
    })
    void momentsAreWrittenExactly(double seconds, String text) {
        assertEquals(text, Figures.moment(seconds));
    }

    @Test
    void theShareUpToALatencyCountsThoseThatAreNotAbove() {
        LatencyHistogram histogram = new LatencyHistogram();
        assertTrue(Double.isNaN(histogram.shareUpTo(1)));
        histogram.record(0);
        for (int i = 1; i <= 9; i++) {
            histogram.record(i * 1_000_000_000L);
        }
        assertEquals(0.1, histogram.shareUpTo(0));
        assertEquals(0.1, histogram.shareUpTo(0.9));
        assertEquals(0.6, histogram.shareUpTo(5.1));
        assertEquals(1, histogram.shareUpTo(9));
        assertEquals(1, histogram.shareUpTo(1e9));
    }

    private Charted chart(CascadeChart kind) {
        String subject = kind.subjects(sample.playback(), sample.names()).get(0).id();
        return kind.chart(sample.playback(), sample.names(), subject);
    }

    private BufferedImage paint(String key, Stretch stretch) {
        CascadeChart kind = CascadeCharts.ALL.stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return ChartPainter.paint(chart(kind), ChartTheme.LIGHT, stretch, WIDTH, HEIGHT, 1);
    }

    /** The first and the last column of a row that have about a colour, shades over it left aside. */
    private static int[] columns(BufferedImage image, int colour, int y) {
        int first = -1;
        int last = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            int pixel = image.getRGB(x, y);
            boolean isLike = Math.abs((pixel & 0xFF) - (colour & 0xFF)) < 24
                    && Math.abs((pixel >> 16 & 0xFF) - (colour >> 16 & 0xFF)) < 24;
            if (isLike) {
                first = first < 0 ? x : first;
                last = x;
            }
        }
        return new int[] {first, last};
    }
}
