package dev.blastradius.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.StripSpec;
import dev.blastradius.chart.Unit;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.report.document.Illustration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What charts say in words, and that they are painted with what they need. */
class ChartWordsTest {

    private static final Axis AXIS = new Axis("requests/s", Measure.RATE, false, null);

    /** Ten a second for a minute, two a second for a minute, then nine: the fault begins after the first. */
    private static ChartSpec goodput(List<Window> windows) {
        double[] values = new double[180];
        Arrays.fill(values, 0, 60, 10);
        Arrays.fill(values, 60, 120, 2);
        Arrays.fill(values, 120, 180, 9);
        return new ChartSpec(
                "Goodput of 模型 & <b>",
                "replication 1",
                180,
                0,
                AXIS,
                null,
                List.of(
                        new Curve("goodput", Ink.GOODPUT, Style.LINE, new TimeSeries(1, values)),
                        new Curve("promised 99 %", Ink.LIMIT, Style.LIMIT, new TimeSeries(180, new double[] {9.9}))),
                windows,
                "No request ended",
                "");
    }

    private static String svg(Illustration picture) {
        return Svg.text(picture, ChartTheme.LIGHT, "t", "d", "");
    }

    @Test
    void aCurveIsToldBeforeTheFaultAtItsWorstAndAtTheEnd() {
        String words = ChartWords.of(goodput(List.of(new Window(60, 120, "Opus"))));
        assertTrue(
                words.contains(
                        "goodput: 10 /s before the fault, then between 2 /s (at 1:00) and 9 /s (at 2:00), 9 /s at"
                                + " the end."),
                words);
        assertTrue(words.contains("A dashed line marks: promised 99 %."), words);
        assertTrue(words.contains("(replication 1)"), words);
    }

    @Test
    void withoutAFaultOneRangeSaysIt() {
        String words = ChartWords.of(goodput(List.of()));
        assertTrue(words.contains("goodput: between 2 /s (at 1:00) and 10 /s (at 0:00), 9 /s at the end."), words);
    }

    @Test
    void aChartOfNothingSaysSo() {
        Charted nothing = new ChartSpec("Cost", "", 60, 0, AXIS, null, List.of(), List.of(), "Nothing costs", "");
        assertEquals("Cost: nothing costs.", ChartWords.of(nothing));
    }

    @Test
    void statesAreToldByTheirShareOfTheTime() {
        StripSpec strips = new StripSpec(
                "Circuit breakers",
                100,
                0,
                List.of(new StripSpec.State("open", Ink.OPEN), new StripSpec.State("closed", Ink.CLOSED)),
                List.of(new StripSpec.Row("Assistant → Opus", List.of(new TimeSeries(25, new double[] {0, 1, 0, 0})))),
                List.of(),
                "none");
        String words = ChartWords.of(strips);
        assertTrue(
                words.contains("Assistant → Opus: open 25 % of the time, first at 0:25; closed 75 % of the time."),
                words);
        assertTrue(svg(ChartIllustration.of(strips)).contains("Assistant → Opus"));
    }

    @Test
    void aPlotTellsItsPointsWhereTheyAreFew() {
        Plot plot = new Plot(
                "Goodput against cost",
                "mean of 10 replications",
                new Plot.Axis("Cost", Unit.MONEY, 0, 10),
                new Plot.Axis("Goodput", Unit.SHARE, 0, 1),
                List.of(new Plot.Line(
                        "strategies",
                        Ink.STRATEGY_1,
                        false,
                        List.of(
                                new Plot.Point(2, new Interval(0.5, 0.4, 0.6), "as drawn", "d"),
                                new Plot.Point(8, new Interval(0.93, 0.9, 0.95), "breaker", "d")))),
                List.of(),
                List.of(),
                "none");
        String words = ChartWords.of(plot);
        assertTrue(words.contains("as drawn 50 % at $2.00; breaker 93 % at $8.00"), words);
        assertTrue(svg(ChartIllustration.of(plot, 400, 300, true)).contains(">Goodput against cost</text>"));
    }

    @Test
    void aHeatMapTellsItsWorstCells() {
        HeatMap map = new HeatMap(
                "Blast radius",
                "",
                "client",
                "what fails",
                List.of("Visitors", "Staff"),
                List.of(new HeatMap.Group(
                        "",
                        List.of(
                                new HeatMap.Row("Opus", List.of(cell(0.02), cell(0.4))),
                                new HeatMap.Row("Database", List.of(cell(0.9), cell(0)))))),
                HeatMap.Scale.ofShares("goodput lost", 1),
                "");
        String words = ChartWords.of(map);
        assertTrue(words.contains("Worst: Database, Visitors: 90 %; Opus, Staff: 40 %; Opus, Visitors: 2 %."), words);
        assertTrue(svg(ChartIllustration.of(map, 500)).contains(">Database</text>"));
    }

    private static HeatMap.Cell cell(double value) {
        return new HeatMap.Cell(value, Math.round(value * 100) + " %", "", false);
    }

    @Test
    void aChartByItselfHasItsTitleItsLegendAndWhatItsAxisMeasures() {
        String svg = svg(ChartIllustration.of(goodput(List.of(new Window(60, 120, "Opus: down"))), 600, 300, true));
        for (String text : List.of("goodput", "promised 99 %", "requests/s", "Opus: down", "replication 1")) {
            assertTrue(svg.contains(">" + text + "</text>"), text);
        }
        assertTrue(svg.contains("Goodput of 模型 &amp; &lt;b"), "its title, as text");
    }
}
