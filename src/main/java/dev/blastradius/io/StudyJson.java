package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How what is found out by setting runs beside each other stands in a result's JSON. */
final class StudyJson {

    private final JsonGenerator json;
    private final ResultJson values;

    StudyJson(JsonGenerator json) {
        this.json = json;
        this.values = new ResultJson(json);
    }

    /** The damage by a scenario's faults; null without one. */
    void blastRadius(@Nullable BlastRadius radius) throws IOException {
        if (radius == null) {
            json.writeNullField("blastRadius");
            return;
        }
        json.writeObjectFieldStart("blastRadius");
        damage(radius.all());
        values.interval("timeToRecover", radius.timeToRecover());
        values.interval("recovered", share(radius.recovered()));
        values.interval("loadAmplification", radius.loadAmplification());
        values.interval("answerableShare", radius.answerable());
        values.objects("clients", radius.clients(), this::damage);
        json.writeEndObject();
    }

    private static Interval share(@Nullable Proportion proportion) {
        return proportion == null
                ? Interval.NONE
                : new Interval(proportion.share(), proportion.low(), proportion.high());
    }

    private void damage(Damage damage) throws IOException {
        values.interval("affectedShare", damage.affected());
        values.interval("lostGoodputShare", damage.lostGoodput());
        values.interval("extraFailedShare", damage.failed());
        values.interval("extraAbandonedShare", damage.abandoned());
        values.interval("extraDegradedShare", damage.degraded());
        values.interval("extraLateShare", damage.late());
        values.interval("extraWrongShare", damage.wrong());
        json.writeNumberField("withoutTwin", damage.withoutTwin());
        json.writeNumberField("missing", damage.missing());
    }

    /** What a run rests on. */
    void evidence(Evidence evidence) throws IOException {
        json.writeObjectFieldStart("evidence");
        json.writeNumberField("replications", evidence.replications());
        json.writeNumberField("analysed", evidence.analysed());
        json.writeNumberField("discarded", evidence.discarded());
        Precision precision = evidence.precision();
        if (precision == null) {
            json.writeNullField("precision");
        } else {
            json.writeObjectFieldStart("precision");
            values.number("asked", precision.asked());
            values.number("reached", precision.reached());
            json.writeEndObject();
        }
        values.number("settledAfterSeconds", evidence.settledAfter());
        json.writeEndObject();
    }

    /** Strategies side by side. */
    void comparison(Comparison comparison) throws IOException {
        values.text("scenario", comparison.scenario());
        json.writeStringField("metric", comparison.metric().key());
        values.text("best", comparison.best());
        json.writeStringField("finding", comparison.finding());
        values.list("pairs", comparison.pairs(), this::pair);
    }

    /** What a scenario's goodput lies between. */
    void bound(Results.Bound bound) throws IOException {
        json.writeStringField("scenario", bound.scenario());
        values.interval("noProtection", bound.noProtection());
        values.interval("clairvoyant", bound.clairvoyant());
    }

    private void pair(Pair pair) throws IOException {
        json.writeStringField("a", pair.a());
        json.writeStringField("b", pair.b());
        values.interval("difference", pair.difference());
        json.writeBooleanField("significant", pair.significant());
        values.number("p", pair.p());
        values.number("varianceSaved", pair.varianceSaved());
    }

    /** The matrix. */
    void matrix(DamageMatrix matrix) throws IOException {
        json.writeObjectFieldStart("matrix");
        values.texts("clients", matrix.clients());
        json.writeArrayFieldStart("rows");
        for (Row row : matrix.rows()) {
            row(row, matrix);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void row(Row row, DamageMatrix matrix) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", row.failure().kind().key());
        json.writeStringField("target", row.failure().target());
        values.texts("also", row.failure().also());
        json.writeArrayFieldStart("faults");
        for (var fault : row.failure().scenario().faults()) {
            tree(BlastFormat.TYPE.fault().write(fault));
        }
        json.writeEndArray();
        values.interval("lostShare", row.lost());
        json.writeObjectFieldStart("clients");
        for (String client : matrix.clients()) {
            values.interval(client, row.lost(client));
        }
        json.writeEndObject();
        blastRadius(row.run().blastRadius());
        evidence(row.run().evidence());
        json.writeEndObject();
    }

    /** A plain tree, as the model file would have it. */
    private void tree(@Nullable Object tree) throws IOException {
        if (tree instanceof Map<?, ?> object) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : object.entrySet()) {
                json.writeFieldName(String.valueOf(entry.getKey()));
                tree(entry.getValue());
            }
            json.writeEndObject();
        } else if (tree instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                tree(each);
            }
            json.writeEndArray();
        } else {
            json.writePOJO(tree);
        }
    }
}
