package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.guide.Stage;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.ui.canvas.GraphCanvas;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    private static void begin(WindowDriver driver) {
        driver.click("#start-tour");
        Fx.waitUntil("the tour begins", () -> driver.find("#guide").isVisible() && driver.find(".box") != null);
        Fx.pulse();
    }

    private static void assertStage(WindowDriver driver, Stage stage) {
        Fx.waitUntil(
                stage.title(),
                () -> stage.words().equals(((javafx.scene.control.Label) driver.find(".guide-text")).getText()));
    }

    @Test
    void doneAsItSaysItEndsWithACascadeSeenAndAStrategyCompared() {
        try (WindowDriver driver = new WindowDriver()) {
            begin(driver);
            assertTrue(driver.remembered.toured());
            driver.type("#field-experiment-replications", "1");
            driver.click("#box-sonnet");
            assertStage(driver, Stage.BREAK);
            driver.click("#guide-next");
            assertStage(driver, Stage.RUN);
            driver.click("#run");
            assertStage(driver, Stage.SPREAD);
            assertTrue(driver.text(".guide-facts").startsWith("Broken: Sonnet. Hurt as well: "));
            driver.click("#guide-next");
            assertStage(driver, Stage.CHOOSE);
            Fx.run(() ->
                    ((ComboBox<?>) driver.find("#strategy")).getSelectionModel().select(4));
            assertStage(driver, Stage.RUN_AGAIN);
            driver.click("#run");
            assertStage(driver, Stage.COMPARED);
            assertTrue(driver.text(".guide-facts").contains("failed before"));
            driver.click("#guide-next");
            assertFalse(Fx.get(() -> driver.find("#guide").getParent().isVisible()));
        }
    }

    @Test
    void itIsLeftByEscapeAndStartedAgainFromHelp() {
        try (WindowDriver driver = new WindowDriver()) {
            begin(driver);
            driver.press(KeyCode.ESCAPE);
            assertFalse(Fx.get(() -> driver.find("#guide").getParent().isVisible()));
            Fx.run(() -> driver.window.commands().get("tour").run());
            Fx.waitUntil(
                    "it begins again", () -> driver.find("#guide").getParent().isVisible());
            assertStage(driver, Stage.LOOK);
        }
    }

    @Test
    void itsCardLetsEverythingElseBeUsed() {
        try (WindowDriver driver = new WindowDriver()) {
            begin(driver);
            driver.click("#box-gpt-5");
            assertEquals("GPT-5", driver.text(".inspector-title"));
            driver.press(KeyCode.CONTROL, KeyCode.W);
            assertTrue(driver.isVisible("#gallery"));
            assertFalse(Fx.get(() -> driver.find("#guide").getParent().isVisible()));
        }
    }

    @Test
    void whoStaysWithUnsavedWorkIsNotGuidedThroughTheNextModel(@TempDir Path folder) {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Fx.run(() ->
                    ((GraphCanvas) driver.find("#canvas")).board().editor().add(Kinds.ALL.get(1), new Point(0, 0)));
            driver.dialogs.unsaved = Dialogs.Unsaved.CANCEL;
            Fx.run(driver.window::tour);
            driver.dialogs.unsaved = Dialogs.Unsaved.DISCARD;
            driver.openModel(folder);
            assertFalse(Fx.get(() -> driver.find("#guide").getParent().isVisible()));
        }
    }
}
