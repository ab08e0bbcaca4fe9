package dev.blastradius.editor.stage;

import java.util.Locale;

/** Numbers as short as they can be read at a glance. */
public final class Figure {

    private static final double THOUSAND = 1000;

    private Figure() {}

    /** So many a second: {@code "0.4/s"}, {@code "38/s"}, {@code "1.2k/s"}. */
    public static String rate(double perSecond) {
        return count(perSecond) + "/s";
    }

    /** A count that need not be whole: {@code "0.4"}, {@code "38"}, {@code "1.2k"}, {@code "34M"}. */
    public static String count(double number) {
        if (number >= 999.5 * THOUSAND) {
            return two(number / THOUSAND / THOUSAND) + "M";
        }
        return number >= 999.5 ? two(number / THOUSAND) + "k" : two(number);
    }

    /** How many times as much: {@code "2.7×"}. */
    public static String times(double factor) {
        return two(factor) + "×";
    }

    /** A share in per cent: {@code "41 %"}, {@code "99.4 %"}; a dash where it is not known. */
    public static String percent(double share) {
        if (Double.isNaN(share)) {
            return "–";
        }
        double percent = share * 100;
        // A whole hundred is said only where it is one, and so is nothing at all.
        boolean nearly = percent > 99 && percent < 100 || percent > 0 && percent < 1;
        return (nearly ? tenths(percent, percent > 50) : String.valueOf(Math.round(percent))) + " %";
    }

    private static String tenths(double percent, boolean down) {
        double tenths = down ? Math.floor(percent * 10) : Math.ceil(percent * 10);
        return String.format(Locale.ROOT, "%.1f", tenths / 10);
    }

    private static String two(double number) {
        if (number == 0) {
            return "0";
        }
        if (number < 0.095) {
            return "<0.1";
        }
        return number < 9.95 ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(Math.round(number));
    }
}
