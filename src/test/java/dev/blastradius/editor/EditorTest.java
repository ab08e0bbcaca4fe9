package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EditorTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "concurrency": 10, "latency": "20ms"},
                "opus": {"kind": "model", "tags": {"provider": "a"}, "latency": "1s"},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": {
                "users->bot": {}, "bot->opus": {"timeout": "30s"},
                "bot->canned": {"fallbackFor": "bot->opus"} },
              "scenarios": {"gone": {"faults": [{"target": {"provider": "a"}, "at": "1m", "unavailable": true}]}} }""";

    private final Editor editor = new Editor(model(), null);
    private final FormActions actions = new FormActions(editor);

    private static Model model() {
        ModelReader.Reading reading = ModelReader.read(MODEL, null);
        assertEquals(List.of(), reading.problems());
        return reading.model();
    }

    @Test
    void movingIsOneStepHoweverManyMovesItTakes() {
        editor.move(Set.of("bot"), Map.of("bot", new Point(10, 10)));
        editor.move(Set.of("bot"), Map.of("bot", new Point(20, 10)));
        assertEquals(20.0, editor.pipeline().positions().get("bot").x());
        editor.undo();
        assertTrue(editor.pipeline().positions().isEmpty());
        assertFalse(editor.canUndo());
    }

    @Test
    void whatIsStillBeingTypedIsEnteredBeforeTheSelectionChangesOrAnEditIsUndone() {
        List<Selection> left = new ArrayList<>();
        editor.select(Selection.component("bot"));
        editor.onLeaving(() -> left.add(editor.selection()));
        editor.select(Selection.component("opus"));
        editor.undo();
        editor.redo();
        editor.select(Selection.component("opus"));
        Selection opus = Selection.component("opus");
        assertEquals(List.of(Selection.component("bot"), opus, opus), left);
    }

    @Test
    void aSettledGestureIsUndoneOnItsOwn() {
        editor.move(Set.of("bot"), Map.of("bot", new Point(10, 10)));
        editor.settle();
        editor.move(Set.of("bot"), Map.of("bot", new Point(20, 10)));
        editor.undo();
        assertEquals(10.0, editor.pipeline().positions().get("bot").x());
        assertEquals("Move bot", editor.undoLabel());
    }

    @Test
    void undoAndRedoWalkThroughTheSameStates() {
        Pipeline first = editor.pipeline();
        editor.select(Selection.component("opus"));
        type("concurrency", "7");
        Pipeline second = editor.pipeline();
        editor.undo();
        assertSame(first, editor.pipeline());
        editor.redo();
        assertSame(second, editor.pipeline());
    }

    @Test
    void theSavedStateIsUnmodifiedAlsoWhenUndoLeadsBackToIt() {
        assertFalse(editor.isModified());
        editor.select(Selection.component("opus"));
        type("concurrency", "7");
        editor.markSaved(editor.pipeline(), Path.of("a.blast.json"));
        assertFalse(editor.isModified());
        type("concurrency", "8");
        assertTrue(editor.isModified());
        editor.undo();
        assertFalse(editor.isModified());
        editor.undo();
        assertTrue(editor.isModified());
    }

    @Test
    void anEditAfterUndoForgetsWhatCouldBeRedoneAndASavedStateInIt() {
        editor.select(Selection.component("opus"));
        type("concurrency", "7");
        editor.markSaved(editor.pipeline(), Path.of("a.blast.json"));
        editor.undo();
        type("concurrency", "9");
        assertFalse(editor.canRedo());
        assertTrue(editor.isModified());
    }

    @Test
    void typingIsNormalisedToTheFilesForm() {
        editor.select(Selection.dependency("bot->opus"));
        assertEquals(List.of(), type("timeout", "1.5 min"));
        assertEquals(
                "1.5m",
                editor.pipeline().arrows().get("bot->opus").call().timeout().text());
    }

    @Test
    void aWrongTextIsAProblemAtItsPlaceAndLeavesTheModelAlone() {
        Pipeline before = editor.pipeline();
        editor.select(Selection.dependency("bot->opus"));
        List<Problem> problems = type("timeout", "30 parsecs");
        assertEquals(
                "$.dependencies[\"bot->opus\"].timeout", problems.get(0).where().toString());
        assertTrue(problems.get(0).expected().contains("\"4 s\""));
        assertSame(before, editor.pipeline());
    }

    @Test
    void anEmptyTextLeavesTheFieldOut() {
        editor.select(Selection.dependency("bot->opus"));
        type("timeout", " ");
        assertEquals(null, editor.pipeline().arrows().get("bot->opus").call().timeout());
    }

    @Test
    void theExperimentIsEditedWhereNothingIsSelected() {
        Subject subject = Subject.of(Selection.NONE);
        FormItem.Section experiment = flat(subject.form(editor.pipeline()))
                .filter(item -> item instanceof FormItem.Section)
                .map(FormItem.Section.class::cast)
                .findFirst()
                .orElseThrow();
        actions.switchOn(List.of(subject), experiment);
        type("replications", "3");
        assertEquals(3L, editor.pipeline().settings().replications());
    }

    @Test
    void deletingAComponentTakesItsArrowsAndTheFallbacksForThemAlong() {
        editor.select(Selection.component("opus"));
        editor.deleteSelection();
        assertEquals(
                Set.of("users", "bot", "canned"), editor.pipeline().components().keySet());
        assertEquals(Set.of("users->bot"), editor.pipeline().arrows().keySet());
        assertTrue(editor.selection().isEmpty());
        editor.undo();
        assertEquals(3, editor.pipeline().arrows().size());
    }

    @Test
    void anArrowIsDrawnOnlyFromWhatCallsToWhatIsCalled() {
        assertFalse(Edits.canConnect(editor.pipeline(), "bot", "opus"));
        assertFalse(Edits.canConnect(editor.pipeline(), "bot", "users"));
        assertFalse(Edits.canConnect(editor.pipeline(), "canned", "bot"));
        assertFalse(Edits.canConnect(editor.pipeline(), "bot", "bot"));
        editor.connect("opus", "canned");
        assertEquals("opus->canned", editor.selection().onlyDependency());
    }

    @Test
    void eachKindCanBeAddedTwiceUnderIdsOfItsOwn() {
        Kinds.ALL.forEach(kind -> {
            editor.add(kind, new Point(0, 0));
            editor.add(kind, new Point(0, 90));
        });
        assertEquals(4 + 2 * Kinds.ALL.size(), editor.pipeline().components().size());
        assertTrue(editor.pipeline().components().containsKey("model-2"));
    }

    @Test
    void listenersHearOfEveryChangeAndOfNothingElse() {
        List<String> heard = new ArrayList<>();
        editor.onChange(() -> heard.add(editor.undoLabel()));
        editor.select(Selection.component("opus"));
        type("concurrency", "7");
        type("concurrency", "7");
        editor.undo();
        assertEquals(List.of("", "Change Concurrency", ""), heard);
    }

    @Test
    void aScenarioBreaksWhatItsTagsMatch() {
        assertEquals(Set.of("opus"), Damage.targets(editor.pipeline(), "gone"));
        assertEquals(Set.of(), Damage.targets(editor.pipeline(), null));
    }

    @Test
    void captionsTellTheMainNumbers() {
        assertEquals(
                "10 servers · 20 ms", Captions.of(editor.pipeline().components().get("bot")));
        assertEquals("5 requests/s", Captions.of(editor.pipeline().components().get("users")));
        assertEquals("quality 0.2", Captions.of(editor.pipeline().components().get("canned")));
        assertEquals("30 s", Captions.of(editor.pipeline().arrows().get("bot->opus")));
    }

    private List<Problem> type(String key, String text) {
        Subject subject = Subject.of(editor.selection());
        FormItem.Entry entry = flat(subject.form(editor.pipeline()))
                .filter(item -> item instanceof FormItem.Entry)
                .map(FormItem.Entry.class::cast)
                .filter(item -> item.path().get(item.path().size() - 1).equals(key))
                .findFirst()
                .orElseThrow();
        return actions.type(List.of(subject), entry, text);
    }

    private static Stream<FormItem> flat(List<FormItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof FormItem.Section section
                        ? Stream.concat(Stream.of(item), flat(section.items()))
                        : Stream.of(item));
    }

    @Test
    void whatIsInspectedIsWhatWasAskedForUntilSomethingIsSelected() {
        editor.select(Selection.component("bot"));
        editor.inspect(Subject.MODEL);
        assertEquals(Subject.MODEL, editor.inspected());
        assertEquals(Selection.component("bot"), editor.selection());
        editor.select(Selection.component("bot"));
        assertEquals(Subject.component("bot"), editor.inspected());
    }

    @Test
    void whatIsNoMoreIsNotInspected() {
        editor.inspect(Subject.component("opus"));
        editor.apply("Delete", null, it -> Edits.delete(it, Selection.component("opus")));
        assertEquals(Subject.MODEL, editor.inspected());
    }
}
