package dev.blastradius.experiment.search;

/**
 * How a tipping point is looked for.
 *
 * @param from one end of the range
 * @param to the other end, above or below it
 * @param tolerance how near to each other the two ends of the result are to come, above 0: values are tried at whole multiples of it
 *     from {@code from}; 1 for whole numbers
 * @param threshold the share of replications, between 0 and 1, that have to recover for a value to count as one at which the pipeline does
 * @param confidence with which each value is judged, 0.5 to 0.9999
 * @param replications at each value to begin with, 1 or more
 * @param atMost replications at a value where it is not decided before; no less than {@code replications}
 */
public record Search(
        double from, double to, double tolerance, double threshold, double confidence, int replications, int atMost) {

    /** So many steps of the tolerance fit into the range and no more. */
    public static final int MOST_STEPS = 1_000_000;

    public Search {
        if (!(Math.abs(to - from) / tolerance <= MOST_STEPS) || tolerance <= 0 || from == to) {
            throw new IllegalArgumentException("from " + from + " to " + to + " in steps of " + tolerance);
        }
        if (!(threshold > 0 && threshold < 1) || replications < 1 || atMost < replications) {
            throw new IllegalArgumentException(threshold + " of " + replications + " to " + atMost);
        }
    }

    /**
     * A tolerance for a range where nobody names one: about a hundredth of it, as 1, 2 or 5 times a power of ten.
     *
     * @param isWhole whether only whole numbers make sense
     */
    public static double usualTolerance(double from, double to, boolean isWhole) {
        double hundredth = Math.abs(to - from) / 100;
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(hundredth)));
        double leading = hundredth / power;
        double digit = leading >= 5 ? 5 : leading >= 2 ? 2 : 1;
        double tolerance = power < 1 ? digit / Math.rint(1 / power) : digit * power;
        return isWhole ? Math.max(1, Math.rint(tolerance)) : tolerance;
    }

    /**
     * A limit on replications where nobody names one: ten times those to begin with, and as many as a clear answer near a threshold
     * close to 0 or 1 takes.
     */
    public static int usualLimit(double threshold, double confidence, int replications) {
        double rarer = Math.min(threshold, 1 - threshold);
        int decisive = 1;
        while (decisive < 1_000_000
                && !isClear(decisive, 1 - rarer, new Looks(replications, decisive).level(confidence))) {
            decisive *= 2;
        }
        return Math.max(10 * replications, 2 * decisive);
    }

    private static boolean isClear(int all, double threshold, double level) {
        return dev.blastradius.experiment.inference.Proportion.of(all, all, level)
                        .low()
                >= threshold;
    }
}
