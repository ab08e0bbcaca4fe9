package dev.blastradius.sim;

/** By quantiles, linear between them; by inversion of one uniform. */
final class EmpiricalLaw extends Law {

    private final double[] shares;
    private final double[] values;

    /**
     * By points of the inverse distribution function.
     *
     * @param shares rising, the first 0 and the last 1
     * @param values as many, not falling
     */
    EmpiricalLaw(double[] shares, double[] values) {
        this.shares = shares;
        this.values = values;
    }

    @Override
    public double sample(RandomStream stream) {
        return quantile(stream.uniform());
    }

    @Override
    public double mean() {
        double mean = 0;
        for (int i = 1; i < shares.length; i++) {
            mean += (shares[i] - shares[i - 1]) * (values[i] + values[i - 1]) / 2;
        }
        return mean;
    }

    @Override
    public double quantile(double p) {
        return interpolate(shares, values, lastNotAbove(shares, p), p);
    }

    @Override
    public double cdf(double x) {
        if (x < values[0]) {
            return 0;
        }
        return x >= values[values.length - 1] ? 1 : interpolate(values, shares, lastNotAbove(values, x), x);
    }

    /** The index of the last entry that is not above a value, which is at least the first and below the last. */
    private static int lastNotAbove(double[] rising, double value) {
        int low = 0;
        int high = rising.length - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (rising[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double interpolate(double[] from, double[] to, int i, double at) {
        return to[i] + (to[i + 1] - to[i]) * ((at - from[i]) / (from[i + 1] - from[i]));
    }
}
