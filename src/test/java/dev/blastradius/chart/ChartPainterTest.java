package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.metrics.TimeSeries;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChartPainterTest {

    private static final RunResult RESULT = SampleResults.result(1, 10);
    private static final Names NAMES = new Names(SampleResults.pipeline());
    private static final Axis RATE = new Axis("requests a second", Measure.RATE, false, null);

    @Test
    void allChartsHaveTheSameTimeRange() {
        for (ChartKind kind : Charts.ALL) {
            assertEquals(new Range(0, 5400), plot(sample(kind)).getDomainAxis().getRange(), kind.key());
        }
    }

    @Test
    void theLatencyAxisIsLogarithmicAndHoldsEveryValue() {
        ChartSpec chart = sample(Charts.ALL.get(1));
        LogAxis axis = assertInstanceOf(LogAxis.class, plot(chart).getRangeAxis());
        for (Curve curve : chart.curves()) {
            for (int step = 0; step < curve.values().size(); step++) {
                double value = curve.values().value(step);
                assertTrue(value == 0 || axis.getRange().contains(value), curve.name() + " " + value);
            }
        }
    }

    @Test
    void stackedAreasAddUpAndTheHigherIsPaintedFirst() {
        ChartSpec chart = spec(
                curve("ok", Ink.OK, Style.STACKED, 3, 4),
                curve("failed", Ink.FAILED, Style.STACKED, 1, 2),
                curve("goodput", Ink.GOODPUT, Style.PLAIN, 2, 2));
        CurveSet curves = assertInstanceOf(CurveSet.class, plot(chart).getDataset(0));
        assertEquals("failed", curves.getSeriesKey(0));
        assertEquals(4.0, curves.getY(0, 0));
        assertEquals(6.0, curves.getY(0, 1));
        assertEquals("ok", curves.getSeriesKey(1));
        assertEquals(3.0, curves.getY(1, 0));
        assertEquals("goodput", curves.getSeriesKey(2));
    }

    @Test
    void fiveThousandStepsAreDrawnAsNoMoreBucketsThanCanBeSeen() {
        CurveSet curves =
                assertInstanceOf(CurveSet.class, plot(sample(Charts.ALL.get(0))).getDataset(0));
        assertTrue(curves.getItemCount(0) <= 360, "buckets: " + curves.getItemCount(0));
    }

    @ParameterizedTest
    @CsvSource({"60, s", "180, s", "181, min", "5400, min", "10801, h", "86400, h", "604800, d"})
    void timeIsLabelledInTheUnitThatGivesShortNumbers(double duration, String unit) {
        assertEquals(unit, new TimeAxis(duration).unit());
    }

    @Test
    void anEmptyChartSaysSo() {
        ChartSpec chart = spec(curve("p50", Ink.LOW, Style.LINE, Double.NaN, Double.NaN));
        XYPlot plot = plot(chart);
        assertEquals("Nothing happened", plot.getNoDataMessage());
        assertEquals(null, plot.getDataset(0));
    }

    @ParameterizedTest
    @EnumSource(Style.class)
    void everyStyleLeavesItsInkOnThePicture(Style style) {
        ChartSpec chart = spec(curve("x", Ink.FAILED, style, 5, 5), curve("y", Ink.LOW, Style.PLAIN, 9, 9));
        Picture picture = ChartPainter.paint(chart, ChartTheme.LIGHT, 300, 200, 1, false);
        int found = 0;
        for (int x = (int) picture.plot().getMinX(); x < picture.plot().getMaxX(); x++) {
            for (int y = (int) picture.plot().getMinY(); y < picture.plot().getMaxY(); y++) {
                Color color = new Color(picture.image().getRGB(x, y));
                found += color.getRed() > color.getGreen() + 20 ? 1 : 0;
            }
        }
        assertTrue(found > 0, "no red pixel for " + style);
    }

    @Test
    void theFaultsWindowIsShadedAndTheRestIsNot() {
        Curve curve = curve("p50", Ink.LOW, Style.LINE, 5, 5);
        ChartSpec chart =
                new ChartSpec("t", "n", 2, 0, RATE, null, List.of(curve), List.of(new Window(1, 2, "outage")), "e", "");
        Picture picture = ChartPainter.paint(chart, ChartTheme.LIGHT, 400, 200, 1, false);
        assertEquals(Color.WHITE, nearFoot(picture, 0.5));
        assertNotEquals(Color.WHITE, nearFoot(picture, 1.5));
    }

    @Test
    void aPictureKnowsWhichTimeIsWhere() {
        Picture picture = ChartPainter.paint(sample(Charts.ALL.get(0)), ChartTheme.DARK, 400, 200, 2, true);
        assertEquals(800, picture.image().getWidth());
        assertEquals(400, picture.image().getHeight());
        assertEquals(0, picture.timeAt(0));
        assertEquals(5400, picture.timeAt(400));
        assertEquals(1234, picture.timeAt(picture.xOf(1234)), 1e-6);
    }

    @Test
    void everyChartIsPaintedAtEverySize() {
        for (ChartKind kind : Charts.ALL) {
            for (int size : new int[] {1, 30, 90, 700}) {
                BufferedImage image = ChartPainter.paint(sample(kind), ChartTheme.DARK, size, size, 1, false)
                        .image();
                assertEquals(size, image.getWidth());
            }
        }
    }

    @Test
    void valuesOfZeroHaveNoPlaceOnALogarithmicAxisAndDoNoHarm() {
        Axis log = new Axis("latency (log)", Measure.TIME, true, null);
        Curve zero = curve("p50", Ink.LOW, Style.LINE, 0, 0);
        ChartSpec chart = new ChartSpec("t", "n", 2, 0, log, null, List.of(zero), List.of(), "e", "");
        assertEquals(
                300,
                ChartPainter.paint(chart, ChartTheme.LIGHT, 300, 200, 1, false)
                        .image()
                        .getWidth());
    }

    @ParameterizedTest
    @CsvSource({"250, true", "160, false", "90, false"})
    void aLowPlotHasTheTitleOfItsAxisBelowIt(int height, boolean beside) {
        XYPlot low = new ChartBuilder(sample(Charts.ALL.get(0)), ChartTheme.LIGHT, 600, height)
                .build(false)
                .getXYPlot();
        assertEquals(beside, low.getRangeAxis().getLabel() != null);
        assertEquals(
                beside ? "simulated time (min)" : "requests ended a second, time in min",
                low.getDomainAxis().getLabel());
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "0.4, 90", "0.001, 1000"})
    void aLogarithmicAxisHasTwoLabelsHoweverLowItIs(double least, double most) {
        LogarithmicAxis axis = new LogarithmicAxis(null, least, most, 0.1, Measure.TIME);
        BufferedImage image = new BufferedImage(10, 10, BufferedImage.TYPE_INT_ARGB);
        long labels = axis
                .refreshTicks(
                        image.createGraphics(),
                        new AxisState(),
                        new Rectangle2D.Double(0, 0, 50, 30),
                        RectangleEdge.LEFT)
                .stream()
                .filter(tick -> !tick.getText().isEmpty())
                .count();
        assertTrue(labels >= 2, labels + " labels");
    }

    @Test
    void theWarmUpIsNamedWhereItsBandIsWideEnough() {
        Curve curve = curve("p50", Ink.LOW, Style.LINE, 5, 5);
        ChartSpec chart = new ChartSpec("t", "n", 2, 1, RATE, null, List.of(curve), List.of(), "e", "");
        assertNotEquals(shades(chart, 400, true), shades(chart, 400, false), "room for it");
        assertEquals(shades(chart, 120, true), shades(chart, 120, false), "no room for it");
    }

    /** How many shades there are in the warm-up's upper half, or in its lower half. */
    private static long shades(ChartSpec chart, int width, boolean upper) {
        Picture picture = ChartPainter.paint(chart, ChartTheme.LIGHT, width, 200, 1, false);
        int top = (int) picture.plot().getMinY() + (upper ? 3 : 100);
        return IntStream.range(top, top + 10)
                .flatMap(y -> IntStream.range((int) picture.xOf(0) + 5, (int) picture.xOf(1) - 5)
                        .map(x -> picture.image().getRGB(x, y)))
                .filter(color -> new Color(color).getRed() < 150)
                .distinct()
                .count();
    }

    private static Color nearFoot(Picture picture, double seconds) {
        return new Color(picture.image()
                .getRGB((int) picture.xOf(seconds), (int) picture.plot().getMaxY() - 4));
    }

    private static ChartSpec sample(ChartKind kind) {
        return kind.chart(RESULT, NAMES, kind.mostTelling(RESULT));
    }

    private static ChartSpec spec(Curve... curves) {
        return new ChartSpec("t", "n", 2, 0, RATE, null, List.of(curves), List.of(), "Nothing happened", "");
    }

    private static Curve curve(String name, Ink ink, Style style, double... values) {
        return new Curve(name, ink, style, new TimeSeries(1, values));
    }

    private static XYPlot plot(ChartSpec chart) {
        return new ChartBuilder(chart, ChartTheme.LIGHT, 600, 250).build(false).getXYPlot();
    }
}
