package dev.blastradius.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Values at even steps of simulated time, the first step beginning at 0; immutable. NaN stands for "no value". */
public final class TimeSeries {

    /** Many series of a large pipeline are 0 throughout; those of one length share this. Which thread sets it does not matter. */
    private static double[] zeros = {};

    private final double intervalSeconds;
    private final double[] values;

    /**
     * A series.
     *
     * @param intervalSeconds the width of a step, above 0
     * @param values one for each step; copied
     */
    public TimeSeries(double intervalSeconds, double[] values) {
        this.intervalSeconds = intervalSeconds;
        this.values = isZero(values) ? zeros(values.length) : values.clone();
    }

    private static boolean isZero(double[] values) {
        for (double value : values) {
            if (Double.doubleToRawLongBits(value) != 0) {
                return false;
            }
        }
        return true;
    }

    private static double[] zeros(int size) {
        double[] known = zeros;
        if (known.length != size) {
            known = new double[size];
            zeros = known;
        }
        return known;
    }

    /** The width of a step, in seconds. */
    public double intervalSeconds() {
        return intervalSeconds;
    }

    /** The number of steps. */
    public int size() {
        return values.length;
    }

    /** The value of a step, from 0. */
    public double value(int step) {
        return values[step];
    }

    /** When a step begins, in seconds. */
    public double start(int step) {
        return step * intervalSeconds;
    }

    /** The values, copied. */
    public double[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSeries that
                && that.intervalSeconds == intervalSeconds
                && Arrays.equals(that.values, values);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(intervalSeconds) + Arrays.hashCode(values);
    }
}
