package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Components given the values of a preset. */
class PresetEditsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "llm": {"kind": "model", "label": "Ours", "description": "Chosen in spring.",
                        "tags": {"provider": "reseller"}, "concurrency": 7, "latency": "1s"} },
              "dependencies": { "users->llm": {} }, "view": {"llm": [300, 20]} }""";

    private final Editor editor =
            new Editor(Objects.requireNonNull(ModelReader.read(MODEL, null).model()), null);
    private final FormActions actions = new FormActions(editor);
    private final Subject llm = Subject.component("llm");

    static List<Preset> all() {
        return Presets.all();
    }

    @Test
    void whatThePresetSaysIsReplacedAndTheRestStaysInOneStep() {
        assertEquals(List.of(), actions.apply(List.of(llm), preset("Claude Opus 4.8")));
        Map<?, ?> tree = llm.tree(editor.pipeline());
        assertEquals("Ours", tree.get("label"));
        assertEquals(7L, tree.get("concurrency"));
        assertEquals(Map.of("provider", "reseller", "tier", "large"), tree.get("tags"));
        assertEquals(Map.of("perMillionInputTokens", 5L, "perMillionOutputTokens", 25L), tree.get("price"));
        assertEquals(300, editor.pipeline().positions().get("llm").x());
        assertEquals("Apply Claude Opus 4.8", editor.undoLabel());
        editor.undo();
        assertFalse(editor.canUndo());
    }

    @Test
    void theDescriptionSaysWhereTheNumbersStandAndForgetsThoseThatAreReplaced() {
        actions.apply(List.of(llm), preset("Claude Opus 4.8"));
        actions.apply(List.of(llm), preset("Anthropic limits, lowest tier"));
        actions.apply(List.of(llm), preset("GPT-5"));
        List<String> lines = component().about().description().lines().toList();
        assertEquals("Chosen in spring.", lines.get(0));
        assertTrue(lines.get(1).startsWith("Anthropic limits, lowest tier. Rate limit: Anthropic's documentation"));
        assertTrue(lines.get(2).startsWith("GPT-5. Latency: "), lines.get(2));
        assertTrue(lines.get(2).contains("Price: pydantic/genai-prices (MIT), 2026-08-21 (data)."), lines.get(2));
        assertEquals(3, lines.size());
    }

    @Test
    void aClientKeepsItsTraffic() {
        Client before = (Client) editor.pipeline().components().get("users");
        actions.apply(List.of(Subject.component("users")), preset("Chat requests"));
        Client after = (Client) editor.pipeline().components().get("users");
        assertEquals(before.traffic(), after.traffic());
        assertEquals(
                List.of("Chat requests"),
                PresetEdits.present(after).stream().map(Preset::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aComponentCanBeAddedWithItAndIsKnownByIt(Preset preset) {
        editor.add(preset, new Point(0, 0));
        String id = editor.selection().onlyComponent();
        Component added = editor.pipeline().components().get(id);
        assertEquals(preset.name(), added.title(id));
        assertTrue(PresetEdits.present(added).contains(preset));
        assertEquals("Add " + preset.name(), editor.undoLabel());
    }

    private Component component() {
        return editor.pipeline().components().get("llm");
    }

    private static Preset preset(String name) {
        return all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
