package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.testing.RandomModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON Schema against an independent validator. */
class SchemaTest {

    private static final String TEXT = SchemaWriter.schema();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);
    private static final Path MODELS = Path.of("src", "test", "resources", "model");

    /** Complaints as {@code place: message}. */
    private static List<String> complaints(Object tree) {
        return SCHEMA.validate(JsonPrinter.print(tree), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** A file without its comments. */
    private static Object tree(Path file) throws IOException {
        Object tree = JsonTree.read(Files.readString(file), new Problems());
        if (tree == null) {
            throw new IllegalArgumentException(file + " is no JSON");
        }
        return tree;
    }

    static List<Path> goodFiles() throws IOException {
        return ModelFilesTest.files();
    }

    @Test
    void theSchemaIsAValidSchema() {
        Schema draft = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertEquals(List.of(), draft.validate(TEXT, InputFormat.JSON));
    }

    @ParameterizedTest
    @MethodSource("goodFiles")
    void aGoodFileIsValid(Path file) throws IOException {
        assertEquals(List.of(), complaints(tree(file)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyGoodModelIsValid(long seed) {
        assertEquals(List.of(), complaints(RandomModels.tree(seed)));
    }

    /** Of the bad files, those that a schema can know of: forms and ranges, not references. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "unknown-key-at-the-top",
                "unknown-kind",
                "missing-kind",
                "wrong-types",
                "nulls",
                "bad-units",
                "out-of-range",
                "format-is-missing",
                "another-format",
                "components-are-missing",
                "not-an-object",
                "dependency-key-of-the-wrong-form",
                "ids-of-the-wrong-form",
                "distributions",
                "policies",
                "traffic",
                "view-of-nothing",
                "strategies-that-do-not-fit",
                "everything-at-once",
            })
    void aBadFileIsRejected(String name) throws IOException {
        assertFalse(complaints(tree(MODELS.resolve("problems").resolve(name + ".json")))
                .isEmpty());
    }

    /** An editor underlines the place that it is about, and complains of nothing else. */
    @ParameterizedTest
    @CsvSource({
        "unknown-key, /components/api",
        "unknown-key-at-the-top, ''",
        "unknown-kind, /components/api/kind",
        "missing-kind, /components/api",
        "another-format, /format",
        "dependency-key-of-the-wrong-form, /dependencies",
    })
    void theComplaintIsAboutThePlace(String name, String place) throws IOException {
        List<String> complaints = complaints(tree(MODELS.resolve("problems").resolve(name + ".json")));
        assertTrue(complaints.stream().allMatch(each -> each.startsWith(place + ": ")), complaints::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"components\": {\"db\": null, \"api\": {\"concurrency\": 4, \"queue\": {\"capacity\": null}}}}",
                "{\"dependencies\": {\"a->b\": {\"retry\": {\"budget\": {\"type\": \"ratio\"}}, \"timeout\": null}}}",
                "{\"components\": {\"api\": {\"latency\": \"5s\"}, \"m\": {\"latency\": {\"tokensPerSecond\": 40}}}}",
                "{\"dependencies\": null}",
                "{}",
            })
    void aPatchMayNameAPartAndTakeAway(String patch) {
        assertEquals(List.of(), complaints(withPatch(patch)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"component\": {}}",
                "{\"components\": {\"api\": {\"concurency\": 4}}}",
                "{\"components\": {\"api\": {\"concurrency\": -4}}}",
                "{\"components\": {\"api\": {\"latency\": \"5\"}}}",
                "{\"dependencies\": {\"a->b\": {\"retry\": {\"maxAttemps\": 4}}}}",
                "{\"dependencies\": {\"ab\": {}}}",
                "[]",
            })
    void aPatchIsCheckedToo(String patch) {
        List<String> complaints = complaints(withPatch(patch));
        assertFalse(complaints.isEmpty());
        assertTrue(complaints.stream().allMatch(each -> each.startsWith("/strategies/s/patch")), complaints::toString);
    }

    private static Object withPatch(String patch) {
        Object tree = JsonTree.read(patch, new Problems());
        Map<String, Object> model = new LinkedHashMap<>(RandomModels.tree(3));
        model.put("strategies", Map.of("s", Map.of("patch", tree == null ? Map.of() : tree)));
        return model;
    }

    @Test
    void theSchemaTellsTheMeaningOfEveryParameter() {
        ParameterWalk.all().forEach(found -> {
            Parameter<?, ?> parameter = found.parameter();
            if (!parameter.isGroup()) {
                String start = JsonPrinter.print(parameter.meaning() + ".").strip();
                assertTrue(TEXT.contains(start.substring(0, start.length() - 1)), found::toString);
                assertTrue(TEXT.contains(parameter.source()), found::toString);
            }
        });
    }

    @Test
    void noObjectTakesUnknownKeys() {
        Object tree = JsonTree.read(TEXT, new Problems());
        assertOpenNowhere(tree, "$");
    }

    private static void assertOpenNowhere(Object tree, String where) {
        if (tree instanceof Map<?, ?> object) {
            if (object.containsKey("patternProperties")) {
                assertEquals(Boolean.FALSE, object.get("additionalProperties"), where);
            }
            object.forEach((key, value) -> assertOpenNowhere(value, where + "." + key));
        } else if (tree instanceof List<?> list) {
            list.forEach(each -> assertOpenNowhere(each, where + "[]"));
        }
    }

    @Test
    void everyObjectTypeOfTheFormatIsClosed() {
        for (ParameterWalk.Found found : ParameterWalk.all()) {
            if (found.parameter().type() instanceof ObjectType<?> type
                    && !found.parameter().isGroup()) {
                Map<String, Object> schema = new SchemaTypes().object(type);
                assertEquals(Boolean.FALSE, schema.get("additionalProperties"), found::toString);
            }
        }
    }
}
