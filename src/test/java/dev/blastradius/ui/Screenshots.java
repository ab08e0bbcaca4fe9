package dev.blastradius.ui;

import dev.blastradius.io.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;

/** Takes the README's pictures from the real program, without a display: {@code ./mvnw -q -Pscreenshots test}. */
final class Screenshots {

    /** So far before its head an arrow is pressed: at the head begins the rim of the box, from which arrows are pulled. */
    private static final double BEFORE_THE_BOX = 16;

    /** Four are enough to see what a comparison tells. */
    private static final Set<String> COMPARED = Set.of(
            "compare-strategy-as-drawn",
            "compare-strategy-fail-over-sooner",
            "compare-strategy-keyword-search",
            "compare-strategy-breaker");

    private Screenshots() {}

    /**
     * Takes them.
     *
     * @param args the folder for them
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args.length > 0 ? args[0] : "screenshots"));
        String example = Examples.names().get(0);
        try (WindowDriver driver = new WindowDriver()) {
            String card = "#example-" + example;
            Fx.waitUntil("the gallery is filled", () -> driver.find(card) != null);
            Fx.pulse();
            take(driver, folder.resolve("gallery.png"));
            driver.click(card);
            Fx.waitUntil("the example is drawn", () -> driver.find(".box") != null);
            policies(driver, folder.resolve("policies.png"));
            driver.press(KeyCode.CONTROL, KeyCode.R);
            Fx.waitUntil(
                    "the run begins", () -> driver.controller.runningProperty().get());
            Fx.waitUntil(
                    "the run ends", () -> !driver.controller.runningProperty().get());
            Fx.waitUntil(
                    "the damage is marked",
                    () -> driver.scene().getRoot().lookupAll(".box-damage").stream()
                            .anyMatch(Node::isVisible));
            settle();
            take(driver, folder.resolve("window-light.png"));
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            settle();
            take(driver, folder.resolve("window-dark.png"));
            compare(driver, folder);
            limits(driver, folder, "light");
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
            limits(driver, folder, "dark");
        }
        CascadeShots.take(folder);
        FromScratch.record(folder);
        ReportShot.take(folder);
        Platform.exit();
    }

    /** The matrix and a sweep, with what was made in the other colours before. */
    @SuppressWarnings("unchecked")
    private static void limits(WindowDriver driver, Path folder, String theme) {
        study(driver, "matrix", "#heat-0-0");
        take(driver, folder.resolve("matrix-" + theme + ".png"));
        if (Fx.get(() -> driver.find("#sweep-note") == null)) {
            Fx.run(() -> ((ToggleButton) driver.find("#desk-limits")).fire());
            Fx.run(() -> ((ComboBox<String>) driver.find("#limits-scenario")).setValue("anthropic-errors"));
            Fx.run(() -> {
                ComboBox<?> name = (ComboBox<?>) driver.find("#sweep-first-name");
                name.getEditor().setText("scenarios.anthropic-errors.faults[0].errorRate");
                name.commitValue();
            });
        }
        study(driver, "limits", "#sweep-note");
        take(driver, folder.resolve("limits-" + theme + ".png"));
    }

    /** Shows a page, with a result. */
    private static void study(WindowDriver driver, String page, String result) {
        Fx.run(() -> ((ToggleButton) driver.find("#desk-" + page)).fire());
        if (Fx.get(() -> driver.find(result) == null)) {
            Fx.run(() -> ((Button) driver.find("#study")).fire());
            Fx.waitUntil("the work begins", () -> driver.find("#cancel").isVisible());
            while (Fx.get(() -> driver.find("#cancel").isVisible())) {
                Fx.pulse();
            }
        }
        settle();
    }

    /** An arrow's policies in the inspector, one of them switched on for the picture. */
    private static void policies(WindowDriver driver, Path file) {
        Node head = Fx.get(() -> driver.scene().getRoot().lookupAll(".arrow-head").stream()
                .filter(each ->
                        "arrow-assistant->sonnet".equals(each.getParent().getId()))
                .findFirst()
                .orElseThrow());
        Bounds at = Fx.get(() -> head.localToScreen(head.getBoundsInLocal()));
        double before = at.getMinX() - BEFORE_THE_BOX;
        driver.drag(before, at.getCenterY(), before, at.getCenterY());
        Fx.run(() -> ((Button) driver.find("#fold-call")).fire());
        Fx.run(() -> ((Button) driver.find("#fold-retry")).fire());
        Fx.run(() -> ((CheckBox) driver.find("#given-circuitBreaker")).setSelected(true));
        settle();
        take(driver, file);
        driver.press(KeyCode.CONTROL, KeyCode.Z);
        Bounds canvas = driver.bounds("#canvas");
        double x = canvas.getMinX() + 5;
        double y = canvas.getMinY() + 5;
        driver.drag(x, y, x, y);
    }

    /** The example's strategies side by side, dark first: that is how the window is. */
    private static void compare(WindowDriver driver, Path folder) {
        driver.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Fx.run(() -> driver.scene().getRoot().lookupAll("CheckBox").stream()
                .map(CheckBox.class::cast)
                .filter(box -> String.valueOf(box.getId()).startsWith("compare-strategy-"))
                .forEach(box -> box.setSelected(COMPARED.contains(box.getId()))));
        driver.press(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.waitUntil("the comparison begins", () -> driver.find("#cancel").isVisible());
        while (Fx.get(() -> driver.find("#cancel").isVisible())) {
            Fx.pulse();
        }
        settle();
        take(driver, folder.resolve("compare-dark.png"));
        Fx.run(() -> ((ScrollPane) driver.find("#compare")).setVvalue(0.3));
        settle();
        take(driver, folder.resolve("compare-detail-dark.png"));
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        settle();
        take(driver, folder.resolve("compare-detail-light.png"));
        Fx.run(() -> ((ScrollPane) driver.find("#compare")).setVvalue(0));
        settle();
        take(driver, folder.resolve("compare-light.png"));
    }

    /** Charts are drawn in the background: a second of pulses is enough for them. */
    static void settle() {
        for (int i = 0; i < 60; i++) {
            Fx.pulse();
        }
    }

    static void take(WindowDriver driver, Path file) {
        WritableImage image = Fx.get(() -> driver.scene().snapshot(null));
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
