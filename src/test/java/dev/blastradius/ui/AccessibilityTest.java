package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window for those who see little, or nothing, or have no mouse. */
class AccessibilityTest {

    /** Far more stops than the window has. */
    private static final int MOST_STOPS = 100;

    @TempDir
    Path folder;

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node.isFocusTraversable()) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static List<Node> focusable(WindowDriver driver) {
        return Fx.get(() -> {
            List<Node> found = new ArrayList<>();
            collect(driver.scene().getRoot(), found);
            return found;
        });
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + "#" + node.getId() + node.getStyleClass();
    }

    private static boolean saysWhatItIs(WindowDriver driver, Node node) {
        return node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank()
                || node instanceof ScrollPane
                || driver.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(each -> each instanceof Label label && label.getLabelFor() == node);
    }

    private static void assertAllSayWhatTheyAre(WindowDriver driver) {
        List<String> silent = new ArrayList<>();
        for (Node node : focusable(driver)) {
            if (!Fx.get(() -> saysWhatItIs(driver, node))) {
                silent.add(name(node));
            }
        }
        assertEquals(List.of(), silent);
    }

    @Test
    void everythingThatCanHaveTheKeyboardSaysWhatItIs() {
        try (WindowDriver driver = new WindowDriver()) {
            Fx.waitUntil(
                    "the cards are there",
                    () -> driver.find("#example-" + Examples.names().get(0)) != null);
            assertAllSayWhatTheyAre(driver);
            driver.openModel(folder);
            assertAllSayWhatTheyAre(driver);
            driver.click("#box-opus");
            Fx.pulse();
            assertAllSayWhatTheyAre(driver);
        }
    }

    /** Goes to the page of comparisons, and has one made. */
    private void compare(WindowDriver driver) {
        driver.openModel(folder);
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        driver.write("#compare-replications", "1");
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.waitUntil(
                "the comparison is made",
                () -> driver.find("#compare-results").isVisible()
                        && !driver.find("#cancel").isVisible());
        Fx.pulse();
    }

    @Test
    void everythingOnThePageOfComparisonsSaysWhatItIsAndTabComesToIt() {
        try (WindowDriver driver = new WindowDriver(new Size(1000, 650))) {
            compare(driver);
            assertAllSayWhatTheyAre(driver);
            Set<Node> seen = walk(driver);
            for (String id : List.of(
                    "#compare-scenario-outage",
                    "#compare-strategy-no-retry",
                    "#compare-goes-on",
                    "#compare-row-brownout",
                    "#compare-look-no-retry",
                    "#compare-baseline",
                    "#compare-subject-attempts")) {
                Node node = Fx.get(() -> driver.find(id));
                assertTrue(
                        seen.contains(node),
                        () -> id + " is not among "
                                + seen.stream().map(AccessibilityTest::name).toList());
            }
        }
    }

    @Test
    void whateverTabComesToOnThePageOfComparisonsLooksOtherwise() {
        try (WindowDriver driver = new WindowDriver(new Size(1000, 650))) {
            compare(driver);
            assertEquals(List.of(), withoutRing(driver));
        }
    }

    private static Node focused(WindowDriver driver) {
        return Fx.get(() -> driver.scene().getFocusOwner());
    }

    /** It keeps the keyboard while Tab goes from arrow to arrow. */
    private static boolean isDrawing(Node node) {
        return "canvas".equals(node.getId());
    }

    private static Set<Node> walk(WindowDriver driver) {
        Set<Node> seen = new LinkedHashSet<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            Node node = focused(driver);
            if (!seen.add(node) && !isDrawing(node)) {
                break;
            }
            driver.press(KeyCode.TAB);
        }
        return seen;
    }

    @Test
    void tabGoesThroughTheWholeWindow() {
        try (WindowDriver driver = new WindowDriver()) {
            driver.openModel(folder);
            Set<Node> seen = walk(driver);
            for (String id :
                    List.of("#run", "#scenario", "#strategy", "#palette-search", "#palette-client", "#box-opus")) {
                Node node = Fx.get(() -> driver.find(id));
                assertTrue(
                        seen.contains(node),
                        () -> id + " is not among "
                                + seen.stream().map(AccessibilityTest::name).toList());
            }
        }
    }

    @Test
    void fromTheStartPageToAFinishedRunNoMouseIsNeeded() {
        try (WindowDriver driver = new WindowDriver()) {
            String card = "#example-" + Examples.names().get(0);
            Fx.waitUntil("the cards are there", () -> driver.find(card) != null);
            Fx.pulse();
            tabTo(driver, card);
            driver.press(KeyCode.SPACE);
            Fx.waitUntil("it is drawn", () -> driver.find("#box-sonnet") != null);
            Fx.pulse();
            tabTo(driver, "#run");
            driver.press(KeyCode.SPACE);
            Fx.waitUntil("the damage is marked", () -> driver.find("#box-sonnet .box-damage") != null);
        }
    }

    private static void tabTo(WindowDriver driver, String id) {
        Node wanted = Fx.get(() -> driver.find(id));
        for (int i = 0; i < MOST_STOPS && focused(driver) != wanted; i++) {
            driver.press(KeyCode.TAB);
        }
        assertEquals(wanted, focused(driver), id);
    }

    @Test
    void whateverTabComesToLooksOtherwise() {
        try (WindowDriver driver = new WindowDriver(new Size(1000, 650))) {
            Fx.waitUntil(
                    "the cards are there",
                    () -> driver.find("#example-" + Examples.names().get(0)) != null);
            List<String> same = new ArrayList<>(withoutRing(driver));
            driver.openModel(folder);
            same.addAll(withoutRing(driver));
            assertEquals(List.of(), same);
        }
    }

    /** Those whose pictures with and without the keyboard differ in less than a ring around them would. */
    private static List<String> withoutRing(WindowDriver driver) {
        List<String> same = new ArrayList<>();
        Set<Node> seen = new LinkedHashSet<>();
        driver.press(KeyCode.TAB);
        for (int i = 0; i < MOST_STOPS; i++) {
            Node node = focused(driver);
            boolean known = !seen.add(node);
            if (known && !isDrawing(node)) {
                break;
            }
            boolean changed = known
                    || Fx.get(() -> {
                        int[] with = pixels(driver);
                        driver.scene().getRoot().requestFocus();
                        int[] without = pixels(driver);
                        node.requestFocus();
                        return differences(with, without) >= 40;
                    });
            if (!changed) {
                same.add(name(node));
            }
            driver.press(KeyCode.TAB);
        }
        return same;
    }

    private static int[] pixels(WindowDriver driver) {
        WritableImage image = driver.scene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    private static int differences(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }
}
