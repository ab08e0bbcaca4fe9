package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
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

    private static final RunResult RUN = HandMadeRun.outage();

    private static String written(RunResult... runs) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter.write("Support assistant", List.of(runs), out);
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
        assertEquals(List.of("format", "model", "seed", "replications", "confidence", "runs"), keys(result));
        JsonNode run = result.at("/runs/0");
        assertEquals(List.of("scenario", "strategy", "flows", "components", "dependencies", "cost"), keys(run));
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
        RunResult other = HandMadeRun.of("opus-brownout", "as-drawn", HandMadeRun.SETTINGS.withThreads(7), 0.9);
        assertEquals(written(RUN), written(other));
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
        ResultWriter.write("Support assistant", List.of(RUN), file);
        assertEquals(written(RUN), Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertArrayEquals(new Path[] {file}, files.toArray());
        }
    }
}
