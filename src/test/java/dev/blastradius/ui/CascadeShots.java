package dev.blastradius.ui;

import dev.blastradius.io.Examples;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** Takes the pictures of the cascade: recorded, its requests, live, and as it is presented. */
final class CascadeShots {

    /** Well into the outage of the first example. */
    private static final String MOMENT = "12:30";

    /** A live run is left alone so long, in simulated seconds, before and after something is done. */
    private static final double WHILE = 60;

    private CascadeShots() {}

    /** Takes them of the first example. */
    static void take(Path folder) {
        try (WindowDriver driver = new WindowDriver()) {
            String card = "#example-" + Examples.names().get(0);
            Fx.waitUntil("the gallery is filled", () -> driver.find(card) != null);
            Fx.pulse();
            driver.click(card);
            Fx.waitUntil("the example is drawn", () -> driver.find(".box") != null);
            driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
            Fx.waitUntil("the recording begins", () -> driver.find("#cancel").isVisible());
            Fx.waitUntil("it ends", () -> !driver.find("#cancel").isVisible());
            Fx.run(() -> {
                TextField moment = (TextField) driver.find("#transport-moment");
                moment.setText(MOMENT);
                moment.fireEvent(new javafx.event.ActionEvent());
            });
            Screenshots.settle();
            Screenshots.take(driver, folder.resolve("cascade-light.png"));
            switchTheme(driver);
            Screenshots.take(driver, folder.resolve("cascade-dark.png"));
            present(driver, folder);
            switchTheme(driver);
            Fx.run(() -> ((ToggleButton) driver.find("#cascade-requests-view")).fire());
            Screenshots.settle();
            Screenshots.take(driver, folder.resolve("cascade-requests-light.png"));
            Fx.run(() -> ((ToggleButton) driver.find("#cascade-axis-view")).fire());
            live(driver, folder);
        }
    }

    private static void switchTheme(WindowDriver driver) {
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        Screenshots.settle();
    }

    private static void present(WindowDriver driver, Path folder) {
        driver.press(KeyCode.F9);
        Screenshots.settle();
        Screenshots.take(driver, folder.resolve("cascade-present-dark.png"));
        driver.press(KeyCode.F9);
        Screenshots.settle();
    }

    /** A box is killed, and the card of what can be done next to it is open. */
    private static void live(WindowDriver driver, Path folder) {
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        reach(driver, WHILE);
        press(driver, "sonnet");
        Fx.run(() -> ((Button) driver.find("#live-kill")).fire());
        reach(driver, 3 * WHILE);
        press(driver, "sonnet");
        switchTheme(driver);
        Screenshots.take(driver, folder.resolve("cascade-live-dark.png"));
        switchTheme(driver);
        Screenshots.take(driver, folder.resolve("cascade-live-light.png"));
        driver.press(KeyCode.ESCAPE);
        driver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    }

    private static void press(WindowDriver driver, String component) {
        Fx.waitUntil("the box is there", () -> box(driver, component) != null);
        Node box = Fx.get(() -> box(driver, component));
        var at = Fx.get(() -> box.localToScreen(box.getLayoutBounds()));
        driver.drag(at.getCenterX(), at.getCenterY(), at.getCenterX(), at.getCenterY());
        Fx.waitUntil("the card is open", () -> driver.find("#live-card").isVisible());
    }

    private static Node box(WindowDriver driver, String component) {
        return driver.find("#page-cascade").lookup("#box-" + component);
    }

    private static void reach(WindowDriver driver, double seconds) {
        int minutes = (int) (seconds / 60);
        int rest = (int) (seconds % 60);
        String least = String.format(java.util.Locale.ROOT, "%02d:%02d", minutes, rest);
        Fx.waitUntil("it is at " + least, () -> {
            String clock = ((Labeled) driver.find("#live-clock")).getText();
            String now = clock.substring(0, clock.indexOf(" of"));
            return (now.length() < 5 ? "0" + now : now).compareTo(least) >= 0;
        });
    }
}
