package dev.blastradius.experiment.inference;

import java.util.OptionalInt;

/**
 * Where a series has settled: MSER-5 (White 1997, "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69, 323-334; Franklin and White 2008, "Stationarity tests and MSER-5: exploring the intuition behind
 * mean-squared-error-reduction in detecting and correcting initialization bias", Winter Simulation Conference, 541-546). The series is cut
 * into batches of five; the truncation point is where the squared standard error of the mean of what is left is least, in the first half
 * of the series only, for with little left it is small by chance.
 */
public final class Mser {

    /** How many values make a batch. */
    public static final int BATCH = 5;

    /** With fewer batches than this nothing can be told. */
    private static final int FEWEST_BATCHES = 10;

    private Mser() {}

    /** Whether of a series of so many values anything can be told. */
    public static boolean isLongEnough(int values) {
        return values / BATCH >= FEWEST_BATCHES;
    }

    /**
     * How many values to leave out at the beginning, a multiple of {@value #BATCH}; empty where it cannot be told: the series is too short,
     * or the least standard error lies at the end of its first half, so that it had not settled by then.
     *
     * @param values finite; the last ones that do not fill a batch are not looked at
     */
    public static OptionalInt truncation(double[] values) {
        int batches = values.length / BATCH;
        if (!isLongEnough(values.length)) {
            return OptionalInt.empty();
        }
        int last = batches / 2;
        int best = last;
        double least = Double.POSITIVE_INFINITY;
        double mean = 0;
        double squares = 0;
        for (int first = batches - 1; first >= 0; first--) {
            int left = batches - first;
            double value = batchMean(values, first);
            double before = value - mean;
            mean += before / left;
            squares += before * (value - mean);
            double error = squares / ((double) left * left);
            if (first <= last && error <= least) {
                least = error;
                best = first;
            }
        }
        return best == last ? OptionalInt.empty() : OptionalInt.of(best * BATCH);
    }

    private static double batchMean(double[] values, int batch) {
        double sum = 0;
        for (int i = batch * BATCH; i < (batch + 1) * BATCH; i++) {
            sum += values[i];
        }
        return sum / BATCH;
    }
}
