package dev.blastradius.ui.cascade.live;

import java.util.Locale;

/** Simulated time as a clock shows it. */
final class Clock {

    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private Clock() {}

    /** Seconds as {@code 12:05} or {@code 1:02:05}; whole seconds, rounded down. */
    static String text(double seconds) {
        long whole = (long) Math.floor(seconds);
        return whole < HOUR
                ? String.format(Locale.ROOT, "%d:%02d", whole / MINUTE, whole % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / HOUR, whole / MINUTE % 60, whole % MINUTE);
    }

    /** Simulated seconds a second: {@code 10×}; {@code max} where there is no limit. */
    static String speed(double factor) {
        if (Double.isInfinite(factor)) {
            return "Max";
        }
        return factor >= 10
                ? String.format(Locale.ROOT, "%,.0f×", factor)
                : String.format(Locale.ROOT, "%.1f×", factor).replace(".0×", "×");
    }
}
