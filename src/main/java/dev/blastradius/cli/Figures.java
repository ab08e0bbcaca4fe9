package dev.blastradius.cli;

import dev.blastradius.experiment.inference.Interval;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Function;

/** Numbers as people read them: three or four digits, a unit, and the half width of the interval where there is one. */
final class Figures {

    private static final double[] TIME_UNITS = {3600, 60, 1, 1e-3, 1e-6};
    private static final String[] TIME_NAMES = {"h", "min", "s", "ms", "us"};

    private final Style style;

    Figures(Style style) {
        this.style = style;
    }

    /** A count: {@code 48,000}. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share with its half width in percentage points: {@code 91.23 % ±0.31}. */
    String share(Interval share) {
        return plain(share.mean())
                ? style.none()
                : percent(share.mean()) + " %" + half(fixed(share.halfWidth() * 100, 2), share);
    }

    /** A share without its interval: {@code 91.23 %}. */
    static String percentage(double share) {
        return percent(share) + " %";
    }

    /** A share as a percentage without its sign: {@code 91.2}; what stands for none where there is none. */
    String percentagePoints(double share) {
        return plain(share) ? style.none() : fixed(share * 100, 1);
    }

    /** A share with all its digits: {@code 99.95 %}. */
    static String exactPercentage(double share) {
        BigDecimal percent = new BigDecimal(Double.toString(share)).movePointRight(2);
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /** A length of time with its half width in the same unit: {@code 1.23 s ±0.04}. */
    String time(Interval seconds) {
        if (plain(seconds.mean())) {
            return style.none();
        }
        int unit = unit(seconds.mean());
        double scale = TIME_UNITS[unit];
        int decimals = decimals(seconds.mean() / scale);
        return fixed(seconds.mean() / scale, decimals)
                + " "
                + TIME_NAMES[unit]
                + half(fixed(seconds.halfWidth() / scale, decimals), seconds);
    }

    /** A number with its half width: {@code 12.3 ±0.4}. */
    String number(Interval value) {
        return plain(value.mean())
                ? style.none()
                : digits(value.mean()) + half(fixed(value.halfWidth(), decimals(value.mean())), value);
    }

    /** A difference of shares in percentage points, with its sign: {@code +5.00 ±0.80}. */
    String points(Interval difference) {
        return plain(difference.mean())
                ? style.none()
                : sign(difference.mean())
                        + percent(Math.abs(difference.mean()))
                        + half(fixed(difference.halfWidth() * 100, 2), difference);
    }

    /** A difference with its sign, otherwise like a value of its kind: {@code -1.20 s ±0.30}. */
    String signed(Interval difference, Function<Interval, String> figure) {
        double mean = difference.mean();
        boolean turned = mean < 0;
        Interval size = turned ? new Interval(-mean, -difference.high(), -difference.low()) : difference;
        return plain(mean) ? style.none() : sign(mean) + figure.apply(size);
    }

    private static String sign(double value) {
        return value < 0 ? "-" : value > 0 ? "+" : "";
    }

    /** A length of time without its interval. */
    String meanTime(Interval seconds) {
        return time(new Interval(seconds.mean(), Double.NaN, Double.NaN));
    }

    /** Money with its half width: {@code $12.34 ±0.05}; more decimals where it is less than a dollar. */
    String money(Interval dollars) {
        if (plain(dollars.mean())) {
            return style.none();
        }
        int decimals = cents(Math.abs(dollars.mean()));
        return "$" + fixed(dollars.mean(), decimals) + half(fixed(dollars.halfWidth(), decimals), dollars);
    }

    private static int cents(double dollars) {
        if (dollars >= 10_000) {
            return 0;
        }
        if (dollars == 0 || dollars >= 1) {
            return 2;
        }
        return dollars >= 0.01 ? 4 : 6;
    }

    private static boolean plain(double value) {
        return !Double.isFinite(value);
    }

    private String half(String width, Interval interval) {
        return interval.isBounded() ? " " + style.plusMinus() + width : "";
    }

    /** The unit in which the value is 1 or more; nothing below microseconds. Minutes only from 2 on. */
    private static int unit(double seconds) {
        double size = Math.abs(seconds);
        if (size == 0) {
            return 2;
        }
        for (int i = 0; i < TIME_UNITS.length; i++) {
            double least = TIME_UNITS[i] >= 60 ? 2 * TIME_UNITS[i] : 0.9995 * TIME_UNITS[i];
            if (size >= least) {
                return i;
            }
        }
        return TIME_UNITS.length - 1;
    }

    private static String percent(double share) {
        return fixed(share * 100, 2);
    }

    /** About three digits, not in scientific notation unless very large. */
    static String digits(double value) {
        return Math.abs(value) >= 1e15 ? String.format(Locale.ROOT, "%.2e", value) : fixed(value, decimals(value));
    }

    private static int decimals(double value) {
        double size = Math.abs(value);
        if (size >= 99.95) {
            return 0;
        }
        if (size >= 9.995) {
            return 1;
        }
        return size >= 0.0095 || size == 0 ? 2 : 4;
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
