package dev.blastradius.model.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merge patches. */
class TreeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 7396, appendix A: all cases in which document and patch are objects. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"}           | {\"a\":\"c\"}                 | {\"a\":\"c\"}",
                "{\"a\":\"b\"}           | {\"b\":\"c\"}                 | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}           | {\"a\":null}                  | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null}                  | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]}         | {\"a\":\"c\"}                 | {\"a\":\"c\"}",
                "{\"a\":\"c\"}           | {\"a\":[\"b\"]}               | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}   | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]}                   | {\"a\":[1]}",
                "{\"e\":null}            | {\"a\":1}                     | {\"e\":null,\"a\":1}",
                "{\"a\":\"foo\"}         | {\"b\":{\"c\":null}}          | {\"a\":\"foo\",\"b\":{}}",
                "{}                      | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}",
            })
    void patchesMergeAsTheirStandardSays(String document, String patch, String result) throws Exception {
        assertEquals(tree(result), tree(document).merge(tree(patch)));
    }

    private static Tree tree(String json) throws Exception {
        return Tree.of(JSON.readValue(json, Map.class));
    }
}
