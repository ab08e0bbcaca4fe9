package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.chart.TippingChart;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Bisection;
import dev.blastradius.experiment.search.Responder;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.Dials;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.ui.plot.PlotView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsPageTest {

    /** Refused for a while from the first minute on; where that is long, the run ends a minute later, and before it has been well for a minute. */
    private static final String MODEL = """
            {"format": "blastradius/1", "name": "m",
             "components": {
              "asking": {"kind": "client", "traffic": {"arrivals": "constant", "requestsPerSecond": 5}},
              "store": {"kind": "store", "label": "Store", "latency": "10ms"}},
             "dependencies": {"asking->store": {"retry": {"maxAttempts": 2}}},
             "scenarios": {"down": {"label": "Store down", "faults": [{"target": "store", "at": "1m", "for": "30s", "unavailable": true}]}},
             "experiment": {"duration": "4m", "warmup": "5s", "replications": 3}}
            """;

    private static final String LENGTH = "scenarios.down.faults[0].for";

    @TempDir
    Path folder;

    @Test
    void aSweepShowsItsPointsAndTheValuesOfTheOneThatIsChosen() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            sweep(driver, LENGTH, "10s", "118s", "4");
            assertEquals("5 points of 3 replications each", driver.text("#sweep-note"));
            Fx.run(() -> driver.find("#sweep-plot").requestFocus());
            driver.press(KeyCode.RIGHT);
            String first = driver.text("#sweep-detail");
            // 5 requests a second for 10 of 235 seconds are refused.
            assertTrue(first.contains("10 s → goodput, share of requests 95.7 %"), first);
            assertTrue(first.endsWith("recovered in 3 of 3 replications"), first);
            driver.press(KeyCode.END);
            assertTrue(driver.text("#sweep-detail").endsWith("recovered in 0 of 3 replications"));
            Fx.run(() -> ((ComboBox<?>) driver.find("#sweep-measure"))
                    .getSelectionModel()
                    .select(1));
            assertTrue(driver.text("#sweep-title").startsWith("Recovered by "), driver.text("#sweep-title"));
        }
    }

    @Test
    void aSecondNumberMakesAMap() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            choose(driver, "#sweep-second", "dependencies.asking->store.retry.maxAttempts", "1", "3");
            driver.write("#sweep-second-steps", "2");
            sweep(driver, LENGTH, "10s", "30s", "1");
            Fx.waitUntil("the map is there", () -> driver.find("#heat-2-1") != null);
            assertEquals("6 points of 3 replications each", note(driver));
            Fx.run(() -> driver.find("#heat-0-0").requestFocus());
            assertTrue(driver.text("#sweep-detail").contains("= 3"), driver.text("#sweep-detail"));
        }
    }

    private static String note(WindowDriver driver) {
        String note = driver.text("#sweep-note");
        return note.substring(note.lastIndexOf(" · ") + 3);
    }

    @Test
    void theTippingPointIsWhatTheEngineFindsInASentence() {
        try (WindowDriver driver = new WindowDriver()) {
            Model model = ModelReader.read(open(driver)).model();
            driver.click("#limits-tipping");
            choose(driver, "#tipping", LENGTH, "10s", "118s");
            driver.click("#study");
            Fx.waitUntil("the answer is there", () -> driver.find("#tipping-answer") != null);
            Dial dial = Objects.requireNonNull(Dials.find(model.pipeline(), LENGTH, new Problems()));
            VariedRuns runs = new VariedRuns(model, List.of(dial), "down", "as-drawn", RunSettings::of);
            RunSettings settings = RunSettings.of(model.pipeline().settings());
            Search search = new Search(
                    10,
                    118,
                    Search.usualTolerance(10, 118, false),
                    0.5,
                    settings.confidence(),
                    settings.replications(),
                    Search.usualLimit(0.5, settings.confidence(), settings.replications()));
            TippingPoint found = Bisection.find(Responder.of(runs), search, RunProgress.NONE);
            assertEquals(TippingPoint.Verdict.FOUND, found.verdict());
            assertEquals(
                    TippingChart.answer(found, new Parameter(dial.title(), "", true)), driver.text("#tipping-answer"));
            Fx.waitUntil(
                    "it is painted",
                    () -> ((PlotView) driver.find("#tipping-plot"))
                                    .pictureProperty()
                                    .get()
                            != null);
        }
    }

    @Test
    void whatIsWrongStandsBesideTheField() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            choose(driver, "#sweep-first", "dependencies.asking->store.retry.maxAttemts", "1", "3");
            driver.click("#study");
            assertTrue(
                    driver.text("#sweep-first-problem").contains("maxAttempts"), driver.text("#sweep-first-problem"));
            choose(driver, "#sweep-first", LENGTH, "10s", "soon");
            driver.click("#study");
            assertTrue(driver.text("#sweep-first-problem").startsWith("to: "), driver.text("#sweep-first-problem"));
            assertFalse(driver.isVisible("#cancel"));
        }
    }

    @Test
    void withoutAFaultThereIsNothingToRecoverFrom() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            driver.click("#limits-tipping");
            choose(driver, "#tipping", "load", "1", "2");
            Fx.run(() -> ((ComboBox<?>) driver.find("#limits-scenario"))
                    .getSelectionModel()
                    .select(0));
            driver.click("#study");
            assertTrue(driver.text("#tipping-problem").contains("choose a scenario"), driver.text("#tipping-problem"));
        }
    }

    @Test
    void anEditMarksTheSweepStaleUntilItIsUndone() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            sweep(driver, LENGTH, "10s", "20s", "1");
            assertFalse(driver.isVisible("#sweep-stale"));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            driver.click("#box-store");
            driver.type("#field-concurrency", "3");
            driver.click("#desk-limits");
            assertTrue(driver.isVisible("#sweep-stale"));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertFalse(driver.isVisible("#sweep-stale"));
        }
    }

    @Test
    void cancellingKeepsThePointsThatAreDone() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver);
            Fx.run(() -> ((Spinner<?>) driver.find("#limits-replications"))
                    .getEditor()
                    .setText("300"));
            choose(driver, "#sweep-first", LENGTH, "10s", "118s");
            driver.write("#sweep-first-steps", "100");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            Fx.waitUntil("some points are done", () -> ((ProgressBar) driver.find("#progress")).getProgress() > 0.025);
            driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
            Fx.waitUntil("what is done is shown", () -> driver.find("#sweep-note") != null);
            assertTrue(
                    driver.text("#sweep-note").endsWith("cancelled before all was done"), driver.text("#sweep-note"));
        }
    }

    private static void sweep(WindowDriver driver, String path, String from, String to, String steps) {
        choose(driver, "#sweep-first", path, from, to);
        driver.write("#sweep-first-steps", steps);
        driver.click("#study");
        Fx.waitUntil("the sweep is there", () -> driver.find("#sweep-note") != null);
        Fx.waitUntil("it has ended", () -> !driver.find("#cancel").isVisible());
        Fx.pulse();
    }

    private static void choose(WindowDriver driver, String field, String path, String from, String to) {
        Fx.run(() -> ((ComboBox<?>) driver.find(field + "-name")).getEditor().setText(path));
        driver.press(KeyCode.TAB);
        Fx.run(() -> ((ComboBox<?>) driver.find(field + "-name")).commitValue());
        driver.write(field + "-from", from);
        driver.write(field + "-to", to);
    }

    private Path open(WindowDriver driver) {
        Path file = folder.resolve("small.blast.json");
        try {
            Files.writeString(file, MODEL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.open(file);
        Fx.waitUntil("the model is drawn", () -> driver.find("#box-store") != null);
        Fx.pulse();
        driver.click("#desk-limits");
        Fx.waitUntil("the page is shown", () -> driver.find("#page-limits").isVisible());
        return file;
    }
}
