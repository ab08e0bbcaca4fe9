package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.experiment.search.Varied;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes what sweeps and searches for a tipping point gave: as JSON, {@code "format": "blastradius-result/1"}, and as CSV, one row for each
 * value that was tried. A value that there is not is null, in a table an empty cell; values of parameters are in their units, times in seconds.
 */
public final class LimitsWriter {

    /** The table of a sweep. */
    public static final String SWEEP = "sweep.csv";

    /** The table of a search for a tipping point. */
    public static final String TIPPING_POINT = "tipping-point.csv";

    /**
     * What was run.
     *
     * @param model what the model is called
     * @param scenario null: nothing failed
     * @param strategy {@code "as-drawn"} or one of the model's
     * @param settings how; of a search, the replications to begin with
     */
    public record Head(String model, @Nullable String scenario, String strategy, RunSettings settings) {}

    private final JsonGenerator json;
    private final ResultJson values;

    private LimitsWriter(JsonGenerator json) {
        this.json = json;
        this.values = new ResultJson(json);
    }

    /** Writes a sweep's JSON to a stream, which stays open. */
    public static void write(Head head, SweepResult sweep, OutputStream out) throws IOException {
        ResultWriter.document(out, json -> new LimitsWriter(json).document(head, writer -> writer.sweep(sweep)));
    }

    /** Writes a sweep's JSON to a file, beside its place first and then moved there. */
    public static void write(Head head, SweepResult sweep, Path file) throws IOException {
        WholeFile.write(file, out -> write(head, sweep, out));
    }

    /** Writes a search's JSON to a stream, which stays open. */
    public static void write(Head head, Varied varied, TippingPoint found, OutputStream out) throws IOException {
        ResultWriter.document(
                out, json -> new LimitsWriter(json).document(head, writer -> writer.tippingPoint(varied, found)));
    }

    /** Writes a search's JSON to a file, beside its place first and then moved there. */
    public static void write(Head head, Varied varied, TippingPoint found, Path file) throws IOException {
        WholeFile.write(file, out -> write(head, varied, found, out));
    }

    /** Writes a sweep's table into a folder, which is made if need be. */
    public static void tables(Head head, SweepResult sweep, Path folder) throws IOException {
        table(folder, SWEEP, table(head, sweep));
    }

    /** Writes a search's table into a folder, which is made if need be. */
    public static void tables(Head head, Varied varied, TippingPoint found, Path folder) throws IOException {
        table(folder, TIPPING_POINT, table(head, varied, found));
    }

    private static void table(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(folder.resolve(name), out -> out.write(bytes));
    }

    /** Writes the part of a document that is its own. */
    @FunctionalInterface
    private interface Body {
        void write(LimitsWriter writer) throws IOException;
    }

    private void document(Head head, Body body) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", ResultWriter.FORMAT);
        json.writeStringField("model", head.model());
        json.writeNumberField("seed", head.settings().seed());
        json.writeNumberField("replications", head.settings().replications());
        json.writeNumberField("confidence", head.settings().confidence());
        values.text("scenario", head.scenario());
        json.writeStringField("strategy", head.strategy());
        body.write(this);
        json.writeEndObject();
    }

    private void sweep(SweepResult sweep) throws IOException {
        json.writeObjectFieldStart("sweep");
        values.list("parameters", sweep.axes(), axis -> {
            varied(axis.varied());
            json.writeArrayFieldStart("values");
            for (Double value : axis.values()) {
                json.writeNumber(value);
            }
            json.writeEndArray();
        });
        json.writeBooleanField("complete", sweep.isComplete());
        values.list("points", sweep.points(), this::point);
        json.writeEndObject();
    }

    private void varied(Varied varied) throws IOException {
        json.writeStringField("path", varied.path());
        json.writeStringField("title", varied.title());
        json.writeStringField("unit", varied.unit());
    }

    private void point(SweepPoint point) throws IOException {
        json.writeArrayFieldStart("values");
        for (Double value : point.values()) {
            json.writeNumber(value);
        }
        json.writeEndArray();
        json.writeNumberField("replications", point.replications());
        values.interval("goodput", point.goodput());
        values.interval("failed", point.failed());
        values.interval("affected", point.affected());
        recovered(point.recovered());
        values.interval("timeToRecover", point.timeToRecover());
        values.interval("costPerThousandRequests", point.costPerThousandRequests());
        values.interval("goodputWithoutFaults", point.withoutFaults());
        Region region = point.region();
        values.text("region", region == null ? null : region.key());
    }

    private void recovered(@Nullable Proportion share) throws IOException {
        values.interval(
                "recovered", share == null ? Interval.NONE : new Interval(share.share(), share.low(), share.high()));
    }

    private void tippingPoint(Varied varied, TippingPoint found) throws IOException {
        Search search = found.search();
        json.writeObjectFieldStart("tippingPoint");
        json.writeObjectFieldStart("parameter");
        varied(varied);
        json.writeEndObject();
        json.writeNumberField("from", search.from());
        json.writeNumberField("to", search.to());
        json.writeNumberField("tolerance", search.tolerance());
        json.writeNumberField("threshold", search.threshold());
        json.writeStringField("verdict", found.verdict().key());
        values.number("recovers", orNone(found.recovers()));
        values.number("collapses", orNone(found.collapses()));
        values.list("probes", found.probes(), this::probe);
        json.writeEndObject();
    }

    private void probe(Probe probe) throws IOException {
        json.writeNumberField("value", probe.value());
        json.writeNumberField("replications", probe.recovered().of());
        recovered(probe.recovered());
        json.writeStringField("finding", probe.finding().key());
    }

    private static double orNone(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    /** A sweep's table. */
    static String table(Head head, SweepResult sweep) {
        Csv csv = new Csv();
        List.of("model", "scenario", "strategy", "seed", "confidence").forEach(csv::text);
        sweep.axes().forEach(axis -> csv.text(axis.varied().path()));
        csv.text("replications");
        for (String name : List.of(
                "goodput",
                "failed",
                "affected",
                "recovered",
                "time_to_recover_s",
                "cost_per_thousand",
                "goodput_without_faults")) {
            csv.text(name).text(name + "_low").text(name + "_high");
        }
        csv.text("region").endRow();
        for (SweepPoint point : sweep.points()) {
            head(csv, head);
            point.values().forEach(csv::number);
            csv.count(point.replications());
            interval(csv, point.goodput());
            interval(csv, point.failed());
            interval(csv, point.affected());
            share(csv, point.recovered());
            interval(csv, point.timeToRecover());
            interval(csv, point.costPerThousandRequests());
            interval(csv, point.withoutFaults());
            Region region = point.region();
            csv.text(region == null ? "" : region.key()).endRow();
        }
        return csv.toString();
    }

    /** A search's table. */
    static String table(Head head, Varied varied, TippingPoint found) {
        Csv csv = new Csv();
        List.of("model", "scenario", "strategy", "seed", "confidence").forEach(csv::text);
        csv.text(varied.path()).text("replications");
        List.of("recovered", "recovered_low", "recovered_high", "finding").forEach(csv::text);
        csv.endRow();
        for (Probe probe : found.probes()) {
            head(csv, head);
            csv.number(probe.value()).count(probe.recovered().of());
            share(csv, probe.recovered());
            csv.text(probe.finding().key()).endRow();
        }
        return csv.toString();
    }

    private static void head(Csv csv, Head head) {
        csv.text(head.model());
        csv.text(head.scenario() == null ? "" : head.scenario());
        csv.text(head.strategy());
        csv.count(head.settings().seed());
        csv.number(head.settings().confidence());
    }

    private static void interval(Csv csv, Interval interval) {
        csv.number(interval.mean()).number(interval.low()).number(interval.high());
    }

    private static void share(Csv csv, @Nullable Proportion share) {
        interval(csv, share == null ? Interval.NONE : new Interval(share.share(), share.low(), share.high()));
    }
}
