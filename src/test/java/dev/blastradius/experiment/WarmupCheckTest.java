package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarmupCheckTest {

    private static final RunSpec STEADY = SingleServer.spec(5, 0.1, "");

    private static List<WarmupCheck> checks(
            double rate, double service, String warmup, String duration, int replications, int seeds) {
        RunSpec spec = SingleServer.spec(rate, service, "");
        return IntStream.range(0, seeds)
                .parallel()
                .mapToObj(seed -> SingleServer.study(List.of(spec), warmup, duration, replications, seed)
                        .arms()
                        .get(0)
                        .twin()
                        .evidence()
                        .warmup())
                .toList();
    }

    private static long warned(List<WarmupCheck> checks) {
        return checks.stream().filter(check -> check.warning() != null).count();
    }

    /** Relaxation times 1 / (μ (1 - √ρ)²): 90 s and 12 s, of which the warm-up lasts several. */
    @ParameterizedTest
    @CsvSource({"0.8,1,500s,1500s,10,100", "0.8,1,500s,1500s,3,100", "0.5,1,100s,400s,10,200"})
    void aServerThatWasWarmIsNotWarnedOf(
            double rate, double service, String warmup, String duration, int replications, int seeds) {
        long warned = warned(checks(rate, service, warmup, duration, replications, seeds));
        assertTrue(warned <= 0.05 * seeds, warned + " of " + seeds);
    }

    /** The relaxation time is 156 s, a quarter of the run. */
    @Test
    void aHeavilyLoadedServerBegunEmptyWithoutAWarmupIsWarnedOf() {
        List<WarmupCheck> checks = checks(9.5, 0.1, "0s", "600s", 40, 10);
        assertTrue(warned(checks) >= 7, warned(checks) + " of 10");
        for (WarmupCheck check : checks) {
            if (check.warning() != null) {
                assertTrue(check.warning().contains(" less work in the system than the "), check.warning());
            }
        }
    }

    @Test
    void aServerThatCannotCarryItsLoadNeverSettles() {
        for (WarmupCheck check : checks(11, 0.1, "100s", "600s", 10, 3)) {
            assertTrue(Double.isNaN(check.settledAfter()));
            assertTrue(
                    Objects.requireNonNull(check.warning()).startsWith("The run does not settle: in the first half"),
                    check.warning());
        }
    }

    @Test
    void theWarningSaysHowLongTheWarmupShouldBe() {
        WarmupSum sum = rising(0);
        assertEquals(
                new WarmupCheck(
                        40,
                        "The warm-up of 0 s is too short: by MSER-5 the run settles after 40 s, and what is measured before that"
                                + " has 50 % less work in the system than the rest. Make the warm-up at least that long."),
                sum.check(STEADY));
    }

    @Test
    void aWarmupUntilTheRunSettlesIsLongEnough() {
        assertEquals(new WarmupCheck(40, null), rising(40).check(STEADY));
        assertNotNull(rising(20).check(STEADY).warning());
    }

    @Test
    void whereTheLoadChangesByItselfNothingIsSaid() {
        RunSpec changing = SingleServer.spec(5, 0.1, ", 'profile': [['0s', 1], ['1h', 2]]");
        assertNull(rising(0).check(changing).warning());
        RunSpec level = SingleServer.spec(5, 0.1, ", 'profile': [['0s', 2], ['1h', 2]]");
        assertNotNull(rising(0).check(level).warning());
    }

    @Test
    void oneReplicationIsTooFewToTellATransientFromChance() {
        WarmupSum sum = new WarmupSum();
        sum.add(step(new Random(1)), 1, 0);
        assertFalse(Double.isNaN(sum.check(STEADY).settledAfter()));
        assertNull(sum.check(STEADY).warning());
    }

    @Test
    void ofARunOfAFewStepsNothingIsSaid() {
        WarmupSum sum = new WarmupSum();
        sum.add(new double[] {0, 1, 2}, 1, 0);
        sum.add(new double[] {0, 1, 2}, 1, 0);
        assertEquals(WarmupCheck.NONE, sum.check(STEADY));
        assertEquals(WarmupCheck.NONE, new WarmupSum().check(STEADY));
    }

    @Test
    void theOutagesOfAnArmHaveTheCheckOfItsTwin() {
        StudyResult study = Objects.requireNonNull(Study.run(
                HandMadeStudy.arms(1),
                HandMadeRun.SETTINGS.withReplications(2).withThreads(1),
                null,
                false,
                RunProgress.NONE));
        StudyResult.ArmResult arm = study.arms().get(0);
        assertFalse(Double.isNaN(arm.twin().evidence().settledAfter()));
        assertEquals(2, arm.outages().size());
        arm.outages()
                .forEach(outage -> assertEquals(
                        arm.twin().evidence().warmup(), outage.evidence().warmup()));
    }

    /** Eight replications that have half of the work in their first 40 steps. */
    private static WarmupSum rising(double warmup) {
        WarmupSum sum = new WarmupSum();
        Random random = new Random(5);
        for (int replication = 0; replication < 8; replication++) {
            sum.add(step(random), 1, warmup);
        }
        return sum;
    }

    private static double[] step(Random random) {
        double[] values = new double[400];
        Arrays.setAll(values, i -> (i < 40 ? 5 : 10) + 0.1 * random.nextGaussian());
        return values;
    }
}
