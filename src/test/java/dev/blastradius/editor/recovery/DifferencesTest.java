package dev.blastradius.editor.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.testing.RandomModels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How two models differ, in words. */
class DifferencesTest {

    private static Pipeline model(String arrows, String opus) {
        return ModelReader.read("""
                        { "format": "blastradius/1", "name": "Test",
                          "components": {
                            "users": {"kind": "client", "traffic": {"arrivals": "poisson", "requestsPerSecond": 1}},
                            "a": {"kind": "service", "latency": "1s"},
                            "opus": %s },
                          "dependencies": {%s} }""".formatted(opus, arrows), null).model().pipeline();
    }

    private static final String OPUS = "{\"kind\": \"model\", \"label\": \"Opus\", \"latency\": \"1s\"}";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aModelDoesNotDifferFromItselfAndDoesFromAnyOther(long seed) {
        Pipeline one = RandomModels.pipeline(seed);
        assertEquals(List.of(), Differences.between(one, one));
        assertFalse(Differences.between(one, RandomModels.pipeline(seed + 100)).isEmpty());
    }

    @Test
    void whatIsMoreAndLessAndChangedIsCountedAndNamed() {
        Pipeline before = model("\"users->a\": {}, \"a->opus\": {}", OPUS);
        Pipeline after = model(
                "\"users->a\": {\"timeout\": \"2s\"}, \"users->opus\": {}",
                "{\"kind\": \"model\", \"label\": \"Opus\", \"latency\": \"2s\", \"concurrency\": 3}");
        assertEquals(
                List.of(
                        "1 component changed: Opus (concurrency, latency)",
                        "1 arrow more: users → Opus",
                        "1 arrow less: a → Opus",
                        "1 arrow changed: users → a (timeout)"),
                Differences.between(before, after));
    }

    @Test
    void manyAreCountedAndTheFirstFewNamed() {
        Editor editor = new Editor(Examples.load("llm-gateway"), null);
        Pipeline before = editor.drawn();
        for (int i = 0; i < 6; i++) {
            editor.add(Kinds.ALL.get(1), new Point(0, 0));
        }
        String words = Differences.between(before, editor.drawn()).get(0);
        assertEquals(true, words.startsWith("6 components more: ") && words.endsWith(" and 2 more"), words);
    }

    @Test
    void aMovedBoxIsCounted() {
        Editor editor = new Editor(Examples.load("llm-gateway"), null);
        Pipeline before = editor.drawn();
        String id = before.components().keySet().iterator().next();
        editor.select(Selection.component(id));
        editor.move(List.of(id), Map.of(id, new Point(-1234, 5)));
        assertEquals(List.of("1 box moved"), Differences.between(before, editor.drawn()));
    }

    @Test
    void namesFromFilesStayOnTheirLineAndInTheirDirection() {
        assertEquals("a b c d", Differences.plain("a\nb\u202Ec\u2028d"));
        assertEquals("x".repeat(40) + "…", Differences.plain("x".repeat(2_000)));
    }
}
