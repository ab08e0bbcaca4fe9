package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartPageTest {

    @TempDir
    Path folder;

    private static String card(int number) {
        return "#example-" + Examples.names().get(number);
    }

    @Test
    void everyExampleHasACardWithItsPicture() {
        try (WindowDriver driver = new WindowDriver()) {
            Fx.waitUntil("the cards are there", () -> driver.find(card(0)) != null);
            for (int i = 0; i < Examples.names().size(); i++) {
                String id = card(i);
                int boxes = Examples.load(Examples.names().get(i))
                        .pipeline()
                        .components()
                        .size();
                assertEquals(
                        boxes,
                        Fx.get(() -> driver.find(id).lookupAll(".picture-box").size()),
                        id);
            }
        }
    }

    @Test
    void anExampleOpensAsACopyWithoutAFile() {
        try (WindowDriver driver = new WindowDriver()) {
            Fx.waitUntil("the cards are there", () -> driver.find(card(1)) != null);
            Fx.pulse();
            driver.click(card(1));
            Fx.waitUntil("it is drawn", () -> driver.find(".box") != null);
            assertFalse(driver.isVisible("#gallery"));
            assertTrue(driver.remembered.recent().isEmpty());
        }
    }

    @Test
    void aNewModelIsEmpty() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.click("#start-new");
            Fx.waitUntil("it is open", () -> !driver.find("#gallery").isVisible());
            assertEquals("0 components · 0 arrows", driver.text("#status-size"));
        }
    }

    @Test
    void aRecentFileIsOpenedByAClick() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.W);
            Fx.waitUntil("it is listed", () -> driver.find("#recent-0") != null);
            Fx.pulse();
            driver.click("#recent-0 .recent-file");
            Fx.waitUntil("it is open", () -> !driver.find("#gallery").isVisible());
        }
    }

    @Test
    void aRecentFileThatIsGoneIsMarkedAndCanBeForgotten() throws IOException {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            Files.delete(file);
            driver.press(KeyCode.CONTROL, KeyCode.W);
            Fx.waitUntil("it is listed", () -> driver.find("#recent-0") != null);
            assertEquals("not there any more", driver.text("#recent-0 .recent-time"));
            Fx.run(() -> ((Button) driver.find("#recent-0 .recent-forget")).fire());
            assertTrue(driver.remembered.recent().isEmpty());
            assertEquals(null, Fx.get(() -> driver.find("#recent-0")));
        }
    }

    @ParameterizedTest
    @CsvSource({"1440, 900", "1280, 720", "1000, 650"})
    void nothingIsCutOffAtTheSides(double width, double height) {
        try (WindowDriver driver = new WindowDriver(new Size(width, height))) {
            Fx.waitUntil("the cards are there", () -> driver.find(card(0)) != null);
            Fx.pulse();
            for (int i = 0; i < Examples.names().size(); i++) {
                Bounds card = driver.bounds(card(i));
                Bounds facts = driver.bounds(card(i) + " .card-facts");
                Bounds window = driver.bounds("#gallery");
                assertTrue(card.getMaxX() <= window.getMaxX() - 10, card(i));
                assertTrue(card.contains(facts), card(i));
            }
        }
    }
}
