package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Strategy;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy chosen, edited and put back in the real window. */
class StrategyWindowTest {

    @TempDir
    Path folder;

    private static void choose(WindowDriver driver, int index) {
        Fx.run(() ->
                ((ComboBox<?>) driver.find("#strategy")).getSelectionModel().select(index));
        Fx.pulse();
    }

    private static String strategy(WindowDriver driver) {
        return Fx.get(() -> String.valueOf(((Runs.Choice) ((ComboBox<?>) driver.find("#strategy")).getValue()).id()));
    }

    @Test
    void aFieldChangedInAStrategyIsMarkedWithTheDrawnValueAndPutBackByItsButton() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            assertFalse(driver.isVisible("#strategy-bar"));
            choose(driver, 1);
            assertTrue(driver.isVisible("#strategy-bar"));
            assertEquals("1 difference", driver.text("#differences"));
            driver.click("#box-opus");
            assertFalse(driver.isVisible("#field-concurrency-changed"));
            driver.type("#field-concurrency", "7");
            assertEquals("2 differences", driver.text("#differences"));
            assertTrue(driver.isVisible("#field-concurrency-changed"));
            assertEquals("drawn: 300", driver.text("#field-concurrency-drawn"));
            // It may be out of sight, further down in the inspector.
            Fx.run(() -> ((Button) driver.find("#field-concurrency-as-drawn")).fire());
            Fx.pulse();
            assertEquals("1 difference", driver.text("#differences"));
            assertFalse(driver.isVisible("#field-concurrency-changed"));
            assertEquals("300", Fx.get(() -> ((TextField) driver.find("#field-concurrency")).getText()));
        }
    }

    @Test
    void undoLeadsBackToTheStrategyInWhichTheEditWasMade() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            choose(driver, 1);
            driver.click("#box-opus");
            driver.type("#field-concurrency", "7");
            driver.click("#as-drawn");
            assertEquals(Strategy.AS_DRAWN, strategy(driver));
            assertEquals("300", Fx.get(() -> ((TextField) driver.find("#field-concurrency")).getText()));
            Fx.run(() -> driver.window.commands().get("undo").run());
            Fx.pulse();
            assertEquals("no-retry", strategy(driver));
            Fx.run(() -> driver.window.commands().get("redo").run());
            Fx.pulse();
            assertEquals("7", Fx.get(() -> ((TextField) driver.find("#field-concurrency")).getText()));
        }
    }

    @Test
    void aChangeOfAnotherStrategyLeavesAResultFreshAndOneOfTheSameDoesNot() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.type("#field-experiment-replications", "1");
            driver.click("#run");
            Fx.waitUntil("the result is there", () -> driver.find(".results-title") != null);
            Fx.waitUntil(
                    "the damage is marked",
                    () -> driver.find("#box-opus .box-damage").isVisible());
            choose(driver, 1);
            assertTrue(driver.isVisible(".results-stale"), "another strategy has another result");
            driver.click("#box-opus");
            driver.type("#field-concurrency", "7");
            choose(driver, 0);
            assertFalse(driver.isVisible(".results-stale"), "the drawing is as it was run");
            driver.type("#field-concurrency", "8");
            assertTrue(driver.isVisible(".results-stale"));
        }
    }
}
