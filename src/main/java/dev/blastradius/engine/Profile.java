package dev.blastradius.engine;

import dev.blastradius.model.component.Traffic.ProfilePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piecewise-linear factor on a rate: constant before its first point and after its last. Turns operational time (the integral
 * of the factor) back into clock time, which is how arrivals of a changing rate are made without rejecting any (Çınlar,
 * "Introduction to Stochastic Processes", 1975). Times are in seconds.
 */
final class Profile {

    private final double[] at;
    private final double[] factor;
    private int segment;

    Profile(@Nullable List<ProfilePoint> points) {
        int size = points == null ? 1 : points.size();
        at = new double[size];
        factor = new double[size];
        factor[0] = 1;
        for (int i = 0; points != null && i < size; i++) {
            at[i] = points.get(i).at().seconds();
            factor[i] = points.get(i).factor();
        }
    }

    /** The largest factor there is. */
    double largest() {
        double largest = 0;
        for (double each : factor) {
            largest = Math.max(largest, each);
        }
        return largest;
    }

    /** Whether the factor never changes. */
    boolean isLevel() {
        for (double each : factor) {
            if (each != factor[0]) {
                return false;
            }
        }
        return true;
    }

    /** The integral of the factor over a span that does not fall from call to call. */
    double integral(double from, double to) {
        double sum = 0;
        double time = from;
        while (time < to) {
            seek(time);
            double end = time < at[0] ? at[0] : segment + 1 < at.length ? at[segment + 1] : to;
            end = Math.min(end, to);
            sum += area(valueIn(segment, time), time < at[0] ? 0 : slope(segment), end - time);
            time = end;
        }
        return sum;
    }

    /** The factor at a moment. */
    double at(double time) {
        seek(time);
        return valueIn(segment, time);
    }

    /**
     * The moment at which the integral of the factor since {@code from} has reached {@code amount}; infinite when it never does.
     * Moments must not fall from call to call.
     */
    double advance(double from, double amount) {
        double time = from;
        double left = amount;
        seek(time);
        while (true) {
            double end = segment + 1 < at.length ? at[segment + 1] : Double.POSITIVE_INFINITY;
            if (time < at[0]) {
                end = at[0];
            }
            double here = valueIn(segment, time);
            double slope = time < at[0] ? 0 : slope(segment);
            double whole = area(here, slope, end - time);
            if (whole >= left) {
                return time + solve(here, slope, left);
            }
            if (end == Double.POSITIVE_INFINITY) {
                return end;
            }
            left -= whole;
            time = end;
            seek(time);
        }
    }

    private void seek(double time) {
        if (time < at[segment]) {
            segment = 0;
        }
        while (segment + 1 < at.length && time >= at[segment + 1]) {
            segment++;
        }
    }

    private double valueIn(int index, double time) {
        return factor[index] + slope(index) * Math.max(0, time - at[index]);
    }

    private double slope(int index) {
        return index + 1 < at.length ? (factor[index + 1] - factor[index]) / (at[index + 1] - at[index]) : 0;
    }

    private static double area(double value, double slope, double length) {
        if (length == Double.POSITIVE_INFINITY) {
            return value > 0 ? length : 0;
        }
        return length * (value + slope * length / 2);
    }

    /** The length over which a line from {@code value} with {@code slope} has the integral {@code amount}. */
    private static double solve(double value, double slope, double amount) {
        if (amount == 0) {
            return 0;
        }
        if (slope == 0) {
            return amount / value;
        }
        double root = StrictMath.sqrt(Math.max(0, value * value + 2 * slope * amount));
        return 2 * amount / (value + root);
    }
}
