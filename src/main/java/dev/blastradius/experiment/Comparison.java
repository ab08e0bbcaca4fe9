package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strategies side by side, by one metric under one scenario.
 *
 * @param scenario the scenario's id; null: no fault
 * @param metric what is compared
 * @param best the strategy whose mean is best, if it is significantly better than each other; null: not established
 * @param pairs each two strategies, in the order of the study
 * @param finding what is and what is not established, in a sentence
 */
public record Comparison(
        @Nullable String scenario, Metric metric, @Nullable String best, List<Pair> pairs, String finding) {

    /**
     * Two strategies on the same random numbers: the mean of the differences of their replications.
     *
     * @param a the first strategy's id
     * @param b the second's
     * @param difference the metric of a less that of b, with its interval at the experiment's confidence
     * @param p the paired t-test's p-value, corrected by Holm for all pairs of this comparison; NaN where there is none
     * @param significant whether {@code p} is below 1 - confidence
     * @param varianceSaved share of the difference's variance that pairing saved: 1 - Var(a - b) / (Var a + Var b); below 0 where pairing
     *     did harm, NaN where nothing varies
     */
    public record Pair(String a, String b, Interval difference, double p, boolean significant, double varianceSaved) {}

    /** The pair of two strategies, either way round; null where there is none. */
    public @Nullable Pair pair(String one, String other) {
        return pairs.stream()
                .filter(pair -> pair.a().equals(one) && pair.b().equals(other)
                        || pair.a().equals(other) && pair.b().equals(one))
                .findFirst()
                .orElse(null);
    }
}
