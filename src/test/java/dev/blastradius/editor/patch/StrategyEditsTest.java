package dev.blastradius.editor.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That an edit of what a strategy builds becomes a change of its patch, and of nothing else that it should leave alone. */
class StrategyEditsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "concurrency": 10, "latency": "20ms"},
                "opus": {"kind": "model", "tags": {"provider": "a"}, "latency": "1s"},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": {
                "users->bot": {}, "bot->opus": {"timeout": "30s", "retry": {"maxAttempts": 2}},
                "bot->canned": {"fallbackFor": "bot->opus"} },
              "scenarios": {"gone": {"faults": [{"target": "opus", "at": "1m", "unavailable": true}]}},
              "strategies": {
                "other": {"patch": {
                    "components": {"bot": {"concurrency": 10}, "haiku": {"kind": "model", "latency": "1s"}},
                    "dependencies": {"bot->opus": {"retry": {"maxAttempts": 4}}}},
                  "runbook": [{"after": "1m", "patch": {"components": {"opus": {"concurrency": 3}}}}]},
                "bare": {"patch": {"dependencies": null}},
                "empty": {"label": "Nothing yet"}},
              "view": {"opus": [1, 2], "haiku": [3, 4]} }""";

    private final Pipeline drawn = read(MODEL);

    private static Pipeline read(String text) {
        ModelReader.Reading reading = ModelReader.read(text, null);
        assertTrue(reading.model() != null, () -> reading.problems().toString());
        return reading.model().pipeline();
    }

    private static Pipeline edit(Pipeline drawn, String id, UnaryOperator<Pipeline> edit) {
        Pipeline seen = StrategyEdits.build(drawn, id);
        return StrategyEdits.edited(drawn, id, seen, edit.apply(seen));
    }

    private static String patch(Pipeline drawn, String id) {
        return drawn.strategiesOrNone().get(id).patchOrEmpty().entries().toString();
    }

    private static UnaryOperator<Pipeline> concurrency(String id, long servers) {
        return pipeline -> {
            Map<Object, Object> tree = new LinkedHashMap<>(
                    (Map<?, ?>) Kinds.TYPE.write(pipeline.components().get(id)));
            tree.put("concurrency", servers);
            Component read = Kinds.TYPE.read(tree, JsonPath.ROOT, new Problems());
            return Edits.replaceComponent(pipeline, id, read);
        };
    }

    @Test
    void aChangedFieldIsAllThatThePatchSays() {
        Pipeline edited = edit(drawn, "empty", concurrency("bot", 7));
        assertEquals("{components={bot={concurrency=7}}}", patch(edited, "empty"));
        assertEquals(drawn.components(), edited.components());
    }

    @Test
    void aFieldPutBackLeavesThePatchAndSoDoTheEmptyObjectsAroundIt() {
        Pipeline edited = edit(drawn, "empty", concurrency("bot", 7));
        edited = edit(edited, "empty", concurrency("bot", 10));
        assertEquals("{}", patch(edited, "empty"));
    }

    @Test
    void whatThePatchSaysElsewhereStaysEvenWhereItNeedNotBeSaid() {
        Pipeline edited = edit(drawn, "other", concurrency("opus", 3));
        assertEquals(
                "{components={bot={concurrency=10}, haiku={kind=model, latency=1s}, opus={concurrency=3}},"
                        + " dependencies={bot->opus={retry={maxAttempts=4}}}}",
                patch(edited, "other"));
    }

    @Test
    void whatIsDeletedInAStrategyIsNullThereAndStaysInTheDrawing() {
        Pipeline edited = edit(drawn, "empty", it -> Edits.delete(it, Selection.component("opus")));
        assertEquals(
                "{components={opus=null}, dependencies={bot->opus=null, bot->canned=null}}", patch(edited, "empty"));
        assertEquals(drawn.components(), edited.components());
        assertEquals(drawn.scenarios(), edited.scenarios());
        assertEquals(drawn.view(), edited.view());
    }

    @Test
    void whatIsAddedInAStrategyStandsThereWholeAndLeavesNothingWhenItIsDeletedAgain() {
        Pipeline added = edit(
                drawn,
                "empty",
                it -> Edits.connect(Edits.addComponent(it, Kinds.ALL.get(1), "more", new Point(5, 6)), "bot", "more"));
        Strategy strategy = added.strategiesOrNone().get("empty");
        assertTrue(
                patch(added, "empty").contains("more={kind=" + Kinds.ALL.get(1).key()), patch(added, "empty"));
        assertTrue(patch(added, "empty").contains("bot->more={}"), patch(added, "empty"));
        assertFalse(strategy.patchOrEmpty().isEmpty());
        assertEquals(5.0, added.positions().get("more").x());
        assertEquals(
                List.of(),
                ModelReader.check(added).stream()
                        .filter(problem -> problem.where().toString().contains("view"))
                        .toList());
        Pipeline gone = edit(added, "empty", it -> Edits.delete(it, Selection.component("more")));
        assertEquals("{}", patch(gone, "empty"));
        assertEquals(drawn.view(), gone.view());
    }

    @Test
    void whatAStrategyAddsAndDeletesAgainLosesItsPlaceAndWhatAnotherOneHasKeepsIt() {
        Pipeline gone = edit(drawn, "other", it -> Edits.delete(it, Selection.component("haiku")));
        assertNull(gone.positions().get("haiku"));
        Pipeline other = edit(drawn, "empty", it -> Edits.delete(it, Selection.component("opus")));
        assertNotEquals(null, other.positions().get("opus"));
        assertNotEquals(null, other.positions().get("haiku"));
    }

    @Test
    void aRunbookLosesWhatItsStrategyHasDeleted() {
        Pipeline edited = edit(drawn, "other", it -> Edits.delete(it, Selection.component("opus")));
        assertEquals(
                Map.of("components", Map.of()),
                edited.strategiesOrNone()
                        .get("other")
                        .runbookOrEmpty()
                        .get(0)
                        .patch()
                        .entries());
        assertEquals(
                List.of(),
                ModelReader.check(edited).stream()
                        .filter(problem -> problem.isError())
                        .toList());
    }

    @Test
    void aPatchThatTakesAllArrowsAwayTakesEachAwayOnceOneIsDrawnAgain() {
        Pipeline edited = edit(drawn, "bare", it -> Edits.connect(it, "users", "opus"));
        assertEquals(
                "{dependencies={users->bot=null, bot->opus=null, bot->canned=null, users->opus={}}}",
                patch(edited, "bare"));
        assertEquals(
                List.of("users->opus"),
                List.copyOf(StrategyEdits.build(edited, "bare").arrows().keySet()));
    }

    @Test
    void anEditOfAPatchItselfIsTakenAsItIs() {
        Tree patch = Tree.of(Map.of("components", Map.of("bot", Map.of("concurrency", 3L))));
        Pipeline seen = StrategyEdits.build(drawn, "other");
        Map<String, Strategy> strategies = new LinkedHashMap<>(drawn.strategiesOrNone());
        strategies.put("other", new Strategy(null, null, patch, null));
        Pipeline after = new Pipeline(
                seen.format(),
                seen.name(),
                seen.description(),
                seen.components(),
                seen.dependencies(),
                seen.scenarios(),
                strategies,
                seen.experiment(),
                seen.view());
        Pipeline edited = StrategyEdits.edited(drawn, "other", seen, after);
        assertEquals(patch, edited.strategiesOrNone().get("other").patch());
        assertEquals(drawn.components(), edited.components());
    }

    static List<String> examples() {
        return Examples.names();
    }

    /** The drawing as a tree, for patches that say more than they must. */
    private static Map<?, ?> tree(Pipeline pipeline) {
        return BlastFormat.TYPE.pipeline().write(pipeline);
    }

    private static Pipeline withPatch(Pipeline it, String id, Map<?, ?> patch) {
        Map<String, Strategy> strategies = new LinkedHashMap<>(it.strategiesOrNone());
        Strategy was = it.strategiesOrNone().get(id);
        strategies.put(id, new Strategy(was.label(), was.description(), Tree.of(patch), was.runbook()));
        return new Pipeline(
                it.format(),
                it.name(),
                it.description(),
                it.components(),
                it.dependencies(),
                it.scenarios(),
                strategies,
                it.experiment(),
                it.view());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theNewPatchMakesOfTheDrawingExactlyWhatTheEditAskedFor(String name) {
        Pipeline first = Examples.load(name).pipeline();
        int edited = 0;
        int steps = 0;
        for (String id : first.strategiesOrNone().keySet()) {
            for (long seed = 0; seed < 3; seed++) {
                Random random = new Random(seed);
                RandomEdits edits = new RandomEdits(random);
                Map<?, ?> written =
                        first.strategiesOrNone().get(id).patchOrEmpty().entries();
                Map<?, ?> parts = new LinkedHashMap<>(tree(first));
                parts.keySet().retainAll(List.of("components", "dependencies"));
                Pipeline now = withPatch(first, id, edits.wordy(written, parts));
                for (int step = 0; step < 40; step++) {
                    Pipeline seen = StrategyEdits.build(now, id);
                    Pipeline asked = edits.edit(seen);
                    Pipeline next = StrategyEdits.edited(now, id, seen, asked);
                    Pipeline built = StrategyEdits.build(next, id);
                    String where = name + ", " + id + ", seed " + seed + ", step " + step;
                    assertEquals(asked.components(), built.components(), where);
                    assertEquals(asked.arrows(), built.arrows(), where);
                    assertEquals(first.components(), next.components(), where);
                    assertEquals(first.dependencies(), next.dependencies(), where);
                    assertEquals(first.scenarios(), next.scenarios(), where);
                    steps++;
                    edited += next.equals(now) ? 0 : 1;
                    now = next;
                }
                Pipeline seen = StrategyEdits.build(now, id);
                Pipeline back = StrategyEdits.edited(now, id, seen, StrategyEdits.withBuilt(seen, first));
                assertEquals(first.components(), StrategyEdits.build(back, id).components());
                assertEquals(first.arrows(), StrategyEdits.build(back, id).arrows());
            }
        }
        assertTrue(edited > steps / 2, edited + " of " + steps + " steps were edits");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void fromAnEmptyPatchTheWayBackToTheDrawingLeavesAnEmptyPatch(String name) {
        Pipeline loaded = Examples.load(name).pipeline();
        String id = loaded.strategiesOrNone().keySet().iterator().next();
        Pipeline first = withPatch(loaded, id, Map.of());
        for (long seed = 0; seed < 10; seed++) {
            RandomEdits edits = new RandomEdits(new Random(seed));
            Pipeline now = first;
            for (int step = 0; step < 30; step++) {
                Pipeline seen = StrategyEdits.build(now, id);
                now = StrategyEdits.edited(now, id, seen, edits.edit(seen));
            }
            Pipeline seen = StrategyEdits.build(now, id);
            Pipeline back = StrategyEdits.edited(now, id, seen, StrategyEdits.withBuilt(seen, first));
            assertEquals("{}", patch(back, id), name + ", seed " + seed);
        }
    }
}
