package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That scenarios and strategies can be made, copied, named and deleted, and all of it undone. */
class VariantActionsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "users": {"kind": "client", "label": "Users", "traffic": {"requestsPerSecond": 5}},
                "bot": {"kind": "service", "label": "Bot", "latency": "20ms"},
                "canned": {"kind": "static", "quality": 0.2} },
              "dependencies": { "users->bot": {} },
              "strategies": {"other": {"label": "Other", "patch": {"components": {"bot": {"concurrency": 3}}}}},
              "experiment": {"duration": "50m", "warmup": "5m"} }""";

    private final Editor editor = new Editor(ModelReader.read(MODEL, null).model(), null);
    private final VariantActions actions = new VariantActions(editor);
    private final Pipeline first = editor.drawn();

    private Strategy strategy(String id) {
        Strategy strategy = editor.drawn().strategiesOrNone().get(id);
        assertNotNull(strategy, id);
        return strategy;
    }

    private List<Problem> errors() {
        return ModelReader.check(editor.drawn()).stream()
                .filter(Problem::isError)
                .toList();
    }

    @Test
    void aNewStrategyBuildsWhatIsDrawnAndIsChosen() {
        assertEquals("strategy-2", actions.newStrategy());
        assertEquals("strategy-2", editor.strategy());
        assertEquals("Strategy 2", strategy("strategy-2").title("strategy-2"));
        assertEquals(editor.drawn().components(), editor.pipeline().components());
        editor.undo();
        assertTrue(editor.isAsDrawn());
        assertEquals(first, editor.drawn());
        editor.redo();
        assertEquals("strategy-2", editor.strategy());
    }

    @Test
    void aCopyOfAStrategyBuildsTheSameUnderAnotherName() {
        editor.chooseStrategy("other");
        assertEquals("other-copy", actions.duplicateStrategy("other"));
        assertEquals("other-copy", editor.strategy());
        assertEquals("Other, copy", strategy("other-copy").title("other-copy"));
        assertEquals(strategy("other").patch(), strategy("other-copy").patch());
        assertEquals("other-copy-2", actions.duplicateStrategy("other-copy"));
        editor.undo();
        editor.undo();
        assertEquals("other", editor.strategy());
    }

    @Test
    void aNameCanBeAnythingAndWithoutOneTheIdIsShown() {
        actions.renameStrategy("other", "x".repeat(500));
        assertEquals(
                VariantActions.LONGEST_NAME, strategy("other").title("other").length());
        actions.renameStrategy("other", " ");
        assertEquals("other", strategy("other").title("other"));
        assertEquals(List.of(), errors());
    }

    @Test
    void aDeletedStrategyLeavesNothingBehindAndComesBackWithUndo() {
        editor.chooseStrategy("other");
        editor.add(Kinds.ALL.get(1), new Point(5, 5));
        Pipeline before = editor.drawn();
        actions.deleteStrategy("other");
        assertTrue(editor.isAsDrawn());
        assertEquals(first.components(), editor.drawn().components());
        assertTrue(editor.drawn().positions().isEmpty());
        editor.undo();
        assertEquals("other", editor.strategy());
        assertEquals(before, editor.drawn());
    }

    @Test
    void deletingAnotherStrategyLeavesTheChosenOneChosen() {
        actions.newStrategy();
        actions.deleteStrategy("other");
        assertEquals("strategy-2", editor.strategy());
    }

    @Test
    void scenariosAreCopiedNamedAndDeleted() {
        editor.edit("Break", null, it -> Breaking.withScenario(it, "bot-down", "bot", Breaking.Way.DOWN));
        assertEquals("bot-down-copy", actions.duplicateScenario("bot-down"));
        actions.renameScenario("bot-down-copy", "Again");
        assertEquals(
                "Again", editor.drawn().scenariosOrNone().get("bot-down-copy").title(""));
        actions.deleteScenario("bot-down");
        assertFalse(editor.drawn().scenariosOrNone().containsKey("bot-down"));
        assertNull(actions.duplicateScenario("bot-down"));
        editor.goTo(0);
        assertEquals(first, editor.drawn());
    }

    @Test
    void aChosenStrategyStaysChosenWhenItsIdChanges() {
        editor.chooseStrategy("other");
        assertEquals(List.of(), new FormActions(editor).rename(Subject.strategy("other"), "another"));
        assertEquals("another", editor.strategy());
        assertEquals(3L, editor.pipeline().components().get("bot").station().concurrency());
        editor.undo();
        assertEquals("other", editor.strategy());
    }
}
