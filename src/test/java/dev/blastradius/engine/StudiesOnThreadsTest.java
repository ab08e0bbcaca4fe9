package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Studies of random pipelines, of two arms each, under trouble and under none. */
class StudiesOnThreadsTest {

    @Test
    void aWholeStudyIsTheSameOnOneTwoAndFiveThreads() {
        long differing = 0;
        for (long seed = 100; seed < 106; seed++) {
            Model model = RandomRunbooks.of(seed);
            List<Arm> arms = Stream.of(Strategy.AS_DRAWN, "runbook")
                    .map(strategy -> arm(model, strategy))
                    .toList();
            RunSettings settings = RunSettings.of(model.pipeline().settings())
                    .withReplications(3)
                    .withSeed(seed);
            StudyResult one = study(arms, settings.withThreads(1));
            assertEquals(one, study(arms, settings.withThreads(2)), "seed " + seed);
            assertEquals(one, study(arms, settings.withThreads(5)), "seed " + seed);
            differing += one.comparisons().stream()
                            .flatMap(comparison -> comparison.pairs().stream())
                            .anyMatch(pair -> Math.abs(pair.difference().mean()) > 0)
                    ? 1
                    : 0;
        }
        assertTrue(differing >= 5, "the arms differ in most: " + differing);
    }

    private static Arm arm(Model model, String strategy) {
        RunSpec outage = Strategies.runSpec(model, "trouble", strategy);
        return new Arm(strategy, outage.withoutFaults(), List.of(outage, outage));
    }

    /** The result, but for the number of threads that it was made with. */
    private static StudyResult study(List<Arm> arms, RunSettings settings) {
        StudyResult study = Objects.requireNonNull(Study.run(arms, settings, null, true, RunProgress.NONE));
        return new StudyResult(
                study.settings().withThreads(1),
                study.arms().stream()
                        .map(arm -> new ArmResult(
                                arm.id(),
                                withoutThreads(arm.twin()),
                                arm.outages().stream()
                                        .map(StudiesOnThreadsTest::withoutThreads)
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
}
