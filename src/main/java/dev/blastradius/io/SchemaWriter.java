package dev.blastradius.io;

import dev.blastradius.model.Pipeline;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of the model file, for editors that complete and check JSON. */
public final class SchemaWriter {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

    private SchemaWriter() {}

    /** The schema (draft 2020-12), generated from {@link BlastFormat#TYPE}; ends with a newline. */
    public static String schema() {
        SchemaTypes types = new SchemaTypes();
        Map<String, Object> body = types.object(BlastFormat.TYPE.pipeline());
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", "Blast Radius model file, " + Pipeline.FORMAT);
        schema.putAll(body);
        schema.put("$defs", types.definitions());
        return JsonPrinter.print(schema);
    }
}
