package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MovingTest {

    private final EditorDriver driver = new EditorDriver(Models.BOT);

    @Test
    void aDraggedBoxIsMovedAndUndoneInOneStep() {
        Pipeline before = driver.pipeline();
        driver.hold("alt").dragBox("canned", 33, -21);
        assertEquals(new Point(633, 539), driver.place("canned"));
        assertEquals("Move canned", driver.editor.undoLabel());
        driver.editor.undo();
        assertEquals(before, driver.pipeline());
        assertEquals(600, driver.box("canned").x());
    }

    @Test
    void aTremblingHandMovesNothing() {
        driver.press(driver.middle("bot")).dragBy(2, 2).release();
        assertFalse(driver.editor.canUndo());
        assertEquals(Selection.component("bot"), driver.selection());
    }

    @Test
    void severalSelectedBoxesMoveTogether() {
        driver.click("opus").hold("shift").click("sonnet").letGo().hold("alt").dragBox("opus", 17, 23);
        assertEquals(new Point(617, 223), driver.place("opus"));
        assertEquals(new Point(617, 423), driver.place("sonnet"));
        assertEquals("Move 2 components", driver.editor.undoLabel());
    }

    @Test
    void draggingABoxThatIsNotSelectedMovesItAlone() {
        driver.click("opus").hold("alt").dragBox("sonnet", 17, 23);
        assertEquals(new Point(600, 200), driver.place("opus"));
        assertEquals(Selection.component("sonnet"), driver.selection());
    }

    @Test
    void escapeDuringADragPutsTheBoxBack() {
        driver.press(driver.middle("bot")).drag(new Point(500, 500));
        assertNotEquals(300, driver.box("bot").x());
        assertTrue(driver.key(Key.Code.ESCAPE));
        driver.release();
        assertEquals(300, driver.box("bot").x());
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void undoingBySomethingElseDuringADragGivesItUp() {
        driver.dragBox("canned", 50, 0);
        driver.press(driver.middle("bot")).drag(new Point(500, 500));
        driver.editor.undo();
        driver.dragBy(5, 5).release();
        assertEquals(new Point(300, 300), driver.place("bot"));
        assertEquals(300, driver.box("bot").x());
    }

    @Test
    void aBoxIsCaughtByTheMiddleOfAnotherAndALineShowsIt() {
        driver.press(driver.middle("canned"));
        driver.drag(new Point(driver.middle("bot").x() + 4, 500));
        assertEquals(driver.box("bot").centerX(), driver.box("canned").centerX());
        assertTrue(driver.board.overlay().guides().stream()
                .anyMatch(line -> line.from().x() == 370 && line.to().x() == 370));
    }

    @Test
    void aBoxIsCaughtByTheEdgeOfAnother() {
        driver.press(driver.middle("canned"));
        // Its left edge comes within three pixels of the bot's right one.
        driver.drag(new Point(440 + 3 + 70, 500));
        assertEquals(driver.box("bot").right(), driver.box("canned").x());
    }

    @Test
    void withAltNothingIsCaught() {
        driver.hold("alt").press(driver.middle("canned"));
        driver.drag(new Point(driver.middle("bot").x() + 4, 500));
        assertEquals(driver.box("bot").centerX() + 4, driver.box("canned").centerX());
        assertEquals(List.of(), driver.board.overlay().guides());
    }

    @Test
    void aBoxIsCaughtWhereGapsBecomeEqualAndTheGapsAreShown() {
        EditorDriver row = new EditorDriver("""
                { "format": "blastradius/1",
                  "components": {"a": {"kind": "service"}, "b": {"kind": "service"}, "c": {"kind": "service"}},
                  "view": {"a": [0, 100], "b": [200, 120], "c": [600, 400]} }""");
        row.press(row.middle("c")).drag(new Point(200 + 140 + 60 + 70 + 3, 149));
        assertEquals(60, row.box("c").x() - row.box("b").right());
        List<Overlay.Guide> gaps =
                row.board.overlay().guides().stream().filter(Overlay.Guide::gap).toList();
        assertEquals(2, gaps.size());
        gaps.forEach(gap -> assertEquals(60, gap.from().distanceTo(gap.to())));
    }

    @Test
    void theReachOfCatchingIsTheSameOnTheScreenAtAnyZoom() {
        driver.viewport.zoomBy(4, 370, 500);
        driver.press(driver.middle("canned"));
        driver.drag(new Point(driver.middle("bot").x() + 4, 500));
        assertEquals(driver.box("bot").centerX() + 4, driver.box("canned").centerX(), 1e-9);
    }

    @Test
    void withShiftABoxKeepsItsRow() {
        driver.hold("shift", "alt")
                .press(driver.middle("canned"))
                .drag(new Point(500, 570))
                .release();
        assertEquals(560, driver.place("canned").y());
        assertEquals(430, driver.place("canned").x());
    }

    @Test
    void aBoxTakenWithShiftThatIsNotSelectedJoinsTheOthers() {
        driver.click("opus")
                .hold("shift", "alt")
                .press(driver.middle("sonnet"))
                .dragBy(30, 0)
                .release();
        assertEquals(new Point(630, 200), driver.place("opus"));
        assertEquals(new Point(630, 400), driver.place("sonnet"));
    }

    @Test
    void onlyArrowsOfMovedBoxesAreDrawnOtherwiseDuringADrag() {
        Route untouched = driver.board.drawing().arrows().get("users->bot");
        driver.press(driver.middle("log"));
        driver.changes.clear();
        driver.drag(new Point(930, 400));
        assertSame(untouched, driver.board.drawing().arrows().get("users->bot"));
        driver.changes.forEach(change -> assertEquals(new Change(Set.of("log"), Set.of("opus->log")), change));
    }

    @Test
    void arrowsBetweenMovedBoxesMoveAlong() {
        Route before = driver.board.drawing().arrows().get("opus->log");
        driver.click("opus").hold("shift").click("log").letGo().hold("alt");
        driver.press(driver.middle("opus")).drag(new Point(670, 277));
        assertEquals(before.movedBy(0, 50), driver.board.drawing().arrows().get("opus->log"));
    }

    @Test
    void arrowKeysMoveByTenPixelsAndWithShiftByOne() {
        driver.click("bot");
        driver.key(Key.Code.RIGHT);
        driver.hold("shift").key(Key.Code.DOWN);
        assertEquals(new Point(310, 301), driver.place("bot"));
    }

    @Test
    void stepsByKeysAreUndoneTogether() {
        driver.click("bot");
        Pipeline before = driver.pipeline();
        for (int i = 0; i < 7; i++) {
            driver.key(Key.Code.LEFT);
        }
        driver.editor.undo();
        assertEquals(before, driver.pipeline());
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void arrowKeysMoveWhatIsSeenWhereNoBoxIsSelected() {
        driver.key(Key.Code.RIGHT);
        assertEquals(-40, driver.viewport.offsetX());
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void draggingAtTheEdgeOfTheCanvasMovesTheDrawingOn() {
        driver.hold("alt").press(driver.middle("bot")).drag(new Point(995, 300));
        assertTrue(driver.board.wantsTicks());
        double before = driver.box("bot").x();
        driver.board.tick(0.1);
        assertTrue(driver.viewport.offsetX() < 0);
        assertEquals(before - driver.viewport.offsetX(), driver.box("bot").x(), 1e-9);
        driver.release();
        assertFalse(driver.board.wantsTicks());
    }

    @Test
    void draggingAwayFromTheEdgeMovesNothingOn() {
        driver.press(driver.middle("bot")).drag(new Point(500, 300));
        assertFalse(driver.board.wantsTicks());
    }

    @Test
    void boxesWithoutAPlaceAreDrawnApartFromTheOthers() {
        EditorDriver homeless = new EditorDriver("""
                { "format": "blastradius/1",
                  "components": {"a": {"kind": "service"}, "b": {"kind": "service"}, "c": {"kind": "service"}},
                  "dependencies": {"a->b": {}, "a->c": {}},
                  "view": {"a": [0, 100]} }""");
        assertTrue(homeless.box("b").x() > homeless.box("a").right());
        assertFalse(homeless.box("b").overlaps(homeless.box("c")));
    }

    @Test
    void withCtrlACopyMovesAndTheBoxStays() {
        driver.hold("ctrl", "alt").press(driver.middle("opus")).drag(new Point(670, 497));
        assertEquals(600, driver.box("opus").x());
        assertEquals(470, driver.board.overlay().ghosts().get(0).box().y());
        driver.release();
        assertEquals(new Point(600, 200), driver.place("opus"));
        String copy = driver.selection().onlyComponent();
        assertEquals(new Point(600, 470), driver.place(copy));
        assertEquals("Duplicate opus", driver.editor.undoLabel());
    }

    @Test
    void copiesDraggedTogetherKeepTheArrowsAmongThem() {
        driver.click("opus").hold("shift").click("log").letGo().hold("ctrl", "alt");
        driver.press(driver.middle("opus")).drag(new Point(670, 597)).release();
        assertEquals(2, driver.selection().components().size());
        assertEquals(5, driver.pipeline().arrows().size());
    }

    @Test
    void lettingGoOfCtrlMovesTheBoxItselfAfterAll() {
        driver.hold("ctrl", "alt").press(driver.middle("opus")).drag(new Point(670, 497));
        driver.letGo().hold("alt").dragBy(0, 10).release();
        assertEquals(new Point(600, 480), driver.place("opus"));
        assertEquals(6, driver.pipeline().components().size());
    }

    @Test
    void ofEqualBoxesInARowOnlyTheMiddleLineIsShown() {
        driver.press(driver.middle("canned"))
                .drag(new Point(500, driver.middle("sonnet").y()));
        List<Overlay.Guide> level = driver.board.overlay().guides().stream()
                .filter(line -> line.from().y() == line.to().y() && !line.gap())
                .toList();
        assertEquals(1, level.size());
    }

    @Test
    void anotherButtonInTheMiddleOfADragNeitherEndsNorChangesIt() {
        driver.hold("alt").press(driver.middle("canned")).dragBy(40, 0);
        driver.press(Pointer.Button.SECONDARY, driver.middle("canned"), 1).release(Pointer.Button.SECONDARY);
        assertFalse(driver.editor.canUndo());
        assertEquals(List.of(), driver.events);
        driver.dragBy(10, 0).release();
        assertEquals(new Point(650, 560), driver.place("canned"));
    }

    @Test
    void aButtonWhoseReleaseWasNeverHeardOfDoesNotKeepTheNextFromWorking() {
        driver.hold("alt")
                .press(Pointer.Button.SECONDARY, driver.middle("bot"), 1)
                .move(driver.middle("canned"));
        driver.dragBox("canned", 50, 0);
        assertEquals(new Point(650, 560), driver.place("canned"));
    }

    @Test
    void aBoxNudgedThereAndBackIsNoChangeThatWouldHaveToBeSaved() {
        driver.click("canned");
        driver.key(Key.Code.RIGHT);
        driver.key(Key.Code.RIGHT);
        assertTrue(driver.editor.isModified());
        driver.key(Key.Code.LEFT);
        driver.key(Key.Code.LEFT);
        assertFalse(driver.editor.isModified());
        assertFalse(driver.editor.canUndo());
        driver.key(Key.Code.DOWN);
        assertEquals(1, driver.editor.historyList().now());
    }
}
