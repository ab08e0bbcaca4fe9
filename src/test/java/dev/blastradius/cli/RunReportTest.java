package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.WarmupCheck;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunReportTest {

    private static final Pipeline PIPELINE =
            ModelReader.read(Trial.MODEL, null).model().pipeline();

    private static String report(RunResult run, Style style) {
        return RunReport.of(PIPELINE, run, style);
    }

    private static final RunResult OUTAGE = HandMadeDamage.run("opus-brownout", "as-drawn", 0.9, 0.08);

    private static String report() {
        return report(OUTAGE, new Style(true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Support assistant",
                "scenario    opus-brownout: Opus returns errors",
                "strategy    as-drawn",
                "10 replications of 90m, measured after 5m, seed 42",
                "requests, all replications         48,000",
                "goodput                     90.00 % ±1.00",
                "latency, p99                 9.50 s ±0.01",
                "missed  visitors: goodput 90.00 % misses the promised 99.50 % by 9.50 points",
                "opus/error                          4,000  8.33 %",
                "assistant     48,100  89.40 %  50.00 % ±1.00",
                "assistant->opus  48,000    60,000   12,000",
                "1.25 ±0.01",
                "total       $12.50 ±0.01",
                "Blast radius        visitors",
                "affected       13.00 % ±1.00",
                "goodput lost    8.00 % ±1.00",
                "late more       3.00 % ±1.00",
                "recovered   in 7 of 10 replications (95 % interval 39.68 % to 89.22 %), after 95.0 s ±15.0",
                "load        1.40 ±0.01 times the attempts without the faults",
                "bound       99.00 % ±1.00 could have been answered in time by some path",
                "Analysed 48,000 requests in 10 replications, discarded 2,400 of the warm-up.",
                "± is half the width of the 95 % confidence interval over 10 replications."
            })
    void theReportSays(String line) {
        assertTrue(report().contains(line), report());
    }

    @Test
    void noLineIsLongerThanAHundred() {
        assertTrue(report().lines().allMatch(line -> line.length() <= 100));
    }

    @Test
    void onlyKindsOfFailureThatHappenedHaveAColumn() {
        assertTrue(report().contains("Not answered with ok  error  timeout  abandoned  unfinished\n"), report());
        assertFalse(report().contains("hedges"));
    }

    @Test
    void oneReplicationSaysThatItHasNoInterval() {
        RunResult run = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS.withReplications(1), 0.9);
        assertTrue(report(run, Style.PLAIN).contains("One replication gives no interval"));
    }

    @Test
    void kindsOfDamageThatThereWereNotHaveNoRow() {
        assertFalse(report().contains("abandoned more"), report());
        assertFalse(report().contains("wrong more"), report());
    }

    @Test
    void aFaultThatDoesNotEndIsNothingToRecoverFrom() {
        RunResult run = HandMadeDamage.with(OUTAGE, HandMadeDamage.radius(0.08, null), OUTAGE.evidence());
        assertTrue(report(run, Style.PLAIN)
                .contains("recovered   not to be told: not every fault ends a minute before the run does"));
    }

    @Test
    void whatNeverRecoveredHasNoTimeToRecover() {
        RunResult run =
                HandMadeDamage.with(OUTAGE, HandMadeDamage.radius(0.08, Proportion.of(0, 10, 0.95)), OUTAGE.evidence());
        assertTrue(
                report(run, Style.PLAIN).contains("in 0 of 10 replications (95 % interval 0.00 % to 27.75 %)\n"),
                report(run, Style.PLAIN));
    }

    @Test
    void aRunWithoutFaultsHasNoBlastRadius() {
        assertFalse(report(HandMadeDamage.run(null, "as-drawn", 0.9, 0), Style.PLAIN)
                .contains("Blast radius"));
    }

    @Test
    void aWarmUpThatIsTooShortAndACollapseAreSaid() {
        long[] goodput = new long[ShareDistribution.BINS];
        goodput[ShareDistribution.bin(0.95)] = 7;
        goodput[ShareDistribution.bin(0.2)] = 3;
        Evidence evidence = new Evidence(
                10,
                48_000,
                2_400,
                new ShareDistribution(goodput),
                new Precision(0.01, 0.05),
                new WarmupCheck(600, "The warm-up is too short."));
        String report = report(HandMadeDamage.with(OUTAGE, OUTAGE.blastRadius(), evidence), Style.PLAIN)
                .replace('\n', ' ');
        assertTrue(report.contains("The warm-up is too short."), report);
        assertTrue(report.contains("7 of 10 replications kept 95 % goodput, 3 fell to 20 %"), report);
        assertTrue(report.contains("precision not reached: +-5.0 percentage points of 1.0 asked."), report);
        assertTrue(report.chars().allMatch(c -> c < 128));
    }

    @Test
    void aRunWithoutAScenarioSaysSo() {
        RunResult run = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, 0.9);
        assertTrue(report(run, Style.PLAIN).contains("scenario    none: nothing fails"));
    }

    @Test
    void withoutUnicodeTheReportIsAscii() {
        assertTrue(report(OUTAGE, Style.PLAIN).chars().allMatch(c -> c < 128));
    }

    @Test
    void coloursChangeNothingButTheColours() {
        String coloured = report(OUTAGE, new Style(true, true));
        assertFalse(report().contains("\u001b"));
        assertEquals(report(), coloured.replaceAll("\u001b\\[[0-9]+m", ""));
        assertTrue(coloured.contains("\u001b[31mmissed\u001b[0m"));
    }

    @Test
    void aModelsNameCannotSteerTheTerminal() {
        Pipeline hostile =
                new Pipeline(Pipeline.FORMAT, "a\u001b[2Jb", null, PIPELINE.components(), null, null, null, null, null);
        assertFalse(RunReport.of(hostile, HandMadeRun.outage(), Style.PLAIN).contains("\u001b"));
    }
}
