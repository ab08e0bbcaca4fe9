package dev.blastradius.model.descriptor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param min the smallest allowed
 * @param minExcluded whether {@code min} itself is forbidden
 * @param max the largest allowed
 * @param unit the unit, such as {@code "requests a second"}; empty for a pure number
 */
public record NumberType(double min, boolean minExcluded, double max, String unit) implements ValueType<Double> {

    /** A probability or share, 0 to 1. */
    public static final NumberType SHARE = new NumberType(0, false, 1, "");

    /** A number of {@code min} or more, up to {@code max}. */
    public static NumberType from(double min, double max, String unit) {
        return new NumberType(min, false, max, unit);
    }

    /** A number above 0, up to {@code max}. */
    public static NumberType positive(double max, String unit) {
        return new NumberType(0, true, max, unit);
    }

    @Override
    public @Nullable Double read(Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof Number number)) {
            problems.error(where, "not a number", expected(), tree);
            return null;
        }
        double value = number.doubleValue();
        if (!allows(value)) {
            Problem problem = Problem.error(where, "out of range", expected(), tree);
            boolean percentage = this.equals(SHARE) && value > 1 && value <= 100;
            problems.add(percentage ? problem.mend("write " + tree + " % as " + shortest(value / 100)) : problem);
            return null;
        }
        return value;
    }

    /** Whether the value lies in the range. */
    public boolean allows(double value) {
        return value >= min && value <= max && !(minExcluded && value == min);
    }

    @Override
    public Object write(Double value) {
        return number(value);
    }

    /** A number as a tree: whole ones as {@code Long}, so that {@code 40} is not written back as {@code 40.0}. */
    static Object number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
            return (long) value;
        }
        return value;
    }

    @Override
    public String expected() {
        String noun = unit.isEmpty() ? "a number" : "a number of " + unit;
        String low = (minExcluded ? "above " : "") + shortest(min);
        if (this.equals(SHARE)) {
            return "a share from 0 to 1";
        }
        return minExcluded
                ? noun + ", " + low + " up to " + shortest(max)
                : noun + " from " + low + " to " + shortest(max);
    }

    static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return Double.toString((double) Math.round(value * 1e12) / 1e12);
    }
}
