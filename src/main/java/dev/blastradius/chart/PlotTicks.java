package dev.blastradius.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;
import org.jspecify.annotations.Nullable;

/** The marks of an axis: round numbers of its unit, written as everywhere else in the program. */
final class PlotTicks {

    private static final int LEAST_POWER = -9;
    private static final int MOST_POWER = 12;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double[] ROUND = {1, 2, 5};
    private static final double[] ROUND_MINUTES = {1, 2, 5, 10, 20, 30};
    private static final double[] ROUND_HOURS = {1, 2, 4, 6, 12, 24, 48, 96, 240, 480, 1200};

    private PlotTicks() {}

    /** The distances that marks can have. */
    static TickUnitSource distances(Unit unit) {
        TickUnits all = new TickUnits();
        NumberFormat format = new Written(unit, 0);
        for (int power = LEAST_POWER; power <= MOST_POWER; power++) {
            for (double digit : ROUND) {
                double size = digit * Math.pow(10, power);
                if (unit != Unit.TIME || size < MINUTE / 2) {
                    all.add(new NumberTickUnit(size, unit == Unit.SHARE ? new Written(unit, decimals(size)) : format));
                }
            }
        }
        if (unit == Unit.TIME) {
            all.add(new NumberTickUnit(MINUTE / 2, format));
            for (double minutes : ROUND_MINUTES) {
                all.add(new NumberTickUnit(minutes * MINUTE, format));
            }
            for (double hours : ROUND_HOURS) {
                all.add(new NumberTickUnit(hours * HOUR, format));
            }
        }
        return all;
    }

    /** Decimals of a per cent without which neighbouring marks would read alike. */
    private static int decimals(double size) {
        return Math.max(0, (int) Math.ceil(-Math.log10(size / Figures.PER_CENT) - 1e-9));
    }

    /** Numbers written in a unit; shares with at least so many decimals. */
    private static final class Written extends NumberFormat {
        private static final long serialVersionUID = 1L;

        private final Unit unit;
        private final int decimals;

        Written(Unit unit, int decimals) {
            this.unit = unit;
            this.decimals = decimals;
        }

        @Override
        public StringBuffer format(double number, StringBuffer target, FieldPosition position) {
            String words = decimals == 0
                    ? unit.brief(number)
                    : String.format(Locale.ROOT, "%." + decimals + "f %%", number / Figures.PER_CENT);
            return target.append(words);
        }

        @Override
        public StringBuffer format(long number, StringBuffer target, FieldPosition position) {
            return format((double) number, target, position);
        }

        @Override
        public @Nullable Number parse(String text, ParsePosition position) {
            return null;
        }
    }
}
