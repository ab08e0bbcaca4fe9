package dev.blastradius.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.SampleResults;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunControllerTest {

    private static final Model MODEL = new Model(SampleResults.pipeline(), Map.of());
    private static final RunSettings SETTINGS = SampleResults.settings(2);
    private static final RunResult RESULT = SampleResults.result(600, 2);

    /** A run that does what the test says, when it says so. */
    private static final class Job {
        private final RunSpec spec;
        private final RunProgress progress;
        private final CompletableFuture<RunResult> result = new CompletableFuture<>();

        Job(RunSpec spec, RunProgress progress) {
            this.spec = spec;
            this.progress = progress;
        }
    }

    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private final AtomicLong clock = new AtomicLong();
    private List<Problem> problems = List.of();
    private final RunController controller = new RunController(spec -> problems, this::work, clock::get);

    private RunResult work(RunSpec spec, RunSettings settings, RunProgress progress) {
        Job job = new Job(spec, progress);
        jobs.add(job);
        try {
            return job.result.get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        jobs.forEach(job -> job.result.complete(null));
    }

    @Test
    void aRunGivesItsResultOnTheScreensThread() throws Exception {
        start("opus-brownout");
        Job job = jobs.take();
        assertTrue(running());
        assertEquals("opus-brownout", job.spec.scenarioId());
        job.result.complete(RESULT);
        assertSame(RESULT, heard.take());
        assertFalse(running());
    }

    @Test
    void progressAndTheTimeLeftFollowTheRun() throws Exception {
        start(null);
        Job job = jobs.take();
        clock.set(3_000_000_000L);
        job.progress.report(0.25);
        Fx.await(controller.progressProperty(), done -> done.doubleValue() == 0.25);
        assertEquals("9 s left", Fx.get(() -> controller.timeLeftProperty().get()));
        job.result.complete(RESULT);
        heard.take();
        assertEquals(0, Fx.get(() -> controller.progressProperty().get()));
        assertEquals("", Fx.get(() -> controller.timeLeftProperty().get()));
    }

    @Test
    void aThousandReportsInOneGoReachTheScreenAsFew() throws Exception {
        start(null);
        Job job = jobs.take();
        AtomicLong changes = new AtomicLong();
        Fx.run(() -> controller.progressProperty().addListener((property, before, now) -> changes.incrementAndGet()));
        CountDownLatch reported = new CountDownLatch(1);
        Fx.run(() -> {
            // While the screen is busy, reports pile up to one.
            for (int i = 1; i <= 1_000; i++) {
                job.progress.report(i / 1_000.0);
            }
            reported.countDown();
        });
        reported.await();
        Fx.await(controller.progressProperty(), done -> done.doubleValue() == 1);
        assertEquals(1, changes.get());
    }

    @Test
    void aCancelledRunEndsAtOnceAndGivesNothing() throws Exception {
        start(null);
        Job job = jobs.take();
        assertFalse(job.progress.isCancelled());
        Fx.run(controller::cancel);
        assertFalse(running());
        assertTrue(job.progress.isCancelled());
        job.progress.report(0.9);
        job.result.complete(RESULT);
        nextRunIsTheOnlyOneHeardOf();
        assertEquals(0, Fx.get(() -> controller.progressProperty().get()));
    }

    @Test
    void aNewRunCancelsTheFormerOne() throws Exception {
        start(null);
        Job former = jobs.take();
        start("opus-brownout");
        assertTrue(former.progress.isCancelled());
        former.result.complete(null);
        Job latter = jobs.take();
        latter.result.complete(RESULT);
        assertSame(RESULT, heard.take());
        assertTrue(heard.isEmpty());
    }

    @Test
    void aRunThatNeverEndsKeepsNoLaterOneWaitingAndIsHeardOfNoMore() throws Exception {
        start(null);
        Job stuck = jobs.take();
        Fx.run(controller::cancel);
        nextRunIsTheOnlyOneHeardOf();
        start("opus-brownout");
        Job latter = jobs.take();
        stuck.result.complete(SampleResults.result(600, 1));
        latter.result.complete(RESULT);
        assertSame(RESULT, heard.take());
        nextRunIsTheOnlyOneHeardOf();
    }

    @Test
    void aModelThatAsksForTooMuchIsRefusedAndNotTakenForAFaultOfTheProgram() throws Exception {
        String endless = """
                { "format": "blastradius/1",
                  "components": {
                    "users": {"kind": "client", "traffic": {"requestsPerSecond": 1}},
                    "a": {"kind": "service", "latency": "1ms"}, "b": {"kind": "service", "latency": "1ms"} },
                  "dependencies": {"users->a": {}, "a->b": {"probability": 0.9999999},
                                   "b->a": {"probability": 0.9999999}} }""";
        RunController real = new RunController(UnreadRecordings::problems, Runner::run);
        Model model = ModelReader.read(endless, null).model();
        Fx.run(() -> real.start(model, null, "as-drawn", SETTINGS, this::hear, this::hear, this::hear));
        List<?> refused = assertInstanceOf(List.class, heard.take());
        assertTrue(refused.toString().contains("nest"), refused::toString);
    }

    @Test
    void aStrategyThatNoLongerFitsIsRefusedWithItsProblems() throws Exception {
        String unfit = """
                { "format": "blastradius/1",
                  "components": {
                    "users": {"kind": "client", "traffic": {"requestsPerSecond": 1}},
                    "a": {"kind": "service", "latency": "1s"} },
                  "dependencies": {"users->a": {}},
                  "strategies": {"more": {"patch": {"components": {"a": {"concurrency": 3}}}}} }""";
        Pipeline fits = ModelReader.read(unfit, null).model().pipeline();
        Pipeline without = new Pipeline(
                fits.format(), "", "", Map.of(), Map.of(), null, fits.strategies(), fits.experiment(), null);
        Model model = new Model(without, Map.of());
        Fx.run(() -> controller.start(model, null, "more", SETTINGS, this::hear, this::hear, this::hear));
        List<?> refused = assertInstanceOf(List.class, heard.take());
        assertTrue(refused.toString().contains("$.strategies.more.patch"), refused::toString);
        assertTrue(jobs.isEmpty());
    }

    @Test
    void aFailureIsToldAndTheNextRunWorks() throws Exception {
        start(null);
        IllegalStateException failure = new IllegalStateException("broken");
        jobs.take().result.completeExceptionally(failure);
        assertSame(
                failure,
                assertInstanceOf(IllegalStateException.class, heard.take()).getCause());
        assertFalse(running());
        nextRunIsTheOnlyOneHeardOf();
    }

    @Test
    void aScenarioThatTheModelDoesNotHaveIsRefused() throws Exception {
        start("no-such-scenario");
        List<?> refused = assertInstanceOf(List.class, heard.take());
        assertTrue(refused.toString().contains("no-such-scenario"), refused::toString);
        assertFalse(running());
    }

    @Test
    void aRefusedRunIsNotMadeAndItsProblemsAreTold() throws Exception {
        problems = List.of(Problem.error(JsonPath.ROOT.key("dependencies"), "recorded arrivals are missing", "", ""));
        start(null);
        assertEquals(problems, heard.take());
        assertFalse(running());
        assertTrue(jobs.isEmpty());
    }

    /** Whatever an earlier run could still have to say has been said when a later one has ended. */
    private void nextRunIsTheOnlyOneHeardOf() throws Exception {
        RunResult next = SampleResults.result(600, 1);
        start(null);
        jobs.take().result.complete(next);
        assertSame(next, heard.take());
        assertTrue(heard.isEmpty());
    }

    private boolean running() throws Exception {
        return Fx.get(() -> controller.runningProperty().get());
    }

    private void start(String scenario) throws Exception {
        Fx.run(() -> controller.start(MODEL, scenario, "as-drawn", SETTINGS, this::hear, this::hear, this::hear));
    }

    private void hear(Object what) {
        assertTrue(Platform.isFxApplicationThread());
        heard.add(what);
    }
}
