package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whether intervals keep what they promise, on a server of which everything is known: M/M/1, whose response time is exponential with rate
 * μ - λ (Kleinrock 1975, "Queueing Systems I"). 500 experiments of 10 replications; in each, a server with a mean service time
 * of 1 s beside one of 0.9 s, both with the same arrivals, 0.5 a second. The warm-up of 100 s is 9 relaxation times 1 / (μ (1 - √ρ)²), and some 250
 * requests are measured in a replication, so that the bias of a mean is small beside its interval.
 */
class CoverageTest {

    private static final int EXPERIMENTS = 500;
    private static final double RATE = 0.5;
    private static final double SERVICE = 1;
    private static final double QUICKER_SERVICE = 0.9;
    /** Answers later than this are not goodput. */
    private static final double LATENCY = 2;

    private static List<StudyResult> studies = List.of();

    @BeforeAll
    static void makeTheExperiments() {
        List<RunSpec> servers =
                List.of(SingleServer.spec(RATE, SERVICE, ""), SingleServer.spec(RATE, QUICKER_SERVICE, ""));
        studies = IntStream.range(0, EXPERIMENTS)
                .parallel()
                .mapToObj(seed -> SingleServer.study(servers, "100s", "600s", 10, seed))
                .toList();
    }

    private static double rate(double service) {
        return 1 / service - RATE;
    }

    private static double goodput(double service) {
        return 1 - Math.exp(-rate(service) * LATENCY);
    }

    private static void covers(double truth, List<Interval> intervals) {
        long covered = intervals.stream()
                .filter(interval -> interval.low() <= truth && truth <= interval.high())
                .count();
        double mean = intervals.stream().mapToDouble(Interval::mean).average().orElseThrow();
        String what = covered + " of " + EXPERIMENTS + " cover " + truth + "; their mean is " + mean;
        assertTrue(covered >= 0.92 * EXPERIMENTS && covered <= 0.98 * EXPERIMENTS, what);
        double half =
                intervals.stream().mapToDouble(Interval::halfWidth).average().orElseThrow();
        assertTrue(Math.abs(mean - truth) < half / 5, "the bias is small: " + what + ", their half width " + half);
    }

    private static List<Interval> ofArm(int arm, Function<RunResult, Interval> what) {
        return studies.stream()
                .map(study -> what.apply(study.arms().get(arm).twin()))
                .toList();
    }

    private static Interval response(RunResult run) {
        return Objects.requireNonNull(run.components().get("server")).response().mean();
    }

    @Test
    void theIntervalOfAMeanResponseTimeCoversTheTruth() {
        covers(1 / rate(SERVICE), ofArm(0, CoverageTest::response));
        covers(1 / rate(QUICKER_SERVICE), ofArm(1, CoverageTest::response));
    }

    @Test
    void theIntervalOfTheGoodputCoversTheTruth() {
        covers(goodput(SERVICE), ofArm(0, run -> run.totals().goodput()));
        covers(goodput(QUICKER_SERVICE), ofArm(1, run -> run.totals().goodput()));
    }

    @Test
    void theIntervalOfThePairedDifferenceCoversTheTruthAndIsNarrower() {
        List<Comparison.Pair> pairs = studies.stream()
                .map(study -> study.comparisons().get(Metric.GOODPUT.ordinal()))
                .map(comparison -> comparison.pairs().get(0))
                .toList();
        covers(
                goodput(SERVICE) - goodput(QUICKER_SERVICE),
                pairs.stream().map(Comparison.Pair::difference).toList());
        double saved = pairs.stream()
                .mapToDouble(Comparison.Pair::varianceSaved)
                .average()
                .orElseThrow();
        assertTrue(saved > 0.5, "the same arrivals and the same luck save variance: " + saved);
    }

    @Test
    void theQuickerServerIsFoundBestInMostExperiments() {
        long best = studies.stream()
                .map(study -> study.comparisons().get(Metric.GOODPUT.ordinal()))
                .filter(comparison -> "arm-1".equals(comparison.best()))
                .count();
        assertTrue(best > 0.99 * EXPERIMENTS, "found in " + best);
    }

    /** Both arms of a study see the same requests, so that each replication analysed the same number of them. */
    @Test
    void bothServersHadTheSameRequests() {
        for (StudyResult study : studies) {
            ArmResult one = study.arms().get(0);
            ArmResult other = study.arms().get(1);
            assertEquals(
                    one.twin().evidence().analysed(), other.twin().evidence().analysed());
        }
    }
}
