package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.patch.RandomEdits;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That with a strategy chosen the editor edits that strategy, and shows it. */
class StrategyEditingTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "concurrency": 10, "latency": "20ms"},
                "opus": {"kind": "model", "tags": {"provider": "a"}, "latency": "1s", "queue": {"capacity": 5}},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": {
                "users->bot": {}, "bot->opus": {"timeout": "30s", "retry": {"maxAttempts": 2}},
                "bot->canned": {"fallbackFor": "bot->opus"} },
              "scenarios": {"gone": {"faults": [{"target": "opus", "at": "1m", "unavailable": true}]}},
              "strategies": {
                "breaker": {"label": "Breaker and fallback", "patch": {
                    "dependencies": {"bot->opus": {"retry": {"maxAttempts": 4}}}}},
                "empty": {"patch": {}}} }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), Path.of("a.blast.json"));
    private final FormActions form = new FormActions(editor);
    private final List<Problem> refusals = new ArrayList<>();

    private List<Problem> type(Subject subject, String key, String text) {
        FormItem.Entry entry = entry(subject.form(editor.pipeline()), key);
        return form.type(List.of(subject), entry, text);
    }

    private static FormItem.Entry entry(List<FormItem> items, String key) {
        for (FormItem item : items) {
            if (item instanceof FormItem.Entry entry
                    && entry.path().get(entry.path().size() - 1).equals(key)) {
                return entry;
            }
            if (item instanceof FormItem.Section section && !section.items().isEmpty()) {
                try {
                    return entry(section.items(), key);
                } catch (NoSuchElementException none) {
                    continue;
                }
            }
        }
        throw new NoSuchElementException(key);
    }

    private String patch(String id) {
        return editor.drawn()
                .strategiesOrNone()
                .get(id)
                .patchOrEmpty()
                .entries()
                .toString();
    }

    private static List<Problem> errors(Pipeline pipeline) {
        return ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
    }

    @Test
    void theChosenStrategyIsWhatIsSeenAndTheDrawingIsStillThere() {
        Pipeline drawn = editor.drawn();
        assertSame(drawn, editor.pipeline());
        editor.chooseStrategy("breaker");
        assertNotEquals(drawn.arrows(), editor.pipeline().arrows());
        assertSame(drawn, editor.drawn());
        editor.chooseStrategy(Strategy.AS_DRAWN);
        assertSame(drawn, editor.pipeline());
    }

    @Test
    void changingAFieldWritesThePatchAndTheHistorySaysWhere() {
        Pipeline drawn = editor.drawn();
        editor.chooseStrategy("breaker");
        assertEquals(List.of(), type(Subject.dependency("bot->opus"), "maxAttempts", "7"));
        assertEquals("{dependencies={bot->opus={retry={maxAttempts=7}}}}", patch("breaker"));
        assertEquals(drawn.arrows(), editor.drawn().arrows());
        assertEquals("Change Max attempts in ‘Breaker and fallback’", editor.undoLabel());
        assertTrue(editor.isModified());
    }

    @Test
    void anEditIsUndoneAndDoneAgainWhereItWasMade() {
        editor.chooseStrategy("breaker");
        type(Subject.dependency("bot->opus"), "maxAttempts", "7");
        editor.chooseStrategy(Strategy.AS_DRAWN);
        type(Subject.component("bot"), "concurrency", "3");
        editor.chooseStrategy("empty");
        editor.undo();
        assertTrue(editor.isAsDrawn());
        editor.undo();
        assertEquals("breaker", editor.strategy());
        assertFalse(editor.isModified());
        editor.chooseStrategy("empty");
        editor.redo();
        assertEquals("breaker", editor.strategy());
        editor.redo();
        assertTrue(editor.isAsDrawn());
    }

    @Test
    void whatIsSeenInEveryStrategyIsUndoneWithoutLeavingTheChosenOne() {
        editor.move(Set.of("bot"), Map.of("bot", new Point(10, 10)));
        editor.chooseStrategy("breaker");
        editor.undo();
        assertEquals("breaker", editor.strategy());
    }

    @Test
    void typingIsOneStepOnlyWithinOneStrategy() {
        editor.chooseStrategy("breaker");
        type(Subject.component("bot"), "concurrency", "7");
        type(Subject.component("bot"), "concurrency", "8");
        assertEquals(1, editor.historyList().now());
        editor.chooseStrategy("empty");
        type(Subject.component("bot"), "concurrency", "9");
        assertEquals(2, editor.historyList().now());
    }

    @Test
    void movingBoxesDoesNotApplyThePatchAgain() {
        editor.chooseStrategy("breaker");
        Object parts = editor.pipeline().arrows();
        editor.move(Set.of("bot"), Map.of("bot", new Point(10, 10)));
        assertSame(parts, editor.pipeline().arrows());
        assertEquals(10.0, editor.drawn().positions().get("bot").x());
        assertEquals("Move bot", editor.undoLabel());
    }

    @Test
    void deletingInAStrategyLeavesTheDrawingAndItsScenariosAlone() {
        Pipeline drawn = editor.drawn();
        editor.chooseStrategy("empty");
        editor.select(Selection.component("opus"));
        editor.deleteSelection();
        assertFalse(editor.pipeline().components().containsKey("opus"));
        assertEquals(drawn.components(), editor.drawn().components());
        assertEquals(drawn.scenarios(), editor.drawn().scenarios());
        assertEquals(List.of(), errors(editor.drawn()));
        editor.undo();
        assertEquals(drawn, editor.drawn());
    }

    @Test
    void anEditThatWouldBreakTheStrategyIsRefusedAtThePlaceWhereItIsSeen() {
        editor.chooseStrategy("breaker");
        List<Problem> problems = type(Subject.dependency("bot->opus"), "maxAttempts", "0");
        assertEquals(
                "$.dependencies[\"bot->opus\"].retry.maxAttempts",
                problems.get(0).where().toString());
        editor.onRefused(refusals::addAll);
        editor.connect("opus", "bot");
        assertEquals("$.dependencies[\"bot->opus\"]", refusals.get(0).where().toString());
        assertEquals("{dependencies={bot->opus={retry={maxAttempts=4}}}}", patch("breaker"));
    }

    @Test
    void aNewComponentGetsAnIdThatNeitherTheDrawingNorAnyStrategyHas() {
        editor.chooseStrategy("empty");
        editor.add(Kinds.ALL.get(1), new Point(0, 0));
        Set<String> first = editor.selection().components();
        editor.chooseStrategy(Strategy.AS_DRAWN);
        editor.add(Kinds.ALL.get(1), new Point(0, 0));
        assertNotEquals(first, editor.selection().components());
        assertEquals(List.of(), errors(editor.drawn()));
    }

    @Test
    void aStrategyThatIsNoMoreIsNotSeen() {
        editor.chooseStrategy("breaker");
        editor.apply(
                "Delete strategies",
                null,
                it -> new Pipeline(
                        it.format(),
                        it.name(),
                        it.description(),
                        it.components(),
                        it.dependencies(),
                        it.scenarios(),
                        null,
                        it.experiment(),
                        it.view()));
        assertTrue(editor.isAsDrawn());
        assertEquals(2, editor.pipeline().arrows().get("bot->opus").policies().size() + 1);
        editor.undo();
        assertEquals("breaker", editor.strategy());
    }

    @Test
    void warningsOfAPatchAreShownWhereTheyAreSeen() {
        String odd = MODEL.replace(
                "\"maxAttempts\": 4}", "\"maxAttempts\": 4}, \"timeout\": \"1ms\", \"deadline\": \"1us\"");
        Editor open = new Editor(ModelReader.read(odd, null).model(), null);
        List<Problem> drawn = open.warnings();
        open.chooseStrategy("breaker");
        assertTrue(
                drawn.stream().anyMatch(each -> each.where().toString().startsWith("$.strategies.breaker.patch.")),
                drawn::toString);
        assertTrue(
                open.warnings().stream()
                        .anyMatch(each -> each.where().toString().startsWith("$.dependencies[\"bot->opus\"]")),
                () -> open.warnings().toString());
    }

    @Test
    void randomEditsInRandomStrategiesAreUndoneToTheStartExactlyAndDoneAgain() {
        for (String name : Examples.names()) {
            Random random = new Random(11);
            RandomEdits edits = new RandomEdits(random);
            Editor open = new Editor(Examples.load(name), null);
            List<String> ways = new ArrayList<>(open.drawn().strategiesOrNone().keySet());
            ways.add(Strategy.AS_DRAWN);
            for (int step = 0; step < 150; step++) {
                if (random.nextInt(4) == 0) {
                    open.chooseStrategy(ways.get(random.nextInt(ways.size())));
                }
                open.edit("Edit", null, edits::edit);
                assertEquals(List.of(), errors(open.drawn()), name + ", step " + step);
            }
            Pipeline end = open.drawn();
            int steps = open.historyList().now();
            assertTrue(steps > 30, name + ": " + steps);
            open.goTo(0);
            assertEquals(Examples.load(name).pipeline(), open.drawn());
            open.goTo(steps);
            assertEquals(end, open.drawn());
        }
    }

    @Test
    void anArrowLedElsewhereInAStrategyKeepsWhatItsRunbookChangesOfIt() {
        String model = MODEL.replace(
                        "\"maxAttempts\": 4}}}}}",
                        "\"maxAttempts\": 4}}}}, \"runbook\": [{\"after\": \"5m\", \"patch\": "
                                + "{\"dependencies\": {\"bot->opus\": {\"timeout\": \"2s\"}}}}]}")
                .replace("\"canned\": {", "\"haiku\": {\"kind\": \"model\", \"latency\": \"1s\"}, \"canned\": {");
        Editor open = new Editor(ModelReader.read(model, null).model(), null);
        open.chooseStrategy("breaker");
        assertEquals(List.of(), open.edit("Lead", null, it -> Rewire.lead(it, "bot->opus", "bot->haiku", "breaker")));
        String runbook =
                open.drawn().strategiesOrNone().get("breaker").runbookOrEmpty().toString();
        assertTrue(runbook.contains("bot->haiku") && runbook.contains("2s"), runbook);
    }
}
