package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a study stops, and what it keeps. */
class StudyTest {

    private static RunSettings settings(int replications, int threads) {
        return new RunSettings(Duration.of("40m"), Duration.of("5m"), replications, 7, 0.95, threads);
    }

    private static StudyResult study(int arms, RunSettings settings, @Nullable Stopping stopping) {
        return Objects.requireNonNull(Study.run(HandMadeStudy.arms(arms), settings, stopping, false, RunProgress.NONE));
    }

    private static Stream<RunResult> runs(StudyResult study) {
        return study.arms().stream().flatMap(arm -> Stream.concat(Stream.of(arm.twin()), arm.outages().stream()));
    }

    /** The widest half width of the goodput in any run, as the definition has it. */
    private static double widest(StudyResult study) {
        return runs(study)
                .flatMap(run -> run.flows().values().stream())
                .mapToDouble(flow -> flow.goodput().halfWidth())
                .max()
                .orElseThrow();
    }

    @Test
    void itStopsAsSoonAsEveryIntervalIsNarrowEnough() {
        double asked = 0.006;
        StudyResult stopped = study(2, settings(3, 2), new Stopping(asked, 60));
        int made = stopped.arms().get(0).twin().evidence().replications();
        assertTrue(made > 4 && made < 60, made + " replications");
        assertTrue(widest(stopped) <= asked);
        assertTrue(widest(study(2, settings(made - 1, 2), null)) > asked, "one less was not enough");
        runs(stopped).forEach(run -> {
            Precision precision = Objects.requireNonNull(run.evidence().precision());
            assertEquals(made, run.evidence().replications());
            assertEquals(asked, precision.asked());
            assertTrue(precision.isReached());
        });
        assertTrue(stopped.isComplete());
    }

    @Test
    void itDoesNotStopBeforeTheExperimentsOwnNumber() {
        StudyResult study = study(1, settings(5, 2), new Stopping(0.5, 60));
        runs(study).forEach(run -> assertEquals(5, run.evidence().replications()));
    }

    @Test
    void itStopsAtTheLimitAndSaysThatThePrecisionWasNotReached() {
        StudyResult study = study(1, settings(3, 2), new Stopping(1e-6, 7));
        assertTrue(study.isComplete());
        runs(study).forEach(run -> assertEquals(7, run.evidence().replications()));
        Evidence outage = study.arms().get(0).outages().get(0).evidence();
        assertFalse(Objects.requireNonNull(outage.precision()).isReached());
        assertTrue(outage.sentence().contains("; precision not reached: ±"), outage.sentence());
    }

    @Test
    void oneReplicationHasNoIntervalThatCouldBeNarrowEnough() {
        StudyResult study = study(1, settings(1, 1), new Stopping(0.5, 60));
        assertEquals(2, study.arms().get(0).twin().evidence().replications());
    }

    @Test
    void aClientWithoutRequestsDoesNotHoldItUp() {
        StudyResult study = Objects.requireNonNull(Study.run(
                List.of(new Arm("as-drawn", SingleServer.specWithIdleClient(5, 0.1), List.of())),
                settings(3, 1),
                new Stopping(0.5, 60),
                false,
                RunProgress.NONE));
        assertEquals(
                0,
                Objects.requireNonNull(study.arms().get(0).twin().flows().get("nobody"))
                        .requests());
        assertEquals(3, study.arms().get(0).twin().evidence().replications());
    }

    @Test
    void aRuleThatAsksForNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Stopping(0, 10));
        assertThrows(IllegalArgumentException.class, () -> new Stopping(Double.NaN, 10));
        assertThrows(IllegalArgumentException.class, () -> new Stopping(0.01, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void theSameReplicationsAreMadeOnAnyNumberOfThreads(int threads) {
        Stopping stopping = new Stopping(0.008, 60);
        StudyResult one = study(2, settings(3, 1), stopping);
        StudyResult more = study(2, settings(3, threads), stopping);
        assertEquals(withoutThreads(one), withoutThreads(more));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatWasDoneWhenItWasCancelledIsKept(int threads) {
        StudyResult cancelled = Objects.requireNonNull(
                Study.run(HandMadeStudy.arms(2), settings(50, threads), null, false, new CancelAt(0.2)));
        assertFalse(cancelled.isComplete());
        List<Integer> made = new ArrayList<>();
        for (ArmResult arm : cancelled.arms()) {
            int arms = cancelled.arms().indexOf(arm);
            made.add(arm.twin().evidence().replications());
            for (RunResult run :
                    Stream.concat(Stream.of(arm.twin()), arm.outages().stream()).toList()) {
                int replications = run.evidence().replications();
                assertTrue(replications > 0 && replications < 50, replications + " replications");
                StudyResult whole = study(2, settings(replications, 2), null);
                RunResult same = runs(whole)
                        .filter(it ->
                                it.strategy().equals(run.strategy()) && Objects.equals(it.scenario(), run.scenario()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(same.flows(), run.flows(), "arm " + arms);
                assertEquals(same.totals(), run.totals(), "arm " + arms);
            }
        }
        assertTrue(made.get(0) - made.get(made.size() - 1) <= 1, "in the order of the replications: " + made);
        assertFalse(cancelled.comparisons().isEmpty());
    }

    @Test
    void whereNothingWasDoneThereIsNoResult() {
        assertNull(Study.run(HandMadeStudy.arms(1), settings(5, 1), null, false, new CancelAt(0)));
    }

    @Test
    void progressNeverFallsAndIsNotWholeBeforeTheEnd() {
        for (Stopping stopping : new Stopping[] {new Stopping(0.008, 60), null}) {
            CancelAt listener = new CancelAt(2);
            StudyResult study =
                    Objects.requireNonNull(Study.run(HandMadeStudy.arms(2), settings(3, 2), stopping, false, listener));
            assertTrue(study.isComplete());
            double before = 0;
            for (double done : listener.reports) {
                assertTrue(done > before && done <= 1, listener.reports.toString());
                before = done;
            }
            assertTrue(stopping == null ? before == 1 : before > 0.5 && before <= 0.99, "at last " + before);
        }
    }

    @Test
    void theEvidenceIsToldInASentence() {
        ShareDistribution none = ShareDistribution.EMPTY;
        assertEquals(
                "Analysed 812,000 requests in 37 replications, discarded 4,000 of the warm-up; precision reached: ±0.40 percentage"
                        + " points of 0.50 asked.",
                new Evidence(37, 812_000, 4_000, none, new Precision(0.005, 0.004), WarmupCheck.NONE).sentence());
        assertEquals(
                "Analysed 900 requests in 1 replication, discarded 0 of the warm-up; precision not known: ±1.0 percentage points"
                        + " asked.",
                new Evidence(1, 900, 0, none, new Precision(0.01, Double.NaN), WarmupCheck.NONE).sentence());
        assertEquals(
                "Analysed 1 request in 2 replications, discarded 12 of the warm-up.",
                new Evidence(2, 1, 12, none, null, WarmupCheck.NONE).sentence());
    }

    /** The result, but for the number of threads that it was made with. */
    private static StudyResult withoutThreads(StudyResult study) {
        return new StudyResult(
                study.settings().withThreads(1),
                study.arms().stream()
                        .map(arm -> new ArmResult(
                                arm.id(),
                                withoutThreads(arm.twin()),
                                arm.outages().stream()
                                        .map(StudyTest::withoutThreads)
                                        .toList()))
                        .toList(),
                study.comparisons(),
                study.isComplete());
    }

    private static RunResult withoutThreads(RunResult it) {
        return new RunResult(
                it.scenario(),
                it.strategy(),
                it.settings().withThreads(1),
                it.flows(),
                it.components(),
                it.dependencies(),
                it.cost(),
                it.totals(),
                it.blastRadius(),
                it.evidence(),
                it.series());
    }

    /** Cancels as soon as so much is done, and keeps what it heard. */
    private static final class CancelAt implements RunProgress {
        private final double share;
        private final List<Double> reports = new ArrayList<>();
        private volatile boolean cancelled;

        CancelAt(double share) {
            this.share = share;
            this.cancelled = share == 0;
        }

        @Override
        public synchronized void report(double done) {
            reports.add(done);
            cancelled |= done >= share;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
