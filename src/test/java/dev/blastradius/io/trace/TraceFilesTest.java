package dev.blastradius.io.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.io.trace.TraceFiles.Form;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces as files: what Jaeger's user interface and OpenTelemetry's protocol ask of them, on an example's outage. */
class TraceFilesTest {

    private static final TraceSource SOURCE = new TraceSource("Shop", "outage", "as-drawn", 42, 0);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOSTILE = "a\"\\\u0000\u001f</script>\u2028\ud83d\ude00";

    private static final List<RequestTrace> TRACES = traces();

    private static List<RequestTrace> traces() {
        Model model = Examples.load("rag-support-two-providers");
        String scenario = model.pipeline().scenariosOrNone().keySet().iterator().next();
        RunSettings settings = RunSettings.of(model.pipeline().settings()).withSpan(Duration.of("14m"), Duration.ZERO);
        return Objects.requireNonNull(Recorder.record(
                        Strategies.runSpec(model, scenario, Strategy.AS_DRAWN), settings, 0, RunProgress.NONE))
                .traces()
                .atMost(200);
    }

    private static byte[] bytes(List<RequestTrace> traces, Form form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceFiles.write(traces, SOURCE, form, out);
        return out.toByteArray();
    }

    /**
     * The rules are those of the loader in Jaeger's user interface: an object with {@code data}, traces with an id, spans with a start that is not 0 and
     * an id of their own, references to spans of the same trace, processes by id.
     */
    @Test
    void everySpanOfAJaegerFileHasItsPlaceInItsTrace() throws IOException {
        JsonNode data = JSON.readTree(bytes(TRACES, Form.JAEGER)).get("data");
        assertEquals(TRACES.size(), data.size());
        Set<String> traceIds = new HashSet<>();
        for (int i = 0; i < data.size(); i++) {
            JsonNode trace = data.get(i);
            String id = trace.get("traceID").asText();
            assertTrue(id.matches("[0-9a-f]{32}") && traceIds.add(id), id);
            Map<String, JsonNode> spans = new HashMap<>();
            for (JsonNode span : trace.get("spans")) {
                assertEquals(id, span.get("traceID").asText());
                assertTrue(span.get("spanID").asText().matches("[0-9a-f]{16}"));
                assertFalse(spans.containsKey(span.get("spanID").asText()), "two spans with one id");
                spans.put(span.get("spanID").asText(), span);
                assertTrue(span.get("startTime").asLong() > 0
                        && span.get("duration").asLong() >= 0);
                assertTrue(trace.get("processes").has(span.get("processID").asText()));
                checkParent(spans, span);
                checkTags(span);
            }
            assertEquals(TRACES.get(i).spans().size(), spans.size());
        }
    }

    private static void checkParent(Map<String, JsonNode> spans, JsonNode span) {
        boolean root = span.get("operationName").asText().equals("request");
        assertEquals(root ? 0 : 1, span.get("references").size());
        for (JsonNode reference : span.get("references")) {
            assertEquals("CHILD_OF", reference.get("refType").asText());
            JsonNode parent = spans.get(reference.get("spanID").asText());
            assertTrue(span.get("startTime").asLong() >= parent.get("startTime").asLong());
        }
    }

    private static void checkTags(JsonNode span) {
        Set<String> keys = new HashSet<>();
        for (JsonNode tag : span.get("tags")) {
            assertTrue(keys.add(tag.get("key").asText()), "each tag once");
            JsonNode value = tag.get("value");
            boolean fits = switch (tag.get("type").asText()) {
                case "string" -> value.isTextual();
                case "bool" -> value.isBoolean();
                case "int64" -> value.isIntegralNumber();
                case "float64" -> value.isNumber();
                default -> false;
            };
            assertTrue(fits, tag.toString());
        }
        assertEquals(keys.contains("blastradius.cause"), span.get("logs").size() == 1);
        assertTrue(!keys.contains("blastradius.cause") || keys.contains("error"));
    }

    /** Source: the JSON mapping in OpenTelemetry's protocol specification, 1.x. */
    @Test
    void anOtlpFileSaysTheSameInTheProtocolsOwnWay() throws IOException {
        JsonNode otlp = JSON.readTree(bytes(TRACES, Form.OTLP));
        Map<String, JsonNode> spans = new HashMap<>();
        List<String> parents = new ArrayList<>();
        int errors = 0;
        int causes = 0;
        for (JsonNode resource : otlp.get("resourceSpans")) {
            JsonNode first = resource.get("resource").get("attributes").get(0);
            assertEquals("service.name", first.get("key").asText());
            assertFalse(first.get("value").get("stringValue").asText().isEmpty());
            for (JsonNode span : resource.get("scopeSpans").get(0).get("spans")) {
                String trace = span.get("traceId").asText();
                assertTrue(trace.matches("[0-9a-f]{32}"));
                assertTrue(span.get("spanId").asText().matches("[0-9a-f]{16}"));
                spans.put(trace + span.get("spanId").asText(), span);
                if (span.has("parentSpanId")) {
                    parents.add(trace + span.get("parentSpanId").asText());
                }
                assertTrue(span.get("startTimeUnixNano").isTextual()
                        && span.get("endTimeUnixNano").isTextual());
                long from = span.get("startTimeUnixNano").asLong();
                assertTrue(from >= SpanWords.EPOCH_NANOS
                        && span.get("endTimeUnixNano").asLong() >= from);
                assertTrue(span.get("kind").isInt());
                errors += span.get("status").has("code") ? 1 : 0;
                causes += span.has("events") ? 1 : 0;
            }
        }
        assertEquals(TRACES.stream().mapToInt(trace -> trace.spans().size()).sum(), spans.size());
        assertTrue(spans.keySet().containsAll(parents));
        assertEquals(spans.size() - TRACES.size(), parents.size(), "all but the requests have a parent");
        long failed = TRACES.stream()
                .filter(trace -> trace.outcome() == RequestOutcome.FAILED)
                .count();
        assertTrue(failed > 0 && errors > failed, errors + " errors");
        assertEquals(failed, causes);
    }

    @Test
    void namesThatAreHostileAreTextLikeAnyOther() throws IOException {
        TraceSpan root = span(0, -1, Kind.REQUEST, HOSTILE);
        TraceSpan attempt = span(1, 0, Kind.ATTEMPT, HOSTILE + "->" + HOSTILE);
        RequestTrace trace = new RequestTrace(
                7, HOSTILE, 1, 2, RequestOutcome.OK, false, false, 1, 0, 0, 0, "", List.of(root, attempt), true);
        JsonNode jaeger =
                JSON.readTree(bytes(List.of(trace), Form.JAEGER)).get("data").get(0);
        assertEquals(
                HOSTILE, jaeger.get("processes").get("p1").get("serviceName").asText());
        assertEquals(
                "attempt " + HOSTILE,
                jaeger.get("spans").get(1).get("operationName").asText());
        JsonNode otlp = JSON.readTree(bytes(List.of(trace), Form.OTLP)).get("resourceSpans");
        assertEquals(
                HOSTILE,
                otlp.get(0)
                        .get("resource")
                        .get("attributes")
                        .get(0)
                        .get("value")
                        .get("stringValue")
                        .asText());
    }

    private static TraceSpan span(int number, int parent, Kind kind, String where) {
        return new TraceSpan(
                number, parent, kind, where, 1, 2, "ok", false, false, parent < 0 ? 0 : 1, false, false, 3, 4, 0);
    }

    @Test
    void theNameSaysTheFormAndTheSameTracesGiveTheSameBytes(@TempDir Path folder) throws IOException {
        Path jaeger = folder.resolve("outage.json");
        Path otlp = folder.resolve("Outage.OTLP.json");
        TraceFiles.write(TRACES, SOURCE, jaeger);
        TraceFiles.write(TRACES, SOURCE, otlp);
        assertArrayEquals(bytes(TRACES, Form.JAEGER), Files.readAllBytes(jaeger));
        assertArrayEquals(bytes(TRACES, Form.OTLP), Files.readAllBytes(otlp));
        assertThrows(
                NoSuchFileException.class, () -> TraceFiles.write(TRACES, SOURCE, folder.resolve("none/outage.json")));
    }

    @Test
    void twoRunsHaveDifferentIdsForTheSameRequest() {
        RequestTrace trace = TRACES.get(0);
        TraceSource other = new TraceSource("Shop", "outage", "as-drawn", 42, 1);
        assertNotEquals(SOURCE.traceId(trace), other.traceId(trace));
        assertEquals(SOURCE.traceId(trace), new TraceSource("Shop", "outage", "as-drawn", 42, 0).traceId(trace));
    }
}
