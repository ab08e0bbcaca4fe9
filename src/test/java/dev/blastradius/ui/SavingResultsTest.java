package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results saved from the real window: as a report, as JSON, as tables. */
class SavingResultsTest {

    private static final String MODEL = """
            {"format": "blastradius/1", "name": "A shop",
             "components": {
              "asking": {"kind": "client", "traffic": {"arrivals": "constant", "requestsPerSecond": 5}},
              "store": {"kind": "store", "label": "Store", "latency": "10ms"}},
             "dependencies": {"asking->store": {"retry": {"maxAttempts": 2}}},
             "scenarios": {"down": {"label": "Store down", "faults": [{"target": "store", "at": "1m", "for": "30s", "unavailable": true}]}},
             "strategies": {"once": {"label": "Once", "patch": {"dependencies": {"asking->store": {"retry": null}}}}},
             "experiment": {"duration": "3m", "warmup": "5s", "replications": 2}}
            """;

    @TempDir
    Path folder;

    private Path open(WindowDriver driver) {
        Path file = folder.resolve("shop.blast.json");
        try {
            Files.writeString(file, MODEL);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        driver.open(file);
        Fx.waitUntil("it is drawn", () -> driver.find("#box-store") != null);
        return file;
    }

    private static void run(WindowDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.R);
        Fx.waitUntil("the result is there", () -> driver.find(".results-title") != null && !isBusy(driver));
    }

    private static boolean isBusy(WindowDriver driver) {
        return driver.find("#cancel").isVisible();
    }

    private static String obstacle(WindowDriver driver) {
        return Fx.get(() -> driver.window.commands().get("save-report").obstacle());
    }

    /** Whether it can be chosen from a menu, or by its key. */
    private static boolean isSavable(WindowDriver driver) {
        return !driver.window.commands().get("save-report").disabledProperty().get();
    }

    private Path save(WindowDriver driver, String command, String name) {
        Path place = folder.resolve(name);
        driver.dialogs.result = place;
        Fx.run(() -> driver.window.commands().get(command).run());
        Fx.waitUntil("it is said that it was saved", () -> driver.find("#result-saved") != null);
        return place;
    }

    private static String said(WindowDriver driver) {
        return Fx.get(() -> ((Label) driver.find("#result-saved-words")).getText());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withoutAResultNothingIsSavedAndTheReasonIsSaid() {
        try (WindowDriver driver = new WindowDriver()) {
            assertEquals("No model is open", obstacle(driver));
            open(driver);
            assertEquals("Nothing was run yet: run first", obstacle(driver));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertEquals("There is no result here yet: Compare first", obstacle(driver));
            driver.press(KeyCode.CONTROL, KeyCode.P);
            assertEquals(List.of(), driver.dialogs.asked);
        }
    }

    @Test
    void aRunsReportTellsTheFileItsHashAndTheCommandAndIsTheSameEachTime() throws IOException {
        try (WindowDriver driver = new WindowDriver()) {
            Path model = open(driver);
            run(driver);
            String page = text(save(driver, "save-report", "one.html"));
            assertTrue(driver.dialogs.asked.contains("shop-run.html"), driver.dialogs.asked.toString());
            assertTrue(page.contains(Fingerprint.of(model).sha256()));
            assertTrue(page.contains("run shop.blast.json --scenario down"), "the command is told");
            assertFalse(page.contains(folder.toString()), "no folder is told");
            assertTrue(said(driver).startsWith("Report saved: " + folder.resolve("one.html")), said(driver));
            assertFalse(said(driver).contains("changed"), said(driver));
            assertEquals(page, text(save(driver, "save-report", "two.html")));
            Fx.run(() -> driver.find("#result-saved-open").fireEvent(new javafx.event.ActionEvent()));
            assertEquals(List.of(folder.resolve("two.html")), driver.dialogs.opened);
        }
    }

    @Test
    void aReportIsAboutWhatWasRunAlsoWhereTheDrawingIsAnotherOneNow() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            run(driver);
            driver.click("#box-store");
            driver.type("#field-label", "Warehouse");
            String page = text(save(driver, "save-report", "before.html"));
            assertFalse(page.contains("Warehouse"));
            assertTrue(said(driver).endsWith("the drawing has changed since."), said(driver));
            driver.press(KeyCode.CONTROL, KeyCode.S);
            Fx.waitUntil(
                    "the file is another one",
                    () -> text(folder.resolve("shop.blast.json")).contains("Warehouse"));
            String later = text(save(driver, "save-report", "after.html"));
            assertTrue(later.contains("What was run is not what the file holds"));
        }
    }

    @Test
    void whatEveryPageHasFoundIsSaved() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            study(driver);
            assertTrue(text(save(driver, "save-report", "compared.md")).contains("compare shop.blast.json"));
            assertTrue(Files.isRegularFile(save(driver, "save-json", "compared.json")));
            assertTrue(
                    Files.isRegularFile(save(driver, "save-tables", "compared").resolve("comparison.csv")));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT4);
            study(driver);
            assertTrue(text(save(driver, "save-report", "matrix.md")).contains("matrix shop.blast.json"));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT5);
            study(driver);
            assertTrue(text(save(driver, "save-report", "sweep.md")).contains("sweep shop.blast.json"));
            assertTrue(Files.isRegularFile(save(driver, "save-tables", "swept").resolve("sweep.csv")));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            Fx.waitUntil("it is recorded", () -> isSavable(driver));
            String first = text(save(driver, "save-report", "cascade.md"));
            assertTrue(first.contains("run shop.blast.json"));
            assertFalse(first.contains("which was chosen in the window"));
            Fx.run(() -> ((Spinner<?>) driver.find("#cascade-replication")).increment());
            Fx.waitUntil("the other replication is recorded", () -> !isBusy(driver) && isSavable(driver));
            assertTrue(text(save(driver, "save-report", "other.md"))
                    .contains("Looked at closely is replication 2, which was chosen in the window"));
        }
    }

    private static void study(WindowDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.waitUntil("it is done", () -> !isBusy(driver) && isSavable(driver));
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheModelsOwnFileIsNeverReplaced() {
        try (WindowDriver driver = new WindowDriver()) {
            Path model = open(driver);
            run(driver);
            driver.dialogs.result = folder.resolve("gone").resolve("report.html");
            driver.press(KeyCode.CONTROL, KeyCode.P);
            Fx.waitUntil("it is told", () -> !driver.dialogs.told.isEmpty());
            assertTrue(
                    driver.dialogs.told.get(0).startsWith("The report was not saved: The folder"),
                    driver.dialogs.told.get(0));
            driver.dialogs.result = model;
            Fx.run(() -> driver.window.commands().get("save-json").run());
            assertEquals(
                    "The data were not saved: That is the model's own file. Choose another name.",
                    driver.dialogs.told.get(1));
            assertEquals(MODEL, text(model));
        }
    }

    @Test
    void aReportThatIsCancelledIsNotWritten() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            run(driver);
            Path place = folder.resolve("never.html");
            driver.dialogs.result = place;
            Fx.run(() -> {
                driver.window.commands().get("save-report").run();
                driver.window.commands().get("cancel").run();
            });
            Fx.waitUntil("it has ended", () -> !isBusy(driver));
            assertFalse(Files.exists(place));
            assertEquals(List.of(), driver.dialogs.told);
        }
    }
}
