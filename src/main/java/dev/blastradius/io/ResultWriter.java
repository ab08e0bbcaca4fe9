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
import org.jspecify.annotations.Nullable;

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

    private ResultWriter(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes a file, beside its place first and then moved there.
     *
     * @param model what the model is called
     * @param runs one or more, all made with the same seed, replications and confidence
     */
    public static void write(String model, List<RunResult> runs, Path file) throws IOException {
        WholeFile.write(file, out -> write(model, runs, out));
    }

    /** Writes to a stream, which stays open; otherwise like {@link #write(String, List, Path)}. */
    public static void write(String model, List<RunResult> runs, OutputStream out) throws IOException {
        RunSettings settings = common(runs);
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter));
            new ResultWriter(json).document(model, settings, runs);
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

    private void document(String model, RunSettings settings, List<RunResult> runs) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        json.writeStringField("model", model);
        json.writeNumberField("seed", settings.seed());
        json.writeNumberField("replications", settings.replications());
        json.writeNumberField("confidence", settings.confidence());
        json.writeArrayFieldStart("runs");
        for (RunResult run : runs) {
            run(run);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void run(RunResult run) throws IOException {
        json.writeStartObject();
        json.writeFieldName("scenario");
        json.writeString(run.scenario());
        json.writeStringField("strategy", run.strategy());
        objects("flows", run.flows(), this::flow);
        objects("components", run.components(), this::component);
        objects("dependencies", run.dependencies(), this::dependency);
        json.writeObjectFieldStart("cost");
        cost(run.cost());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void flow(Flow flow) throws IOException {
        json.writeNumberField("requests", flow.requests());
        json.writeObjectFieldStart("share");
        for (RequestOutcome outcome : RequestOutcome.values()) {
            interval(outcome.key(), flow.share().get(outcome));
        }
        interval("late", flow.late());
        interval("wrong", flow.wrong());
        interval("goodput", flow.goodput());
        json.writeEndObject();
        latency("latency", flow.latency());
        interval("requestsPerSecond", flow.requestsPerSecond());
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
            interval("utilisation", utilisation);
        }
        interval("busyServers", component.busyServers());
        interval("queueLength", component.queueLength());
        json.writeObjectFieldStart("wait");
        interval("mean", component.waitMean());
        interval("p99", component.waitP99());
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
        interval("amplification", dependency.amplification());
        Breaker breaker = dependency.breaker();
        if (breaker == null) {
            json.writeNullField("breaker");
        } else {
            json.writeObjectFieldStart("breaker");
            interval("opened", breaker.opened());
            interval("openShare", breaker.openShare());
            json.writeEndObject();
        }
    }

    private void cost(Cost cost) throws IOException {
        interval("total", cost.total());
        interval("wasted", cost.wasted());
        interval("perThousandRequests", cost.perThousandRequests());
    }

    private void latency(String key, Latency latency) throws IOException {
        json.writeObjectFieldStart(key);
        interval("mean", latency.mean());
        interval("p50", latency.p50());
        interval("p95", latency.p95());
        interval("p99", latency.p99());
        json.writeEndObject();
    }

    private void interval(String key, @Nullable Interval value) throws IOException {
        Interval interval = value == null ? Interval.NONE : value;
        json.writeObjectFieldStart(key);
        number("mean", interval.mean());
        number("low", interval.low());
        number("high", interval.high());
        json.writeEndObject();
    }

    /** JSON has neither NaN nor infinity. */
    private void number(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }

    private <T> void objects(String key, Map<String, T> values, Body<T> body) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, T> entry : values.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            body.write(entry.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    private interface Body<T> {
        void write(T value) throws IOException;
    }
}
