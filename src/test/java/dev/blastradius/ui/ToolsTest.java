package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Clippings;
import dev.blastradius.ui.canvas.GraphCanvas;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The palette, find, the clipboard, the keys and the history, in the real window. */
class ToolsTest {

    private static final String ALL = "8 components · 8 arrows";

    @TempDir
    Path folder;

    private static void typeInto(WindowDriver driver, String selector, String words) {
        Fx.run(() -> ((TextField) driver.find(selector)).setText(words));
        Fx.pulse();
    }

    private static String focused(WindowDriver driver) {
        return Fx.get(() -> {
            for (Node node = driver.scene().getFocusOwner(); node != null; node = node.getParent()) {
                if (node.getId() != null) {
                    return node.getId();
                }
            }
            return "";
        });
    }

    @Test
    void aCommandIsFoundByAFewLettersAndDoneByEnter() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.K);
            assertTrue(driver.isVisible("#command-palette"));
            assertEquals("command-field", focused(driver));
            typeInto(driver, "#command-field", "sel all");
            driver.press(KeyCode.ENTER);
            assertFalse(driver.isVisible("#command-palette"));
            driver.press(KeyCode.DELETE);
            assertEquals("0 components · 0 arrows", driver.text("#status-size"));
        }
    }

    @Test
    void theOtherKeyOpensThePaletteTooAndEscapeGivesTheKeyboardBack() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            assertTrue(driver.isVisible("#command-palette"));
            driver.press(KeyCode.ESCAPE);
            assertFalse(driver.isVisible("#command-palette"));
            assertEquals("box-opus", focused(driver));
            driver.press(KeyCode.DELETE);
            assertTrue(driver.text("#status-size").startsWith("7 components"));
        }
    }

    @Test
    void everyCommandIsInThePaletteThoseThatCannotBeDoneWithTheReason() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.press(KeyCode.CONTROL, KeyCode.K);
            int shown = Fx.get(() ->
                    ((ListView<?>) driver.find("#command-list")).getItems().size());
            int all = Fx.get(() -> driver.window.commands().all().size());
            assertEquals(Math.min(200, all), shown);
            typeInto(driver, "#command-field", "align left");
            driver.press(KeyCode.ENTER);
            assertTrue(driver.isVisible("#command-palette"), "it stays open with the reason");
            Label why = Fx.get(() -> (Label) driver.find("#command-list .command-row .command-obstacle"));
            assertEquals("No model is open", Fx.get(why::getText));
        }
    }

    @Test
    void thePaletteGoesToThingsOfTheModelAndChoosesScenarios() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.K);
            typeInto(driver, "#command-field", "go to opus");
            driver.press(KeyCode.ENTER);
            Fx.waitUntil("Opus is selected", () -> driver.find("#field-concurrency") != null);
            driver.press(KeyCode.CONTROL, KeyCode.K);
            typeInto(driver, "#command-field", "scenario no fault");
            driver.press(KeyCode.ENTER);
            assertEquals("No fault", Fx.get(() -> {
                var box = (javafx.scene.control.ComboBox<?>) driver.find("#scenario");
                return ((Runs.Choice) box.getValue()).title();
            }));
        }
    }

    @Test
    void findWalksThroughWhatAnswersAndEscapeKeepsTheSelection() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.F);
            assertEquals("find-field", focused(driver));
            typeInto(driver, "#find-field", "opus");
            String found = driver.text("#find-count");
            assertTrue(found.endsWith(" found"), found);
            int count = Integer.parseInt(found.split(" ")[0]);
            for (int i = 1; i <= count; i++) {
                driver.press(KeyCode.ENTER);
                assertEquals(i + " of " + count, driver.text("#find-count"));
            }
            driver.press(KeyCode.ENTER);
            assertEquals("1 of " + count, driver.text("#find-count"));
            driver.press(KeyCode.SHIFT, KeyCode.ENTER);
            assertEquals(count + " of " + count, driver.text("#find-count"));
            driver.press(KeyCode.ENTER);
            driver.press(KeyCode.ESCAPE);
            assertFalse(driver.isVisible("#find-bar"));
            driver.press(KeyCode.DELETE);
            assertTrue(driver.text("#status-size").startsWith("7 components"), "Opus is still selected");
        }
    }

    @Test
    void altEnterSelectsAllThatWasFound() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.F);
            typeInto(driver, "#find-field", "kind model");
            int count = Integer.parseInt(driver.text("#find-count").split(" ")[0]);
            driver.press(KeyCode.ALT, KeyCode.ENTER);
            driver.press(KeyCode.ESCAPE);
            driver.press(KeyCode.DELETE);
            assertTrue(driver.text("#status-size").startsWith((8 - count) + " components"));
        }
    }

    @Test
    void copyAndPasteAddOneStepAndPutJsonOnTheClipboard() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.CONTROL, KeyCode.C);
            String text = Fx.get(() -> Clipboard.getSystemClipboard().getString());
            assertTrue(Clippings.looksLikeOne(text), text);
            driver.press(KeyCode.CONTROL, KeyCode.V);
            assertEquals("9 components · 8 arrows", driver.text("#status-size"));
            assertNotNull(Fx.get(() -> driver.find("#box-opus-2")));
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(ALL, driver.text("#status-size"));
        }
    }

    @Test
    void whatIsCopiedInOneWindowIsPastedInAnother() {
        try (WindowDriver one = new WindowDriver()) {
            one.openModel(folder);
            Fx.run(() -> {
                one.window.commands().get("select-all").run();
                one.window.commands().get("copy").run();
            });
        }
        try (WindowDriver other = new WindowDriver()) {
            Fx.run(() -> {
                other.window.commands().get("new").run();
                other.window.commands().get("paste").run();
            });
            assertEquals(ALL, other.text("#status-size"));
            assertTrue(Fx.get(() -> other.window.commands().get("undo").title()).endsWith("Paste 8 components"));
        }
    }

    @Test
    void whileTypingTheClipboardIsTheFields() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            Fx.run(() -> {
                TextField field = (TextField) driver.find("#field-label");
                field.requestFocus();
                field.setText("borrowed words");
                field.selectAll();
            });
            driver.press(KeyCode.CONTROL, KeyCode.C);
            assertEquals(
                    "borrowed words",
                    Fx.get(() -> Clipboard.getSystemClipboard().getString()));
            driver.press(KeyCode.CONTROL, KeyCode.V);
            assertEquals(ALL, driver.text("#status-size"));
        }
    }

    @Test
    void textThatIsNoPartOfAModelIsRefusedWithTheReason() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Fx.run(() -> {
                var content = new javafx.scene.input.ClipboardContent();
                content.putString("a shopping list");
                Clipboard.getSystemClipboard().setContent(content);
            });
            driver.press(KeyCode.CONTROL, KeyCode.V);
            assertTrue(driver.isVisible("#problems"));
            assertEquals(ALL, driver.text("#status-size"));
        }
    }

    @Test
    void duplicateSelectsTheCopyBesideTheOriginal() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-canned");
            driver.press(KeyCode.CONTROL, KeyCode.D);
            assertEquals("9 components · 8 arrows", driver.text("#status-size"));
            driver.press(KeyCode.DELETE);
            assertEquals(ALL, driver.text("#status-size"));
            assertNotNull(Fx.get(() -> driver.find("#box-canned")), "the original stays");
        }
    }

    @Test
    void theListOfKeysHasEveryCommandWithAKeyAndAnswersToASearch() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.F1);
            assertTrue(driver.isVisible("#key-pane"));
            long withKeys = Fx.get(() -> driver.window.commands().fixed().stream()
                    .filter(command -> !command.keys().isEmpty())
                    .count());
            assertEquals(withKeys + Gestures.ALL.size(), lines(driver));
            typeInto(driver, "#key-field", "ctrl+k");
            assertEquals(1, lines(driver));
            driver.press(KeyCode.ESCAPE);
            assertFalse(driver.isVisible("#key-pane"));
        }
    }

    private static long lines(WindowDriver driver) {
        return Fx.get(() -> ((VBox) driver.find("#key-lines"))
                .getChildren().stream()
                        .filter(line -> line.getStyleClass().contains("key-line"))
                        .count());
    }

    @Test
    void theHistoryListsTheStepsAndAClickGoesThere() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.CONTROL, KeyCode.D);
            driver.press(KeyCode.CONTROL, KeyCode.D);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
            ListView<?> list = driver.get("#history-list", ListView.class);
            assertEquals(3, Fx.get(() -> list.getItems().size()));
            assertEquals("history-list", focused(driver));
            driver.press(KeyCode.UP);
            driver.press(KeyCode.ENTER);
            assertEquals("9 components · 8 arrows", driver.text("#status-size"));
            driver.press(KeyCode.ESCAPE);
            assertFalse(driver.isVisible("#history"));
        }
    }

    @Test
    void theKeyboardGoesRoundThePartsOfTheWindow() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Fx.run(() -> driver.find("#canvas").requestFocus());
            driver.press(KeyCode.F6);
            assertTrue(isIn(driver, "#inspector"));
            driver.press(KeyCode.SHIFT, KeyCode.F6);
            assertEquals("canvas", focused(driver));
            driver.press(KeyCode.SHIFT, KeyCode.F6);
            driver.press(KeyCode.SHIFT, KeyCode.F6);
            assertEquals("desk-draw", focused(driver));
        }
    }

    private static boolean isIn(WindowDriver driver, String selector) {
        return Fx.get(() -> {
            Node part = driver.find(selector);
            for (Node node = driver.scene().getFocusOwner(); node != null; node = node.getParent()) {
                if (node == part) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void breakingSomethingAddsAScenarioAndChoosesIt() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            typeInto(driver, "#command-field", "is down");
            driver.press(KeyCode.ENTER);
            assertEquals("opus-down", Fx.get(() -> {
                var box = (javafx.scene.control.ComboBox<?>) driver.find("#scenario");
                return ((Runs.Choice) box.getValue()).id();
            }));
        }
    }

    @Test
    void whereNothingIsSelectedBreakingSelectsAModelToBreak() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.B);
            assertTrue(driver.isVisible("#command-palette"));
            Fx.waitUntil("a model is selected", () -> driver.find("#field-concurrency") != null);
        }
    }

    @Test
    void whatIsArrangedIsSeenAlsoWhereTheDrawingWasPannedAway() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            GraphCanvas canvas = Fx.get(() -> (GraphCanvas) driver.find("#canvas"));
            driver.press(KeyCode.CONTROL, KeyCode.A);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
            Fx.run(() -> canvas.viewport().panBy(0, 9000));
            driver.press(KeyCode.CONTROL, KeyCode.L);
            Fx.waitUntil("the drawing is seen", () -> {
                Rect all = canvas.drawing().bounds();
                return all != null && all.overlaps(canvas.viewport().seen());
            });
        }
    }

    @Test
    void alignedBoxesAreOneStepToUndo() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            double before = driver.bounds("#box-canned").getMinX();
            driver.press(KeyCode.CONTROL, KeyCode.A);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.LEFT);
            assertEquals(
                    driver.bounds("#box-opus").getMinX(),
                    driver.bounds("#box-canned").getMinX(),
                    1.5);
            driver.press(KeyCode.CONTROL, KeyCode.Z);
            assertEquals(before, driver.bounds("#box-canned").getMinX(), 1);
        }
    }

    @Test
    void theMenuKeyOpensTheMenuOfWhatIsSelected() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            driver.click("#box-opus");
            driver.press(KeyCode.SHIFT, KeyCode.F10);
            assertTrue(Fx.get(() -> javafx.stage.Window.getWindows().stream()
                    .anyMatch(window -> window instanceof javafx.scene.control.ContextMenu menu
                            && "context-menu".equals(menu.getId())
                            && menu.isShowing())));
            driver.press(KeyCode.ESCAPE);
        }
    }
}
