package dev.blastradius.chart;

import dev.blastradius.metrics.TimeSeries;

/**
 * A time series made coarser for drawing: each bucket stands for the same whole number of steps (the last one for what is left)
 * and keeps their mean and their extremes. Steps without a value count for nothing; a bucket of such steps has none.
 */
final class Buckets {

    private final double width;
    private final double end;
    private final double[] mean;
    private final double[] low;
    private final double[] high;

    private Buckets(double width, double end, int count) {
        this.width = width;
        this.end = end;
        this.mean = new double[count];
        this.low = new double[count];
        this.high = new double[count];
    }

    /** The steps that one bucket of a series must take for there to be at most {@code most} buckets. */
    static int stepsPerBucket(int steps, int most) {
        return Math.max(1, (steps + most - 1) / Math.max(1, most));
    }

    /** A series in at most {@code most} buckets, 1 or more. */
    static Buckets of(TimeSeries series, int most) {
        return inSteps(series, stepsPerBucket(series.size(), most));
    }

    /** A series in buckets of so many steps, 1 or more. */
    static Buckets inSteps(TimeSeries series, int each) {
        int steps = series.size();
        int count = (steps + each - 1) / each;
        Buckets buckets = new Buckets(each * series.intervalSeconds(), steps * series.intervalSeconds(), count);
        for (int bucket = 0; bucket < count; bucket++) {
            buckets.fill(bucket, series, bucket * each, Math.min(steps, (bucket + 1) * each));
        }
        return buckets;
    }

    private void fill(int bucket, TimeSeries series, int from, int to) {
        double sum = 0;
        int values = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int step = from; step < to; step++) {
            double value = series.value(step);
            if (Double.isFinite(value)) {
                sum += value;
                values++;
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        mean[bucket] = values == 0 ? Double.NaN : sum / values;
        low[bucket] = values == 0 ? Double.NaN : least;
        high[bucket] = values == 0 ? Double.NaN : most;
    }

    int size() {
        return mean.length;
    }

    /** The bucket that holds a moment, or the nearest one; 0 where there is none. */
    int at(double seconds) {
        return Math.max(0, Math.min(size() - 1, (int) Math.floor(seconds / width)));
    }

    /** When a bucket begins, in seconds. */
    double start(int bucket) {
        return bucket * width;
    }

    /** When a bucket ends, in seconds. */
    double end(int bucket) {
        return Math.min(end, (bucket + 1) * width);
    }

    /** The mean of a bucket's values; NaN where it has none. */
    double mean(int bucket) {
        return mean[bucket];
    }

    /** The least of a bucket's values; NaN where it has none. */
    double low(int bucket) {
        return low[bucket];
    }

    /** The greatest of a bucket's values; NaN where it has none. */
    double high(int bucket) {
        return high[bucket];
    }
}
