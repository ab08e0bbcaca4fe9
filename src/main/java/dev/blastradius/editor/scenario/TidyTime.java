package dev.blastradius.editor.scenario;

import dev.blastradius.model.descriptor.Duration;
import java.math.BigDecimal;

/** Moments and lengths as a person would write them into a model file: {@code "90s"}, {@code "10m"}, {@code "1.5h"}. */
public final class TidyTime {

    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000 * MILLISECOND;
    private static final long MINUTE = 60 * SECOND;
    private static final long HALF_MINUTE = 30 * SECOND;
    private static final long HALF_HOUR = 30 * MINUTE;
    private static final double[] STEPS = {0.01, 0.1, 1, 5, 10, 30, 60, 300, 600, 1_800, 3_600, 21_600, 86_400, 604_800
    };

    private TidyTime() {}

    /**
     * A moment or a length to the millisecond, in the unit that needs the fewest digits: hours and half hours in hours, whole
     * minutes, and half minutes from two on, in minutes, all else in seconds or, below one, in milliseconds.
     *
     * @param seconds cut to 0 and {@link Duration#MAX_NANOS}
     */
    public static Duration of(double seconds) {
        double bounded = Math.max(0, Math.min(Duration.MAX_NANOS / 1e9, seconds));
        long nanos = Math.min(Duration.MAX_NANOS, Math.round(bounded * 1e3) * MILLISECOND);
        if (nanos == 0) {
            return Duration.ZERO;
        }
        if (nanos % HALF_HOUR == 0 && nanos >= 2 * HALF_HOUR) {
            long halves = nanos / HALF_HOUR;
            return new Duration(nanos, halves / 2 + (halves % 2 == 0 ? "h" : ".5h"));
        }
        if (nanos % MINUTE == 0) {
            return new Duration(nanos, nanos / MINUTE + "m");
        }
        if (nanos % HALF_MINUTE == 0 && nanos >= 4 * HALF_MINUTE) {
            return new Duration(nanos, nanos / MINUTE + ".5m");
        }
        if (nanos % SECOND == 0) {
            return new Duration(nanos, nanos / SECOND + "s");
        }
        return nanos < SECOND
                ? new Duration(nanos, nanos / MILLISECOND + "ms")
                : Duration.of(Double.toString(nanos / 1e9) + "s");
    }

    /**
     * The distance of the moments to which things snap: the finest of those that clocks have that is wide enough to aim at.
     *
     * @param secondsPerPixel how much time a pixel stands for; above 0
     * @return in seconds
     */
    public static double step(double secondsPerPixel) {
        double least = 6 * secondsPerPixel;
        for (double step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    /** The nearest moment that is a multiple of a step, both in seconds. */
    public static double snapped(double seconds, double step) {
        return Math.rint(seconds / step) * step;
    }

    /** A length for people: {@code "45 s"}, {@code "3 h 10 min"}. */
    public static String words(double seconds) {
        Duration tidy = of(seconds);
        if (seconds < 60 || seconds < 120 && tidy.nanos() % SECOND != 0) {
            boolean millis = tidy.nanos() % SECOND != 0 && tidy.nanos() < SECOND;
            BigDecimal count = BigDecimal.valueOf(tidy.nanos(), millis ? 6 : 9).stripTrailingZeros();
            return count.toPlainString() + (millis ? " ms" : " s");
        }
        long whole = Math.round(seconds);
        return whole < 7_200 ? twoUnits(whole, "min", "s") : twoUnits(Math.round(seconds / 60), "h", "min");
    }

    private static String twoUnits(long small, String large, String unit) {
        return small / 60 + " " + large + (small % 60 == 0 ? "" : " " + small % 60 + " " + unit);
    }
}
