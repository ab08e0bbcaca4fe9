package dev.blastradius.editor.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blastradius.editor.Selection;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintTest {

    private static final String USERS = "\"users\": {\"kind\": \"client\", \"traffic\": {\"requestsPerSecond\": 5}}";
    private static final String MODEL = "\"llm\": {\"kind\": \"model\", \"latency\": \"1s\"}";

    private static Pipeline pipeline(String components, String rest) {
        String json = "{\"format\": \"blastradius/1\", \"components\": {" + components + "}" + rest + "}";
        return Objects.requireNonNull(ModelReader.read(json, null).model()).pipeline();
    }

    @Test
    void theFirstThingThatAModelLacksIsSaid() {
        assertEquals(Hint.EMPTY, Hint.of(pipeline("", "")));
        assertEquals(Hint.NO_CLIENT, Hint.of(pipeline(MODEL, "")));
        assertEquals(Hint.ALONE, Hint.of(pipeline(USERS, "")));
        assertEquals(Hint.NO_ARROWS, Hint.of(pipeline(USERS + "," + MODEL, "")));
        assertEquals(
                Hint.NO_SCENARIO, Hint.of(pipeline(USERS + "," + MODEL, ", \"dependencies\": {\"users->llm\": {}}")));
    }

    @ParameterizedTest
    @CsvSource({
        "rag-support-two-providers",
        "rag-support-one-provider",
        "agent-with-tools",
        "batch-enrichment",
        "llm-gateway"
    })
    void anExampleLacksNothing(String name) {
        assertEquals(Hint.NONE, Hint.of(Examples.load(name).pipeline()));
    }

    @Test
    void withNothingSelectedAModelIsBrokenFirst() {
        Pipeline both = pipeline(USERS + ", \"web\": {\"kind\": \"service\"}," + MODEL, "");
        assertEquals("llm", Hint.breakable(both, Selection.NONE));
        assertEquals("web", Hint.breakable(both, Selection.component("web")));
        assertNull(Hint.breakable(pipeline(USERS, ""), Selection.NONE));
    }
}
