package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Plot.Zone;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Probe.Finding;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsChartsTest {

    private static final Parameter LOAD = new Parameter("Visitors: rate", "requests a second", false);
    private static final Parameter LENGTH = new Parameter("Outage: length", "", true);

    @Test
    void aSweepIsALineOfItsPointsInTheOrderOfTheirValues() {
        Plot plot = SweepChart.plot(sweep(point(3, 1), point(1, 10), point(2, 5)), LOAD, SweepMeasure.RECOVERED);
        assertEquals(
                List.of(1.0, 2.0, 3.0),
                plot.lines().get(0).points().stream().map(Plot.Point::at).toList());
        assertEquals(0.5, plot.lines().get(0).points().get(1).value().mean());
        assertEquals("Visitors: rate, requests a second", plot.across().label());
        assertEquals("3 points of 10 replications each", plot.note());
    }

    @Test
    void whereChanceDecidesIsShadedHalfWayToTheNeighboursAndNamedOnce() {
        Plot plot = SweepChart.plot(
                sweep(point(1, 10), point(2, 7), point(3, 4), point(5, 0), point(6, 5)), LOAD, SweepMeasure.GOODPUT);
        assertEquals(
                List.of(
                        new Zone("vulnerable: some replications recover, some do not", Ink.MADE, 1.5, 4),
                        new Zone("", Ink.MADE, 5.5, 6)),
                plot.zones());
    }

    @Test
    void aPointSaysItsValueItsIntervalAndItsRecovery() {
        Plot plot = SweepChart.plot(sweep(point(2, 7)), LOAD, SweepMeasure.GOODPUT);
        assertEquals(
                "Visitors: rate = 2 requests a second → goodput, share of requests 70 % (65 % to 75 %), without the"
                        + " faults 99 %; recovered in 7 of 10 replications",
                plot.lines().get(1).points().get(0).detail());
    }

    @Test
    void goodputIsShownBesideWhatItWouldBeWithoutTheFaults() {
        Plot plot = SweepChart.plot(sweep(point(1, 10), point(2, 7)), LOAD, SweepMeasure.GOODPUT);
        assertEquals("the same without the faults", plot.lines().get(0).name());
        assertEquals(0.99, plot.lines().get(0).points().get(1).value().mean());
        assertEquals(
                1,
                SweepChart.plot(sweep(point(1, 10)), LOAD, SweepMeasure.COST)
                        .lines()
                        .size());
    }

    @Test
    void twoParametersAreAMapWithTheSecondOneRisingUpwards() {
        HeatMap map = SweepChart.map(
                sweep(point(1, 60, 10), point(1, 120, 5), point(2, 60, 0)), LOAD, LENGTH, SweepMeasure.RECOVERED);
        assertEquals(List.of("1", "2"), map.columns());
        assertEquals(
                List.of("2 min", "60 s"),
                map.rows().stream().map(HeatMap.Row::name).toList());
        assertEquals(0.5, map.rows().get(0).cells().get(0).value());
        assertTrue(map.rows().get(0).cells().get(0).marked());
        assertFalse(map.rows().get(1).cells().get(1).marked());
        assertTrue(Double.isNaN(map.rows().get(0).cells().get(1).value()), "not run");
        assertEquals(1, map.scale().strength(0), "none recovered is the worst");
    }

    @ParameterizedTest
    @EnumSource(SweepMeasure.class)
    void everyMeasureCanBeDrawnWhereNothingFails(SweepMeasure measure) {
        SweepPoint healthy = new SweepPoint(
                List.of(1.0), 1, one(0.99), one(0.01), Interval.NONE, null, Interval.NONE, one(0.002), one(0.99));
        Plot plot = SweepChart.plot(sweep(healthy), LOAD, measure);
        boolean hasValue = measure == SweepMeasure.GOODPUT || measure == SweepMeasure.COST;
        assertEquals(!hasValue, plot.isEmpty());
        PlotPicture picture = PlotPainter.paint(plot, ChartTheme.DARK, 400, 300, 1, true);
        assertEquals(400, picture.image().getWidth());
    }

    @Test
    void theAnswerNamesBothSidesOfTheEdge() {
        assertEquals(
                "Recovers up to 2.1 requests a second, no longer from 2.3 requests a second (95 % confidence).",
                TippingChart.answer(found(Verdict.FOUND, 2.1, 2.3), LOAD));
        assertEquals(
                "Recovers down to 60 s, no longer from 40 s (95 % confidence).",
                TippingChart.answer(found(Verdict.FOUND, 60.0, 40.0), LENGTH));
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdictIsASentence(Verdict verdict) {
        boolean hasEdge = verdict == Verdict.FOUND;
        TippingPoint found = found(verdict, hasEdge ? 1.0 : null, hasEdge ? 2.0 : null);
        String answer = TippingChart.answer(found, LOAD);
        assertTrue(answer.endsWith(".") && answer.length() > 20, answer);
    }

    @Test
    void theShadeShowsTheEdgeComingCloserWithEachValue() {
        TippingPoint found = found(Verdict.FOUND, 2.0, 3.0);
        Plot plot = TippingChart.plot(found, LOAD);
        assertEquals(
                List.of(List.of(1.0, 5.0), List.of(1.0, 3.0), List.of(2.0, 3.0)),
                plot.zones().stream()
                        .map(zone -> List.of(zone.from(), zone.to()))
                        .toList());
        assertEquals(2, plot.lines().size());
        assertEquals("3", plot.lines().get(1).points().get(1).label());
        assertEquals(0.5, plot.levels().get(0).value());
    }

    private static TippingPoint found(Verdict verdict, Double recovers, Double collapses) {
        List<Probe> probes = List.of(
                probe(1, 10, Finding.RECOVERS),
                probe(5, 0, Finding.COLLAPSES),
                probe(3, 0, Finding.COLLAPSES),
                probe(2, 9, Finding.RECOVERS));
        return new TippingPoint(new Search(1, 5, 1, 0.5, 0.95, 10, 100), verdict, recovers, collapses, probes);
    }

    private static Probe probe(double value, int recovered, Finding finding) {
        return new Probe(value, Proportion.of(recovered, 10, 0.95), finding);
    }

    private static SweepPoint point(double value, int recovered) {
        return point(List.of(value), recovered);
    }

    private static SweepPoint point(double first, double second, int recovered) {
        return point(List.of(first, second), recovered);
    }

    private static SweepPoint point(List<Double> values, int recovered) {
        double share = recovered / 10.0;
        Interval goodput = new Interval(share, share - 0.05, share + 0.05);
        return new SweepPoint(
                values,
                10,
                goodput,
                one(1 - share),
                one(0.2),
                Proportion.of(recovered, 10, 0.95),
                recovered == 0 ? Interval.NONE : one(30),
                one(0.5),
                one(0.99));
    }

    private static Interval one(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    private static SweepResult sweep(SweepPoint... points) {
        return new SweepResult(List.of(), List.of(points), true);
    }
}
