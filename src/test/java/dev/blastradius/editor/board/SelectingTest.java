package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Pointer.Button;
import dev.blastradius.editor.drawing.Point;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectingTest {

    private static final Point NOWHERE = new Point(200, 600);

    private final EditorDriver driver = new EditorDriver(Models.BOT);

    @Test
    void aClickSelectsTheBoxUnderThePointer() {
        driver.click("bot");
        assertEquals(Selection.component("bot"), driver.selection());
    }

    @Test
    void aClickOnAnArrowSelectsIt() {
        driver.click(new Point(240, 327));
        assertEquals(Selection.dependency("users->bot"), driver.selection());
    }

    @Test
    void aClickOnNothingSelectsNothing() {
        driver.click("bot").click(NOWHERE);
        assertTrue(driver.selection().isEmpty());
    }

    @Test
    void shiftAndCtrlClicksTakeInAndTakeOut() {
        driver.click("bot").hold("shift").click("opus").letGo().hold("ctrl").click("log");
        assertEquals(Set.of("bot", "opus", "log"), driver.selection().components());
        driver.click("opus");
        assertEquals(Set.of("bot", "log"), driver.selection().components());
    }

    @Test
    void aShiftClickOnNothingLeavesTheSelection() {
        driver.click("bot").hold("shift").click(NOWHERE);
        assertEquals(Selection.component("bot"), driver.selection());
    }

    @Test
    void aClickOnOneOfSeveralSelectsItAlone() {
        driver.click("bot").hold("shift").click("opus").letGo().click("opus");
        assertEquals(Selection.component("opus"), driver.selection());
    }

    @Test
    void aLassoSelectsTheBoxesItTouchesAndTheArrowsBetweenThem() {
        driver.press(new Point(280, 150)).drag(new Point(780, 380));
        assertEquals(Set.of("bot", "opus"), driver.board.selection().components());
        assertTrue(driver.selection().isEmpty(), "until the button is up");
        driver.release();
        assertEquals(Set.of("bot", "opus"), driver.selection().components());
        assertEquals(Set.of("bot->opus"), driver.selection().dependencies());
    }

    @Test
    void aLassoWithShiftAddsToTheSelection() {
        driver.click("users")
                .hold("shift")
                .press(new Point(580, 540))
                .drag(new Point(780, 640))
                .release();
        assertEquals(Set.of("users", "canned"), driver.selection().components());
    }

    @Test
    void escapeGivesUpALassoAndKeepsTheSelection() {
        driver.click("users").press(new Point(280, 150)).drag(new Point(780, 380));
        assertTrue(driver.key(Key.Code.ESCAPE));
        driver.release();
        assertEquals(Selection.component("users"), driver.selection());
        assertNull(driver.board.overlay().lasso());
    }

    @Test
    void escapeSelectsNothingWhereNothingElseIsToBeGivenUp() {
        driver.click("bot");
        assertTrue(driver.key(Key.Code.ESCAPE));
        assertTrue(driver.selection().isEmpty());
        assertFalse(driver.key(Key.Code.ESCAPE), "then it is somebody else's");
    }

    @Test
    void theRightButtonSelectsWhatIsUnderItAndAsksForAMenu() {
        driver.click("bot").press(Button.SECONDARY, driver.middle("opus"), 1);
        assertEquals(Selection.component("opus"), driver.selection());
        assertEquals(List.of(new BoardEvent.MenuAsked(670, 227)), driver.events);
    }

    @Test
    void theRightButtonOnOneOfSeveralKeepsThemAll() {
        driver.click("bot").hold("shift").click("opus").letGo();
        driver.press(Button.SECONDARY, driver.middle("bot"), 1);
        assertEquals(Set.of("bot", "opus"), driver.selection().components());
    }

    @Test
    void tabGoesFromBoxToBoxAndOnToTheArrowsAndThenLeaves() {
        int steps = 0;
        while (driver.key(Key.Code.TAB)) {
            steps++;
        }
        assertEquals(6 + 4, steps);
        assertEquals(Selection.dependency("opus->log"), driver.selection());
    }

    @Test
    void shiftTabGoesBack() {
        driver.click("opus").hold("shift");
        assertTrue(driver.key(Key.Code.TAB));
        assertEquals(Selection.component("bot"), driver.selection());
    }

    @Test
    void altWithAnArrowKeyFollowsAConnectionInThatDirection() {
        driver.click("bot").hold("alt");
        driver.key(Key.Code.LEFT);
        assertEquals(Selection.component("users"), driver.selection());
        driver.key(Key.Code.RIGHT);
        driver.key(Key.Code.DOWN);
        assertEquals(Selection.component("sonnet"), driver.selection());
    }

    @Test
    void altWithAnArrowKeyGoesFromAnArrowToItsEnd() {
        driver.editor.select(Selection.dependency("bot->opus"));
        driver.hold("alt").key(Key.Code.RIGHT);
        assertEquals(Selection.component("opus"), driver.selection());
    }

    @Test
    void whatIsReachedByKeysIsBroughtIntoView() {
        driver.viewport.panBy(-5_000, 0);
        driver.key(Key.Code.TAB);
        assertTrue(driver.viewport.seen().contains(driver.middle("users")));
    }
}
