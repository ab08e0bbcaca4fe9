package dev.blastradius.experiment.cascade;

import java.util.Locale;

/** Numbers as the chain of events says them: short, for they stand beside what is usual. */
final class Amount {

    private Amount() {}

    /** A share: {@code "40 %"}, {@code "0.2 %"}, {@code "99.95 %"}; "nothing" has no digits, and what is not all is not written so. */
    static String share(double share) {
        double percent = 100 * share;
        double nearest = Math.min(percent, 100 - percent);
        if (nearest <= 0) {
            return percent <= 0 ? "0 %" : "100 %";
        }
        int decimals = nearest >= 10 ? 0 : nearest >= 1 ? 1 : nearest >= 0.1 ? 2 : 3;
        return nearest < 0.001 ? (percent < 50 ? "< 0.001 %" : "> 99.999 %") : trimmed(percent, decimals) + " %";
    }

    /** A number of things, or a ratio: {@code "2.8"}, {@code "412"}. */
    static String number(double value) {
        double size = Math.abs(value);
        return trimmed(value, size >= 20 ? 0 : size >= 1 ? 1 : size >= 0.1 || size == 0 ? 2 : 3);
    }

    /** How many there are in the mean, in whole numbers where they are some: {@code "0.04"}, {@code "63,037"}. */
    static String count(double value) {
        return value < 2 ? number(value) : trimmed(value, 0);
    }

    /** A length of time: {@code "850 ms"}, {@code "4.2 s"}, {@code "3.5 min"}. */
    static String time(double seconds) {
        if (seconds < 1) {
            return number(seconds * 1_000) + " ms";
        }
        return seconds < 120 ? number(seconds) + " s" : number(seconds / 60) + " min";
    }

    private static String trimmed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        if (!text.contains(".")) {
            return text;
        }
        String bare = text.replaceAll("0+$", "");
        return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
