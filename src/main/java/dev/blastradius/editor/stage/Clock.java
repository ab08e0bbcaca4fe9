package dev.blastradius.editor.stage;

import dev.blastradius.model.descriptor.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments of a run as people write them. */
public final class Clock {

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** Hours and minutes, or minutes and seconds, with colons: {@code "12:30"}, {@code "1:02:03.5"}. */
    private static final Pattern COLONS = Pattern.compile("(?:(\\d+):)?(\\d+):(\\d+(?:\\.\\d+)?)");

    /** One part of a moment with units: {@code "12m"}. */
    private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|[dhms])\\s*");

    private Clock() {}

    /** A moment as a clock shows it, cut off to tenths of a second, which are left out where there are none: {@code "12:30"}, {@code "1:02:03.5"}. */
    public static String text(double seconds) {
        long tenths = (long) Math.floor(Math.max(0, seconds) * 10 + 1e-6);
        long whole = tenths / 10;
        long hours = whole / HOUR;
        long minutes = whole / MINUTE % MINUTE;
        String tail = String.format(Locale.ROOT, "%02d", whole % MINUTE) + (tenths % 10 == 0 ? "" : "." + tenths % 10);
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%s", hours, minutes, tail)
                : String.format(Locale.ROOT, "%d:%s", minutes, tail);
    }

    /**
     * The moment that is meant: {@code "12:30"}, {@code "12m30s"}, {@code "750s"}, {@code "1h 5m"}, or a number of seconds.
     *
     * @return in seconds; NaN where it is none of these
     */
    public static double seconds(String text) {
        String typed = text.trim().toLowerCase(Locale.ROOT);
        Matcher colons = COLONS.matcher(typed);
        if (colons.matches()) {
            double hours = colons.group(1) == null ? 0 : Double.parseDouble(colons.group(1));
            return hours * HOUR + Double.parseDouble(colons.group(2)) * MINUTE + Double.parseDouble(colons.group(3));
        }
        if (typed.matches("\\d+(\\.\\d+)?")) {
            return Double.parseDouble(typed);
        }
        double sum = 0;
        int end = 0;
        Matcher part = PART.matcher(typed);
        while (end < typed.length() && part.find(end) && part.start() == end) {
            Duration one = Duration.parse(part.group(1) + part.group(2));
            if (one == null) {
                return Double.NaN;
            }
            sum += one.seconds();
            end = part.end();
        }
        return end == typed.length() && end > 0 ? sum : Double.NaN;
    }
}
