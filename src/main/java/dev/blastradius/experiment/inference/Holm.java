package dev.blastradius.experiment.inference;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The step-down correction for several tests at a time: with it, the chance that any test finds something where there is nothing is at
 * most the level, however the tests depend on each other (Holm 1979, "A simple sequentially rejective multiple test procedure",
 * Scandinavian Journal of Statistics 6, 65-70).
 */
public final class Holm {

    private Holm() {}

    /**
     * The corrected p-values, in the order of the tests: the smallest times their number m, the next one times m - 1 and so on, none below
     * the one before it and none above 1. A test is significant where its corrected value is below the level.
     *
     * @param p each 0 to 1, or NaN where no test could be made; such a one stays NaN and does not count
     */
    public static double[] adjusted(double... p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        // NaN comes last.
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        int left = (int) Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
        double[] adjusted = new double[p.length];
        double least = 0;
        for (int i : order) {
            if (Double.isNaN(p[i])) {
                adjusted[i] = Double.NaN;
            } else {
                least = StrictMath.max(least, StrictMath.min(1, left * p[i]));
                adjusted[i] = least;
                left--;
            }
        }
        return adjusted;
    }
}
