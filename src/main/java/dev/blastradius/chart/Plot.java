package dev.blastradius.chart;

import dev.blastradius.experiment.inference.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of measured values against a parameter, as data: the same for the window and for a report.
 *
 * @param title what is shown
 * @param note what the reader must know of the values: {@code "mean of 10 replications"}
 * @param across the parameter
 * @param up what was measured
 * @param lines in drawing order
 * @param zones stretches of the parameter, behind the lines; those that lie upon each other look stronger
 * @param levels values that the measured ones are held against
 * @param empty what to say where there is no value
 */
public record Plot(
        String title,
        String note,
        Axis across,
        Axis up,
        List<Line> lines,
        List<Zone> zones,
        List<Level> levels,
        String empty) {

    public Plot {
        lines = List.copyOf(lines);
        zones = List.copyOf(zones);
        levels = List.copyOf(levels);
    }

    /**
     * An axis.
     *
     * @param label what it measures, with its unit
     * @param unit how its numbers are written
     * @param low where it begins
     * @param high where it ends; above {@code low}
     */
    public record Axis(String label, Unit unit, double low, double high) {
        public Axis {
            if (!(high > low)) {
                throw new IllegalArgumentException("an axis from " + low + " to " + high);
            }
        }

        /** An axis that begins at 0, or below it where a value is, and ends a little above the highest of some values. */
        public static Axis holding(String label, Unit unit, List<Interval> values) {
            double low = 0;
            double high = 0;
            for (Interval each : values) {
                for (double value : new double[] {each.mean(), each.low(), each.high()}) {
                    low = value < low ? value : low;
                    high = value > high ? value : high;
                }
            }
            double room = 0.04 * (high - low);
            return new Axis(label, unit, low < 0 ? low - room : 0, high > low ? high + room : 1);
        }
    }

    /**
     * Measured values.
     *
     * @param name what the legend says; empty: it is not in the legend
     * @param look how they are drawn
     * @param points by the parameter, rising where they are joined
     */
    public record Line(String name, Ink ink, Look look, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }

        /** Values that are joined to a line with a band, or that have a bar each. */
        public Line(String name, Ink ink, boolean joined, List<Point> points) {
            this(name, ink, joined ? Look.BAND : Look.BARS, points);
        }

        /** Whether a line with a band joins them. */
        public boolean joined() {
            return look == Look.BAND;
        }
    }

    /** How measured values are drawn. */
    public enum Look {
        /** Joined by a line, with a band of their intervals. */
        BAND,
        /** Each a dot, with bars of its intervals. */
        BARS,
        /** Each a ring, with bars of its intervals: what is no choice, and held against those that are. */
        RINGS,
        /** Each a dot upon a line from 0: counts. */
        STEMS,
        /** A dashed line of steps, without dots: each value holds until the next one's place. */
        STEPS
    }

    /**
     * A measured value.
     *
     * @param at the parameter's value
     * @param value what was measured; NaN where nothing could be
     * @param label what stands beside it; empty: nothing
     * @param detail the whole truth about it in a sentence
     * @param across how sure its place on the parameter's axis is, where that was measured too; else {@link Interval#NONE}
     */
    public record Point(double at, Interval value, String label, String detail, Interval across) {

        /** A value of a parameter that is known. */
        public Point(double at, Interval value, String label, String detail) {
            this(at, value, label, detail, Interval.NONE);
        }
    }

    /**
     * A stretch of the parameter.
     *
     * @param name what the legend says; empty: it is another part of the one before
     * @param to not below {@code from}
     */
    public record Zone(String name, Ink ink, double from, double to) {}

    /**
     * A value that measured ones are held against.
     *
     * @param name what the legend says
     */
    public record Level(String name, Ink ink, double value) {}

    /** Whether there is no value to draw. */
    public boolean isEmpty() {
        return points().isEmpty();
    }

    /** All measured points that have a value, line after line; the corners of steps are none. */
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (Line line : lines) {
            line.points().stream()
                    .filter(point -> line.look() != Look.STEPS)
                    .filter(point -> Double.isFinite(point.value().mean()))
                    .forEach(points::add);
        }
        return points;
    }
}
