package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Deviation.Kind;
import dev.blastradius.editor.patch.RandomEdits;
import dev.blastradius.editor.patch.StrategyEdits;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what differs from the drawing can be read, and put back piece by piece. */
class DeviationsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "label": "Bot", "concurrency": 10, "latency": "20ms"},
                "opus": {"kind": "model", "latency": {"type": "lognormal", "median": "1s", "p99": "3s"}},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": {
                "users->bot": {}, "bot->opus": {"timeout": "30s", "retry": {"maxAttempts": 2}},
                "bot->canned": {"fallbackFor": "bot->opus"} },
              "strategies": {
                "other": {"patch": {
                    "components": {
                      "bot": {"concurrency": 20, "queue": {"capacity": 5}, "tags": {"team": "a"}},
                      "opus": {"latency": {"median": "2s", "p99": "9s"}},
                      "haiku": {"kind": "model", "latency": "1s"}},
                    "dependencies": {
                      "bot->opus": {"timeout": null, "retry": {"maxAttempts": 4}},
                      "bot->canned": null,
                      "bot->haiku": {"fallbackFor": "bot->opus", "order": 1}}}}} }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private final PutBack putBack = new PutBack(editor);

    private Deviation at(String where) {
        return putBack.deviations().stream()
                .filter(each -> each.where().toString().equals(where))
                .findFirst()
                .orElseThrow(() -> new AssertionError(putBack.deviations().toString()));
    }

    private Pipeline drawn() {
        return editor.drawn();
    }

    private boolean patchIsEmpty() {
        return drawn().strategiesOrNone().get("other").patchOrEmpty().isEmpty();
    }

    @Test
    void everyDeviationSaysWhereItIsAndBothValues() {
        editor.chooseStrategy("other");
        List<String> lines = putBack.deviations().stream()
                .map(each -> each.subject().id() + ": " + each.name() + ": " + each.values())
                .toList();
        assertEquals(
                List.of(
                        "bot: Concurrency: drawn: 10 → here: 20",
                        "bot: Tags: drawn: not given → here: team: a",
                        "bot: Queue: drawn: unbounded, first in first out → here: Capacity 5",
                        "opus: Latency › Median: drawn: 1 s → here: 2 s",
                        "opus: Latency › p99: drawn: 3 s → here: 9 s",
                        "haiku: Model: added",
                        "bot->opus: Timeout: drawn: 30 s → here: for ever",
                        "bot->opus: Retry › Max attempts: drawn: 2 → here: 4",
                        "bot->canned: Arrow: taken away",
                        "bot->haiku: Arrow: added"),
                lines);
    }

    @Test
    void asDrawnThereAreNone() {
        assertEquals(List.of(), putBack.deviations());
        assertEquals(Map.of(), Deviations.kinds(drawn(), editor.pipeline()));
    }

    @Test
    void boxesAndArrowsAreMarkedByHowTheyDiffer() {
        editor.chooseStrategy("other");
        assertEquals(
                Map.of(
                        "bot", Kind.CHANGED,
                        "opus", Kind.CHANGED,
                        "haiku", Kind.ADDED,
                        "bot->opus", Kind.CHANGED,
                        "bot->canned", Kind.REMOVED,
                        "bot->haiku", Kind.ADDED),
                Deviations.kinds(drawn(), editor.pipeline()));
    }

    @Test
    void aFieldPutBackLeavesThePatchAndNothingElseDoes() {
        editor.chooseStrategy("other");
        assertEquals(List.of(), putBack.one(at("$.components.bot.concurrency")));
        assertEquals(
                "{queue={capacity=5}, tags={team=a}}",
                ((Map<?, ?>) drawn().strategiesOrNone()
                                .get("other")
                                .patchOrEmpty()
                                .entries()
                                .get("components"))
                        .get("bot")
                        .toString());
        assertEquals("Put back Concurrency in ‘other’", editor.undoLabel());
    }

    @Test
    void whatCannotStandAloneIsPutBackWithWhatIsAroundIt() {
        editor.chooseStrategy("other");
        editor.apply("Narrow", null, it -> {
            Tree patch = Tree.of(Map.of(
                    "components", Map.of("opus", Map.of("latency", Map.of("median", "200ms", "p99", "500ms")))));
            return EditorTestModels.withPatch(it, "other", patch);
        });
        assertEquals(List.of(), putBack.one(at("$.components.opus.latency.median")));
        assertTrue(patchIsEmpty(), () -> drawn().strategiesOrNone().toString());
    }

    @Test
    void whatWasTakenAwayComesBackAndWhatWasAddedGoesWithItsArrows() {
        editor.chooseStrategy("other");
        assertEquals(List.of(), putBack.one(at("$.dependencies[\"bot->canned\"]")));
        assertTrue(editor.pipeline().arrows().containsKey("bot->canned"));
        assertEquals(List.of(), putBack.one(at("$.components.haiku")));
        assertFalse(editor.pipeline().components().containsKey("haiku"));
        assertFalse(editor.pipeline().arrows().containsKey("bot->haiku"));
    }

    @Test
    void everythingCanBePutBackAtOnceAndUndone() {
        editor.chooseStrategy("other");
        Pipeline before = drawn();
        assertEquals(List.of(), putBack.all());
        assertTrue(patchIsEmpty());
        assertEquals(List.of(), putBack.deviations());
        editor.undo();
        assertEquals(before, drawn());
    }

    static List<String> examples() {
        return Examples.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void puttingBackOneDeviationAfterTheOtherLeavesTheDrawingAndAnEmptyPatch(String name) {
        Pipeline loaded = Examples.load(name).pipeline();
        String id = loaded.strategiesOrNone().keySet().iterator().next();
        Pipeline first = EditorTestModels.withPatch(loaded, id, Tree.EMPTY);
        for (long seed = 0; seed < 10; seed++) {
            Random random = new Random(seed);
            RandomEdits edits = new RandomEdits(random);
            Pipeline now = first;
            for (int step = 0; step < 25; step++) {
                Pipeline seen = StrategyEdits.build(now, id);
                now = StrategyEdits.edited(now, id, seen, edits.edit(seen));
            }
            int most = 2_000;
            List<Deviation> left = Deviations.all(now, StrategyEdits.build(now, id));
            while (!left.isEmpty()) {
                String where = name + ", seed " + seed + ": " + left;
                assertTrue(most-- > 0, where);
                Pipeline seen = StrategyEdits.build(now, id);
                Deviation one = left.get(random.nextInt(left.size()));
                Pipeline back = PutBack.of(now, seen, one);
                if (back == null || back.equals(seen)) {
                    back = PutBack.of(now, seen, new Deviation(one.subject(), List.of(), one.kind(), "", "", ""));
                }
                now = StrategyEdits.edited(now, id, seen, back);
                left = Deviations.all(now, StrategyEdits.build(now, id));
            }
            assertEquals(first.components(), StrategyEdits.build(now, id).components());
            assertEquals(first.arrows(), StrategyEdits.build(now, id).arrows());
            assertEquals(Map.of(), now.strategiesOrNone().get(id).patchOrEmpty().entries(), name + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void inEveryExampleEveryDeviationOfEveryStrategyCanBePutBack(String name) {
        Editor open = new Editor(Examples.load(name), null);
        PutBack back = new PutBack(open);
        for (String id : List.copyOf(open.drawn().strategiesOrNone().keySet())) {
            open.chooseStrategy(id);
            List<Problem> problems = new ArrayList<>();
            int most = 200;
            while (!back.deviations().isEmpty() && problems.isEmpty() && most-- > 0) {
                problems.addAll(back.one(back.deviations().get(0)));
            }
            assertEquals(List.of(), problems, name + ", " + id);
            assertEquals(List.of(), back.deviations(), name + ", " + id);
            assertEquals(open.drawn().components(), open.pipeline().components(), name + ", " + id);
            assertEquals(open.drawn().arrows(), open.pipeline().arrows(), name + ", " + id);
        }
    }
}
