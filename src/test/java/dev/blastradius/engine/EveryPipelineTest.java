package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import org.junit.jupiter.api.Test;

/** What holds for every pipeline, tried on random ones; a failure names its seed. */
class EveryPipelineTest {

    private static final int PIPELINES = 250;

    /** A power of two, and few enough to catch what would right itself by the end of a run. */
    private static final int EVENTS_PER_CHECK = 1024;

    /** The laws of {@link Conservation} are checked in the midst of the run and at its end: that there is no exception says that they hold. */
    @Test
    void nothingIsLostOrCountedTwiceInAnyPipeline() {
        long arrivals = 0;
        long delivered = 0;
        long lost = 0;
        for (long seed = 0; seed < PIPELINES; seed++) {
            RunSpec spec = Strategies.runSpec(RandomPipelines.of(seed), "trouble", Strategy.AS_DRAWN);
            try {
                ReplicationResult result = simulate(spec, seed);
                for (int component = 0; component < result.components(); component++) {
                    arrivals += result.station(component).arrivals();
                    delivered += result.station(component).delivered();
                    lost += result.station(component).lost();
                }
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertEquals(true, arrivals > 10 * PIPELINES, "the pipelines are not idle");
        assertEquals(true, delivered > 10 * PIPELINES, "nor are the queues in them");
        assertEquals(true, lost > PIPELINES, "and these lose something now and then");
    }

    @Test
    void nothingIsLostOrCountedTwiceWhenPeopleChangeAnyPipelineInMidRun() {
        long changed = 0;
        for (long seed = 0; seed < PIPELINES; seed++) {
            Model model = RandomRunbooks.of(seed);
            try {
                ReplicationResult drawn = simulate(Strategies.runSpec(model, "trouble", Strategy.AS_DRAWN), seed);
                ReplicationResult other = simulate(Strategies.runSpec(model, "trouble", "runbook"), seed);
                changed += drawn.events() == other.events() ? 0 : 1;
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertEquals(true, changed > PIPELINES * 9 / 10, "the runbooks change something: " + changed);
    }

    @Test
    void theSameSeedGivesTheSameResultForAnyNumberOfThreads() {
        for (long seed = 0; seed < 20; seed++) {
            Model model = RandomRunbooks.of(seed);
            RunSpec spec = Strategies.runSpec(model, "trouble", seed % 2 == 0 ? Strategy.AS_DRAWN : "runbook");
            RunSettings settings = RunSettings.of(model.pipeline().settings()).withReplications(5);
            RunResult one = run(spec, settings.withThreads(1));
            RunResult two = run(spec, settings.withThreads(2));
            RunResult seven = run(spec, settings.withThreads(7));
            assertEquals(withThreads(one, 0), withThreads(two, 0), "seed " + seed);
            assertEquals(withThreads(one, 0), withThreads(seven, 0), "seed " + seed);
        }
    }

    private static ReplicationResult simulate(RunSpec spec, long seed) {
        var settings = RunSettings.of(spec.pipeline().settings());
        return Simulation.of(spec, settings.warmup(), settings.duration()).replicateChecked(seed, 0, EVENTS_PER_CHECK);
    }

    private static RunResult run(RunSpec spec, RunSettings settings) {
        RunResult result = Runner.run(spec, settings, RunProgress.NONE);
        assertNotNull(result);
        return result;
    }

    /** The result, but for the number of threads that it was made with. */
    private static RunResult withThreads(RunResult it, int threads) {
        return new RunResult(
                it.scenario(),
                it.strategy(),
                it.settings().withThreads(threads),
                it.flows(),
                it.components(),
                it.dependencies(),
                it.cost(),
                it.totals(),
                it.blastRadius(),
                it.evidence(),
                it.series());
    }
}
