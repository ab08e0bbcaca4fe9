package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectingTest {

    private static final Point NOWHERE = new Point(450, 620);

    private final EditorDriver driver = new EditorDriver(Models.BOT);

    private boolean hasArrow(String key) {
        return driver.pipeline().arrows().containsKey(key);
    }

    @ParameterizedTest
    @CsvSource({"0.5,0", "1,0.5", "0.5,1", "0,0.5", "0.9,0", "1,0.2"})
    void anArrowIsPulledFromAnyPlaceOfABoxesEdge(double across, double down) {
        Rect log = driver.box("log");
        Point edge = new Point(log.x() + across * log.width(), log.y() + down * log.height());
        driver.press(edge).drag(driver.middle("canned")).release();
        assertTrue(hasArrow("log->canned"));
        assertEquals(Selection.dependency("log->canned"), driver.selection());
        assertEquals("Connect log to canned", driver.editor.undoLabel());
    }

    @Test
    void aBoxUnderThePointerShowsHandlesOnItsFourSides() {
        driver.move(driver.middle("bot"));
        List<Point> at = driver.board.overlay().handles().stream()
                .map(Overlay.Handle::at)
                .toList();
        assertEquals(List.of(new Point(370, 300), new Point(440, 327), new Point(370, 354), new Point(300, 327)), at);
    }

    @Test
    void thePulledArrowIsShownWhereItWouldGoAndItsTargetIsMarked() {
        driver.press(driver.edge("log")).drag(driver.middle("canned"));
        Overlay overlay = driver.board.overlay();
        assertEquals("canned", overlay.target());
        assertTrue(overlay.pull().valid());
        driver.release();
        assertEquals(
                overlay.pull().route().start(),
                driver.board.drawing().arrows().get("log->canned").start());
    }

    @Test
    void overNothingThePulledArrowEndsAtThePointer() {
        driver.press(driver.edge("bot")).drag(NOWHERE);
        Overlay overlay = driver.board.overlay();
        assertEquals(NOWHERE, overlay.pull().route().end());
        assertTrue(overlay.pull().valid());
        assertNull(overlay.target());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bot|opus|Bot calls opus already",
                "canned|log|canned answers by itself and calls nobody",
                "bot|users|users sends requests; nobody calls it",
                "log|bot|Calls that always happen go round in a circle",
                "log|opus|Calls that always happen go round in a circle",
            })
    void anArrowThatCannotBeIsRefusedWithTheReasonWhileItIsPulled(String from, String to, String reason) {
        driver.press(driver.edge(from)).drag(driver.middle(to));
        assertTrue(driver.said().startsWith(reason), driver.said());
        assertFalse(driver.board.overlay().pull().valid());
        assertNull(driver.board.overlay().target());
        Pipeline before = driver.pipeline();
        driver.release();
        assertEquals(before, driver.pipeline());
        assertTrue(driver.said().startsWith(reason), "it can still be read when the button is up");
    }

    @Test
    void aCircleIsToldByTheNamesThatAreDrawn() {
        driver.press(driver.edge("log")).drag(driver.middle("bot"));
        assertTrue(driver.said().contains(" → Bot") || driver.said().contains("Bot → "), driver.said());
    }

    @Test
    void aComponentCannotCallItself() {
        driver.press(driver.edge("bot")).drag(NOWHERE).drag(driver.middle("bot"));
        assertEquals("A component cannot call itself", driver.said());
    }

    @Test
    void nothingIsSaidBeforeTheArrowHasLeftItsBox() {
        driver.press(driver.edge("bot")).dragBy(-10, 0);
        assertEquals("", driver.said());
        driver.release();
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void anArrowDroppedInTheVoidOffersToAddWhatItLeadsTo() {
        driver.pull("bot", NOWHERE);
        assertEquals(List.of(new BoardEvent.DroppedInTheVoid("bot", null, NOWHERE)), driver.events);
        driver.board.addConnected(Placed.of(Kinds.ALL.get(3)), (BoardEvent.DroppedInTheVoid) driver.events.get(0));
        String added = driver.selection().onlyComponent();
        assertTrue(hasArrow("bot->" + added));
        assertEquals(NOWHERE, driver.middle(added));
        assertNotNull(driver.board.overlay().label());
        driver.board.cancel();
        driver.editor.undo();
        assertEquals(6, driver.pipeline().components().size());
        assertFalse(driver.editor.canUndo(), "the component and its arrow are one step");
    }

    @Test
    void escapeGivesUpAPulledArrow() {
        driver.press(driver.edge("log")).drag(driver.middle("canned"));
        assertTrue(driver.key(Key.Code.ESCAPE));
        driver.release();
        assertFalse(hasArrow("log->canned"));
        assertNull(driver.board.overlay().pull());
    }

    @Test
    void aFallbackIsPulledFromTheMiddleOfAnArrowAndTriedAfterThoseThatAreThere() {
        driver.press(driver.middleOf("bot->opus")).drag(driver.middle("canned"));
        assertTrue(driver.board.overlay().pull().fallback());
        driver.release();
        Dependency.Fallback fallback =
                driver.pipeline().arrows().get("bot->canned").fallback();
        assertEquals("bot->opus", fallback.fallbackFor());
        assertEquals(2, fallback.order());
        assertEquals("Fall back to canned", driver.editor.undoLabel());
    }

    @Test
    void aFallbackPulledFromAFallbackStandsInForTheSameArrow() {
        driver.press(driver.middleOf("bot->sonnet"))
                .drag(driver.middle("canned"))
                .release();
        assertEquals(
                "bot->opus",
                driver.pipeline().arrows().get("bot->canned").fallback().fallbackFor());
    }

    @Test
    void theFirstFallbackOfAnArrowSaysNothingOfItsTurn() {
        driver.press(driver.middleOf("opus->log")).drag(driver.middle("canned")).release();
        assertNull(driver.pipeline().arrows().get("opus->canned").fallback().order());
    }

    @Test
    void aFallbackToWhatIsCalledAlreadyIsRefused() {
        driver.press(driver.middleOf("bot->opus")).drag(driver.middle("sonnet"));
        assertEquals("Bot calls sonnet already", driver.said());
        driver.release();
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void aClickOnTheMiddleOfAnArrowSelectsIt() {
        driver.click(driver.middleOf("bot->opus"));
        assertEquals(Selection.dependency("bot->opus"), driver.selection());
    }

    @Test
    void aSelectedArrowShowsHandlesAtItsEndsAndInItsMiddle() {
        driver.editor.select(Selection.dependency("bot->opus"));
        assertEquals(
                List.of(Overlay.Grip.START, Overlay.Grip.FALLBACK, Overlay.Grip.END),
                driver.board.overlay().handles().stream()
                        .map(Overlay.Handle::grip)
                        .toList());
    }

    @Test
    void theEndOfASelectedArrowIsLedToAnotherBox() {
        driver.editor.select(Selection.dependency("bot->opus"));
        Point end = Hit.atEnd(driver.board, driver.board.drawing().arrows().get("bot->opus"));
        driver.press(end).drag(driver.middle("canned")).release();
        assertFalse(hasArrow("bot->opus"));
        Dependency moved = driver.pipeline().arrows().get("bot->canned");
        assertEquals("30s", moved.call().timeout().text());
        assertEquals(Selection.dependency("bot->canned"), driver.selection());
        assertEquals("Lead arrow to canned", driver.editor.undoLabel());
    }

    @Test
    void oneArrowAfterTheOtherIsPulledFromTheSamePlaceOfABoxThoughTheFirstIsSelectedByThen() {
        driver.editor.select(Selection.dependency("bot->opus"));
        Point edge = driver.board.drawing().arrows().get("bot->opus").start();
        driver.press(edge).drag(driver.middle("canned")).release();
        assertTrue(hasArrow("bot->opus"));
        assertTrue(hasArrow("bot->canned"));
    }

    @Test
    void theBeginningOfASelectedArrowIsLedFromAnotherBox() {
        driver.editor.select(Selection.dependency("opus->log"));
        Point start = Hit.atStart(driver.board, driver.board.drawing().arrows().get("opus->log"));
        driver.press(start).drag(driver.middle("sonnet")).release();
        assertTrue(hasArrow("sonnet->log"));
        assertFalse(hasArrow("opus->log"));
    }

    @Test
    void anEndThatIsDroppedWhereItWasOrInTheVoidChangesNothing() {
        driver.editor.select(Selection.dependency("bot->opus"));
        Point end = Hit.atEnd(driver.board, driver.board.drawing().arrows().get("bot->opus"));
        driver.press(end).drag(NOWHERE).drag(driver.middle("opus"));
        assertEquals("", driver.said());
        driver.release();
        driver.press(end).drag(NOWHERE).release();
        assertFalse(driver.editor.canUndo());
        assertEquals(List.of(), driver.events);
    }

    @Test
    void leadingAnEndWhereTheSameArrowIsAlreadyIsRefused() {
        driver.editor.select(Selection.dependency("bot->opus"));
        Point end = Hit.atEnd(driver.board, driver.board.drawing().arrows().get("bot->opus"));
        driver.press(end).drag(driver.middle("sonnet"));
        assertEquals("Bot calls sonnet already", driver.said());
    }

    @Test
    void byKeysAnArrowGoesThroughTheBoxesWhereItCanEndAndEnterTakesOne() {
        driver.click("bot");
        driver.board.connectByKeys();
        assertEquals("canned", driver.board.overlay().target(), "the nearest that it does not call yet");
        assertTrue(driver.key(Key.Code.RIGHT));
        assertEquals("log", driver.board.overlay().target());
        assertTrue(driver.key(Key.Code.TAB));
        assertEquals("canned", driver.board.overlay().target());
        assertTrue(driver.key(Key.Code.ENTER));
        assertTrue(hasArrow("bot->canned"));
    }

    @Test
    void byKeysEscapeLeavesEverythingAsItWas() {
        driver.click("bot");
        driver.board.connectByKeys();
        assertTrue(driver.key(Key.Code.ESCAPE));
        assertNull(driver.board.overlay().pull());
        assertFalse(driver.editor.canUndo());
        assertEquals(Selection.component("bot"), driver.selection());
    }

    @Test
    void byKeysWhatACheckOfTheModelRefusesIsShownWithTheReasonAndNotTaken() {
        driver.click("log");
        driver.board.connectByKeys();
        for (int i = 0; i < 6 && driver.board.overlay().pull().valid(); i++) {
            driver.key(Key.Code.RIGHT);
        }
        assertTrue(driver.said().contains("circle"), driver.said());
        driver.key(Key.Code.ENTER);
        assertFalse(driver.editor.canUndo());
        assertNotNull(driver.board.overlay().pull());
    }

    @Test
    void byKeysAFallbackIsAdded() {
        driver.editor.select(Selection.dependency("bot->opus"));
        driver.board.addFallbackByKeys();
        while (!"canned".equals(driver.board.overlay().target())) {
            driver.key(Key.Code.DOWN);
        }
        driver.key(Key.Code.ENTER);
        assertEquals(
                "bot->opus",
                driver.pipeline().arrows().get("bot->canned").fallback().fallbackFor());
    }

    @Test
    void byKeysAnArrowIsLedElsewhere() {
        driver.editor.select(Selection.dependency("bot->opus"));
        driver.board.leadByKeys(true);
        assertEquals("canned", driver.board.overlay().target());
        driver.key(Key.Code.ENTER);
        assertTrue(hasArrow("bot->canned"));
        assertFalse(hasArrow("bot->opus"));
    }

    @Test
    void whereNothingCanBeCalledThatIsSaid() {
        driver.click("canned");
        driver.board.connectByKeys();
        assertEquals("There is no other component where it could end", driver.said());
    }

    @Test
    void underAStrategyAnArrowIsLedElsewhereInItsPatchAndTheDrawingKeepsTheOldOne() {
        driver.editor.chooseStrategy("quick");
        driver.editor.select(Selection.dependency("bot->opus"));
        driver.press(Hit.atEnd(driver.board, driver.board.drawing().arrows().get("bot->opus")))
                .drag(driver.middle("canned"))
                .release();
        assertTrue(hasArrow("bot->canned"));
        assertFalse(hasArrow("bot->opus"));
        Pipeline drawn = driver.editor.drawn();
        assertTrue(drawn.arrows().containsKey("bot->opus"));
        assertEquals(
                "bot->opus",
                drawn.scenariosOrNone().get("lost").faults().get(0).target().id());
        assertEquals(
                "bot->canned",
                driver.pipeline().arrows().get("bot->sonnet").fallback().fallbackFor());
    }
}
