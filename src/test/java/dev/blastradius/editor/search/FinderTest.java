package dev.blastradius.editor.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.search.Finder.Found;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinderTest {

    private static final Pipeline PIPELINE = ModelReader.read("""
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "a": {"kind": "service", "label": "Assistant", "latency": "20ms", "concurrency": 300},
                "opus": {"kind": "model", "label": "Opus", "tags": {"provider": "anthropic"}, "latency": "1s"},
                "canned": {"kind": "static", "quality": 0.4} },
              "dependencies": {
                "users->a": {},
                "a->opus": {"timeout": "30s", "circuitBreaker": {"slidingWindow": {"type": "count", "size": 50}}},
                "a->canned": {"fallbackFor": "a->opus"} } }""", null).model().pipeline();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assist | a, users->a, a->opus, a->canned | Name: Assistant",
                "OPUS | opus, a->opus, a->canned | Name: Opus",
                "static | canned | Kind: Static answer",
                "anthropic | opus | Tags, provider: anthropic",
                "concurrency 300 | a | Concurrency: 300",
                "timeout 30 s | a->opus | Timeout: 30s",
                "circuit breaker | a->opus | Policy: Circuit breaker",
                "size 50 | a->opus | Circuit breaker, sliding window, size: 50",
                "40 % | canned | Quality: 0.4",
                "fallback | a->canned | Fallback: stands in",
            })
    void thingsAreFoundByAnythingThatIsSaidOfThem(String typed, String ids, String where) {
        List<Found> found = Finder.find(PIPELINE, typed);
        assertEquals(
                ids,
                String.join(
                        ", ", found.stream().map(each -> each.subject().id()).toList()));
        assertEquals(where, found.get(0).where());
    }

    @Test
    void nothingTypedFindsNothing() {
        assertTrue(Finder.find(PIPELINE, "").isEmpty());
        assertTrue(Finder.find(PIPELINE, "   ").isEmpty());
        assertTrue(Finder.find(PIPELINE, "no such thing").isEmpty());
        assertTrue(Finder.find(PIPELINE, "x".repeat(100_000)).isEmpty());
    }

    @Test
    void componentsAreFoundByTheNameOfThePresetWhoseValuesTheyHave() {
        Editor editor = new Editor(Examples.load("rag-support-two-providers"), null);
        Preset preset = Presets.all().get(0);
        editor.add(preset, new Point(0, 0));
        Subject added = Subject.of(editor.selection());
        new FormActions(editor).type(List.of(added), label(editor, added), "Another name");
        List<Found> found = Finder.find(editor.pipeline(), preset.name());
        assertTrue(found.contains(new Found(added, "Preset: " + preset.name())), found::toString);
    }

    private static FormItem.Entry label(Editor editor, Subject subject) {
        return subject.form(editor.pipeline()).stream()
                .flatMap(item -> item instanceof FormItem.Section section ? section.items().stream() : Stream.of(item))
                .filter(item -> item.path().get(item.path().size() - 1).equals("label"))
                .map(FormItem.Entry.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
