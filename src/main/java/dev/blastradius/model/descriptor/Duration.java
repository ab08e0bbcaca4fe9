package dev.blastradius.model.descriptor;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A length of time as the model file writes it: {@code "250us"}, {@code "250ms"}, {@code "4s"}, {@code "10m"}, {@code "1.5h"},
 * {@code "2d"}. It keeps the spelling, so that a file that is read and written back says {@code "90m"} where it said so; two
 * durations of the same length are equal however they are spelt.
 *
 * @param nanos nanoseconds, 0 to {@link #MAX_NANOS}
 * @param text the spelling
 */
public record Duration(long nanos, String text) implements Quantity {

    /** A hundred years of 365 days: enough for any model, and far from overflow when such spans are added up. */
    public static final long MAX_NANOS = 36_500L * 86_400L * 1_000_000_000L;

    public static final Duration ZERO = new Duration(0, "0s");

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(us|ms|s|m|h|d)");
    private static final int LONGEST_TEXT = 40;
    private static final double LARGEST_EXACT_DOUBLE = 1L << 53;
    private static final String[] UNITS = {"d", "h", "m", "s", "ms", "us"};
    private static final long[] UNIT_NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L
    };

    /** What a reader is told to write. */
    static final String EXPECTED =
            "a duration with a unit, such as \"250ms\", \"4s\", \"10m\" or \"1.5h\" (us, ms, s, m, h, d)";

    public Duration {
        if (nanos < 0 || nanos > MAX_NANOS) {
            throw new IllegalArgumentException("a duration of " + nanos + " ns");
        }
    }

    /** Reads a duration; null where the text is none, or longer than a hundred years. */
    public static @Nullable Duration parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return null;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long unit = nanosPer(matcher.group(2));
        double nanos = Double.parseDouble(matcher.group(1)) * unit;
        if (nanos < LARGEST_EXACT_DOUBLE) {
            return new Duration(Math.round(nanos), text);
        }
        return nanos <= MAX_NANOS * 1.01 ? parseLong(new BigDecimal(matcher.group(1)), unit, text) : null;
    }

    /** For lengths of more than a hundred days, whose nanoseconds a double cannot hold. */
    private static @Nullable Duration parseLong(BigDecimal count, long unit, String text) {
        BigDecimal nanos = count.multiply(BigDecimal.valueOf(unit)).setScale(0, RoundingMode.HALF_UP);
        return nanos.compareTo(BigDecimal.valueOf(MAX_NANOS)) <= 0 ? new Duration(nanos.longValueExact(), text) : null;
    }

    /** A duration known to the program, such as a default. Throws IllegalArgumentException where it is none. */
    public static Duration of(String text) {
        Duration duration = parse(text);
        if (duration == null) {
            throw new IllegalArgumentException(text);
        }
        return duration;
    }

    /** A duration in its shortest exact spelling. */
    public static Duration ofNanos(long nanos) {
        if (nanos == 0) {
            return ZERO;
        }
        for (int i = 0; i < UNITS.length; i++) {
            if (nanos >= UNIT_NANOS[i]) {
                double value = (double) nanos / UNIT_NANOS[i];
                String text = plain(value) + UNITS[i];
                Duration candidate = parse(text);
                if (candidate != null && candidate.nanos == nanos && text.length() <= 8) {
                    return candidate;
                }
            }
        }
        String text = BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + "s";
        return new Duration(nanos, text);
    }

    /** A duration of so many seconds, 0 or more. */
    public static Duration ofSeconds(double seconds) {
        return ofNanos(Math.round(seconds * 1e9));
    }

    /** The length in seconds. */
    public double seconds() {
        return nanos / 1e9;
    }

    @Override
    public double value() {
        return seconds();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Duration that && that.nanos == nanos;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(nanos);
    }

    @Override
    public String toString() {
        return text;
    }

    private static long nanosPer(String unit) {
        for (int i = 0; i < UNITS.length; i++) {
            if (UNITS[i].equals(unit)) {
                return UNIT_NANOS[i];
            }
        }
        throw new IllegalArgumentException(unit);
    }

    private static String plain(double value) {
        if (value == Math.rint(value) && value < 1e15) {
            return Long.toString((long) value);
        }
        String text = String.format(Locale.ROOT, "%.9f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end);
    }
}
