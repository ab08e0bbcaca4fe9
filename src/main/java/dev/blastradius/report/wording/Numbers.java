package dev.blastradius.report.wording;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.inference.Interval;
import java.util.Locale;

/**
 * Numbers with their uncertainty. The number after ± is half of the confidence interval over the replications; where there are fewer than two,
 * it is left out.
 */
public final class Numbers {

    /** From here {@link Figures#time} writes two units, in seconds. */
    private static final double TWO_UNITS_FROM = 120;

    private static final int MOST_DECIMALS = 3;
    private static final int MOST_MONEY_DECIMALS = 6;

    private Numbers() {}

    /** A share: {@code 93.1 % ±0.4}. */
    public static String share(Interval share) {
        return beside(Figures.shareOf(share), Figures.spreadOf(share));
    }

    /** A length of time in seconds: {@code 2.31 s ±0.08}, {@code 4 min 10 s ±12 s}. */
    public static String time(Interval seconds) {
        if (!isSpread(seconds)) {
            return Figures.time(seconds.mean());
        }
        double larger = Math.max(seconds.mean(), seconds.halfWidth());
        // Where two units are written, the reader must know which of them is meant.
        if (larger >= TWO_UNITS_FROM) {
            return Figures.time(seconds.mean()) + " ±" + Figures.time(rounded(seconds.halfWidth()));
        }
        String like = Figures.time(larger);
        double size = Figures.timeUnit(larger);
        int decimals = decimals(seconds.halfWidth() / size, MOST_DECIMALS);
        return fixed(seconds.mean() / size, decimals)
                + like.substring(like.lastIndexOf(' '))
                + " ±"
                + least(seconds.halfWidth() / size, decimals);
    }

    /** US dollars, cents where it is a dollar or more: {@code $12.30 ±0.40}, {@code $0.0824 ±0.0063}. */
    public static String money(Interval dollars) {
        if (!isSpread(dollars)) {
            return Figures.money(dollars.mean());
        }
        int decimals = Math.abs(dollars.mean()) >= 1 || dollars.halfWidth() >= 1
                ? 2
                : Math.max(2, decimals(dollars.halfWidth(), MOST_MONEY_DECIMALS));
        return "$" + fixed(dollars.mean(), decimals) + " ±" + least(dollars.halfWidth(), decimals);
    }

    /** A number: {@code 1.92 ±0.03}. */
    public static String number(Interval number) {
        if (!isSpread(number)) {
            return Figures.number(number.mean());
        }
        int decimals = decimals(number.halfWidth(), MOST_DECIMALS);
        return fixed(number.mean(), decimals) + " ±" + least(number.halfWidth(), decimals);
    }

    /** How many times as much: {@code 2.31× ±0.08}. */
    public static String times(Interval factor) {
        if (Double.isNaN(factor.mean())) {
            return Figures.NONE;
        }
        if (!isSpread(factor)) {
            return Figures.number(factor.mean()) + "×";
        }
        int decimals = Math.max(1, decimals(factor.halfWidth(), 2));
        return fixed(factor.mean(), decimals) + "× ±" + least(factor.halfWidth(), decimals);
    }

    private static boolean isSpread(Interval value) {
        return value.isBounded() && value.halfWidth() > 0;
    }

    /** Decimals that show two digits of half an interval. */
    private static int decimals(double half, int most) {
        int magnitude = (int) Math.floor(StrictMath.log10(half) + 1e-9);
        return Math.max(0, Math.min(most, 1 - magnitude));
    }

    /** To two digits. */
    private static double rounded(double half) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(half) + 1e-9) - 1);
        return Math.rint(half / power) * power;
    }

    /** Half of an interval, never as 0: where it is less than its decimals show, the least that they do. */
    private static String least(double half, int decimals) {
        return fixed(Math.max(half, StrictMath.pow(10, -decimals)), decimals);
    }

    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /** A count with its noun: {@code 1 replication}, {@code 12,000 requests}. */
    public static String counted(long count, String noun) {
        return Figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** A count with a noun whose plural is its own: {@code 1 dependency}, {@code 3 dependencies}. */
    public static String counted(long count, String one, String several) {
        return Figures.count(count) + " " + (count == 1 ? one : several);
    }

    private static String beside(String value, String spread) {
        return spread.isEmpty() ? value : value + " " + spread;
    }
}
