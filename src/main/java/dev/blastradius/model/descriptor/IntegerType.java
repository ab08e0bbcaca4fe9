package dev.blastradius.model.descriptor;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A whole number.
 *
 * @param min the smallest allowed
 * @param max the largest allowed
 */
public record IntegerType(long min, long max) implements ValueType<Long> {

    @Override
    public @Nullable Long read(Object tree, JsonPath where, Problems problems) {
        Long value = whole(tree);
        if (value == null) {
            problems.error(where, "not a whole number", expected(), tree);
            return null;
        }
        if (value < min || value > max) {
            problems.error(where, "out of range", expected(), tree);
            return null;
        }
        return value;
    }

    private static @Nullable Long whole(Object tree) {
        if (tree instanceof Long value) {
            return value;
        }
        if (tree instanceof Double value && value == Math.rint(value) && Math.abs(value) <= 1L << 53) {
            return value.longValue();
        }
        return null;
    }

    @Override
    public Object write(Long value) {
        return value;
    }

    @Override
    public String expected() {
        if (min == Long.MIN_VALUE && max == Long.MAX_VALUE) {
            return "a whole number";
        }
        return max == Long.MAX_VALUE
                ? "a whole number of " + grouped(min) + " or more"
                : "a whole number from " + grouped(min) + " to " + grouped(max);
    }

    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
