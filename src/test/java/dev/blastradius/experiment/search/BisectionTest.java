package dev.blastradius.experiment.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Probe.Finding;
import dev.blastradius.experiment.search.Responder.Answer;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for a tipping point, on responders whose edge is known. */
class BisectionTest {

    private static final Search ZERO_TO_ONE = new Search(0, 1, 0.01, 0.5, 0.95, 10, 1_000);

    /** Recovers in all replications below the edge, in none from it on. */
    private static Responder sharp(double edge) {
        return (value, batch, replications, progress) -> new Answer(value < edge ? replications : 0, replications);
    }

    /** Recovers with a probability that is known. */
    private static Responder chance(DoubleUnaryOperator probability, long seed) {
        return (value, batch, replications, progress) -> {
            Random random = new Random(seed * 1_000_003 + Double.hashCode(value) * 31L + batch);
            long recovered = 0;
            for (int i = 0; i < replications; i++) {
                recovered += random.nextDouble() < probability.applyAsDouble(value) ? 1 : 0;
            }
            return new Answer(recovered, replications);
        };
    }

    private static double logistic(double distance) {
        return 1 / (1 + Math.exp(distance));
    }

    private static TippingPoint find(Responder responder, Search search) {
        return Bisection.find(responder, search, RunProgress.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.005, 0.1234, 0.5, 0.501, 0.77, 0.995})
    void aSharpEdgeLiesBetweenTwoValuesOneToleranceApart(double edge) {
        TippingPoint found = find(sharp(edge), ZERO_TO_ONE);
        assertEquals(Verdict.FOUND, found.verdict());
        assertTrue(found.recovers() < edge && edge <= found.collapses(), found::toString);
        assertEquals(0.01, found.collapses() - found.recovers(), 1e-12);
        assertTrue(found.probes().size() <= 9, "a hundred steps take two ends and seven halvings");
    }

    @Test
    void whereLessIsWorseTheSameEdgeIsFoundFromEitherEnd() {
        Responder less = (value, batch, n, progress) -> new Answer(value > 3.3 ? n : 0, n);
        TippingPoint up = find(less, new Search(0, 10, 0.1, 0.5, 0.95, 10, 100));
        TippingPoint down = find(less, new Search(10, 0, 0.1, 0.5, 0.95, 10, 100));
        for (TippingPoint found : List.of(up, down)) {
            assertEquals(Verdict.FOUND, found.verdict());
            assertEquals(3.4, found.recovers(), 1e-9);
            assertEquals(3.3, found.collapses(), 1e-9);
        }
    }

    @Test
    void ofWholeNumbersTheResultIsTwoNeighbours() {
        List<Double> asked = new ArrayList<>();
        Responder attempts = (value, batch, n, progress) -> {
            asked.add(value);
            return new Answer(value <= 4 ? n : 0, n);
        };
        TippingPoint found = find(attempts, new Search(1, 10, 1, 0.5, 0.95, 10, 100));
        assertEquals(4.0, found.recovers());
        assertEquals(5.0, found.collapses());
        assertTrue(asked.stream().allMatch(value -> value == Math.rint(value)), asked::toString);
    }

    @Test
    void theLastStepMayBeShorterAndNothingBeyondTheRangeIsTried() {
        TippingPoint found = find(sharp(0.98), new Search(0, 1, 0.3, 0.5, 0.95, 10, 100));
        assertEquals(0.9, found.recovers(), 1e-12);
        assertEquals(1.0, found.collapses());
        assertTrue(found.probes().stream().allMatch(probe -> probe.value() >= 0 && probe.value() <= 1));
    }

    @ParameterizedTest
    @CsvSource({"2, ALWAYS_RECOVERS", "-1, NEVER_RECOVERS"})
    void whereBothEndsAreAlikeThatIsSaidAndNoValueIsGiven(double edge, Verdict verdict) {
        TippingPoint found = find(sharp(edge), ZERO_TO_ONE);
        assertEquals(verdict, found.verdict());
        assertNull(found.recovers());
        assertNull(found.collapses());
        assertEquals(2, found.probes().size());
    }

    @Test
    void anEndWhereChanceDecidesIsUndecidedAfterAsManyReplicationsAsAreAllowed() {
        Responder half = (value, batch, n, progress) -> new Answer(value == 0 ? n : n / 2, n);
        TippingPoint found = find(half, new Search(0, 1, 0.01, 0.5, 0.95, 10, 160));
        assertEquals(Verdict.UNDECIDED, found.verdict());
        Probe last = found.probes().get(1);
        assertEquals(Finding.UNDECIDED, last.finding());
        assertEquals(160, last.recovered().of());
    }

    @Test
    void anUndecidedStretchLiesWithinTheResultAndBothItsEdgesAreFound() {
        Responder stretch = (value, batch, n, progress) -> new Answer(value < 0.305 ? n : value < 0.605 ? n / 2 : 0, n);
        TippingPoint found = find(stretch, new Search(0, 1, 0.01, 0.5, 0.95, 10, 80));
        assertEquals(Verdict.FOUND, found.verdict());
        assertEquals(0.30, found.recovers(), 1e-9);
        assertEquals(0.61, found.collapses(), 1e-9);
    }

    @Test
    void noMoreReplicationsAreMadeThanItTakesToDecide() {
        List<Integer> batches = new ArrayList<>();
        Responder clear = (value, batch, n, progress) -> {
            batches.add(n);
            return new Answer(value < 0.5 ? n : 0, n);
        };
        find(clear, ZERO_TO_ONE);
        assertTrue(batches.stream().allMatch(n -> n == 10), batches::toString);
    }

    @Test
    void aThresholdNearOneAsksForAsManySuccessesAsItTakes() {
        int most = Search.usualLimit(0.99, 0.95, 10);
        TippingPoint found = find(sharp(0.5), new Search(0, 1, 0.01, 0.99, 0.95, 10, most));
        assertEquals(Verdict.FOUND, found.verdict());
        assertEquals(0.49, found.recovers(), 1e-9);
        long replications = found.probes().get(0).recovered().of();
        assertTrue(replications >= 380, "z² · 0.99 / 0.01 all in a row, but " + replications);
    }

    /**
     * The interval must hold the value at which the probability is the threshold. Each value is judged wrongly with a probability of at most half
     * of 5 %, and few lie near the edge: of 1,000 searches at least 95 % must be right, less three standard deviations.
     */
    @ParameterizedTest
    @CsvSource({"0.5, 0.05", "0.5, 0.01", "0.9, 0.05", "0.2, 0.1"})
    void theIntervalHoldsTheEdgeOfANoisyResponderInNineteenOfTwentySearches(double threshold, double width) {
        double middle = 0.4321;
        double edge = middle + width * Math.log(1 / threshold - 1);
        int searches = 1_000;
        int right = 0;
        for (int seed = 0; seed < searches; seed++) {
            Responder noisy = chance(value -> logistic((value - middle) / width), seed);
            TippingPoint found = find(noisy, new Search(0, 1, 0.01, threshold, 0.95, 10, 320));
            assertEquals(Verdict.FOUND, found.verdict(), "seed " + seed);
            right += found.recovers() <= edge && edge <= found.collapses() ? 1 : 0;
        }
        double least = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / searches);
        assertTrue(right >= least * searches, right + " of " + searches);
    }

    @Test
    void moreReplicationsNarrowTheIntervalOfANoisyResponder() {
        Responder noisy = chance(value -> logistic((value - 0.5) / 0.1), 7);
        TippingPoint few = find(noisy, new Search(0, 1, 0.001, 0.5, 0.95, 10, 40));
        TippingPoint many = find(noisy, new Search(0, 1, 0.001, 0.5, 0.95, 10, 40_000));
        assertTrue(many.collapses() - many.recovers() < (few.collapses() - few.recovers()) / 4, few + "\n" + many);
    }

    @Test
    void whereNoFaultEndsNothingIsJudged() {
        TippingPoint found = find((value, batch, n, progress) -> new Answer(0, 0), ZERO_TO_ONE);
        assertEquals(Verdict.NOT_JUDGED, found.verdict());
        assertTrue(found.probes().isEmpty());
    }

    @Test
    void whatWasFoundBeforeItWasCancelledIsKept() {
        List<Double> asked = new ArrayList<>();
        Responder cancelled = (value, batch, n, progress) -> {
            asked.add(value);
            return asked.size() > 4 ? null : new Answer(value < 0.1 ? n : 0, n);
        };
        TippingPoint found = find(cancelled, ZERO_TO_ONE);
        assertEquals(Verdict.CANCELLED, found.verdict());
        assertEquals(4, found.probes().size());
        assertEquals(0.0, found.recovers());
        assertEquals(0.25, found.collapses());
    }

    @Test
    void progressNeverFallsAndStaysBelowOneUntilTheEnd() {
        List<Double> told = new ArrayList<>();
        Responder slow = (value, batch, n, progress) -> {
            progress.report(0.5);
            progress.report(1);
            return new Answer(value < 0.31 ? n : n / 2, n);
        };
        Responder noisy =
                (value, batch, n, progress) -> value > 0.6 ? new Answer(0, n) : slow.ask(value, batch, n, progress);
        Bisection.find(noisy, new Search(0, 1, 0.01, 0.5, 0.95, 10, 80), new RunProgress() {
            @Override
            public void report(double done) {
                told.add(done);
            }
        });
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i) > told.get(i - 1) && told.get(i) <= 1, told::toString);
        }
        assertTrue(told.get(told.size() - 1) > 0.9, told::toString);
    }

    @Test
    void theIntervalsAreThoseOfAllLooksTogether() {
        TippingPoint found = find(sharp(0.5), new Search(0, 1, 0.01, 0.5, 0.95, 10, 80));
        assertEquals(Proportion.of(10, 10, 1 - 0.05 / 4), found.probes().get(0).recovered());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, false, 0.01",
        "100, 280, false, 1",
        "1.5, 3, false, 0.01",
        "0, 60, false, 0.5",
        "1, 8, true, 1",
        "0, 5000, true, 50",
        "1, 0, false, 0.01"
    })
    void theUsualToleranceIsAboutAHundredthAndRound(double from, double to, boolean whole, double expected) {
        assertEquals(expected, Search.usualTolerance(from, to, whole), 1e-12);
    }

    @Test
    void theFirstBatchIsOnTheSeedThatWasAskedForAndEachOtherOnOneOfItsOwn() {
        RunSettings settings = new RunSettings(Duration.of("1m"), Duration.ZERO, 10, 42, 0.95, 2);
        assertEquals(settings.withReplications(3), Batches.settings(settings, 0, 3));
        Set<Long> seeds = new TreeSet<>();
        for (int batch = 0; batch < 40; batch++) {
            assertEquals(7, Batches.settings(settings, batch, 7).replications());
            assertTrue(seeds.add(Batches.settings(settings, batch, 7).seed()), "batch " + batch);
        }
    }

    @Test
    void aRangeOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Search(1, 1, 0.1, 0.5, 0.95, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Search(0, 1, 0, 0.5, 0.95, 10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Search(0, 1, 1e-9, 0.5, 0.95, 10, 10));
    }
}
