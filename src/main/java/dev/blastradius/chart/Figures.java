package dev.blastradius.chart;

import dev.blastradius.experiment.inference.Interval;
import java.util.Locale;

/**
 * Numbers written for people: three significant digits, thousands separated, with units, the same in every language's
 * surroundings. What does not exist (NaN) is a dash.
 */
public final class Figures {

    /** What stands where there is no number. */
    public static final String NONE = "–";

    /** The unit that {@link #share} writes in. */
    public static final double PER_CENT = 0.01;

    /** From here a time, rounded to three digits, is written in milliseconds. */
    private static final double MILLISECONDS_FROM = 0.9995e-3;

    /** From here a time, rounded to three digits, is written in seconds. */
    private static final double SECONDS_FROM = 0.9995;

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final int MOST_SHARE_DECIMALS = 4;
    /** Percentage points that two decimals still show. */
    private static final double NARROWEST_OF_TWO_DECIMALS = 0.005;

    private Figures() {}

    /** A count: {@code 48,000}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A number to three significant digits, never fewer digits than its whole part: {@code 1.92}, {@code 48,213}. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return NONE;
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        return withDecimals(value, decimals(value));
    }

    /** A length of time: {@code 850 ms}, {@code 1.92 s}, {@code 4 min 10 s}, {@code 2 h 5 min}. */
    public static String time(double seconds) {
        if (Double.isNaN(seconds) || Double.isInfinite(seconds) || seconds == 0) {
            return seconds == 0 ? "0 s" : number(seconds);
        }
        if (seconds < MILLISECONDS_FROM) {
            return number(seconds * 1e6) + " µs";
        }
        if (seconds < SECONDS_FROM) {
            return number(seconds * 1e3) + " ms";
        }
        if (seconds < 2 * MINUTE) {
            return number(seconds) + " s";
        }
        if (seconds < 2 * HOUR) {
            return twoUnits(Math.round(seconds), 60, "min", "s");
        }
        return twoUnits(Math.round(seconds / MINUTE), 60, "h", "min");
    }

    /** A moment of a run, exact to a hundredth of a second below an hour and to a second above: {@code 12.5 s}, {@code 20 min 10 s}, {@code 1 h 5 min}. */
    public static String moment(double seconds) {
        if (!Double.isFinite(seconds)) {
            return number(seconds);
        }
        double rounded = seconds < HOUR ? Math.rint(seconds * 100) / 100 : Math.rint(seconds);
        long minutes = (long) (rounded / MINUTE);
        double rest = rounded - minutes * MINUTE;
        String tail = withDecimals(rest, 2) + " s";
        if (minutes == 0) {
            return tail;
        }
        long hours = minutes / 60;
        String head = hours == 0 ? count(minutes) + " min" : count(hours) + " h";
        if (hours > 0 && minutes % 60 > 0) {
            head += " " + minutes % 60 + " min";
        }
        return Math.rint(rest * 100) == 0 ? head : head + " " + tail;
    }

    /**
     * A share of 0 to 1, or a difference of two, in per cent, with as many decimals as keep it from looking like all or nothing where it is not: {@code
     * 93.1 %}, {@code 99.95 %}. What is more than all of something has three digits, or as many as
     * keep it from looking like all: {@code 350 %}, {@code 100.5 %}.
     */
    public static String share(double share) {
        if (Double.isNaN(share)) {
            return NONE;
        }
        return (share < 0 ? "−" : "") + plainShare(Math.abs(share)) + " %";
    }

    /**
     * A share's mean beside half of its interval, both to the same decimals of a per cent: {@code 96.03 %} beside {@code ±0.12}, {@code
     * 85.1 %} beside {@code ±16.8}. As {@link #share} writes it where there is no interval, or where it would look like all or nothing and is not.
     */
    public static String shareOf(Interval share) {
        int decimals = decimalsBeside(share);
        String text = fixed(share.mean(), decimals);
        boolean isAllOrNothing = share.mean() == 0 || share.mean() == 1;
        boolean looksSo = text.equals(fixed(0, decimals)) || text.equals(fixed(1, decimals));
        return decimals == 0 || looksSo && !isAllOrNothing ? share(share.mean()) : text + " %";
    }

    /** Half of the interval beside {@link #shareOf}: {@code ±0.12}; empty where there is none, or none to speak of. */
    public static String spreadOf(Interval share) {
        int decimals = decimalsBeside(share);
        return decimals == 0 ? spread(share, PER_CENT) : "±" + fixed(share.halfWidth(), decimals);
    }

    /** A difference of shares without its sign, to as many decimals as its interval: {@code 58.04 pp}; to three digits without one. */
    public static String points(Interval difference) {
        int decimals = decimalsBeside(difference);
        double size = Math.abs(difference.mean());
        String text = decimals == 0 ? number(Math.rint(size * 1e5) / 1e3) : fixed(size, decimals);
        return text + " pp";
    }

    /** Decimals of a per cent that a share is known to; 0 where it has no interval, or one too narrow for two decimals. */
    private static int decimalsBeside(Interval share) {
        double half = share.isBounded() ? share.halfWidth() / PER_CENT : 0;
        if (!(half >= NARROWEST_OF_TWO_DECIMALS)) {
            return 0;
        }
        return half < 1 ? 2 : 1;
    }

    private static String fixed(double share, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", 100 * Math.abs(share));
        return share < 0 ? "−" + text : text;
    }

    /** US dollars: {@code $12.30}, {@code $0.00412}. */
    public static String money(double dollars) {
        if (Double.isNaN(dollars)) {
            return NONE;
        }
        double size = Math.abs(dollars);
        if (size >= 1 || size == 0) {
            return "$" + String.format(Locale.ROOT, size >= 1000 ? "%,.0f" : "%.2f", dollars);
        }
        return "$" + withDecimals(dollars, decimals(dollars));
    }

    /** A rate: {@code 39.8 /s}. */
    public static String rate(double perSecond) {
        return Double.isNaN(perSecond) ? NONE : number(perSecond) + " /s";
    }

    /**
     * Half of an interval in the unit of its mean, to two significant digits: {@code ±0.42} beside {@code 93.1 %}; empty where there
     * is no interval, or none to speak of.
     *
     * @param unit what one of the unit is that the mean is written in: 0.01 for per cent
     */
    public static String spread(Interval value, double unit) {
        if (!value.isBounded() || !(value.halfWidth() > 0)) {
            return "";
        }
        double half = value.halfWidth() / unit;
        int magnitude = (int) Math.floor(Math.log10(half) + 1e-9);
        return "±" + withDecimals(half, Math.max(0, Math.min(MOST_SHARE_DECIMALS, 1 - magnitude)));
    }

    /** The unit, in seconds, that {@link #time} writes a length of time in; where it writes two, the smaller one. */
    public static double timeUnit(double seconds) {
        if (seconds < MILLISECONDS_FROM && seconds > 0) {
            return 1e-6;
        }
        if (seconds < SECONDS_FROM && seconds > 0) {
            return 1e-3;
        }
        return seconds < 2 * HOUR ? 1 : MINUTE;
    }

    private static String plainShare(double share) {
        double percent = 100 * share;
        if (percent == 0 || percent == 100) {
            return percent == 0 ? "0" : "100";
        }
        if (percent >= 101) {
            return number(percent);
        }
        double nearest = Math.min(percent, Math.abs(100 - percent));
        if (nearest < 0.00005) {
            return percent < 50 ? "< 0.0001" : percent < 100 ? "> 99.9999" : "> 100";
        }
        int decimals = 1;
        if (nearest < 1) {
            decimals = Math.min(MOST_SHARE_DECIMALS, 1 - (int) Math.floor(Math.log10(nearest)));
        }
        return withDecimals(percent, decimals);
    }

    private static String twoUnits(long small, long smallPerBig, String big, String little) {
        long rest = small % smallPerBig;
        String head = count(small / smallPerBig) + " " + big;
        return rest == 0 ? head : head + " " + rest + " " + little;
    }

    /** Decimals for three significant digits. */
    private static int decimals(double value) {
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
        return Math.max(0, Math.min(12, 2 - magnitude));
    }

    private static String withDecimals(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        if (decimals == 0) {
            return text;
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
    }
}
