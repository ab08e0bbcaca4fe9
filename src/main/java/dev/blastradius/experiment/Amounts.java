package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import java.util.Locale;

/** Numbers in sentences: with their unit, and with as many digits as their interval makes sense of. */
final class Amounts {

    private static final double MINUTES_FROM = 180;

    private Amounts() {}

    /** What an amount is measured in. */
    private record Scale(double factor, String before, String after) {}

    /** A metric's value: {@code "97.1 %"}, {@code "2.4 s"}. */
    static String value(Metric metric, Interval value) {
        Scale scale = scale(metric, value.mean());
        return worded(scale, metric.isShare() ? " %" : scale.after, value);
    }

    /** The mean of a difference: {@code "12.3 percentage points"}, {@code "$0.12"}. */
    static String difference(Metric metric, Interval difference) {
        Scale scale = scale(metric, difference.mean());
        return worded(scale, scale.after, difference);
    }

    /** A difference's interval, in the unit of its mean and without it where that stands behind: {@code "11.0 to 13.6"}. */
    static String span(Metric metric, Interval difference) {
        Scale scale = scale(metric, difference.mean());
        int decimals = decimals(scale, difference);
        return bare(scale, difference.low(), decimals) + " to " + bare(scale, difference.high(), decimals);
    }

    /** A level: {@code "95 %"}. */
    static String level(double confidence) {
        double percent = confidence * 100;
        int decimals = 0;
        while (decimals < 3 && StrictMath.abs(percent - rounded(percent, decimals)) > 1e-9) {
            decimals++;
        }
        return fixed(percent, decimals) + " %";
    }

    /** A p-value: {@code "p = 0.25"}, {@code "p = 0.047"}, {@code "p < 0.001"}. */
    static String p(double p) {
        if (p < 0.001) {
            return "p < 0.001";
        }
        return "p = " + fixed(p, p < 0.1 ? 3 : 2);
    }

    /** A number of things: {@code "1 replication"}, {@code "4,000 requests"}. */
    static String counted(long count, String noun) {
        return String.format(Locale.ROOT, "%,d ", count) + noun + (count == 1 ? "" : "s");
    }

    /** A share in whole percent. */
    static String percent(double share) {
        return fixed(share * 100, 0) + " %";
    }

    /** A half width of a share, in percentage points with two digits and without the unit. */
    static String points(double share) {
        double points = share * 100;
        int decimals = points > 0 ? 1 - (int) StrictMath.floor(StrictMath.log10(points)) : 1;
        return fixed(points, Math.max(1, Math.min(3, decimals)));
    }

    /** A length of time with three digits, without zeros behind the point: {@code "5 s"}, {@code "4.58 min"}. */
    static String seconds(double seconds) {
        return value(Metric.TIME_TO_RECOVER, new Interval(seconds, Double.NaN, Double.NaN))
                .replaceFirst("(\\.\\d*?)0+ ", "$1 ")
                .replace(". ", " ");
    }

    private static String worded(Scale scale, String unit, Interval value) {
        return bare(scale, value.mean(), decimals(scale, value)) + unit;
    }

    private static String bare(Scale scale, double value, int decimals) {
        String number = fixed(value * scale.factor, decimals);
        return number.startsWith("-") ? "-" + scale.before + number.substring(1) : scale.before + number;
    }

    private static Scale scale(Metric metric, double value) {
        double size = StrictMath.abs(value);
        return switch (metric) {
            case GOODPUT, FAILED, AFFECTED -> new Scale(100, "", " percentage points");
            case COST -> new Scale(1, "$", "");
            case LATENCY_P99, TIME_TO_RECOVER -> {
                if (size >= MINUTES_FROM) {
                    yield new Scale(1 / 60.0, "", " min");
                }
                yield size >= 1 || size == 0 || metric == Metric.TIME_TO_RECOVER
                        ? new Scale(1, "", " s")
                        : new Scale(1_000, "", " ms");
            }
        };
    }

    /** So many that the interval's half width has two digits; where there is none, that the mean has three. */
    private static int decimals(Scale scale, Interval value) {
        double half = value.halfWidth() * scale.factor;
        double mean = StrictMath.abs(value.mean()) * scale.factor;
        boolean known = half > 0;
        double size = known ? half : mean;
        int most = scale.before.isEmpty() ? 3 : 6;
        if (scale.factor == 100) {
            most = mean < 0.01 ? 4 : 2;
        }
        int least = scale.before.isEmpty() ? 0 : 2;
        if (!(size > 0) || Double.isInfinite(size)) {
            return least;
        }
        int digits = (known ? 1 : 2) - (int) StrictMath.floor(StrictMath.log10(size));
        return Math.max(least, Math.min(most, digits));
    }

    private static double rounded(double value, int decimals) {
        double power = StrictMath.pow(10, decimals);
        return StrictMath.rint(value * power) / power;
    }

    private static String fixed(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        // What rounds to 0 has no sign.
        return text.startsWith("-") && text.chars().noneMatch(digit -> digit >= '1' && digit <= '9')
                ? text.substring(1)
                : text;
    }
}
