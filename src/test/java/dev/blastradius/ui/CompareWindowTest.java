package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.Picture;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.ui.results.ChartSurface;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.robot.Robot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strategies compared in the real window. */
class CompareWindowTest {

    @TempDir
    Path folder;

    private static boolean isBusy(WindowDriver driver) {
        return driver.find("#cancel").isVisible();
    }

    /** Goes to the page, and chooses how many replications are made. */
    private void open(WindowDriver driver, String replications) {
        driver.openModel(folder);
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertTrue(driver.isVisible("#compare"));
        driver.write("#compare-replications", replications);
    }

    private static void compare(WindowDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.waitUntil(
                "the comparison is made", () -> driver.find("#compare-results").isVisible() && !isBusy(driver));
    }

    private static String measures(WindowDriver driver) {
        return Fx.get(() -> driver.find("#compare-measures").lookupAll(".compare-difference").stream()
                .map(node -> ((Label) node).getText())
                .reduce("", (all, each) -> all + each + "\n"));
    }

    private static ChartSurface goodput(WindowDriver driver) {
        return driver.get("#compare-goodput", ChartSurface.class);
    }

    @Test
    void twoStrategiesAreComparedByKeyboardAndLookedAtScenarioByScenario() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "2");
            compare(driver);
            assertEquals("Opus returns 40 % errors for 4 minutes", driver.text(".compare-title"));
            assertTrue(driver.text("#compare-basis").startsWith("2 replications of 10 min"));
            ToggleButton calm = driver.get("#compare-row-no-fault", ToggleButton.class);
            Fx.run(calm::fire);
            assertEquals("No fault", driver.text(".compare-title"));
            assertTrue(Fx.get(calm::isSelected));
            assertFalse(Fx.get(() -> ((ToggleButton) driver.find("#compare-row-brownout")).isSelected()));
        }
    }

    @Test
    void anotherBaselineGivesOtherDifferences() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "2");
            compare(driver);
            String before = measures(driver);
            Fx.run(() -> ((ComboBox<?>) driver.find("#compare-baseline"))
                    .getSelectionModel()
                    .select(1));
            String after = measures(driver);
            assertNotEquals(before, after);
            assertEquals(before.lines().count(), after.lines().count());
        }
    }

    @Test
    void anEditMarksTheComparisonAsStaleAndTakingItBackFreshAgain() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            compare(driver);
            assertFalse(driver.isVisible("#compare-stale"));
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            driver.click("#box-opus");
            driver.type("#field-concurrency", "7");
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertTrue(driver.isVisible("#compare-stale"));
            assertTrue(Fx.get(() -> driver.find("#compare-detail").getOpacity()) < 1);
            assertTrue(driver.isVisible("#compare-results"));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertFalse(driver.isVisible("#compare-stale"));
        }
    }

    @Test
    void thePageIsWhereItWasReadAfterALookAtTheDrawing() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            compare(driver);
            ScrollPane page = driver.get("#compare", ScrollPane.class);
            Fx.get(() -> {
                page.setVvalue(0.5);
                return page;
            });
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertEquals(0.5, Fx.get(page::getVvalue), 1e-9);
        }
    }

    @Test
    void anotherModelBeginsWithoutTheResultsOfTheOneBefore() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            compare(driver);
            driver.open(folder.resolve("support.blast.json"));
            Fx.waitUntil(
                    "the model is drawn again",
                    () -> driver.find("#box-opus").isVisible()
                            && !driver.find("#compare").isVisible());
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            assertTrue(driver.isVisible("#compare-nothing"));
            assertFalse(driver.isVisible("#compare-results"));
        }
    }

    @Test
    void cancellingKeepsTheReplicationsThatAreDone() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "500");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            // Six runs make a replication of two strategies: one is done for sure.
            Fx.waitUntil(
                    "some replications are done", () -> ((ProgressBar) driver.find("#progress")).getProgress() > 0.006);
            driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
            Fx.waitUntil(
                    "what is done is shown",
                    () -> driver.find("#compare-results").isVisible());
            String basis = driver.text("#compare-basis");
            assertTrue(basis.startsWith("Cancelled after ") && basis.contains(" of 500 replications of "), basis);
            assertFalse(basis.startsWith("Cancelled after 0 "), basis);
        }
    }

    @Test
    void theWindowStaysUsableMeanwhileAndNoOtherRunBegins() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "500");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertTrue(driver.isVisible("#canvas"));
            assertEquals(
                    "“Compare” is going on",
                    Fx.get(() -> driver.window.commands().get("run").obstacle()));
            assertTrue(driver.isVisible("#progress"));
            driver.click("#cancel");
            Fx.waitUntil("it has ended", () -> !driver.find("#cancel").isVisible());
        }
    }

    @Test
    void inTheNarrowestWindowTheToolbarHasRoomForAllThatGoesOn() {
        try (WindowDriver driver = new WindowDriver(new Size(1000, 650))) {
            open(driver, "500");
            driver.press(KeyCode.CONTROL, KeyCode.ENTER);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            Fx.waitUntil("progress is shown", () -> driver.find("#progress").isVisible());
            for (String control : List.of("#desk-draw", "#run", "#scenario", "#strategy", "#cancel", "#progress")) {
                Bounds at = driver.bounds(control);
                assertTrue(at.getWidth() >= 40, control + " " + at);
            }
            Bounds toolbar = driver.bounds(".tool-row");
            double end = Fx.get(() -> {
                double most = 0;
                for (Node each : ((Pane) driver.find(".tool-row")).getChildren()) {
                    most = each.isVisible()
                            ? Math.max(most, each.getBoundsInParent().getMaxX())
                            : most;
                }
                return most;
            });
            assertTrue(end <= toolbar.getWidth(), end + " of " + toolbar.getWidth());
            driver.press(KeyCode.CONTROL, KeyCode.PERIOD);
        }
    }

    @Test
    void everyColumnHasTheSameAxes() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            compare(driver);
            List<ChartSurface> charts =
                    Fx.get(() -> driver.find("#compare-columns").lookupAll(".chart-surface").stream()
                            .map(ChartSurface.class::cast)
                            .toList());
            assertEquals(6, charts.size());
            for (int kind = 0; kind < 3; kind++) {
                ChartSurface one = charts.get(2 * kind);
                ChartSurface other = charts.get(2 * kind + 1);
                Fx.waitUntil(
                        "both are painted",
                        () -> one.pictureProperty().get() != null
                                && other.pictureProperty().get() != null);
                Picture left = Objects.requireNonNull(
                        Fx.get(() -> one.pictureProperty().get()));
                Picture right = Objects.requireNonNull(
                        Fx.get(() -> other.pictureProperty().get()));
                assertEquals(left.low(), right.low());
                assertEquals(left.high(), right.high());
                assertEquals(left.plot(), right.plot());
            }
        }
    }

    @Test
    void aClickOnACurveShowsInWhatItsStrategyDiffersAndSoDoesItsKeyInTheLegend() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            compare(driver);
            assertFalse(driver.isVisible("#compare-patch"));
            Fx.run(() -> ((ToggleButton) driver.find("#compare-look-no-retry")).fire());
            assertTrue(driver.isVisible("#compare-patch"));
            assertEquals(
                    "Differs from the drawing in",
                    Fx.get(() -> ((Label) driver.find("#compare-patch").lookup(".compare-below")).getText()));
            Fx.run(() -> ((ToggleButton) driver.find("#compare-look-no-retry")).fire());
            assertFalse(driver.isVisible("#compare-patch"));
            clickCurve(driver, "No retries");
            assertTrue(driver.isVisible("#compare-patch"));
            assertTrue(Fx.get(() -> ((ToggleButton) driver.find("#compare-look-no-retry")).isSelected()));
        }
    }

    /** Clicks where a strategy's curve is farthest from the others. */
    private static void clickCurve(WindowDriver driver, String name) {
        ChartSurface surface = goodput(driver);
        Fx.run(() -> {
            ScrollPane page = (ScrollPane) driver.find("#compare");
            double top =
                    page.getContent().sceneToLocal(surface.localToScene(0, 0)).getY();
            double hidden = ((Pane) page.getContent()).getHeight()
                    - page.getViewportBounds().getHeight();
            page.setVvalue(Math.max(0, Math.min(1, (top - 50) / hidden)));
        });
        for (int i = 0; i < 30; i++) {
            Fx.pulse();
        }
        Fx.waitUntil("it is painted", () -> surface.pictureProperty().get() != null);
        Bounds at = Fx.get(() -> surface.localToScreen(surface.getLayoutBounds()));
        double[] place = Fx.get(() -> place(
                Objects.requireNonNull(surface.spec()),
                Objects.requireNonNull(surface.pictureProperty().get()),
                name));
        driver.moveTo(at.getMinX() + place[0], at.getMinY() + place[1]);
        Fx.run(() -> new Robot().mouseClick(MouseButton.PRIMARY));
        Fx.pulse();
    }

    private static double[] place(ChartSpec spec, Picture picture, String name) {
        ChartSpec.Curve mine = spec.curves().stream()
                .filter(curve -> curve.name().equals(name))
                .findFirst()
                .orElseThrow();
        double best = -1;
        double[] place = new double[2];
        for (int step = 0; step < mine.values().size(); step++) {
            double seconds = mine.values().start(step) + mine.values().intervalSeconds() / 2;
            double value = mine.at(seconds);
            double apart = spec.curves().stream()
                    .filter(curve -> !curve.equals(mine))
                    .mapToDouble(curve -> Math.abs(curve.at(seconds) - value))
                    .min()
                    .orElse(0);
            if (apart > best) {
                best = apart;
                place = new double[] {picture.xOf(seconds), picture.yOf(value)};
            }
        }
        return place;
    }

    @Test
    void whatIsLeftOutIsNotRunAndWithNoStrategyNothingCanBeStarted() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "1");
            Fx.run(() -> ((CheckBox) driver.find("#compare-scenario-outage")).setSelected(false));
            compare(driver);
            assertFalse(Fx.get(() -> driver.find("#compare-row-outage") != null));
            Fx.run(() -> {
                ((CheckBox) driver.find("#compare-strategy-as-drawn")).setSelected(false);
                ((CheckBox) driver.find("#compare-strategy-no-retry")).setSelected(false);
            });
            assertTrue(Fx.get(() -> driver.find("#study").isDisabled()));
            assertEquals(
                    "No strategy is chosen",
                    Fx.get(() -> driver.window.commands().get("study").obstacle()));
        }
    }

    @Test
    void aNumberThatIsNoneKeepsTheComparisonFromBeginning() {
        try (WindowDriver driver = new WindowDriver()) {
            open(driver, "0");
            assertTrue(Fx.get(() -> driver.find("#study").isDisabled()));
            driver.write("#compare-replications", "3");
            assertFalse(Fx.get(() -> driver.find("#study").isDisabled()));
            Fx.run(() -> ((CheckBox) driver.find("#compare-goes-on")).setSelected(true));
            driver.write("#compare-limit", "2");
            assertTrue(Fx.get(() -> driver.find("#study").isDisabled()));
        }
    }

    @Test
    void keysOfTheDrawingDoNothingWhileItIsNotSeen() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            Fx.run(() -> driver.find("#compare").requestFocus());
            driver.press(KeyCode.DELETE);
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT1);
            assertTrue(Fx.get(() -> driver.find("#box-opus") != null));
            driver.press(KeyCode.DELETE);
            assertFalse(Fx.get(() -> driver.find("#box-opus") != null));
        }
    }

    @Test
    void aRunBegunFromThePageIsShownOnTheDrawing() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.type("#field-experiment-replications", "1");
            driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            driver.press(KeyCode.CONTROL, KeyCode.R);
            Fx.waitUntil("the result is there", () -> driver.find(".results-title") != null);
            assertTrue(driver.isVisible("#canvas"));
            assertEquals("1", Fx.get(() -> ((TextField) driver.find("#compare-replications")).getText()));
            Node page = Fx.get(() -> driver.find("#compare"));
            assertFalse(Fx.get(page::isVisible));
        }
    }
}
