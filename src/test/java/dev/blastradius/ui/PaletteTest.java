package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteTest {

    @TempDir
    Path folder;

    @Test
    void everyKindIsInThePaletteAndSaysWhatItIsToAScreenReader() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            for (Kind<?> kind : Kinds.ALL) {
                String id = "#palette-" + kind.key();
                assertNotNull(Fx.get(() -> driver.find(id)), id);
                assertTrue(Fx.get(() -> driver.find(id).getAccessibleText()).startsWith(kind.title()), id);
            }
        }
    }

    @Test
    void aDoubleClickAddsAComponent() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#palette-model");
            driver.click("#palette-model");
            Fx.waitUntil("it is drawn", () -> driver.find("#box-model") != null);
            assertEquals("9 components · 8 arrows", driver.text("#status-size"));
        }
    }

    @Test
    void arrowKeysWalkThePiecesAndEnterAddsTheOneThatHasTheKeyboard() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            driver.press(KeyCode.DOWN);
            assertTrue(Fx.get(() -> driver.find("#palette-client").isFocused()));
            driver.press(KeyCode.DOWN);
            driver.press(KeyCode.ENTER);
            Fx.waitUntil("it is drawn", () -> driver.find("#box-service") != null);
            driver.press(KeyCode.UP);
            driver.press(KeyCode.UP);
            assertTrue(Fx.get(() -> driver.find("#palette-search").isFocused()));
        }
    }

    @Test
    void controlAndEnterConnectsWhatIsAddedWithTheSelectedBox() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-search");
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            Fx.run(() -> ((TextField) driver.find("#palette-search")).setText("vector index"));
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            assertEquals("9 components · 9 arrows", driver.text("#status-size"));
        }
    }

    @Test
    void presetsAreFoldedUntilOneIsSought() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            String opus = "#palette-preset-claude-opus-4-8";
            assertFalse(Fx.get(() -> driver.find(opus).getParent().isVisible()));
            Fx.run(() -> ((TextField) driver.find("#palette-search")).setText("opus"));
            Fx.pulse();
            assertTrue(Fx.get(() -> driver.find(opus).getParent().isVisible()));
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            assertFalse(Fx.get(() -> driver.find(opus).getParent().isVisible()));
        }
    }

    @Test
    void hiddenItIsRememberedAndLeavesTheKeyboardToTheDrawing() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
            driver.press(KeyCode.CONTROL, KeyCode.B);
            assertFalse(driver.remembered.paletteShown());
            assertEquals(null, Fx.get(() -> driver.find("#palette")));
            assertEquals("canvas", Fx.get(() -> driver.scene().getFocusOwner().getId()));
            driver.press(KeyCode.CONTROL, KeyCode.B);
            assertTrue(driver.isVisible("#palette"));
            assertTrue(driver.remembered.paletteShown());
        }
    }

    @Test
    void aPieceDraggedOntoTheDrawingIsAddedWhereItIsLetGo() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Bounds from = driver.bounds("#palette-client");
            Bounds canvas = driver.bounds("#canvas");
            double x = canvas.getMinX() + 140;
            double y = canvas.getMaxY() - 60;
            driver.drag(from.getCenterX(), from.getCenterY(), x, y);
            assertEquals("9 components · 8 arrows", driver.text("#status-size"));
            Bounds box = driver.bounds("#box-client");
            assertEquals(x, box.getCenterX(), 12);
            assertEquals(y, box.getCenterY(), 12);
        }
    }

    @Test
    void aPieceLetGoBesideTheDrawingIsNotAdded() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Bounds from = driver.bounds("#palette-client");
            Bounds run = driver.bounds("#run");
            driver.drag(from.getCenterX(), from.getCenterY(), run.getCenterX(), run.getCenterY());
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
        }
    }
}
