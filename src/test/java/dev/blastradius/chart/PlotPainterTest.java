package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Plot.Axis;
import dev.blastradius.chart.Plot.Level;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.chart.Plot.Zone;
import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotPainterTest {

    private static final Point FIRST = new Point(1, new Interval(0.9, 0.85, 0.95), "", "first");
    private static final Point SECOND = new Point(2, new Interval(0.5, 0.2, 0.8), "", "second");
    private static final Point UNKNOWN = new Point(3, Interval.NONE, "", "unknown");
    private static final Point LAST = new Point(4, new Interval(0.1, Double.NaN, Double.NaN), "2", "last");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPointIsPaintedWhereItsValuesAreOnTheAxes(boolean joined) {
        PlotPicture picture = PlotPainter.paint(plot(joined), ChartTheme.LIGHT, 600, 300, 1, false);
        for (Point point : plot(joined).points()) {
            int x = (int) Math.round(picture.x(point.at()));
            int y = (int) Math.round(picture.y(point.value().mean()));
            assertEquals(
                    ChartTheme.LIGHT.color(Ink.WANTED).getRGB(), picture.image().getRGB(x, y), point.detail());
        }
    }

    @Test
    void aZoneIsShadedAndWhatIsOutsideIsNot() {
        PlotPicture picture = PlotPainter.paint(plot(false), ChartTheme.LIGHT, 600, 300, 1, false);
        int y = (int) picture.y(0.93);
        int inside = picture.image().getRGB((int) picture.x(1.7), y);
        int outside = picture.image().getRGB((int) picture.x(3.5), y);
        assertEquals(ChartTheme.LIGHT.background().getRGB(), outside);
        assertFalse(inside == outside);
    }

    @Test
    void anIntervalsBandReachesToItsEndsAndStopsWhereAValueIsMissing() {
        PlotPicture picture = PlotPainter.paint(plot(true), ChartTheme.LIGHT, 600, 300, 1, false);
        int ground = ChartTheme.LIGHT.background().getRGB();
        int x = (int) picture.x(1.4);
        assertFalse(picture.image().getRGB(x, (int) picture.y(0.85)) == ground);
        assertEquals(ground, picture.image().getRGB((int) picture.x(2.7), (int) picture.y(0.42)));
    }

    @Test
    void theNearestPointIsFoundUnlessItIsFarAway() {
        Plot plot = plot(true);
        PlotPicture picture = PlotPainter.paint(plot, ChartTheme.DARK, 600, 300, 1, true);
        Point found = picture.nearest(plot, picture.x(2) + 5, picture.y(0.5) - 3, 20);
        assertNotNull(found);
        assertEquals("second", found.detail());
        assertNull(picture.nearest(plot, picture.x(3), picture.y(0.9), 20));
    }

    @Test
    void anAxisHoldsTheEndsOfAllIntervalsAndBeginsAtZeroWhereNoneIsBelow() {
        Axis axis = Axis.holding("goodput", Unit.SHARE, List.of(FIRST.value(), SECOND.value(), Interval.NONE));
        assertEquals(0, axis.low());
        assertTrue(axis.high() >= 0.95 && axis.high() < 1.05, String.valueOf(axis.high()));
        assertTrue(
                Axis.holding("", Unit.NUMBER, List.of(new Interval(-1, -2, 0))).low() < -2);
        assertEquals(1, Axis.holding("", Unit.NUMBER, List.of()).high());
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Axis("", Unit.NUMBER, 2, 2));
    }

    @Test
    void aPlotWithoutAnyValueSaysSoRatherThanDrawingNothing() {
        Plot empty = new Plot("", "", axis(), axis(), List.of(line(true, UNKNOWN)), List.of(), List.of(), "No value");
        assertTrue(empty.isEmpty());
        PlotPicture picture = PlotPainter.paint(empty, ChartTheme.LIGHT, 400, 200, 1, false);
        int ground = ChartTheme.LIGHT.background().getRGB();
        boolean written = false;
        for (int x = 150; x < 300; x++) {
            for (int y = 60; y < 160; y++) {
                written |= picture.image().getRGB(x, y) != ground;
            }
        }
        assertTrue(written);
    }

    @ParameterizedTest
    @CsvSource({
        "TIME, 60, 60 s",
        "TIME, 1800, 30 min",
        "TIME, 7200, 2 h",
        "TIME, 5, 5 s",
        "SHARE, 0.2, 20 %",
        "NUMBER, 0.5, 0.5",
        "MONEY, 2, $2.00"
    })
    void marksAreRoundInTheUnitThatPeopleReadThem(Unit unit, double distance, String first) {
        TickUnit found = PlotTicks.distances(unit).getCeilingTickUnit(distance * 0.999);
        assertEquals(distance, found.getSize(), distance * 1e-9);
        assertEquals(first, ((NumberTickUnit) found).valueToString(found.getSize()));
    }

    private static Plot plot(boolean joined) {
        return new Plot(
                "Goodput",
                "mean of 10 replications",
                new Axis("requests a second", Unit.NUMBER, 0, 5),
                new Axis("goodput", Unit.SHARE, 0, 1),
                List.of(line(joined, FIRST, SECOND, UNKNOWN, LAST)),
                List.of(new Zone("some recover", Ink.MADE, 1.5, 2.5)),
                List.of(new Level("threshold", Ink.LIMIT, 0.7)),
                "No value");
    }

    private static Axis axis() {
        return new Axis("", Unit.NUMBER, 0, 1);
    }

    private static Line line(boolean joined, Point... points) {
        return new Line("goodput", Ink.WANTED, joined, List.of(points));
    }
}
