package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Breaker;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.Latency;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes results as JSON, {@code "format": "blastradius-result/1"}, in UTF-8. The same results give the same bytes on any machine and
 * any Java: keys in a fixed order, line feeds, and each number in the shortest form that reads back to itself. Every run has
 * the same keys; a value that there is not is null, an interval that there is not has null for its ends.
 */
public final class ResultWriter {

    /** The version of the format that is written. */
    public static final String FORMAT = "blastradius-result/1";

    /** Java's own way of writing a double changed with Java 19; Jackson's is the same everywhere. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private final JsonGenerator json;
    private final ResultJson values;
    private final StudyJson studies;

    private ResultWriter(JsonGenerator json) {
        this.json = json;
        this.values = new ResultJson(json);
        this.studies = new StudyJson(json);
    }

    /** Writes a file, beside its place first and then moved there. */
    public static void write(Results results, Path file) throws IOException {
        WholeFile.write(file, out -> write(results, out));
    }

    /** Writes to a stream, which stays open; otherwise like {@link #write(Results, Path)}. */
    public static void write(Results results, OutputStream out) throws IOException {
        RunSettings settings = common(results.runs());
        document(out, json -> new ResultWriter(json).document(results, settings));
    }

    /** Writes a document. */
    @FunctionalInterface
    interface Document {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes a document to a stream, which stays open, in the form that all results have. */
    static void document(OutputStream out, Document document) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
            document.write(json);
            json.writeRaw('\n');
        }
        out.flush();
    }

    private static RunSettings common(List<RunResult> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a result without a run");
        }
        RunSettings first = runs.get(0).settings();
        for (RunResult run : runs) {
            if (!run.settings().withThreads(first.threads()).equals(first)) {
                throw new IllegalArgumentException("runs with different settings in one result");
            }
        }
        return first;
    }

    private void document(Results results, RunSettings settings) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("model", results.model());
        json.writeNumberField("seed", settings.seed());
        json.writeNumberField("replications", results.replications());
        json.writeNumberField("confidence", settings.confidence());
        values.list("runs", results.asked(), this::run);
        if (!results.beside().isEmpty()) {
            values.list("withoutFaults", results.beside(), this::run);
        }
        values.list("comparison", results.comparisons(), studies::comparison);
        if (!results.bounds().isEmpty()) {
            values.list("bounds", results.bounds(), studies::bound);
        }
        if (results.matrix() != null) {
            studies.matrix(results.matrix());
        }
        json.writeEndObject();
    }

    private void run(RunResult run) throws IOException {
        values.text("scenario", run.scenario());
        json.writeStringField("strategy", run.strategy());
        values.objects("flows", run.flows(), this::flow);
        values.objects("components", run.components(), this::component);
        values.objects("dependencies", run.dependencies(), this::dependency);
        studies.blastRadius(run.blastRadius());
        json.writeObjectFieldStart("cost");
        cost(run.cost());
        json.writeEndObject();
        studies.evidence(run.evidence());
    }

    private void flow(Flow flow) throws IOException {
        json.writeNumberField("requests", flow.requests());
        json.writeObjectFieldStart("share");
        for (RequestOutcome outcome : RequestOutcome.values()) {
            values.interval(outcome.key(), flow.share().get(outcome));
        }
        values.interval("late", flow.late());
        values.interval("wrong", flow.wrong());
        values.interval("goodput", flow.goodput());
        json.writeEndObject();
        latency("latency", flow.latency());
        values.interval("requestsPerSecond", flow.requestsPerSecond());
        json.writeObjectFieldStart("failuresByCause");
        for (Map.Entry<String, Long> cause : flow.failuresByCause().entrySet()) {
            json.writeNumberField(cause.getKey(), cause.getValue());
        }
        json.writeEndObject();
    }

    private void component(ComponentResult component) throws IOException {
        json.writeNumberField("arrivals", component.arrivals());
        json.writeNumberField("completions", component.completions());
        json.writeObjectFieldStart("outcomes");
        for (CallOutcome outcome : CallOutcome.values()) {
            json.writeNumberField(outcome.key(), component.outcomes().getOrDefault(outcome, 0L));
        }
        json.writeEndObject();
        json.writeNumberField("abandoned", component.abandoned());
        json.writeNumberField("unfinished", component.unfinished());
        Interval utilisation = component.utilisation();
        if (utilisation == null) {
            json.writeNullField("utilisation");
        } else {
            values.interval("utilisation", utilisation);
        }
        values.interval("busyServers", component.busyServers());
        values.interval("queueLength", component.queueLength());
        json.writeObjectFieldStart("wait");
        values.interval("mean", component.waitMean());
        values.interval("p99", component.waitP99());
        json.writeEndObject();
        latency("response", component.response());
    }

    private void dependency(DependencyResult dependency) throws IOException {
        json.writeNumberField("calls", dependency.calls());
        json.writeNumberField("attempts", dependency.attempts());
        json.writeNumberField("retries", dependency.retries());
        json.writeNumberField("hedges", dependency.hedges());
        json.writeNumberField("timeouts", dependency.timeouts());
        json.writeNumberField("fallbacks", dependency.fallbacks());
        json.writeNumberField("budgetDenied", dependency.budgetDenied());
        json.writeNumberField("shortCircuited", dependency.shortCircuited());
        values.interval("amplification", dependency.amplification());
        Breaker breaker = dependency.breaker();
        if (breaker == null) {
            json.writeNullField("breaker");
        } else {
            json.writeObjectFieldStart("breaker");
            values.interval("opened", breaker.opened());
            values.interval("openShare", breaker.openShare());
            json.writeEndObject();
        }
    }

    private void cost(Cost cost) throws IOException {
        values.interval("total", cost.total());
        values.interval("wasted", cost.wasted());
        values.interval("perThousandRequests", cost.perThousandRequests());
    }

    private void latency(String key, Latency latency) throws IOException {
        json.writeObjectFieldStart(key);
        values.interval("mean", latency.mean());
        values.interval("p50", latency.p50());
        values.interval("p95", latency.p95());
        values.interval("p99", latency.p99());
        json.writeEndObject();
    }
}
