package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.model.component.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelTest {

    private final EditorDriver driver = new EditorDriver(Models.BOT);

    private String label(String id) {
        return driver.pipeline().components().get(id).about().label();
    }

    @Test
    void aDoubleClickOnABoxEditsItsName() {
        driver.doubleClick(driver.middle("bot"));
        Overlay.LabelField field = driver.board.overlay().label();
        assertEquals(new Overlay.LabelField("bot", driver.box("bot"), "Bot"), field);
    }

    @ParameterizedTest
    @EnumSource(
            value = Key.Code.class,
            names = {"ENTER", "F2"})
    void aKeyEditsTheNameOfTheSelectedBox(Key.Code code) {
        driver.click("opus");
        assertTrue(driver.key(code));
        assertEquals("opus", driver.board.overlay().label().text());
    }

    @Test
    void anEnteredNameIsOneStepBack() {
        driver.doubleClick(driver.middle("bot"));
        driver.board.enter("  Support bot ");
        assertEquals("Support bot", label("bot"));
        assertNull(driver.board.overlay().label());
        assertEquals("Rename Bot", driver.editor.undoLabel());
        driver.editor.undo();
        assertEquals("Bot", label("bot"));
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void theSameNameEnteredAgainIsNoEdit() {
        driver.doubleClick(driver.middle("opus"));
        driver.board.enter("opus");
        assertFalse(driver.editor.canUndo());
        assertNull(label("opus"));
    }

    @Test
    void aBlankNameLeavesTheIdToBeRead() {
        driver.doubleClick(driver.middle("bot"));
        driver.board.enter("   ");
        assertNull(label("bot"));
    }

    @Test
    void escapeKeepsTheName() {
        driver.doubleClick(driver.middle("bot"));
        assertTrue(driver.key(Key.Code.ESCAPE));
        assertEquals("Bot", label("bot"));
        assertNull(driver.board.overlay().label());
    }

    @Test
    void aNameThatCannotBeStaysToBeMendedWithTheReason() {
        driver.doubleClick(driver.middle("bot"));
        driver.board.enter("x".repeat(2_000));
        assertNotNull(driver.board.overlay().label());
        assertFalse(driver.said().isEmpty());
        assertEquals("Bot", label("bot"));
    }

    @Test
    void aBoxThatIsDeletedMeanwhileTakesItsFieldWithIt() {
        driver.doubleClick(driver.middle("bot"));
        driver.editor.deleteSelection();
        assertNull(driver.board.overlay().label());
        driver.board.enter("too late");
        assertFalse(driver.pipeline().components().containsKey("bot"));
    }

    @Test
    void aDoubleClickOnAnArrowAsksForItsFields() {
        driver.doubleClick(new Point(240, 327));
        assertEquals(Selection.dependency("users->bot"), driver.selection());
        assertEquals(List.of(new BoardEvent.FieldsAsked("users->bot")), driver.events);
    }

    @Test
    void enterOnASelectedArrowAsksForItsFields() {
        driver.editor.select(Selection.dependency("users->bot"));
        assertTrue(driver.key(Key.Code.ENTER));
        assertEquals(List.of(new BoardEvent.FieldsAsked("users->bot")), driver.events);
    }

    @Test
    void aDoubleClickOnNothingAsksWhatToAddThere() {
        driver.doubleClick(new Point(200, 600));
        assertEquals(List.of(new BoardEvent.AddAsked(new Point(200, 600))), driver.events);
    }

    @Test
    void aNameBeingTypedIsEnteredWhenAComponentIsAddedByACommand() {
        driver.editor.onLeaving(() -> {
            if (driver.board.overlay().label() != null) {
                driver.board.enter("Support bot");
            }
        });
        driver.doubleClick(driver.middle("bot"));
        driver.board.add(Placed.of(Kinds.ALL.get(1)));
        assertEquals("Support bot", label("bot"));
    }
}
