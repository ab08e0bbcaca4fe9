package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainWindowTest {

    @TempDir
    Path folder;

    @Test
    void openingAModelDrawsABoxForEachComponentAndAnArrowForEachDependency() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            Pipeline pipeline = pipeline(file);
            for (String id : pipeline.components().keySet()) {
                assertNotNull(Fx.get(() -> driver.find("#box-" + id)), id);
            }
            assertEquals(
                    8,
                    Fx.get(() ->
                            driver.scene().getRoot().lookupAll(".arrow-head").size()));
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
            assertEquals(file, driver.remembered.recent().get(0));
        }
    }

    @Test
    void theFirstScenarioIsChosenSoThatTheFirstRunShowsAnOutage() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            assertEquals("brownout", chosen(driver, "#scenario"));
            assertEquals("as-drawn", chosen(driver, "#strategy"));
        }
    }

    private static String chosen(WindowDriver driver, String selector) {
        return Fx.get(() -> ((Runs.Choice) ((ComboBox<?>) driver.find(selector)).getValue()).id());
    }

    @Test
    void aBoxDraggedWithTheMouseStaysThereAndUndoBringsItBack() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            Bounds before = driver.bounds("#box-canned");
            driver.drag("#box-canned", 120, -30);
            Bounds after = driver.bounds("#box-canned");
            assertEquals(before.getMinX() + 120, after.getMinX(), 8);
            assertEquals(before.getMinY() - 30, after.getMinY(), 8);
            assertTrue(title(driver).startsWith("• "));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before.getMinX(), driver.bounds("#box-canned").getMinX(), 1);
            assertFalse(title(driver).startsWith("• "));
            assertTrue(pipeline(file).positions().isEmpty());
        }
    }

    private static String title(WindowDriver driver) {
        return Fx.get(driver.stage::getTitle);
    }

    @Test
    void aFieldTypedInTheInspectorChangesTheModelAndUndoRestoresIt() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.type("#field-concurrency", "120");
            Fx.waitUntil(
                    "the box shows it",
                    () -> driver.find("#box-opus")
                            .lookup(".box-detail")
                            .toString()
                            .contains("120 servers"));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(
                    "300", driver.get("#field-concurrency", TextField.class).getText());
        }
    }

    @Test
    void aWrongValueShowsItsProblemBesideTheFieldAndLeavesTheModelAlone() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.type("#field-concurrency", "many");
            assertTrue(driver.isVisible("#field-concurrency-problem"));
            assertTrue(driver.text("#field-concurrency-problem").contains("a whole number"));
            assertFalse(title(driver).startsWith("• "));
            driver.press(KeyCode.ESCAPE);
            assertFalse(driver.isVisible("#field-concurrency-problem"));
        }
    }

    @Test
    void aRunShowsItsChartsAndMarksTheDamage() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.type("#field-experiment-replications", "1");
            driver.click("#run");
            Fx.waitUntil("the charts are there", () -> driver.find(".results-title") != null);
            Fx.waitUntil("the damage is marked", () -> driver.find("#box-opus .box-damage") != null);
            assertFalse(driver.isVisible("#cancel"));
        }
    }

    @Test
    void aLongRunIsCancelledAtOnceAndLeavesNoResult() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        try (WindowDriver driver = new WindowDriver((spec, settings, progress) -> {
            while (!progress.isCancelled()) {
                progress.report(0.25);
                begun.countDown();
                Thread.onSpinWait();
            }
            told.set(true);
            ended.countDown();
            return null;
        })) {
            driver.openModel(folder);
            driver.click("#run");
            begun.await();
            Fx.waitUntil("Cancel is shown", () -> driver.find("#cancel").isVisible());
            driver.click("#cancel");
            ended.await();
            assertTrue(told.get());
            assertFalse(driver.isVisible("#cancel"));
            assertNull(Fx.get(() -> driver.find(".results-title")));
            assertEquals("Run cancelled", driver.text("#status-run"));
        }
    }

    @Test
    void savingWritesTheFileAndClearsTheModifiedMark() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            driver.click("#box-opus");
            driver.type("#field-label", "Opus 5");
            assertTrue(title(driver).startsWith("• "));
            driver.press(KeyCode.CONTROL, KeyCode.S);
            Fx.waitUntil("it is saved", () -> !driver.stage.getTitle().startsWith("• "));
            assertEquals("Opus 5", pipeline(file).components().get("opus").title("opus"));
        }
    }

    @Test
    void closingWithUnsavedChangesAsksAndStaysWhenTheUserCancels() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.type("#field-label", "Other");
            driver.dialogs.unsaved = Dialogs.Unsaved.CANCEL;
            Fx.run(driver.window::requestClose);
            assertEquals(1, driver.dialogs.asked.size());
            assertTrue(Fx.get(driver.stage::isShowing));
            driver.dialogs.unsaved = Dialogs.Unsaved.DISCARD;
            Fx.run(driver.window::requestClose);
            Fx.waitUntil("the window is closed", () -> !driver.stage.isShowing());
        }
    }

    @Test
    void savingOnCloseWritesTheFileAndThenCloses() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            driver.click("#box-opus");
            driver.type("#field-label", "Saved on the way out");
            driver.dialogs.unsaved = Dialogs.Unsaved.SAVE;
            Fx.run(driver.window::requestClose);
            Fx.waitUntil("it is closed", () -> !driver.stage.isShowing());
            assertEquals(
                    "Saved on the way out",
                    pipeline(file).components().get("opus").title("opus"));
        }
    }

    @Test
    void theDarkThemeColoursTheWindowAndIsRemembered() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Object light = background(driver);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            Fx.pulse();
            assertNotEquals(light, background(driver));
            assertTrue(driver.remembered.theme().isDark());
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        }
    }

    private static Object background(WindowDriver driver) {
        return Fx.get(() -> ((Region) driver.find("#canvas"))
                .getBackground()
                .getFills()
                .get(0)
                .getFill());
    }

    @Test
    void aBrokenFileShowsItsProblemsAndKeepsWhatWasOpen() throws IOException {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Path broken = folder.resolve("broken.blast.json");
            Files.writeString(
                    broken, "{\"format\": \"blastradius/1\", \"components\": {\"a\": {\"kind\": \"modle\"}}}");
            driver.open(broken);
            Fx.waitUntil(
                    "the problems are shown", () -> driver.find("#problems").isVisible());
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
            driver.press(KeyCode.SPACE);
            Fx.waitUntil("they are closed", () -> !driver.find("#problems").isVisible());
        }
    }

    @Test
    void closingTheModelShowsTheGallery() {
        try (WindowDriver driver = new WindowDriver()) {
            assertTrue(driver.isVisible("#gallery"));
            driver.openModel(folder);
            assertFalse(driver.isVisible("#gallery"));
            driver.press(KeyCode.CONTROL, KeyCode.W);
            assertTrue(driver.isVisible("#gallery"));
        }
    }

    @Test
    void anArrowIsDrawnByPullingItFromABoxesEdge() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Bounds from = driver.bounds("#box-search");
            Bounds to = driver.bounds("#box-opus");
            driver.drag(from.getMaxX() - 1, from.getCenterY(), to.getCenterX(), to.getCenterY());
            assertEquals("8 components · 9 arrows", driver.text("#status-size"));
            driver.press(KeyCode.DELETE);
            assertEquals("8 components · 8 arrows", driver.text("#status-size"));
        }
    }

    private static Pipeline pipeline(Path file) {
        return ModelReader.read(file).model().pipeline();
    }
}
