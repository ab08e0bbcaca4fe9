package dev.blastradius.io.trace;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.io.WholeFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes traces for tracing tools, as OTLP/JSON or as Jaeger's JSON. The same traces give the same bytes on any machine. Second 0 of a run is
 * written as midnight of 1 January 2026, UTC.
 */
public final class TraceFiles {

    /** How the names of files end that are OTLP/JSON; all others are Jaeger's. */
    public static final String OTLP_ENDING = ".otlp.json";

    static final String SCOPE = "blastradius";

    /** Java's own way of writing a double changed with Java 19; Jackson's is the same everywhere. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private TraceFiles() {}

    /** The forms that traces are written in. */
    public enum Form {
        /** OpenTelemetry's protocol, as JSON. */
        OTLP,
        /** What Jaeger's user interface opens from a file. */
        JAEGER;

        /** The form that a file of this name has. */
        public static Form of(Path file) {
            Path name = file.getFileName();
            boolean otlp =
                    name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(OTLP_ENDING);
            return otlp ? OTLP : JAEGER;
        }
    }

    /**
     * Writes a file, in the form that its name says, beside its place first and then moved there.
     *
     * @throws IOException where it cannot be written; what stood there before stays
     */
    public static void write(List<RequestTrace> traces, TraceSource source, Path file) throws IOException {
        Form form = Form.of(file);
        WholeFile.write(file, out -> write(traces, source, form, out));
    }

    /** Writes to a stream, which stays open. */
    public static void write(List<RequestTrace> traces, TraceSource source, Form form, OutputStream out)
            throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            switch (form) {
                case OTLP -> OtlpJson.write(traces, source, json);
                case JAEGER -> JaegerJson.write(traces, source, json);
            }
            json.writeRaw('\n');
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Says of each service which run it is of. */
    static void describe(TraceSource source, SpanWords.Attributes to) {
        if (!source.title().isEmpty()) {
            to.text("blastradius.pipeline", source.title());
        }
        if (!source.scenario().isEmpty()) {
            to.text("blastradius.scenario", source.scenario());
        }
        to.text("blastradius.strategy", source.strategy());
        to.whole("blastradius.seed", source.seed());
        to.whole("blastradius.replication", source.replication());
    }
}
