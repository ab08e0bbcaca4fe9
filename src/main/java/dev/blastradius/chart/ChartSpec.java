package dev.blastradius.chart;

import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart over simulated time, as data: what is drawn, not how. The same for the window and for a report.
 *
 * @param title what is shown, with its subject: {@code "Latency of Web visitors"}
 * @param note what the reader must know of the values: {@code "mean of 10 replications"}
 * @param duration the time axis goes from 0 to here, in seconds; above 0
 * @param warmup until here nothing was measured, in seconds
 * @param left the axis at the left
 * @param right the axis at the right; null: none
 * @param curves in drawing order; stacked ones from the bottom up
 * @param windows when a fault was active
 * @param empty what to say where no curve has a value
 * @param gap what to say of a stretch in which no curve has a value; empty: nothing
 * @param beside charts that it is to be compared with: its axes hold their values too
 * @param hasLegend whether the curves' names stand above it; not where they stand elsewhere
 */
public record ChartSpec(
        String title,
        String note,
        double duration,
        double warmup,
        Axis left,
        @Nullable Axis right,
        List<Curve> curves,
        List<Window> windows,
        String empty,
        String gap,
        List<ChartSpec> beside,
        boolean hasLegend)
        implements Charted {

    /** A chart by itself. */
    public ChartSpec(
            String title,
            String note,
            double duration,
            double warmup,
            Axis left,
            @Nullable Axis right,
            List<Curve> curves,
            List<Window> windows,
            String empty,
            String gap) {
        this(title, note, duration, warmup, left, right, curves, windows, empty, gap, List.of(), true);
    }

    public ChartSpec {
        beside = List.copyOf(beside);
        curves = List.copyOf(curves);
        windows = List.copyOf(windows);
    }

    /** The same charts on the same axes, so that they can be compared, without legends: one does for all of them. */
    public static List<ChartSpec> onSameAxes(List<ChartSpec> charts) {
        List<ChartSpec> alike = new ArrayList<>();
        for (ChartSpec chart : charts) {
            alike.add(new ChartSpec(
                    chart.title,
                    chart.note,
                    chart.duration,
                    chart.warmup,
                    chart.left,
                    chart.right,
                    chart.curves,
                    chart.windows,
                    chart.empty,
                    chart.gap,
                    charts,
                    false));
        }
        return alike;
    }

    /** What an axis measures, and so how its numbers are written. */
    public enum Measure {
        /** Events a second. */
        RATE,
        /** Seconds. */
        TIME,
        /** How many there are. */
        COUNT,
        /** A share, of 0 to 1 or more, written in per cent. */
        SHARE,
        /** How many times as much. */
        TIMES,
        /** US dollars a minute. */
        MONEY_RATE;

        /** A value as people read it. */
        public String show(double value) {
            return switch (this) {
                case RATE -> Figures.rate(value);
                case TIME -> Figures.time(value);
                case COUNT -> Figures.number(value);
                case SHARE -> value > 1 ? Figures.number(100 * value) + " %" : Figures.share(value);
                case TIMES -> Double.isNaN(value) ? Figures.NONE : Figures.number(value) + "×";
                case MONEY_RATE -> Double.isNaN(value) ? Figures.NONE : Figures.money(value) + " /min";
            };
        }
    }

    /**
     * A vertical axis.
     *
     * @param label what it measures, with its unit
     * @param measure how its numbers are written
     * @param logarithmic whether equal distances are equal ratios; values of 0 or less are then not drawn
     * @param ink the colour of its label, where two axes must be told apart; null: as text
     */
    public record Axis(
            String label,
            Measure measure,
            boolean logarithmic,
            @Nullable Ink ink) {}

    /** How a curve is drawn. */
    public enum Style {
        /** An area upon the stacked ones before it. */
        STACKED,
        /** A line, with a pale band from the lowest to the highest value where several share a pixel. */
        LINE,
        /** A line over a pale area. */
        FILLED,
        /** A line without a band. */
        PLAIN,
        /** A thicker line without a band, for the one that is looked at. */
        BOLD,
        /** A faint line without a band, beside the one that is looked at. */
        FAINT,
        /** A thinner line without a band. */
        THIN,
        /** A dashed line. */
        LIMIT
    }

    /**
     * One curve.
     *
     * @param name what the legend says
     * @param ink its colour
     * @param style how it is drawn
     * @param onRight whether it is measured on the right axis
     * @param values its values, from time 0
     */
    public record Curve(String name, Ink ink, Style style, boolean onRight, TimeSeries values) {

        /** A curve on the left axis. */
        public Curve(String name, Ink ink, Style style, TimeSeries values) {
            this(name, ink, style, false, values);
        }

        /** Whether any value is a number. */
        boolean hasValues() {
            for (int step = 0; step < values.size(); step++) {
                if (Double.isFinite(values.value(step))) {
                    return true;
                }
            }
            return false;
        }

        /** The value at a time, in seconds; NaN where there is none. */
        public double at(double seconds) {
            if (Double.isNaN(seconds)) {
                return Double.NaN;
            }
            int step = (int) Math.floor(seconds / values.intervalSeconds());
            return step < 0 || step >= values.size() ? Double.NaN : values.value(step);
        }
    }

    /**
     * A curve's value at some time.
     *
     * @param name the curve's
     * @param ink the curve's
     * @param text the exact value, for people
     */
    public record Reading(String name, Ink ink, String text) {}

    /** The curves' names, limits included, in drawing order. */
    @Override
    public List<Entry> legend() {
        return curves.stream()
                .map(curve -> new Entry(curve.name(), curve.ink(), Sign.of(curve.style())))
                .toList();
    }

    /** The curves' values at a time, in seconds, in the legend's order; empty for a limit, whose name says it. */
    @Override
    public List<String> values(double seconds) {
        return curves.stream()
                .map(curve -> {
                    boolean told =
                            curve.style() == Style.LIMIT && curve.values().size() == 1;
                    return told ? "" : axis(curve).measure().show(curve.at(seconds));
                })
                .toList();
    }

    /** Whether there is nothing to draw. */
    @Override
    public boolean isEmpty() {
        return curves.stream().noneMatch(curve -> curve.style() != Style.LIMIT && curve.hasValues());
    }

    /** Where, after the warm-up, no curve has a value, limits left out; with what to say of it. None where nothing is to say. */
    List<Window> gaps() {
        List<Window> gaps = new ArrayList<>();
        Curve first = curves.stream()
                .filter(curve -> curve.style() != Style.LIMIT)
                .findFirst()
                .orElse(null);
        if (gap.isEmpty() || first == null || isEmpty()) {
            return gaps;
        }
        double step = first.values().intervalSeconds();
        double from = Double.NaN;
        for (int i = 0; i <= first.values().size(); i++) {
            double start = i * step;
            boolean silent = i < first.values().size() && start >= warmup && isSilent(start + step / 2);
            if (silent && Double.isNaN(from)) {
                from = start;
            } else if (!silent && !Double.isNaN(from)) {
                gaps.add(new Window(from, start, gap));
                from = Double.NaN;
            }
        }
        return gaps;
    }

    private boolean isSilent(double seconds) {
        return curves.stream().noneMatch(curve -> curve.style() != Style.LIMIT && Double.isFinite(curve.at(seconds)));
    }

    /** The axis that a curve is measured on. */
    public Axis axis(Curve curve) {
        return curve.onRight() && right != null ? right : left;
    }

    /** All curves' values at a time, in seconds, topmost first; limits left out. */
    public List<Reading> readings(double seconds) {
        List<Reading> readings = new ArrayList<>();
        for (Curve curve : curves) {
            if (curve.style() != Style.LIMIT) {
                String text = axis(curve).measure().show(curve.at(seconds));
                readings.add(0, new Reading(curve.name(), curve.ink(), text));
            }
        }
        return readings;
    }

    /** The names of the faults that are active at a time, in seconds, each once. */
    public List<String> faultsAt(double seconds) {
        return windows.stream()
                .filter(window -> window.from() <= seconds && seconds < window.to())
                .map(Window::label)
                .distinct()
                .toList();
    }
}
