package dev.blastradius.io.vary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Bisection;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.Responder;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.Sweep;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import dev.blastradius.experiment.search.Trial;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs at other values than the model's, alone and on a grid. */
class VariedRunsTest {

    private static final Model SUPPORT = DialsTest.SUPPORT;
    private static final String LOAD = "components.customers.traffic.requestsPerSecond";
    private static final String ATTEMPTS = "dependencies.customers->server.retry.maxAttempts";

    /** Thirty servers of 10 requests a second that stand still for 10 s. */
    private static final Model FREEZE = ModelReader.read(
                    Path.of("src", "test", "resources", "validation", "metastable.blast.json"))
            .model();

    private static VariedRuns runs(Model model, String scenario, String strategy, String... paths) {
        List<Dial> dials = new ArrayList<>();
        for (String path : paths) {
            dials.add(DialsTest.dial(model, path));
        }
        return new VariedRuns(model, dials, scenario, strategy, RunSettings::of);
    }

    /** Three minutes of the freeze. */
    private static VariedRuns freeze(String scenario, int replications, int threads, String... paths) {
        VariedRuns runs = runs(FREEZE, scenario, "as-drawn", paths);
        return new VariedRuns(
                FREEZE,
                runs.dials(),
                scenario,
                "as-drawn",
                experiment ->
                        settings(experiment).withReplications(replications).withThreads(threads));
    }

    private static RunSettings settings(Experiment experiment) {
        return RunSettings.of(experiment).withSpan(Duration.of("3m"), Duration.ZERO);
    }

    private static Axis axis(VariedRuns runs, int dial, Double... values) {
        return new Axis(runs.dials().get(dial).varied(), List.of(values));
    }

    @Test
    void theValuesAreSetBeforeTheStrategysPatch() {
        Trial trial = runs(SUPPORT, "brownout", "breaker", "dependencies.assistant->opus.retry.maxAttempts", "load")
                .at(List.of(7.0, 2.0));
        Pipeline built = trial.arm().outages().get(0).pipeline();
        Dependency arrow = built.arrows().get("assistant->opus");
        assertEquals("10s", arrow.call().timeout().text());
        assertTrue(arrow.toString().contains("maxAttempts=7"), arrow::toString);
        Client visitors = (Client) built.components().get("visitors");
        assertEquals(80.0, ((Traffic.Poisson) visitors.traffic()).requestsPerSecond());
        assertEquals("breaker", trial.arm().id());
        assertNull(trial.arm().twin().scenarioId());
    }

    @Test
    void aNumberOfTheStrategysOwnPatchIsVariedInIt() {
        String path = "strategies.breaker.patch.dependencies.assistant->opus.timeout";
        Trial trial = runs(SUPPORT, "brownout", "breaker", path).at(List.of(3.5));
        assertEquals(
                "3.5s",
                trial.arm()
                        .twin()
                        .pipeline()
                        .arrows()
                        .get("assistant->opus")
                        .call()
                        .timeout()
                        .text());
    }

    @Test
    void theExperimentsDurationIsThatOfTheRun() {
        Trial trial = runs(SUPPORT, null, "as-drawn", "experiment.duration").at(List.of(600.0));
        assertEquals(Duration.of("10m"), trial.settings().duration());
        assertTrue(trial.arm().outages().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "brownout | breaker | scenarios.down.faults[0].at | another scenario than the one that is run",
                " | as-drawn | scenarios.down.faults[0].at | another scenario than the one that is run",
                "brownout | as-drawn | strategies.breaker.runbook[0].after | another strategy than the one that is run",
                "brownout | breaker | dependencies.assistant->opus.timeout | the strategy \"breaker\" sets this itself",
                "brownout | busier | components.visitors.traffic.requestsPerSecond | the strategy \"busier\" sets this itself",
                "brownout | busier | load | the strategy \"busier\" sets the traffic of visitors itself",
            })
    void whatWouldChangeNothingIsAProblem(String scenario, String strategy, String path, String what) {
        List<Problem> idle = runs(SUPPORT, scenario, strategy, path).idle();
        assertEquals(List.of(what), idle.stream().map(Problem::what).toList());
        assertFalse(idle.get(0).expected().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "brownout, breaker, dependencies.assistant->opus.retry.maxAttempts",
        "brownout, breaker, scenarios.brownout.faults[0].errorRate",
        "brownout, breaker, strategies.breaker.runbook[0].patch.components.assistant.concurrency",
        "brownout, breaker, components.assistant.concurrency",
        "brownout, busier, components.visitors.traffic.profile[0][1]",
        "brownout, breaker, load",
    })
    void whatChangesTheRunIsNone(String scenario, String strategy, String path) {
        assertEquals(List.of(), runs(SUPPORT, scenario, strategy, path).idle());
    }

    @Test
    void whatIsWrongWithTheModelAtAValueIsToldAndNotRun() {
        VariedRuns runs = runs(SUPPORT, null, "as-drawn", "experiment.duration");
        assertEquals(
                "$.experiment.warmup",
                runs.problems(List.of(60.0)).get(0).where().toString());
        assertEquals(List.of(), runs.problems(List.of(600.0)));
        assertThrows(IllegalArgumentException.class, () -> runs.at(List.of(60.0)));
    }

    @Test
    void aPointOfASweepIsTheRunOfTheChangedModel() {
        VariedRuns runs = freeze("freeze", 3, 2, LOAD);
        SweepResult sweep = Sweep.run(runs, List.of(axis(runs, 0, 60.0)), RunProgress.NONE);
        Model changed = DialsTest.set(FREEZE, runs.dials().get(0), 60).model();
        RunSettings how = settings(changed.pipeline().settings()).withReplications(3);
        RunResult run = Runner.run(Strategies.runSpec(changed, "freeze", "as-drawn"), how, RunProgress.NONE);
        RunResult twin = Runner.run(Strategies.runSpec(changed, null, "as-drawn"), how, RunProgress.NONE);
        assertNotNull(run);
        assertNotNull(twin);
        SweepPoint point = sweep.points().get(0);
        assertEquals(SweepPoint.of(List.of(60.0), new ArmResult("as-drawn", twin, List.of(run))), point);
        assertEquals(run.totals().goodput(), point.goodput());
        assertEquals(twin.totals().goodput(), point.withoutFaults());
        assertEquals(3, point.replications());
    }

    @Test
    void aGridOfTwoParametersShowsWhereLoadTimesAttemptsReachesTheCapacity() {
        VariedRuns runs = freeze("freeze", 2, 2, LOAD, ATTEMPTS);
        SweepResult sweep =
                Sweep.run(runs, List.of(axis(runs, 0, 60.0, 180.0), axis(runs, 1, 1.0, 2.0)), RunProgress.NONE);
        assertTrue(sweep.isComplete());
        assertEquals(
                List.of(List.of(60.0, 1.0), List.of(60.0, 2.0), List.of(180.0, 1.0), List.of(180.0, 2.0)),
                sweep.points().stream().map(SweepPoint::values).toList());
        assertEquals(
                List.of(Region.STABLE, Region.STABLE, Region.STABLE, Region.COLLAPSED),
                sweep.points().stream().map(SweepPoint::region).toList());
    }

    @Test
    void theResultIsTheSameForAnyNumberOfThreads() {
        VariedRuns one = freeze("freeze", 3, 1, LOAD);
        VariedRuns four = freeze("freeze", 3, 4, LOAD);
        List<Axis> axes = List.of(axis(one, 0, 40.0, 80.0));
        assertEquals(Sweep.run(one, axes, RunProgress.NONE), Sweep.run(four, axes, RunProgress.NONE));
        Search search = new Search(60, 180, 30, 0.5, 0.8, 3, 6);
        assertEquals(
                Bisection.find(Responder.of(one), search, RunProgress.NONE),
                Bisection.find(Responder.of(four), search, RunProgress.NONE));
    }

    @Test
    void aSweepThatIsCancelledKeepsThePointsThatAreDone() {
        VariedRuns runs = freeze("freeze", 2, 2, LOAD);
        List<Axis> axes = List.of(axis(runs, 0, 20.0, 40.0, 60.0, 80.0));
        SweepResult whole = Sweep.run(runs, axes, RunProgress.NONE);
        UntilHalf untilHalf = new UntilHalf();
        SweepResult half = Sweep.run(runs, axes, untilHalf);
        assertFalse(half.isComplete());
        assertTrue(whole.isComplete());
        assertEquals(whole.points().subList(0, 2), half.points());
    }

    /** Cancels as soon as the third of four points has begun. */
    private static final class UntilHalf implements RunProgress {
        private volatile double done;

        @Override
        public void report(double share) {
            done = Math.max(done, share);
        }

        @Override
        public boolean isCancelled() {
            return done > 0.5;
        }
    }

    @Test
    void progressOfASweepIsThatOfTheWholeAndNeverFalls() {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());
        VariedRuns runs = freeze("freeze", 2, 2, LOAD);
        Sweep.run(runs, List.of(axis(runs, 0, 20.0, 40.0)), new RunProgress() {
            @Override
            public void report(double done) {
                told.add(done);
            }
        });
        for (int i = 1; i < told.size(); i++) {
            assertTrue(told.get(i) >= told.get(i - 1), told::toString);
        }
        assertEquals(1.0, told.get(told.size() - 1), 1e-9);
    }

    @Test
    void withoutFaultsNothingIsSaidOfRecovery() {
        VariedRuns runs = freeze(null, 2, 2, LOAD);
        SweepPoint point = Sweep.run(runs, List.of(axis(runs, 0, 50.0)), RunProgress.NONE)
                .points()
                .get(0);
        assertNull(point.recovered());
        assertNull(point.region());
        assertTrue(Double.isNaN(point.timeToRecover().mean()));
        assertTrue(point.goodput().mean() > 0.99);
        assertThrows(IllegalArgumentException.class, () -> Responder.of(runs).ask(50, 0, 2, RunProgress.NONE));
    }

    @Test
    void whereAFaultDoesNotEndNoTippingPointIsJudged() {
        VariedRuns runs = freeze("freeze", 2, 2, "scenarios.freeze.faults[0].for");
        Search search = new Search(400, 10, 10, 0.5, 0.95, 2, 4);
        assertEquals(
                Verdict.NOT_JUDGED,
                Bisection.find(Responder.of(runs), search, RunProgress.NONE).verdict());
    }
}
