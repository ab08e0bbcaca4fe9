package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.experiment.matrix.HandMadeMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultWriterTest {

    private static final RunResult RUN = HandMadeDamage.run("opus-brownout", "as-drawn", 0.9, 0.08);

    private static String written(RunResult... runs) throws IOException {
        return written(Results.of("Support assistant", List.of(runs)));
    }

    private static JsonNode read(Results results) throws IOException {
        return new ObjectMapper().readTree(written(results));
    }

    private static String written(Results results) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter.write(results, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode read(RunResult... runs) throws IOException {
        return new ObjectMapper().readTree(written(runs));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void aResultIsWrittenByteForByteAsInTheGoldenFile() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("/result/hand-made.json")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), written(RUN));
        }
    }

    @Test
    void theKeysAreThoseOfTheFormat() throws IOException {
        JsonNode result = read(RUN);
        assertEquals(
                List.of("format", "model", "seed", "replications", "confidence", "runs", "comparison"), keys(result));
        JsonNode run = result.at("/runs/0");
        assertEquals(
                List.of(
                        "scenario",
                        "strategy",
                        "flows",
                        "components",
                        "dependencies",
                        "blastRadius",
                        "cost",
                        "evidence"),
                keys(run));
        JsonNode flow = run.at("/flows/visitors");
        assertEquals(List.of("requests", "share", "latency", "requestsPerSecond", "failuresByCause"), keys(flow));
        assertEquals(
                List.of("ok", "degraded", "deferred", "failed", "abandoned", "late", "wrong", "goodput"),
                keys(flow.at("/share")));
        assertEquals(List.of("mean", "p50", "p95", "p99"), keys(flow.at("/latency")));
        JsonNode component = run.at("/components/opus");
        assertEquals(
                List.of(
                        "arrivals",
                        "completions",
                        "outcomes",
                        "abandoned",
                        "unfinished",
                        "utilisation",
                        "busyServers",
                        "queueLength",
                        "wait",
                        "response"),
                keys(component));
        assertEquals(
                List.of("ok", "error", "timeout", "rateLimited", "rejected", "malformed", "truncated", "unauthorized"),
                keys(component.at("/outcomes")));
        assertEquals(List.of("mean", "p99"), keys(component.at("/wait")));
        assertEquals(List.of("mean", "p50", "p95", "p99"), keys(component.at("/response")));
        assertEquals(
                List.of(
                        "calls",
                        "attempts",
                        "retries",
                        "hedges",
                        "timeouts",
                        "fallbacks",
                        "budgetDenied",
                        "shortCircuited",
                        "amplification",
                        "breaker"),
                keys(run.at("/dependencies/assistant->opus")));
        assertEquals(List.of("total", "wasted", "perThousandRequests"), keys(run.at("/cost")));
        assertEquals(List.of("mean", "low", "high"), keys(run.at("/cost/total")));
    }

    @Test
    void aValueThatThereIsNotIsNull() throws IOException {
        JsonNode run = read(HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, Double.NaN))
                .at("/runs/0");
        assertTrue(run.at("/scenario").isNull());
        assertTrue(run.at("/components/opus/utilisation").isNull());
        assertTrue(run.at("/components/opus/wait/p99/mean").isNull());
        assertTrue(run.at("/flows/visitors/share/goodput/low").isNull());
        assertFalse(run.at("/flows/visitors/share/late/low").isNull());
    }

    @Test
    void anOutcomeThatNeverHappenedIsZero() throws IOException {
        assertEquals(
                0, read(RUN).at("/runs/0/components/opus/outcomes/malformed").longValue());
    }

    @Test
    void theNumberOfThreadsNeverChangesAByte() throws IOException {
        RunResult one = HandMadeRun.outage();
        RunResult other = HandMadeRun.of("opus-brownout", "as-drawn", HandMadeRun.SETTINGS.withThreads(7), 0.9);
        assertEquals(written(one), written(other));
    }

    @Test
    void theBlastRadiusIsWrittenForAllAndForEachClient() throws IOException {
        JsonNode radius = read(RUN).at("/runs/0/blastRadius");
        List<String> damage = List.of(
                "affectedShare",
                "lostGoodputShare",
                "extraFailedShare",
                "extraAbandonedShare",
                "extraDegradedShare",
                "extraLateShare",
                "extraWrongShare",
                "withoutTwin",
                "missing");
        List<String> all = new ArrayList<>(damage);
        all.addAll(List.of("timeToRecover", "recovered", "loadAmplification", "answerableShare", "clients"));
        assertEquals(all, keys(radius));
        assertEquals(damage, keys(radius.at("/clients/visitors")));
        assertEquals(0.13, radius.at("/affectedShare/mean").doubleValue(), 1e-12);
        assertEquals(95, radius.at("/timeToRecover/mean").doubleValue());
        assertEquals(12, radius.at("/withoutTwin").longValue());
    }

    @Test
    void theShareThatRecoveredHasItsWilsonInterval() throws IOException {
        JsonNode recovered = read(RUN).at("/runs/0/blastRadius/recovered");
        assertEquals(0.7, recovered.at("/mean").doubleValue());
        // Newcombe 1998, "Two-sided confidence intervals for the single proportion", formula of method 3, for 7 of 10.
        assertEquals(0.3968, recovered.at("/low").doubleValue(), 5e-5);
        assertEquals(0.8922, recovered.at("/high").doubleValue(), 5e-5);
    }

    @Test
    void aRunWithoutAScenarioHasNoBlastRadius() throws IOException {
        assertTrue(read(HandMadeDamage.run(null, "as-drawn", 0.9, 0))
                .at("/runs/0/blastRadius")
                .isNull());
    }

    @Test
    void evidenceSaysWhatARunRestsOn() throws IOException {
        JsonNode evidence = read(RUN).at("/runs/0/evidence");
        assertEquals(
                List.of("replications", "analysed", "discarded", "precision", "settledAfterSeconds"), keys(evidence));
        assertTrue(evidence.at("/precision").isNull());
        assertEquals(120, evidence.at("/settledAfterSeconds").doubleValue());
        RunResult asked = HandMadeDamage.with(RUN, null, HandMadeDamage.evidence(12, new Precision(0.01, 0.008)));
        assertEquals(0.008, read(asked).at("/runs/0/evidence/precision/reached").doubleValue());
    }

    @Test
    void theReplicationsAreThoseOfTheRunWithTheFewest() throws IOException {
        RunResult fewer = HandMadeDamage.with(RUN, RUN.blastRadius(), HandMadeDamage.evidence(3, null));
        assertEquals(10, read(RUN, RUN).at("/replications").intValue());
        assertEquals(3, read(RUN, fewer).at("/replications").intValue());
    }

    @Test
    void comparisonsAreWrittenWithAllTheirPairs() throws IOException {
        Pair pair = new Pair("a", "b", HandMadeRun.interval(0.1), 0.004, true, 0.93);
        Pair unknown = new Pair("a", "c", Interval.NONE, Double.NaN, false, Double.NaN);
        Comparison goodput = new Comparison("outage", Metric.GOODPUT, "a", List.of(pair, unknown), "a is best.");
        JsonNode comparison = read(new Results("m", List.of(RUN), List.of(goodput), List.of(), null))
                .at("/comparison/0");
        assertEquals(List.of("scenario", "metric", "best", "finding", "pairs"), keys(comparison));
        assertEquals("goodput", comparison.at("/metric").textValue());
        assertEquals(
                List.of("a", "b", "difference", "significant", "p", "varianceSaved"), keys(comparison.at("/pairs/0")));
        assertTrue(comparison.at("/pairs/0/significant").booleanValue());
        assertEquals(0.93, comparison.at("/pairs/0/varianceSaved").doubleValue());
        assertTrue(comparison.at("/pairs/1/p").isNull());
        assertTrue(comparison.at("/pairs/1/difference/mean").isNull());
    }

    @Test
    void theMatrixIsWrittenRowByRowWithTheFaultAsAModelHasIt() throws IOException {
        JsonNode matrix = read(new Results("m", List.of(RUN), List.of(), List.of(), matrix()))
                .at("/matrix");
        assertEquals(List.of("clients", "rows"), keys(matrix));
        JsonNode row = matrix.at("/rows/0");
        assertEquals(
                List.of("kind", "target", "also", "faults", "lostShare", "clients", "blastRadius", "evidence"),
                keys(row));
        assertEquals("component", row.at("/kind").textValue());
        assertEquals("provider=anthropic", row.at("/also/0").textValue());
        assertEquals(
                "{\"target\":\"opus\",\"at\":\"5m\",\"unavailable\":true}",
                row.at("/faults/0").toString());
        assertEquals(0.4, row.at("/clients/visitors/mean").doubleValue());
    }

    private static DamageMatrix matrix() {
        return HandMadeMatrix.of(HandMadeMatrix.row(Kind.COMPONENT, "opus", List.of("provider=anthropic"), 0.4));
    }

    @Test
    void numbersAreWrittenInFull() throws IOException {
        double third = 1.0 / 3;
        RunResult run = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS, third);
        assertEquals(
                third, read(run).at("/runs/0/flows/visitors/share/goodput/mean").doubleValue());
    }

    @Test
    void runsOfDifferentSettingsAreNotOneResult() {
        RunResult other = HandMadeRun.of(null, "as-drawn", HandMadeRun.SETTINGS.withSeed(1), 0.9);
        assertThrows(IllegalArgumentException.class, () -> written(RUN, other));
        assertThrows(IllegalArgumentException.class, () -> written());
    }

    @Test
    void aFileIsReplacedWholeAndNothingIsLeftBesideIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("result.json");
        Files.writeString(file, "old");
        ResultWriter.write(Results.of("Support assistant", List.of(RUN)), file);
        assertEquals(written(RUN), Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Path[] {file}, files.toArray());
        }
    }
}
