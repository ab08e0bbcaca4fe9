package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Whether a sample can be of a continuous distribution. */
final class KolmogorovSmirnov {

    /** The 99.9 % point of Kolmogorov's distribution: sqrt(-ln(0.001/2)/2). */
    private static final double LIMIT = 1.9495;

    private KolmogorovSmirnov() {}

    /** Fails where the sample would be as far from the distribution function once in a thousand times. */
    static void check(double[] sample, DoubleUnaryOperator cdf) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            double share = cdf.applyAsDouble(sorted[i]);
            distance = Math.max(distance, Math.max(share - (double) i / n, (i + 1.0) / n - share));
        }
        double statistic = distance * Math.sqrt(n);
        assertTrue(statistic < LIMIT, "Kolmogorov-Smirnov statistic " + statistic);
    }
}
