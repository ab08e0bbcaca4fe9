package dev.blastradius.chart;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;

/** Simulated time in the unit that gives short numbers: seconds, minutes, hours or days. Values are in seconds. */
final class TimeAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    /** Distances of ticks that clocks have, for a unit that is divided in 60. */
    private static final double[] OF_SIXTY = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 20, 30, 60, 120};

    private static final double[] OF_HOURS = {0.25, 0.5, 1, 2, 3, 6, 12, 24, 48};

    private final String unit;

    /** An axis from 0 to a duration in seconds. */
    TimeAxis(double duration) {
        this(0, duration, false);
    }

    /** An axis of a stretch of time in seconds, whose labels say their units themselves: {@code "20 min 10 s"}. */
    TimeAxis(double from, double to) {
        this(from, to, true);
    }

    private TimeAxis(double from, double to, boolean inWords) {
        double duration = to - from;
        double size;
        if (duration <= 3 * MINUTE) {
            unit = "s";
            size = 1;
        } else if (duration <= 3 * HOUR) {
            unit = "min";
            size = MINUTE;
        } else if (duration <= 3 * DAY) {
            unit = "h";
            size = HOUR;
        } else {
            unit = "d";
            size = DAY;
        }
        setStandardTickUnits(ticks(unit, size, duration, inWords));
        setRange(from, to);
    }

    /** What the labels count: {@code "s"}, {@code "min"}, {@code "h"} or {@code "d"}. */
    String unit() {
        return unit;
    }

    private static TickUnits ticks(String unit, double size, double duration, boolean inWords) {
        TickUnits ticks = new TickUnits();
        double[] distances = unit.equals("h") ? OF_HOURS : OF_SIXTY;
        for (double distance : distances) {
            ticks.add(new Tick(distance * size, size, inWords));
        }
        // Runs shorter than the finest distance, and longer than the coarsest, count in powers of ten.
        for (double power = 1e-9; power < 1e9; power *= 10) {
            double distance = power * size;
            if (distance < distances[0] * size && distance >= duration / 100) {
                ticks.add(new Tick(distance, size, inWords));
            }
            if (distance > distances[distances.length - 1] * size && distance <= duration) {
                ticks.add(new Tick(distance, size, inWords));
            }
        }
        return ticks;
    }

    /** A distance of ticks in seconds, labelled in a larger unit. */
    private static final class Tick extends NumberTickUnit {

        private static final long serialVersionUID = 1L;

        private final double unitSize;
        private final boolean inWords;

        Tick(double seconds, double unitSize, boolean inWords) {
            super(seconds);
            this.unitSize = unitSize;
            this.inWords = inWords;
        }

        @Override
        public String valueToString(double seconds) {
            return inWords ? Figures.moment(seconds) : Figures.number(seconds / unitSize);
        }
    }
}
