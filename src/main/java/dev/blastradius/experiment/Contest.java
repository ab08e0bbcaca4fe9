package dev.blastradius.experiment;

import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.experiment.inference.Holm;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.PairedDifference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is established of some arms by one metric in one run of each. All tests of a contest are corrected together: of each pair the
 * paired t-test, and by {@link Metric#TIME_TO_RECOVER} also McNemar's exact test of which recovers more often, for an arm that seldom
 * recovers is none the better for being quick about it.
 */
final class Contest {

    private final List<Arm> arms;
    private final Metric metric;
    private final ComparisonSum.Sum sum;
    private final int replications;
    private final double confidence;
    /** Of the differences by pair, then of the shares that recovered by pair; corrected. */
    private final double[] p;
    /** The arms that have a value, best first. */
    private final List<Integer> ranking;

    Contest(List<Arm> arms, Metric metric, ComparisonSum.Sum sum, int replications, double confidence) {
        this.arms = arms;
        this.metric = metric;
        this.sum = sum;
        this.replications = replications;
        this.confidence = confidence;
        int pairs = sum.differences.length;
        double[] raw = new double[2 * pairs];
        Arrays.fill(raw, Double.NaN);
        for (int pair = 0; pair < pairs; pair++) {
            raw[pair] = sum.differences[pair].p();
            if (isRecovery() && replications > 1) {
                raw[pairs + pair] = sum.present[pair].p();
            }
        }
        p = Holm.adjusted(raw);
        // By recovery first: whoever recovers more often is ahead, however long it takes.
        Comparator<Integer> order = Comparator.comparingDouble(arm -> (metric.isMoreBetter() ? -1 : 1) * mean(arm));
        ranking = IntStream.range(0, arms.size())
                .filter(this::hasValues)
                .boxed()
                .sorted(
                        isRecovery()
                                ? Comparator.<Integer>comparingLong(arm -> -values(arm))
                                        .thenComparing(order)
                                : order)
                .toList();
    }

    private boolean isRecovery() {
        return metric == Metric.TIME_TO_RECOVER;
    }

    Metric metric() {
        return metric;
    }

    double confidence() {
        return confidence;
    }

    int replications() {
        return replications;
    }

    int arms() {
        return arms.size();
    }

    Arm arm(int arm) {
        return arms.get(arm);
    }

    /** In how many replications an arm has a value. */
    long values(int arm) {
        return sum.values[arm].count();
    }

    boolean hasValues(int arm) {
        return values(arm) > 0;
    }

    double mean(int arm) {
        return sum.values[arm].mean();
    }

    /** An arm's mean with its interval. */
    Interval interval(int arm) {
        return Averages.of(sum.values[arm], confidence);
    }

    /** The arms that have a value, best first by their means; by how often they recovered before that. */
    List<Integer> ranking() {
        return ranking;
    }

    /** How many tests were corrected together. */
    long tests() {
        return Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
    }

    private int pair(int one, int other) {
        return ComparisonSum.pair(Math.min(one, other), Math.max(one, other), arms.size());
    }

    private PairedDifference difference(int one, int other) {
        return sum.differences[pair(one, other)];
    }

    /** The corrected p-value of the difference of two arms; NaN where there is none. */
    double p(int one, int other) {
        return p[pair(one, other)];
    }

    /** The corrected p-value of one of two arms recovering more often; NaN where there is none. */
    double recoveryP(int one, int other) {
        return p[sum.differences.length + pair(one, other)];
    }

    /** By how much one arm is better than another, with its interval: above 0 where it is, whichever way the metric goes. */
    Interval lead(int one, int other) {
        Interval difference = difference(one, other).interval(confidence);
        boolean turned = one > other == metric.isMoreBetter();
        return turned ? new Interval(-difference.mean(), -difference.high(), -difference.low()) : difference;
    }

    /** Whether two arms have the same value in every replication in which they have one. */
    boolean isSame(int one, int other) {
        return difference(one, other).isSame()
                && difference(one, other).count() == Math.max(values(one), values(other));
    }

    private boolean isSignificant(double corrected) {
        return corrected < 1 - confidence;
    }

    /** Whether the difference of two arms would be established, were it the only one that is tested. */
    boolean isSignificantAlone(int one, int other) {
        return isSignificant(difference(one, other).p());
    }

    /** Whether one arm is established to recover in more of the replications than another. */
    boolean recoversMoreOften(int one, int other) {
        return isRecovery() && values(one) > values(other) && isSignificant(recoveryP(one, other));
    }

    /** Whether one arm is established to be better than another. */
    boolean isBetter(int one, int other) {
        if (recoversMoreOften(one, other)) {
            return true;
        }
        boolean asOften = !isRecovery() || values(one) >= values(other);
        return asOften && isSignificant(p(one, other)) && lead(one, other).mean() > 0;
    }

    /** The arm that is established to be better than each other one; -1: there is none. */
    int best() {
        if (ranking.isEmpty()) {
            return -1;
        }
        int first = ranking.get(0);
        return IntStream.range(0, arms.size()).allMatch(other -> other == first || isBetter(first, other)) ? first : -1;
    }

    @Nullable
    String bestId() {
        int best = best();
        return best < 0 ? null : arms.get(best).id();
    }

    /** All pairs in the order of the study. */
    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < arms.size(); a++) {
            for (int b = a + 1; b < arms.size(); b++) {
                PairedDifference difference = difference(a, b);
                pairs.add(new Pair(
                        arms.get(a).id(),
                        arms.get(b).id(),
                        difference.interval(confidence),
                        p(a, b),
                        isSignificant(p(a, b)),
                        difference.varianceSaved()));
            }
        }
        return List.copyOf(pairs);
    }
}
