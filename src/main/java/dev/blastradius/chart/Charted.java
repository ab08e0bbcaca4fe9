package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult.Window;
import java.util.List;

/** A chart as data that can stand above and below others: {@link ChartPainter#paint(Charted, ChartTheme, Stretch, double, double, double)} paints it. */
public sealed interface Charted permits ChartSpec, StripSpec, DistributionSpec {

    /** What is shown, with its subject. */
    String title();

    /** What to say where there is nothing to draw. */
    String empty();

    /** Whether there is nothing to draw. */
    boolean isEmpty();

    /** When a fault was active. */
    List<Window> windows();

    /** Whether its horizontal axis is the run's time; else it has one of its own. */
    default boolean isOverTime() {
        return true;
    }

    /** What its colours stand for. */
    List<Entry> legend();

    /**
     * The exact values at a place on its horizontal axis, one for each entry of the legend: empty for one that has no value of its own, a
     * dash where there is none.
     *
     * @param at the time or, where it is not over time, the latency, in seconds
     */
    List<String> values(double at);

    /**
     * A line of the legend.
     *
     * @param name what it says
     * @param ink the colour
     * @param sign how the colour is shown
     */
    record Entry(String name, Ink ink, Sign sign) {}

    /** How a legend shows a colour. */
    enum Sign {
        AREA,
        LINE,
        DASHES;

        static Sign of(Style style) {
            return switch (style) {
                case STACKED, FILLED -> AREA;
                case LIMIT -> DASHES;
                case LINE, PLAIN, BOLD, FAINT, THIN -> LINE;
            };
        }
    }
}
