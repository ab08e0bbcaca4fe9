package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.component.Kinds;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what was typed and not entered goes where it was typed, whatever is done next. */
class TypingTest {

    private static final String CONCURRENCY = "#field-concurrency";

    @TempDir
    Path folder;

    @Test
    void aValueStaysWithTheComponentThatItWasTypedForWhenAnotherIsClicked() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            driver.click("#box-opus");
            driver.write(CONCURRENCY, "77");
            driver.click("#box-sonnet");
            assertEquals("100", driver.get(CONCURRENCY, TextField.class).getText());
            save(driver);
            assertEquals("77", concurrency(file, "opus"));
            assertEquals("100", concurrency(file, "sonnet"));
        }
    }

    @Test
    void aValueStaysWithTheComponentThatItWasTypedForWhenEmptySpaceIsClicked() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            driver.click("#box-opus");
            driver.write("#field-label", "Opus 5");
            driver.moveTo(
                    driver.bounds("#canvas").getMinX() + 5,
                    driver.bounds("#canvas").getMinY() + 5);
            driver.drag(
                    driver.bounds("#canvas").getMinX() + 5,
                    driver.bounds("#canvas").getMinY() + 5,
                    driver.bounds("#canvas").getMinX() + 9,
                    driver.bounds("#canvas").getMinY() + 9);
            save(driver);
            assertEquals(
                    "Support assistant",
                    ModelReader.read(file).model().pipeline().title());
            assertEquals(
                    "Opus 5",
                    ModelReader.read(file)
                            .model()
                            .pipeline()
                            .components()
                            .get("opus")
                            .title("opus"));
        }
    }

    @Test
    void savingSavesWhatIsBeingTyped() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = driver.openModel(folder);
            driver.click("#box-opus");
            driver.write(CONCURRENCY, "77");
            driver.press(KeyCode.CONTROL, KeyCode.S);
            Fx.waitUntil("it is saved", () -> "77".equals(concurrency(file, "opus")));
        }
    }

    @Test
    void aRunIsOfWhatIsBeingTyped() throws InterruptedException {
        BlockingQueue<Integer> replications = new LinkedBlockingQueue<>();
        try (WindowDriver driver = new WindowDriver((spec, settings, progress) -> {
            replications.add(settings.replications());
            return null;
        })) {
            driver.openModel(folder);
            driver.write("#field-experiment-replications", "7");
            driver.press(KeyCode.CONTROL, KeyCode.R);
            assertEquals(7, replications.take());
        }
    }

    @Test
    void closingAsksAboutWhatIsBeingTyped() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.write(CONCURRENCY, "77");
            Fx.run(driver.window::requestClose);
            assertEquals(1, driver.dialogs.asked.size());
            assertTrue(Fx.get(driver.stage::isShowing));
        }
    }

    @Test
    void aFaultOfTheProgramIsToldWithItsSeedAndItsTrace() {
        try (WindowDriver driver = new WindowDriver((spec, settings, progress) -> {
            throw new IllegalStateException("broken within");
        })) {
            driver.openModel(folder);
            driver.click("#run");
            Fx.waitUntil("it is told", () -> !driver.dialogs.faults.isEmpty());
            String details = driver.dialogs.faults.get(0).details();
            assertTrue(details.contains("seed     42"), details);
            assertTrue(details.contains("broken within"), details);
            assertTrue(details.contains("at dev.blastradius.ui.TypingTest"), details);
            assertTrue(details.contains("Java " + Runtime.version()), details);
        }
    }

    private static void save(WindowDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.S);
        Fx.waitUntil("it is saved", () -> !driver.stage.getTitle().startsWith("• "));
    }

    private static String concurrency(Path file, String id) {
        Object tree = Kinds.TYPE.write(
                ModelReader.read(file).model().pipeline().components().get(id));
        return String.valueOf(((Map<?, ?>) tree).get("concurrency"));
    }
}
