package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
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

    private static String report() {
        return report(HandMadeRun.outage(), new Style(true, false));
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
    void aRunWithoutAScenarioSaysSo() {
        RunResult run = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, 0.9);
        assertTrue(report(run, Style.PLAIN).contains("scenario    none: nothing fails"));
    }

    @Test
    void withoutUnicodeTheReportIsAscii() {
        assertTrue(report(HandMadeRun.outage(), Style.PLAIN).chars().allMatch(c -> c < 128));
    }

    @Test
    void coloursChangeNothingButTheColours() {
        String coloured = report(HandMadeRun.outage(), new Style(true, true));
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
