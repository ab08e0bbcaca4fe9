package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JavaFX makes of pointer and keys reaches the board as it was meant. */
class CanvasInputTest {

    @TempDir
    Path folder;

    @Test
    void draggingWithTheSpaceBarHeldMovesTheDrawingAlsoWhenABoxHasTheKeyboard() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Robot robot = Fx.get(Robot::new);
            driver.click("#box-opus");
            Bounds before = driver.bounds("#box-canned");
            Fx.run(() -> robot.keyPress(KeyCode.SPACE));
            driver.drag("#box-opus", 60, 40);
            Fx.run(() -> robot.keyRelease(KeyCode.SPACE));
            Bounds after = driver.bounds("#box-canned");
            assertEquals(before.getMinX() + 60, after.getMinX(), 1);
            assertEquals(before.getMinY() + 40, after.getMinY(), 1);
            assertFalse(isModified(driver));
        }
    }

    @Test
    void aNameTypedOnABoxAfterADoubleClickIsEnteredByEnter() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            doubleClick(driver, "#box-opus");
            assertTrue(driver.isVisible("#label-field"));
            driver.type("#label-field", "Opus 5");
            assertFalse(driver.isVisible("#label-field"));
            assertEquals("Opus 5", driver.get("#field-label", TextField.class).getText());
        }
    }

    @Test
    void aNameBeingTypedOnABoxIsEnteredByAPressSomewhereElseAndGivenUpByEscape() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            doubleClick(driver, "#box-opus");
            driver.write("#label-field", "Opus 5");
            driver.click("#box-search");
            driver.click("#box-opus");
            assertEquals("Opus 5", driver.get("#field-label", TextField.class).getText());
            driver.press(KeyCode.F2);
            driver.write("#label-field", "Opus 6");
            driver.press(KeyCode.ESCAPE);
            assertEquals("Opus 5", driver.get("#field-label", TextField.class).getText());
        }
    }

    @Test
    void enterOnASelectedArrowGivesTheKeyboardToItsFields() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Fx.run(() -> driver.find("#canvas").requestFocus());
            driver.press(KeyCode.SHIFT, KeyCode.TAB);
            driver.press(KeyCode.ENTER);
            Fx.pulse();
            assertFalse(isWithin(driver, "#canvas"));
            assertTrue(isWithin(driver, ".inspector") || isWithin(driver, "#inspector"));
        }
    }

    @Test
    void tabGoesThroughTheBoxesAndTheKeyboardWithIt() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Fx.run(() -> driver.find("#canvas").requestFocus());
            driver.press(KeyCode.TAB);
            driver.press(KeyCode.TAB);
            assertEquals(
                    "box-assistant", Fx.get(() -> driver.scene().getFocusOwner().getId()));
        }
    }

    private static boolean isWithin(WindowDriver driver, String selector) {
        return Fx.get(() -> {
            Node node = driver.find(selector);
            return node != null && node.isFocusWithin();
        });
    }

    private static boolean isModified(WindowDriver driver) {
        return Fx.get(() -> driver.stage.getTitle().startsWith("• "));
    }

    /** Both clicks in one go: on a slow machine they would be two single ones. */
    private static void doubleClick(WindowDriver driver, String selector) {
        Robot robot = Fx.get(Robot::new);
        Bounds bounds = driver.bounds(selector);
        driver.moveTo(bounds.getCenterX(), bounds.getCenterY());
        Fx.run(() -> {
            robot.mouseClick(MouseButton.PRIMARY);
            robot.mouseClick(MouseButton.PRIMARY);
        });
        Fx.pulse();
    }
}
