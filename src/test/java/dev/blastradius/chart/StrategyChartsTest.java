package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Look;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.chart.StrategyCharts.Entry;
import dev.blastradius.chart.StrategyCharts.Reference;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategyChartsTest {

    private static final Axis RATE = new Axis("requests a second", Measure.RATE, false, null);

    private static Interval exactly(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    private static Point point(String name, double cost, double goodput) {
        return new Point(cost, exactly(goodput), name, name, exactly(cost));
    }

    private static ChartSpec chart(String name, Style style, double... values) {
        Curve curve = new Curve(name, Ink.OK, style, new TimeSeries(1, values));
        return new ChartSpec("t", "n", values.length, 0, RATE, null, List.of(curve), List.of(), "e", "");
    }

    @Test
    void onTheFrontierIsWhatNothingAsCheapOrCheaperBeats() {
        Point cheap = point("cheap", 1, 0.5);
        Point worse = point("worse", 2, 0.4);
        Point good = point("good", 2, 0.9);
        Point equal = point("equal", 3, 0.9);
        Point unknown = point("unknown", Double.NaN, 1);
        assertEquals(List.of(cheap, good), StrategyCharts.frontier(List.of(equal, good, unknown, worse, cheap)));
    }

    @Test
    void theFrontierIsStepsThatNobodyMayClick() {
        Entry entry = new Entry("As drawn", Ink.STRATEGY_1, SampleResults.result(5, 10));
        Plot plot = StrategyCharts.pareto(List.of(entry), List.of());
        Line steps = plot.lines().stream()
                .filter(line -> line.look() == Look.STEPS)
                .findFirst()
                .orElseThrow();
        assertEquals(plot.up().low(), steps.points().get(0).value().mean());
        assertEquals(plot.across().high(), steps.points().get(2).at());
        assertEquals(1, plot.points().size());
    }

    @Test
    void whatIsNoStrategyIsARingOrALevelAndNeverEfficient() {
        Entry entry = new Entry("As drawn", Ink.STRATEGY_1, SampleResults.result(5, 10));
        Plot plot = StrategyCharts.pareto(
                List.of(entry),
                List.of(
                        new Reference("no protection", exactly(0.001), exactly(1)),
                        new Reference("clairvoyant", Interval.NONE, exactly(1))));
        assertEquals("clairvoyant", plot.levels().get(0).name());
        assertEquals(
                List.of("no protection"),
                plot.lines().stream()
                        .filter(line -> line.look() == Look.RINGS)
                        .map(Line::name)
                        .toList());
        Line steps = plot.lines().get(0);
        assertEquals(
                entry.result().cost().perThousandRequests().mean(),
                steps.points().get(0).at());
    }

    @Test
    void bothAxesHoldEveryInterval() {
        Entry entry = new Entry("As drawn", Ink.STRATEGY_1, SampleResults.result(5, 10));
        Plot plot = StrategyCharts.pareto(List.of(entry), List.of());
        Interval cost = entry.result().cost().perThousandRequests();
        Interval goodput = entry.result().totals().goodput();
        for (double value : new double[] {cost.mean(), cost.low(), cost.high()}) {
            assertFalse(value < plot.across().low() || value > plot.across().high(), "cost " + value);
        }
        for (double value : new double[] {goodput.mean(), goodput.low(), goodput.high()}) {
            assertFalse(value < plot.up().low() || value > plot.up().high(), "goodput " + value);
        }
    }

    @Test
    void theStrategyThatIsLookedAtIsThickAndLastAndTheOthersAreFaint() {
        RunResult result = SampleResults.result(5, 10);
        Entry one = new Entry("one", Ink.STRATEGY_1, result);
        Entry other = new Entry("other", Ink.STRATEGY_2, result);
        ChartSpec chart = StrategyCharts.goodput(List.of(one, other), null, null, one);
        assertEquals(
                List.of("other " + Style.FAINT, "one " + Style.BOLD),
                chart.curves().stream()
                        .map(curve -> curve.name() + " " + curve.style())
                        .toList());
    }

    @Test
    void chartsOnTheSameAxesAreDrawnToTheGreatestOfThem() {
        ChartSpec low = chart("low", Style.STACKED, 1, 2);
        ChartSpec high = chart("high", Style.STACKED, 3, 40);
        double alone = paint(low).high();
        List<ChartSpec> alike = ChartSpec.onSameAxes(List.of(low, high));
        Picture first = paint(alike.get(0));
        Picture second = paint(alike.get(1));
        assertNotEquals(alone, first.high());
        assertEquals(second.high(), first.high());
        assertEquals(second.low(), first.low());
        assertEquals(second.plot(), first.plot());
    }

    @Test
    void theNearestCurveIsFoundWhereItIsDrawn() {
        ChartSpec low = chart("low", Style.PLAIN, 1, 1, 1, 1);
        Curve high = new Curve("high", Ink.FAILED, Style.PLAIN, new TimeSeries(1, new double[] {9, 9, 9, 9}));
        ChartSpec both =
                new ChartSpec("t", "n", 4, 0, RATE, null, List.of(low.curves().get(0), high), List.of(), "e", "");
        Picture picture = paint(both);
        double x = picture.xOf(2);
        Curve found = picture.nearest(both, x, picture.yOf(9) + 5, 10);
        assertNotNull(found);
        assertEquals("high", found.name());
        assertNull(picture.nearest(both, x, picture.yOf(5), 10));
        int color = ChartTheme.LIGHT.color(Ink.FAILED).getRGB();
        assertTrue(has(picture.image(), color, x, picture.yOf(9)));
    }

    @Test
    void coarserStepsKeepTheMeanAndLeaveOutWhatHasNoValue() {
        TimeSeries coarse = Sums.coarser(new TimeSeries(1, new double[] {1, 3, Double.NaN, 5, Double.NaN}), 2);
        assertArrayEquals(new double[] {2, 5, Double.NaN}, coarse.toArray());
        assertEquals(2, coarse.intervalSeconds());
    }

    @Test
    void barsOfBothIntervalsAndRingsAreDrawn() {
        Interval wide = new Interval(0.5, 0.2, 0.8);
        Point point = new Point(5, wide, "", "", new Interval(5, 2, 8));
        Plot.Axis across = new Plot.Axis("cost", Unit.MONEY, 0, 10);
        Plot.Axis up = new Plot.Axis("goodput", Unit.SHARE, 0, 1);
        Line line = new Line("", Ink.STRATEGY_2, Look.RINGS, List.of(point));
        Plot plot = new Plot("t", "n", across, up, List.of(line), List.of(), List.of(), "e");
        PlotPicture picture = PlotPainter.paint(plot, ChartTheme.LIGHT, 300, 200, 1, false);
        int ink = ChartTheme.LIGHT.color(Ink.STRATEGY_2).getRGB();
        assertTrue(has(picture.image(), ink, picture.x(3), picture.y(0.5)), "across");
        assertTrue(has(picture.image(), ink, picture.x(5), picture.y(0.3)), "up");
        int middle = picture.image().getRGB((int) Math.round(picture.x(5)), (int) Math.round(picture.y(0.5)));
        assertNotEquals(ink, middle);
    }

    /** Whether a colour is at a place, give or take a pixel. */
    private static boolean has(BufferedImage image, int color, double x, double y) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (near(image.getRGB((int) Math.round(x) + dx, (int) Math.round(y) + dy), color)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean near(int one, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most < 90;
    }

    private static Picture paint(ChartSpec chart) {
        return ChartPainter.paint(chart, ChartTheme.LIGHT, 400, 250, 1, false);
    }
}
