package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what was done can be listed and gone back to. */
class HistoryListTest {

    private final Editor editor = new Editor(Examples.load(Examples.names().get(0)), Path.of("a.blast.json"));
    private final List<Pipeline> states = new ArrayList<>(List.of(editor.pipeline()));

    private void delete() {
        String first = editor.pipeline().arrows().keySet().iterator().next();
        editor.apply("Delete " + first, null, it -> Edits.delete(it, Selection.dependency(first)));
        states.add(editor.pipeline());
    }

    @Test
    void itBeginsWithTheFileAndTellsEveryEdit() {
        delete();
        HistoryList list = editor.historyList();
        assertEquals(List.of("Opened", editor.undoLabel()), list.labels());
        assertEquals(1, list.now());
        assertEquals(0, list.saved());
    }

    @Test
    void everyStateCanBeGoneToFromEveryOther() {
        delete();
        delete();
        delete();
        for (int from = 0; from < 4; from++) {
            for (int to = 0; to < 4; to++) {
                editor.goTo(from);
                editor.goTo(to);
                assertSame(states.get(to), editor.pipeline());
                assertEquals(to, editor.historyList().now());
                assertEquals(4, editor.historyList().labels().size());
            }
        }
    }

    @Test
    void aPlaceOutsideIsTheNearestOneInside() {
        delete();
        editor.goTo(99);
        assertSame(states.get(1), editor.pipeline());
        editor.goTo(-1);
        assertSame(states.get(0), editor.pipeline());
    }

    @Test
    void theSavedStateKeepsItsPlaceWhileOtherStatesAreGoneToAndLosesItWithTheState() {
        delete();
        editor.markSaved(editor.drawn(), Path.of("a.blast.json"));
        delete();
        editor.goTo(0);
        assertEquals(1, editor.historyList().saved());
        assertTrue(editor.isModified());
        assertTrue(editor.historyList().isUndone(1));
        editor.goTo(1);
        assertFalse(editor.isModified());
        editor.goTo(0);
        delete();
        assertEquals(-1, editor.historyList().saved());
    }

    @Test
    void whatIsBeingTypedIsEnteredBeforeAnotherStateIsGoneTo() {
        delete();
        delete();
        editor.goTo(1);
        boolean[] typed = {true};
        editor.onLeaving(() -> {
            if (typed[0]) {
                typed[0] = false;
                delete();
            }
        });
        editor.goTo(2);
        assertEquals(2, editor.historyList().now());
        assertFalse(editor.canRedo());
    }
}
