package dev.blastradius.report.wording;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.inference.Interval;

/** A metric's values, and by how much two of them differ. */
public final class Differences {

    private Differences() {}

    /** A value: {@code "93.1 % ±0.4"}, {@code "2.31 s ±0.08"}, {@code "$12.30 ±0.40"}. */
    public static String value(Metric metric, Interval value) {
        return switch (metric) {
            case GOODPUT, FAILED, AFFECTED -> Numbers.share(value);
            case LATENCY_P99, TIME_TO_RECOVER -> Numbers.time(value);
            case COST -> Numbers.money(value);
        };
    }

    /** A difference with its sign, for a table: {@code "+12.3 pp ±0.9"}, {@code "−1.20 s ±0.31"}; a dash where there is none. */
    public static String signed(Metric metric, Interval difference) {
        double mean = difference.mean();
        if (Double.isNaN(mean)) {
            return Figures.NONE;
        }
        String sign = mean > 0 ? "+" : mean < 0 ? "−" : "";
        return sign + size(metric, difference, " pp");
    }

    /** A difference without its sign, for a sentence: {@code "12.3 percentage points ±0.9"}. */
    public static String size(Metric metric, Interval difference) {
        return size(metric, difference, " percentage points");
    }

    private static String size(Metric metric, Interval difference, String points) {
        Interval size = difference.mean() < 0
                ? new Interval(-difference.mean(), -difference.high(), -difference.low())
                : difference;
        if (!metric.isShare()) {
            return value(metric, size);
        }
        String spread = Figures.spreadOf(size);
        return Figures.points(size).replace(" pp", points) + (spread.isEmpty() ? "" : " " + spread);
    }
}
