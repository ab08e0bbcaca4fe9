package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.HandMadeArms;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.WarmupCheck;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    private static final Model MODEL = ModelReader.read(Trial.MODEL, null).model();

    private static final List<Arm> ARMS =
            Strategies.arms(MODEL, List.of("opus-brownout"), List.of("as-drawn", "retry"));

    private static final Style STYLE = new Style(true, false);

    private static double retryHelps(RunSpec spec) {
        return spec.strategyId().equals("retry") ? 0.95 : 0.9;
    }

    private static String report(Function<RunSpec, Double> goodput, Style style) {
        return report(HandMadeRun.SETTINGS, null, -1, goodput, style);
    }

    private static String report(
            RunSettings settings, Stopping stopping, int done, Function<RunSpec, Double> goodput, Style style) {
        StudyResult study = HandMadeArms.of(ARMS, settings, stopping, done, goodput);
        return ComparisonReport.of(MODEL.pipeline(), ARMS, study, "as-drawn", style);
    }

    @Test
    void theWholePageIsAsInTheGoldenFile() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/result/comparison.txt")) {
            assertEquals(
                    new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    report(ComparisonReportTest::retryHelps, STYLE));
        }
    }

    @Test
    void noLineIsLongerThanAHundred() {
        assertTrue(report(ComparisonReportTest::retryHelps, STYLE).lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void nothingIsMarkedWhereNothingIsEstablished() {
        String report = report(spec -> 0.9, STYLE);
        assertFalse(report.contains("*"), report);
        assertFalse(report.contains("!"), report);
        assertTrue(report.contains("Nothing to choose"), report);
    }

    @Test
    void whatTheStoppingRuleReachedIsSaid() {
        String report =
                report(HandMadeRun.SETTINGS, new Stopping(0.005, 100), -1, ComparisonReportTest::retryHelps, STYLE);
        assertTrue(
                report.contains(
                        "  precision    every client's goodput within ±0.43 points; ±0.50 were asked: reached\n"),
                report);
    }

    @Test
    void whatWasInterruptedSaysSo() {
        String report = report(HandMadeRun.SETTINGS, null, 4, ComparisonReportTest::retryHelps, STYLE);
        assertTrue(report.contains("  run          4 replications of 90m"), report);
        assertTrue(report.contains("  interrupted  before all was done that was asked for"), report);
    }

    /** The same study, in which "retry" collapses now and then and the warm-up is too short. */
    private static StudyResult collapsing(StudyResult study) {
        long[] goodput = new long[ShareDistribution.BINS];
        goodput[ShareDistribution.bin(0.95)] = 7;
        goodput[ShareDistribution.bin(0.2)] = 3;
        Evidence evidence = new Evidence(
                10,
                48_000,
                2_400,
                new ShareDistribution(goodput),
                null,
                new WarmupCheck(600, "The warm-up is too short."));
        Evidence calm = new Evidence(
                10, 48_000, 2_400, ShareDistribution.EMPTY, null, new WarmupCheck(600, "The warm-up is too short."));
        List<ArmResult> arms = study.arms().stream()
                .map(arm -> new ArmResult(
                        arm.id(),
                        HandMadeDamage.with(arm.twin(), null, calm),
                        arm.outages().stream()
                                .map(run -> HandMadeDamage.with(
                                        run, run.blastRadius(), arm.id().equals("retry") ? evidence : calm))
                                .toList(),
                        arm.isReference()))
                .toList();
        return new StudyResult(study.settings(), arms, study.comparisons(), true);
    }

    @Test
    void aCollapseIsSaidOfItsStrategyAndAShortWarmUpOnceOfAll() {
        StudyResult study =
                collapsing(HandMadeArms.of(ARMS, HandMadeRun.SETTINGS, null, -1, ComparisonReportTest::retryHelps));
        String report = ComparisonReport.of(MODEL.pipeline(), ARMS, study, "as-drawn", STYLE);
        assertTrue(report.contains("  retry: 7 of 10 replications kept 95 % goodput, 3 fell to 20 %"), report);
        assertEquals(1, report.split("The warm-up is too short", -1).length - 1);
        assertTrue(report.contains("  All strategies: The warm-up is too short.\n"), report);
    }

    @Test
    void oneReplicationEstablishesNothing() {
        String report = report(HandMadeRun.SETTINGS, null, 1, ComparisonReportTest::retryHelps, STYLE);
        assertTrue(report.contains("One replication gives no interval and establishes nothing"), report);
        assertFalse(report.contains("*"), report);
    }

    @Test
    void oneStrategyIsShownWithoutAComparison() {
        List<Arm> one = Strategies.arms(MODEL, List.of("opus-brownout"), List.of("retry"));
        StudyResult study = HandMadeArms.of(one, HandMadeRun.SETTINGS, null, -1, spec -> 0.9);
        String report = ComparisonReport.of(MODEL.pipeline(), one, study, "retry", STYLE);
        assertTrue(report.contains("goodput               90.00 % ±1.00"), report);
        assertFalse(report.contains("Less"), report);
    }

    @Test
    void withoutUnicodeThePageIsAscii() {
        assertTrue(report(ComparisonReportTest::retryHelps, Style.PLAIN).chars().allMatch(c -> c < 128));
    }

    @Test
    void coloursChangeNothingButTheColours() {
        String coloured = report(ComparisonReportTest::retryHelps, new Style(true, true));
        assertEquals(report(ComparisonReportTest::retryHelps, STYLE), coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    }
}
