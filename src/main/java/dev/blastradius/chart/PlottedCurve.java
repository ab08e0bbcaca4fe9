package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Style;

/** A curve in buckets, ready to be drawn: what it rises from and how high. */
final class PlottedCurve {

    private final Curve curve;
    private final Buckets buckets;
    private final double[] base;
    private final double[] tops;

    private PlottedCurve(Curve curve, Buckets buckets, double[] base, double[] tops) {
        this.curve = curve;
        this.buckets = buckets;
        this.base = base;
        this.tops = tops;
    }

    /** A curve by itself. */
    static PlottedCurve alone(Curve curve, Buckets buckets) {
        double[] tops = new double[buckets.size()];
        for (int bucket = 0; bucket < tops.length; bucket++) {
            tops[bucket] = buckets.mean(bucket);
        }
        return new PlottedCurve(curve, buckets, new double[tops.length], tops);
    }

    /**
     * An area upon another; a bucket without a value adds nothing to it.
     *
     * @param base how high the other is in each bucket; 0 beyond its length
     */
    static PlottedCurve upon(double[] base, Curve curve, Buckets buckets) {
        double[] from = new double[buckets.size()];
        double[] tops = new double[buckets.size()];
        for (int bucket = 0; bucket < tops.length; bucket++) {
            double value = buckets.mean(bucket);
            from[bucket] = bucket < base.length ? base[bucket] : 0;
            tops[bucket] = from[bucket] + (Double.isNaN(value) ? 0 : value);
        }
        return new PlottedCurve(curve, buckets, from, tops);
    }

    Curve curve() {
        return curve;
    }

    Buckets buckets() {
        return buckets;
    }

    double base(int bucket) {
        return base[bucket];
    }

    /** The curve's height in a bucket, what it stands on counted; NaN where there is none. */
    double top(int bucket) {
        return tops[bucket];
    }

    double[] tops() {
        return tops.clone();
    }

    /** Whether the extremes of a bucket show as a band. */
    boolean hasBand() {
        return curve.style() == Style.LINE;
    }

    /** The greatest value that is drawn; 0 where there is none. */
    double highest() {
        double most = 0;
        for (int bucket = 0; bucket < tops.length; bucket++) {
            double value = hasBand() ? buckets.high(bucket) : tops[bucket];
            most = value > most ? value : most;
        }
        return most;
    }

    /** The least value above 0 that is drawn; infinite where there is none. */
    double lowest() {
        double least = Double.POSITIVE_INFINITY;
        for (int bucket = 0; bucket < tops.length; bucket++) {
            double value = hasBand() ? buckets.low(bucket) : tops[bucket];
            least = value > 0 && value < least ? value : least;
        }
        return least;
    }
}
