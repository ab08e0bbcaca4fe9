package dev.blastradius.editor.density;

import java.util.List;

/**
 * The density of a distribution, to be drawn. Values are in the base unit: seconds for times, else plain numbers.
 *
 * @param logarithmic whether the axis is logarithmic, as heavy tails need it
 * @param low the left end of the axis; above 0 where it is logarithmic
 * @param high the right end, above {@code low}
 * @param heights for strips of equal width along the axis how much lies there, the highest 1
 * @param median half of all values lie below
 * @param p99 99 of 100 values lie below
 * @param words the median and the 99th percentile in words, {@code "median 800 ms · p99 3.2 s"}
 */
public record Density(
        boolean logarithmic, double low, double high, List<Double> heights, double median, double p99, String words) {

    public Density {
        heights = List.copyOf(heights);
    }

    /** Where a value lies along the axis: 0 at the left end, 1 at the right, and no further. */
    public double place(double value) {
        double share = logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** The value at a place along the axis, 0 to 1. */
    public double at(double place) {
        return logarithmic ? low * Math.pow(high / low, place) : low + (high - low) * place;
    }
}
