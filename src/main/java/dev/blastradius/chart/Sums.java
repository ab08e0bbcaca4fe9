package dev.blastradius.chart;

import dev.blastradius.metrics.TimeSeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums of time series over the same steps. */
final class Sums {

    private Sums() {}

    /** The sum, step by step, in which a step without a value counts as 0; null where there is no series. */
    static @Nullable TimeSeries of(List<TimeSeries> parts) {
        if (parts.isEmpty()) {
            return null;
        }
        int steps = parts.stream().mapToInt(TimeSeries::size).max().orElse(0);
        double[] sum = new double[steps];
        for (TimeSeries part : parts) {
            for (int step = 0; step < part.size(); step++) {
                double value = part.value(step);
                sum[step] += Double.isNaN(value) ? 0 : value;
            }
        }
        return new TimeSeries(parts.get(0).intervalSeconds(), sum);
    }

    /** Whether any value is above a bound. */
    static boolean isAbove(TimeSeries series, double bound) {
        for (int step = 0; step < series.size(); step++) {
            if (series.value(step) > bound) {
                return true;
            }
        }
        return false;
    }

    /** The same value all the time. */
    static TimeSeries constant(double value, double seconds) {
        return new TimeSeries(seconds, new double[] {value});
    }
}
