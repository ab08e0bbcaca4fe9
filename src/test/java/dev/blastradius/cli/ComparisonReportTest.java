package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.HandMadeArms;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ComparisonReportTest {

    private static final Model MODEL = ModelReader.read(Trial.MODEL, null).model();

    private static final List<Arm> ARMS =
            CompareCommand.arms(MODEL, List.of("as-drawn", "retry"), List.of("opus-brownout"));

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

    @Test
    void oneReplicationEstablishesNothing() {
        String report = report(HandMadeRun.SETTINGS, null, 1, ComparisonReportTest::retryHelps, STYLE);
        assertTrue(report.contains("One replication gives no interval and establishes nothing"), report);
        assertFalse(report.contains("*"), report);
    }

    @Test
    void oneStrategyIsShownWithoutAComparison() {
        List<Arm> one = CompareCommand.arms(MODEL, List.of("retry"), List.of("opus-brownout"));
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
