package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Clippings;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.testing.RandomModels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "a": {"kind": "service", "label": "Assistant", "latency": "20ms"},
                "opus": {"kind": "model", "latency": "1s", "tags": {"provider": "x"}},
                "opus-2": {"kind": "model", "latency": "2s", "concurrency": 7} },
              "dependencies": {
                "users->a": {},
                "a->opus": {"timeout": "30s", "retry": {"maxAttempts": 3}},
                "a->opus-2": {"fallbackFor": "a->opus", "order": 1} } }""";

    @Test
    void anyValidModelCanBeCopiedWholeIntoAnyOther() {
        for (long seed = 0; seed < 60; seed++) {
            Pipeline from = RandomModels.pipeline(seed);
            Pipeline into = RandomModels.pipeline(seed + 1000);
            Selection all = Selection.components(from.components().keySet());
            Clippings.Reading reading = Clippings.read(Clippings.write(Clips.copy(from, all, Map.of())));
            assertEquals(List.of(), reading.problems(), "seed " + seed);
            Clips.Pasted pasted = Clips.paste(into, reading.clip(), Map.of());
            assertEquals(List.of(), errors(pasted.pipeline()), "seed " + seed);
            Clips.Pasted twice = Clips.paste(pasted.pipeline(), reading.clip(), Map.of());
            assertEquals(
                    into.arrows().size() + 2 * from.arrows().size(),
                    twice.pipeline().arrows().size(),
                    "seed " + seed);
        }
    }

    private static List<String> examples() {
        return Examples.names();
    }

    private static Pipeline model() {
        return ModelReader.read(MODEL, null).model().pipeline();
    }

    private static Editor editor(String name) {
        return new Editor(Examples.load(name), null);
    }

    private static Map<String, Rect> boxes(Pipeline pipeline) {
        Map<String, Rect> boxes = new LinkedHashMap<>();
        pipeline.components().keySet().forEach(id -> {
            var at = pipeline.positions().get(id);
            double x = at == null ? 200 * boxes.size() : at.x();
            double y = at == null ? 0 : at.y();
            boxes.put(id, new Rect(x, y, 150, 54));
        });
        return boxes;
    }

    private static CopyPaste copyPaste(Editor editor) {
        return new CopyPaste(editor, ClipsTest::boxes);
    }

    private static List<Problem> errors(Pipeline pipeline) {
        return ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
    }

    private static Selection some(Pipeline pipeline, Random random) {
        Set<String> ids = new LinkedHashSet<>();
        pipeline.components().keySet().forEach(id -> {
            if (random.nextInt(3) > 0) {
                ids.add(id);
            }
        });
        return Selection.components(ids);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsPastedIsValidAndEqualToTheOriginalButForItsIdsAndPlaces(String name) {
        for (long seed = 0; seed < 20; seed++) {
            Editor editor = editor(name);
            Pipeline before = editor.pipeline();
            editor.select(some(before, new Random(seed)));
            List<String> originals = before.components().keySet().stream()
                    .filter(editor.selection().components()::contains)
                    .toList();
            if (originals.isEmpty()) {
                continue;
            }
            String text = copyPaste(editor).copy(boxes(before));
            assertEquals(List.of(), copyPaste(editor).paste(text, boxes(before).values(), null));
            Pipeline after = editor.pipeline();
            assertEquals(List.of(), errors(after), name + ", seed " + seed);
            List<String> copies = List.copyOf(editor.selection().components());
            Map<String, String> names = new LinkedHashMap<>();
            for (int i = 0; i < originals.size(); i++) {
                names.put(originals.get(i), copies.get(i));
                assertEquals(
                        before.components().get(originals.get(i)),
                        after.components().get(copies.get(i)));
            }
            assertEquals(
                    before.components().size() + copies.size(),
                    after.components().size());
            assertEquals(arrowsAmong(before, names), arrowsAmong(after, copies), name + ", seed " + seed);
            editor.undo();
            assertEquals(before, editor.pipeline());
        }
    }

    /** The arrows among some components with the ids that those have elsewhere; a fallback only with what it stands in for. */
    private static Map<String, Dependency> arrowsAmong(Pipeline pipeline, Map<String, String> names) {
        Map<String, Dependency> arrows = new LinkedHashMap<>();
        pipeline.arrows().forEach((key, arrow) -> {
            if (names.containsKey(Pipeline.from(key)) && names.containsKey(Pipeline.to(key))) {
                String other = arrow.fallback().fallbackFor();
                if (other == null || names.containsKey(Pipeline.to(other))) {
                    Dependency.Fallback old = arrow.fallback();
                    Dependency.Fallback fallback = new Dependency.Fallback(
                            other == null ? null : rename(other, names), old.order(), old.readiness(), old.coldStart());
                    arrows.put(rename(key, names), new Dependency(arrow.call(), fallback, arrow.policies()));
                }
            }
        });
        return arrows;
    }

    private static Map<String, Dependency> arrowsAmong(Pipeline pipeline, List<String> ids) {
        Map<String, String> same = new LinkedHashMap<>();
        ids.forEach(id -> same.put(id, id));
        return arrowsAmong(pipeline, same);
    }

    private static String rename(String key, Map<String, String> names) {
        return Pipeline.key(names.get(Pipeline.from(key)), names.get(Pipeline.to(key)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void cuttingEverythingAndPastingItGivesTheSameDrawing(String name) {
        Editor editor = editor(name);
        Pipeline before = editor.pipeline();
        editor.selectAll();
        String text = copyPaste(editor).cut(boxes(before));
        assertTrue(editor.pipeline().components().isEmpty());
        assertEquals(List.of(), copyPaste(editor).paste(text, List.of(), null));
        assertEquals(before.components(), editor.pipeline().components());
        assertEquals(before.arrows(), editor.pipeline().arrows());
        assertEquals(before.positions(), editor.pipeline().positions());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aWholeModelFileCanBePastedIntoAnotherModel(String name) {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        Pipeline whole = Examples.load(name).pipeline();
        assertEquals(List.of(), copyPaste(editor).paste(Examples.text(name), List.of(), null));
        assertEquals(
                4 + whole.components().size(), editor.pipeline().components().size());
        assertEquals(3 + whole.arrows().size(), editor.pipeline().arrows().size());
        assertEquals(List.of(), errors(editor.pipeline()));
        assertEquals("Paste " + whole.components().size() + " components", editor.undoLabel());
    }

    @Test
    void aTakenIdGetsTheNextFreeNumberAndTheNameStays() {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        editor.select(Selection.component("opus"));
        copyPaste(editor).duplicate(boxes(editor.pipeline()));
        assertEquals(Set.of("opus-3"), editor.selection().components());
        editor.select(Selection.component("a"));
        copyPaste(editor).duplicate(boxes(editor.pipeline()));
        assertEquals("Assistant", editor.pipeline().components().get("a-2").title("a-2"));
        assertEquals("Duplicate Assistant", editor.undoLabel());
    }

    @Test
    void aFallbackComesWithWhatItStandsInForAndUnderItsNewName() {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        editor.select(Selection.components(List.of("a", "opus", "opus-2")));
        copyPaste(editor).duplicate(boxes(editor.pipeline()));
        Dependency fallback = editor.pipeline().arrows().get("a-2->opus-4");
        assertNotNull(fallback, () -> editor.pipeline().arrows().keySet().toString());
        assertEquals("a-2->opus-3", fallback.fallback().fallbackFor());
        assertEquals(
                model().arrows().get("a->opus").policies(),
                editor.pipeline().arrows().get("a-2->opus-3").policies());
    }

    @Test
    void aFallbackIsNotCopiedWithoutWhatItStandsInFor() {
        Pipeline clip = Clips.copy(model(), Selection.components(List.of("a", "opus-2")), Map.of());
        assertTrue(clip.arrows().isEmpty());
    }

    @Test
    void aCutArrowCanBePastedAgain() {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        Pipeline before = editor.pipeline();
        editor.select(Selection.dependency("a->opus-2"));
        String text = copyPaste(editor).cut(boxes(before));
        assertNull(editor.pipeline().arrows().get("a->opus-2"));
        copyPaste(editor).paste(text, List.of(), null);
        assertEquals(before, editor.pipeline());
        assertEquals(Set.of("a->opus-2"), editor.selection().dependencies());
    }

    @Test
    void repeatedPastesMakeACascade() {
        Map<String, Rect> clip = Map.of("x", new Rect(100, 100, 150, 54));
        List<Rect> taken = new ArrayList<>(clip.values());
        for (int i = 1; i <= 5; i++) {
            Point place = Clips.places(clip, taken, null).get("x");
            assertEquals(new Point(100 + i * Clips.CASCADE, 100 + i * Clips.CASCADE), place);
            taken.add(new Rect(place.x(), place.y(), 150, 54));
        }
    }

    @Test
    void whatIsPastedAtAPointHasItsMiddleThere() {
        Map<String, Rect> clip = Map.of("x", new Rect(0, 0, 100, 50), "y", new Rect(200, 100, 100, 50));
        Map<String, Point> places = Clips.places(clip, List.of(), new Point(500, 500));
        assertEquals(new Point(350, 425), places.get("x"));
        assertEquals(new Point(550, 525), places.get("y"));
    }

    @Test
    void settingsArePastedOntoTheLikeAndLeaveNamesTagsAndFallbacksAlone() {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        editor.select(Selection.component("opus-2"));
        String text = copyPaste(editor).copy(boxes(editor.pipeline()));
        editor.select(Selection.components(List.of("opus", "a")));
        assertEquals(List.of(), copyPaste(editor).pasteSettings(text));
        assertEquals(7L, editor.pipeline().components().get("opus").station().concurrency());
        assertEquals(
                Map.of("provider", "x"),
                editor.pipeline().components().get("opus").about().tags());
        assertEquals(
                model().components().get("a"), editor.pipeline().components().get("a"));

        editor.select(Selection.dependency("a->opus"));
        String arrow = copyPaste(editor).copy(boxes(editor.pipeline()));
        editor.select(Selection.dependency("a->opus-2"));
        assertEquals(List.of(), copyPaste(editor).pasteSettings(arrow));
        Dependency fallback = editor.pipeline().arrows().get("a->opus-2");
        assertEquals("a->opus", fallback.fallback().fallbackFor());
        assertTrue(fallback.policies().containsKey("retry"));
        assertEquals("30s", fallback.call().timeout().text());
    }

    @Test
    void textThatIsNoPartOfAModelIsToldAndChangesNothing() {
        String deep = "{\"format\":" + "[".repeat(100_000);
        List<String> texts = List.of(
                "",
                "a shopping list",
                "[1, 2]",
                "{}",
                "{\"format\": 7}",
                deep,
                "{\"format\": \"blastradius/1\"",
                "{\"format\": \"blastradius/1\", \"components\": {\"a\": {\"kind\": \"modle\"}}}",
                "{\"format\": \"blastradius/1\", \"components\": {\"A b\": {\"kind\": \"service\"}}}",
                "{\"format\": \"blastradius/1\", \"components\": {\"a\": {\"kind\": \"service\"}},"
                        + " \"dependencies\": {\"a->b\": {}}}",
                "{\"format\": \"blastradius/1\", \"components\": {}}",
                "{".repeat(1000) + " \"format\"",
                "\"format\" " + "x".repeat(Clippings.MOST_CHARACTERS));
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        for (String text : texts) {
            List<Problem> problems = copyPaste(editor).paste(text, List.of(), null);
            assertFalse(problems.isEmpty(), text.substring(0, Math.min(80, text.length())));
            assertFalse(copyPaste(editor).pasteSettings(text).isEmpty());
        }
        assertFalse(editor.canUndo());
    }

    @Test
    void allThatIsWrongWithATextIsToldAtOnceWithItsPlaces() {
        List<Problem> problems = Clippings.read("""
                {"format": "blastradius/1", "components": {
                  "a": {"kind": "service", "latency": "soon"},
                  "b": {"kind": "service", "concurrency": -3}}}""").problems();
        assertEquals(2, problems.size(), problems::toString);
        assertEquals(2, problems.get(0).line());
        assertEquals(3, problems.get(1).line());
    }

    @Test
    void anArrowThatWouldCloseACircleComesNotByPasting() {
        Editor editor = new Editor(new Model(model(), Map.of()), null);
        List<Problem> refused = new ArrayList<>();
        editor.onRefused(refused::addAll);
        copyPaste(editor)
                .paste(
                        "{\"format\": \"blastradius/1\", \"components\": {}, \"dependencies\": {\"opus->a\": {}}}",
                        List.of(),
                        null);
        assertFalse(refused.isEmpty());
        assertFalse(editor.canUndo());
    }

    @Test
    void whatIsPastedGetsNoIdThatAStrategyHasForSomethingElse() {
        String patched = MODEL.substring(0, MODEL.lastIndexOf('}'))
                + ", \"strategies\": {\"more\": {\"patch\": {\"components\": {"
                + "\"opus-3\": {\"kind\": \"model\", \"latency\": \"9s\"}}}}}}";
        Editor editor = new Editor(ModelReader.read(patched, null).model(), null);
        editor.chooseStrategy("more");
        Object spare = editor.pipeline().components().get("opus-3");
        editor.chooseStrategy("as-drawn");
        Pipeline clip = Clips.copy(editor.pipeline(), Selection.component("opus-2"), Map.of());
        Clips.Pasted pasted = Clips.paste(editor.pipeline(), clip, Map.of());
        editor.edit("Paste", null, any -> pasted.pipeline());
        editor.chooseStrategy("more");
        assertEquals(spare, editor.pipeline().components().get("opus-3"));
        assertEquals(6, editor.pipeline().components().size());
    }

    @Test
    void whatIsCutAndPastedInAStrategyKeepsItsId() {
        String patched = MODEL.substring(0, MODEL.lastIndexOf('}')) + ", \"strategies\": {\"more\": {\"patch\": {}},"
                + " \"less\": {\"patch\": {\"components\": {\"opus-2\": {\"concurrency\": 3}}}}}}";
        Editor editor = new Editor(ModelReader.read(patched, null).model(), null);
        editor.chooseStrategy("more");
        editor.select(Selection.component("opus-2"));
        CopyPaste clips = new CopyPaste(editor, ClipsTest::boxes);
        String text = clips.cut(Map.of());
        assertEquals(List.of(), clips.paste(text, List.of(), null));
        assertEquals(4, editor.pipeline().components().size());
        assertTrue(editor.pipeline().components().containsKey("opus-2"));
    }
}
