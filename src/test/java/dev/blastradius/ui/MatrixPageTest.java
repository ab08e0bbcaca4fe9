package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Unit;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failures;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixPageTest {

    @TempDir
    Path folder;

    @Test
    void eachCellShowsTheShareThatTheEngineGivesWorstFirst() {
        try (WindowDriver driver = new WindowDriver()) {
            Model model = ModelReader.read(openShort(driver)).model();
            make(driver, 2);
            RunSettings settings = RunSettings.of(model.pipeline().settings()).withReplications(2);
            DamageMatrix matrix = Objects.requireNonNull(DamageMatrix.run(
                    Strategies.runSpec(model, null, "as-drawn"),
                    Failures.unavailable(settings),
                    settings,
                    RunProgress.NONE));
            for (int row = 0; row < matrix.rows().size(); row++) {
                double lost = matrix.rows().get(row).lost("visitors").mean();
                assertEquals(Unit.SHARE.brief(lost), driver.text("#heat-" + row + "-0"), "row " + row);
            }
            assertEquals("mean of 2 replications", driver.text("#matrix-caption"));
            assertFalse(driver.isVisible("#matrix-stale"));
        }
    }

    @Test
    void aClickOnACellRunsThatOutageAndLeavesTheModelAlone() {
        try (WindowDriver driver = new WindowDriver()) {
            Path file = openShort(driver);
            make(driver, 1);
            String name = firstName(driver);
            driver.click("#heat-0-0");
            Fx.waitUntil("its charts are shown", () -> driver.find(".results-title") != null);
            assertTrue(driver.isVisible("#canvas"));
            assertTrue(driver.text(".results-title").startsWith(name + " is down"), driver.text(".results-title"));
            assertFalse(driver.stage.getTitle().startsWith("• "));
            assertTrue(driver.isVisible("#outage-words"));
            assertEquals(
                    2,
                    ModelReader.read(file).model().pipeline().scenariosOrNone().size());
        }
    }

    @Test
    void theOutageIsAddedToTheModelOnlyWhenAskedForAndThatCanBeUndone() {
        try (WindowDriver driver = new WindowDriver()) {
            openShort(driver);
            make(driver, 1);
            driver.click("#heat-0-0");
            Fx.waitUntil("its charts are shown", () -> driver.find(".results-title") != null);
            driver.click("#outage-add-as-scenario");
            assertTrue(Fx.get(driver.stage::getTitle).startsWith("• "));
            assertFalse(driver.isVisible("#outage-words"));
            assertFalse(driver.isVisible(".results-stale"));
            assertTrue(
                    scenario(driver).title().endsWith(" is down"),
                    scenario(driver).title());
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertFalse(Fx.get(driver.stage::getTitle).startsWith("• "));
            assertTrue(driver.isVisible("#outage-words"));
        }
    }

    @Test
    void theArrowKeysGoFromCellToCellAndEnterShowsTheOutage() {
        try (WindowDriver driver = new WindowDriver()) {
            openShort(driver);
            make(driver, 1);
            Fx.run(() -> driver.find("#heat-0-0").requestFocus());
            driver.press(KeyCode.DOWN);
            assertEquals("heat-1-0", focused(driver));
            driver.press(KeyCode.UP);
            driver.press(KeyCode.UP);
            assertEquals("heat-0-0", focused(driver));
            String said = Fx.get(() -> driver.find("#heat-0-0").getAccessibleText());
            assertTrue(said.contains(" fails, Web visitors: "), said);
            driver.press(KeyCode.ENTER);
            Fx.waitUntil("its charts are shown", () -> driver.find(".results-title") != null);
        }
    }

    @Test
    void anEditLeavesTheMatrixAndMarksItStaleUntilItIsUndone() {
        try (WindowDriver driver = new WindowDriver()) {
            openShort(driver);
            make(driver, 1);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            driver.click("#box-opus");
            driver.type("#field-concurrency", "120");
            showPage(driver);
            assertTrue(driver.isVisible("#matrix-stale"));
            assertNotNull(Fx.get(() -> driver.find("#heat-0-0")));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertFalse(driver.isVisible("#matrix-stale"));
        }
    }

    @Test
    void cancellingKeepsTheRowsThatAreDone() {
        try (WindowDriver driver = new WindowDriver()) {
            openShort(driver);
            showPage(driver);
            setReplications(driver, 1000);
            driver.click("#study");
            Fx.waitUntil("some is done", () -> {
                return ((javafx.scene.control.ProgressBar) driver.find("#progress")).getProgress() > 0.01;
            });
            driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
            Fx.waitUntil("what is done is shown", () -> driver.find("#heat-0-0") != null);
            assertTrue(
                    driver.text("#matrix-caption").endsWith("cancelled before all was done"),
                    driver.text("#matrix-caption"));
            assertFalse(driver.isVisible("#cancel"));
        }
    }

    @Test
    void anotherWayToFailGivesAnotherMatrix() {
        try (WindowDriver driver = new WindowDriver()) {
            openShort(driver);
            showPage(driver);
            choose(driver, "#matrix-way", 3);
            choose(driver, "#matrix-span", 1);
            make(driver, 1);
            assertTrue(
                    driver.text("#matrix-title").startsWith("Each component is five times slower, half of the time"),
                    driver.text("#matrix-title"));
        }
    }

    private static void choose(WindowDriver driver, String selector, int index) {
        Fx.run(() -> ((ComboBox<?>) driver.find(selector)).getSelectionModel().select(index));
    }

    private static Runs.Choice scenario(WindowDriver driver) {
        return Fx.get(() -> (Runs.Choice) ((ComboBox<?>) driver.find("#scenario")).getValue());
    }

    private static String focused(WindowDriver driver) {
        Node owner = Fx.get(() -> driver.scene().getFocusOwner());
        return owner.getId();
    }

    private static String firstName(WindowDriver driver) {
        String said = Fx.get(() -> driver.find("#heat-0-0").getAccessibleText());
        return said.substring(0, said.indexOf(" fails"));
    }

    private static void showPage(WindowDriver driver) {
        driver.click("#desk-matrix");
        Fx.waitUntil("the page is shown", () -> driver.find("#page-matrix").isVisible());
    }

    private static void setReplications(WindowDriver driver, int count) {
        Fx.run(() -> {
            Spinner<?> spinner = (Spinner<?>) driver.find("#matrix-replications");
            spinner.getEditor().setText(String.valueOf(count));
        });
    }

    private static void make(WindowDriver driver, int replications) {
        showPage(driver);
        setReplications(driver, replications);
        driver.click("#study");
        Fx.waitUntil("the matrix is there", () -> driver.find("#heat-0-0") != null);
        Fx.pulse();
    }

    /** The tests' model with a run of a minute. */
    private Path openShort(WindowDriver driver) {
        Path file = WindowDriver.model(folder);
        try {
            String text = Files.readString(file)
                    .replace("\"duration\":\"10m\",\"warmup\":\"1m\"", "\"duration\":\"1m\",\"warmup\":\"5s\"");
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.open(file);
        Fx.waitUntil("the model is drawn", () -> driver.find("#box-opus") != null);
        Fx.pulse();
        return file;
    }
}
