package dev.blastradius.io.trace;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Traces as OTLP/JSON, the file form of OpenTelemetry's protocol 1.x: a {@code TracesData} in the mapping of its specification (keys in
 * lowerCamelCase, ids in hexadecimal digits, 64-bit integers as strings, enums as numbers). Each component is a service.
 */
final class OtlpJson {

    private static final int INTERNAL = 1;
    private static final int SERVER = 2;
    private static final int CLIENT = 3;
    private static final int CONSUMER = 5;
    private static final int ERROR = 2;

    private final JsonGenerator json;
    private final TraceSource source;

    private OtlpJson(JsonGenerator json, TraceSource source) {
        this.json = json;
        this.source = source;
    }

    /** A span and the trace that it is part of. */
    private record Part(RequestTrace trace, TraceSpan span) {}

    static void write(List<RequestTrace> traces, TraceSource source, JsonGenerator json) throws IOException {
        new OtlpJson(json, source).write(traces);
    }

    private void write(List<RequestTrace> traces) throws IOException {
        Map<String, List<Part>> services = new LinkedHashMap<>();
        for (RequestTrace trace : traces) {
            for (TraceSpan span : trace.spans()) {
                services.computeIfAbsent(SpanWords.service(span), service -> new ArrayList<>())
                        .add(new Part(trace, span));
            }
        }
        json.writeStartObject();
        json.writeArrayFieldStart("resourceSpans");
        for (Map.Entry<String, List<Part>> service : services.entrySet()) {
            json.writeStartObject();
            resource(service.getKey());
            json.writeArrayFieldStart("scopeSpans");
            json.writeStartObject();
            json.writeObjectFieldStart("scope");
            json.writeStringField("name", TraceFiles.SCOPE);
            json.writeEndObject();
            json.writeArrayFieldStart("spans");
            for (Part part : service.getValue()) {
                span(part.trace(), part.span());
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void resource(String service) throws IOException {
        Values values = new Values(json);
        json.writeObjectFieldStart("resource");
        json.writeArrayFieldStart("attributes");
        values.text("service.name", service);
        TraceFiles.describe(source, values);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void span(RequestTrace trace, TraceSpan span) throws IOException {
        json.writeStartObject();
        json.writeStringField("traceId", source.traceId(trace));
        json.writeStringField("spanId", source.spanId(trace, span));
        if (span.parent() >= 0) {
            json.writeStringField(
                    "parentSpanId", source.spanId(trace, trace.spans().get(span.parent())));
        }
        json.writeStringField("name", SpanWords.name(span));
        json.writeNumberField("kind", kind(span));
        json.writeStringField("startTimeUnixNano", Long.toString(SpanWords.nanos(span.from())));
        json.writeStringField("endTimeUnixNano", Long.toString(SpanWords.nanos(span.to())));
        json.writeArrayFieldStart("attributes");
        SpanWords.describe(trace, span, new Values(json));
        json.writeEndArray();
        if (span.isCause()) {
            json.writeArrayFieldStart("events");
            json.writeStartObject();
            json.writeStringField("timeUnixNano", Long.toString(SpanWords.nanos(span.to())));
            json.writeStringField("name", "cause of the failure");
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeObjectFieldStart("status");
        if (SpanWords.isError(trace, span)) {
            json.writeNumberField("code", ERROR);
            json.writeStringField("message", SpanWords.error(trace, span));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static int kind(TraceSpan span) {
        return switch (span.kind()) {
            case ATTEMPT -> CLIENT;
            case WORK -> SERVER;
            case QUEUE -> span.parent() == 0 ? CONSUMER : INTERNAL;
            case REQUEST, CALL, GATE, REFUSAL, BACKOFF -> INTERNAL;
        };
    }

    /** Attributes as OTLP has them. */
    private record Values(JsonGenerator json) implements SpanWords.Attributes {

        /** Writes a value. */
        private interface Value {
            void write() throws IOException;
        }

        @Override
        public void text(String key, String value) {
            attribute(key, () -> json.writeStringField("stringValue", value));
        }

        @Override
        public void number(String key, double value) {
            attribute(key, () -> json.writeNumberField("doubleValue", value));
        }

        @Override
        public void whole(String key, long value) {
            attribute(key, () -> json.writeStringField("intValue", Long.toString(value)));
        }

        @Override
        public void flag(String key) {
            attribute(key, () -> json.writeBooleanField("boolValue", true));
        }

        private void attribute(String key, Value value) {
            try {
                json.writeStartObject();
                json.writeStringField("key", key);
                json.writeObjectFieldStart("value");
                value.write();
                json.writeEndObject();
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
