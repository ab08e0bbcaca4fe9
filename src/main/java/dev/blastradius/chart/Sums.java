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

    /**
     * The same in longer steps: the mean of whole steps, those without a value left out.
     *
     * @param seconds how long a step is to be, about
     */
    static TimeSeries coarser(TimeSeries series, double seconds) {
        int each = Math.max(1, (int) Math.round(seconds / series.intervalSeconds()));
        double[] means = new double[(series.size() + each - 1) / each];
        for (int step = 0; step < means.length; step++) {
            double sum = 0;
            int values = 0;
            for (int i = step * each; i < Math.min(series.size(), (step + 1) * each); i++) {
                if (!Double.isNaN(series.value(i))) {
                    sum += series.value(i);
                    values++;
                }
            }
            means[step] = values == 0 ? Double.NaN : sum / values;
        }
        return new TimeSeries(each * series.intervalSeconds(), means);
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
