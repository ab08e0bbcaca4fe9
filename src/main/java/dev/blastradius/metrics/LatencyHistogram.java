package dev.blastradius.metrics;

import org.HdrHistogram.Histogram;

/**
 * Latencies in a bounded memory, by their counts in buckets 0.1 % or half a microsecond wide (HdrHistogram, three
 * significant digits), and their exact sum. What is below 1 µs counts as 0 in quantiles; what is above 200 days counts as 200 days there.
 */
public final class LatencyHistogram {

    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = 200L * 86_400L * 1_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The sum is kept as a multiple of this and a rest: long waits of many requests add up to more than a long. */
    private static final long SUM_UNIT = 1L << 62;

    private final Histogram histogram = new Histogram(LOWEST_NANOS, 2 * LOWEST_NANOS, DIGITS);
    private long zeros;
    private long sumUnits;
    private long sumRest;
    private long min = Long.MAX_VALUE;
    private long max;

    /** An empty histogram. */
    public LatencyHistogram() {
        histogram.setAutoResize(true);
    }

    /**
     * Counts a latency.
     *
     * @param nanos 0 or more
     */
    public void record(long nanos) {
        addToSum(nanos);
        if (nanos < LOWEST_NANOS) {
            zeros++;
        } else {
            long counted = Math.min(nanos, HIGHEST_NANOS);
            min = Math.min(min, counted);
            max = Math.max(max, counted);
            histogram.recordValue(counted);
        }
    }

    /** How many were counted. */
    public long count() {
        return zeros + histogram.getTotalCount();
    }

    /** The mean, from the exact sum; NaN where nothing was counted. */
    public double meanSeconds() {
        long count = count();
        return count == 0 ? Double.NaN : ((double) sumUnits * SUM_UNIT + sumRest) / count / NANOS_PER_SECOND;
    }

    /**
     * The smallest latency that is not below a share of all, to within a bucket: its rank is the share of the count, rounded
     * up, and latencies lie evenly within their bucket. The smallest and the largest are exact. NaN where nothing was counted.
     *
     * @param q from 0 to 1
     */
    public double quantileSeconds(double q) {
        long count = count();
        if (count == 0) {
            return Double.NaN;
        }
        long rank = (long) StrictMath.ceil(q * count) - zeros;
        return rank <= 0 && zeros > 0 ? 0 : nanosAtRank(Math.max(1, rank)) / NANOS_PER_SECOND;
    }

    /**
     * The share of all that are not above a latency, to within a bucket. NaN where nothing was counted.
     *
     * @param seconds 0 or more
     */
    public double shareUpTo(double seconds) {
        long count = count();
        if (count == 0) {
            return Double.NaN;
        }
        double nanos = seconds * NANOS_PER_SECOND;
        if (nanos >= max) {
            return 1;
        }
        boolean counted = nanos >= LOWEST_NANOS && histogram.getTotalCount() > 0;
        long below = counted ? histogram.getCountBetweenValues(0, (long) nanos) : 0;
        return (double) (zeros + below) / count;
    }

    /** The latency of a rank, from 1, among those that are not zeros. */
    private double nanosAtRank(long rank) {
        if (rank == 1 || rank == histogram.getTotalCount()) {
            return rank == 1 ? min : max;
        }
        long value = histogram.lowestEquivalentValue(min);
        long before = 0;
        while (true) {
            long here = histogram.getCountAtValue(value);
            if (before + here >= rank) {
                double within = (rank - before - 0.5) / here * histogram.sizeOfEquivalentValueRange(value);
                return Math.max((double) min, Math.min((double) max, value + within));
            }
            before += here;
            value = histogram.nextNonEquivalentValue(value);
        }
    }

    /** Forgets everything. */
    public void reset() {
        if (histogram.getTotalCount() > 0) {
            histogram.reset();
        }
        zeros = 0;
        sumUnits = 0;
        sumRest = 0;
        min = Long.MAX_VALUE;
        max = 0;
    }

    /** Counts everything that another one has counted. */
    public void add(LatencyHistogram other) {
        histogram.add(other.histogram);
        zeros += other.zeros;
        sumUnits += other.sumUnits;
        addToSum(other.sumRest);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** Both parts are below 2^62 or one latency, so that their sum is a long as long as a latency is below 2^62. */
    private void addToSum(long nanos) {
        sumRest += nanos;
        if (sumRest >= SUM_UNIT) {
            sumRest -= SUM_UNIT;
            sumUnits++;
        }
    }
}
