package dev.blastradius.report.wording;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.inference.Interval;

/**
 * Numbers with their uncertainty. The number after ± is half of the confidence interval over the replications; where there are fewer than two,
 * it is left out.
 */
public final class Numbers {

    private Numbers() {}

    /** A share: {@code 93.1 % ±0.4}. */
    public static String share(Interval share) {
        return beside(Figures.shareOf(share), Figures.spreadOf(share));
    }

    /** A length of time in seconds: {@code 4 min 10 s ±12 s}. */
    public static String time(Interval seconds) {
        double unit = Figures.timeUnit(seconds.mean());
        String spread = Figures.spread(seconds, unit);
        // Where two units are written, the reader must know which of them is meant.
        boolean mixed = seconds.mean() >= 59.5;
        return beside(
                Figures.time(seconds.mean()),
                spread.isEmpty() || !mixed ? spread : spread + (unit < 60 ? " s" : " min"));
    }

    /** US dollars: {@code $12.30 ±0.40}. */
    public static String money(Interval dollars) {
        return beside(Figures.money(dollars.mean()), Figures.spread(dollars, 1));
    }

    /** A number: {@code 1.92 ±0.03}. */
    public static String number(Interval number) {
        return beside(Figures.number(number.mean()), Figures.spread(number, 1));
    }

    /** How many times as much: {@code 2.31× ±0.08}. */
    public static String times(Interval factor) {
        return Double.isNaN(factor.mean())
                ? Figures.NONE
                : beside(Figures.number(factor.mean()) + "×", Figures.spread(factor, 1));
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
