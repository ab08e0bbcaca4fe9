package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.blastradius.experiment.inference.Interval;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How values stand in a result's JSON. */
final class ResultJson {

    private final JsonGenerator json;

    ResultJson(JsonGenerator json) {
        this.json = json;
    }

    /** A mean with its interval: null for each of its numbers that there is not. */
    void interval(String key, @Nullable Interval value) throws IOException {
        Interval interval = value == null ? Interval.NONE : value;
        json.writeObjectFieldStart(key);
        number("mean", interval.mean());
        number("low", interval.low());
        number("high", interval.high());
        json.writeEndObject();
    }

    /** A number; null where it is not finite, for JSON has neither NaN nor infinity. */
    void number(String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }

    /** A text; null where there is none. */
    void text(String key, @Nullable String value) throws IOException {
        json.writeFieldName(key);
        json.writeString(value);
    }

    /** An object of objects. */
    <T> void objects(String key, Map<String, T> values, Body<T> body) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, T> entry : values.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            body.write(entry.getValue());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** A list of objects. */
    <T> void list(String key, List<T> values, Body<T> body) throws IOException {
        json.writeArrayFieldStart(key);
        for (T value : values) {
            json.writeStartObject();
            body.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A list of texts. */
    void texts(String key, List<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** Writes the fields of one object. */
    @FunctionalInterface
    interface Body<T> {
        void write(T value) throws IOException;
    }
}
