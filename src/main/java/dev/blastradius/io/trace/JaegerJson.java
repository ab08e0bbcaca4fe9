package dev.blastradius.io.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces as Jaeger's own JSON, which its user interface shows without any server: what its query service answers, and what
 * "Search → Upload" takes. Times are in whole microseconds, cut and not rounded, so that what nests still does.
 */
final class JaegerJson {

    private static final long NANOS_PER_MICRO = 1000;

    private final JsonGenerator json;
    private final TraceSource source;

    private JaegerJson(JsonGenerator json, TraceSource source) {
        this.json = json;
        this.source = source;
    }

    static void write(List<RequestTrace> traces, TraceSource source, JsonGenerator json) throws IOException {
        new JaegerJson(json, source).write(traces);
    }

    private void write(List<RequestTrace> traces) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("data");
        for (RequestTrace trace : traces) {
            trace(trace);
        }
        json.writeEndArray();
        json.writeNumberField("total", traces.size());
        json.writeNumberField("limit", 0);
        json.writeNumberField("offset", 0);
        json.writeNullField("errors");
        json.writeEndObject();
    }

    private void trace(RequestTrace trace) throws IOException {
        Map<String, String> processes = new LinkedHashMap<>();
        String id = source.traceId(trace);
        json.writeStartObject();
        json.writeStringField("traceID", id);
        json.writeArrayFieldStart("spans");
        for (TraceSpan span : trace.spans()) {
            String process = processes.computeIfAbsent(SpanWords.service(span), name -> "p" + (processes.size() + 1));
            span(trace, span, id, process);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("processes");
        for (Map.Entry<String, String> process : processes.entrySet()) {
            json.writeObjectFieldStart(process.getValue());
            json.writeStringField("serviceName", process.getKey());
            json.writeArrayFieldStart("tags");
            TraceFiles.describe(source, new Tags(json));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeNullField("warnings");
        json.writeEndObject();
    }

    private void span(RequestTrace trace, TraceSpan span, String traceId, String process) throws IOException {
        long from = micros(span.from());
        json.writeStartObject();
        json.writeStringField("traceID", traceId);
        json.writeStringField("spanID", source.spanId(trace, span));
        json.writeNumberField("flags", 1);
        json.writeStringField("operationName", SpanWords.name(span));
        json.writeArrayFieldStart("references");
        if (span.parent() >= 0) {
            json.writeStartObject();
            json.writeStringField("refType", "CHILD_OF");
            json.writeStringField("traceID", traceId);
            json.writeStringField("spanID", source.spanId(trace, trace.spans().get(span.parent())));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("startTime", from);
        json.writeNumberField("duration", micros(span.to()) - from);
        json.writeArrayFieldStart("tags");
        tags(trace, span);
        json.writeEndArray();
        json.writeArrayFieldStart("logs");
        if (span.isCause()) {
            json.writeStartObject();
            json.writeNumberField("timestamp", micros(span.to()));
            json.writeArrayFieldStart("fields");
            new Tags(json).text("event", "cause of the failure");
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("processID", process);
        json.writeNullField("warnings");
        json.writeEndObject();
    }

    private void tags(RequestTrace trace, TraceSpan span) {
        Tags tags = new Tags(json);
        String kind = switch (span.kind()) {
            case ATTEMPT -> "client";
            case WORK -> "server";
            case QUEUE -> span.parent() == 0 ? "consumer" : "internal";
            case REQUEST, CALL, GATE, REFUSAL, BACKOFF -> "internal";
        };
        tags.text("span.kind", kind);
        if (SpanWords.isError(trace, span)) {
            tags.flag("error");
            tags.text("otel.status_code", "ERROR");
            tags.text("otel.status_description", SpanWords.error(trace, span));
        }
        SpanWords.describe(trace, span, tags);
    }

    private static long micros(double seconds) {
        return SpanWords.nanos(seconds) / NANOS_PER_MICRO;
    }

    /** Attributes as Jaeger has them. */
    private record Tags(JsonGenerator json) implements SpanWords.Attributes {

        /** Writes a value. */
        private interface Value {
            void write() throws IOException;
        }

        @Override
        public void text(String key, String value) {
            tag(key, "string", () -> json.writeStringField("value", value));
        }

        @Override
        public void number(String key, double value) {
            tag(key, "float64", () -> json.writeNumberField("value", value));
        }

        @Override
        public void whole(String key, long value) {
            tag(key, "int64", () -> json.writeNumberField("value", value));
        }

        @Override
        public void flag(String key) {
            tag(key, "bool", () -> json.writeBooleanField("value", true));
        }

        private void tag(String key, String type, Value value) {
            try {
                json.writeStartObject();
                json.writeStringField("key", key);
                json.writeStringField("type", type);
                value.write();
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
