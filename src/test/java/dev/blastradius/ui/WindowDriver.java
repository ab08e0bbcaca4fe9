package dev.blastradius.ui;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.ui.results.RunController;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

/** The real window, driven by a robot's mouse and keys; only its dialogs, its memory and, if asked, its runs are the test's. */
final class WindowDriver implements AutoCloseable {

    final ScriptedDialogs dialogs = new ScriptedDialogs();
    final RememberedForAWhile remembered = new RememberedForAWhile();
    final RunController controller;
    final MainWindow window;
    final Stage stage;
    private final Robot robot;

    WindowDriver() {
        this(Runner::run);
    }

    /** A window of a size, in pixels. */
    WindowDriver(Size size) {
        this(Runner::run, size);
    }

    WindowDriver(RunController.Work work) {
        this(work, new Size(1440, 900));
    }

    private WindowDriver(RunController.Work work, Size size) {
        Fx.start();
        remembered.setWindowSize(size);
        controller = Fx.get(() -> new RunController(UnreadRecordings::problems, work));
        stage = Fx.get(Stage::new);
        window = Fx.get(() -> new MainWindow(stage, dialogs, remembered, controller));
        robot = Fx.get(Robot::new);
        Fx.run(window::show);
        Fx.pulse();
    }

    /** Copies the tests' model to a folder and opens it. */
    Path openModel(Path folder) {
        Path file = model(folder);
        open(file);
        Fx.waitUntil("the model is drawn", () -> find("#box-opus") != null);
        Fx.pulse();
        return file;
    }

    static Path model(Path folder) {
        Path file = folder.resolve("support.blast.json");
        try (InputStream in = WindowDriver.class.getResourceAsStream("support.blast.json")) {
            Files.write(file, in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return file;
    }

    void open(Path file) {
        Fx.run(() -> window.open(file));
    }

    Scene scene() {
        return stage.getScene();
    }

    /** A node by its CSS selector; null where there is none. To be called on JavaFX's thread. */
    Node find(String selector) {
        return scene().lookup(selector);
    }

    /** The same from the test's thread. */
    <T extends Node> T get(String selector, Class<T> type) {
        return Fx.get(() -> type.cast(find(selector)));
    }

    String text(String selector) {
        return Fx.get(() -> ((Labeled) find(selector)).getText());
    }

    boolean isVisible(String selector) {
        return Fx.get(() -> find(selector) != null && find(selector).isVisible());
    }

    /** Where a node is on the screen once it has come to rest. */
    Bounds bounds(String selector) {
        Bounds before = boundsNow(selector);
        for (Bounds now = before; ; before = now) {
            Fx.pulse();
            now = boundsNow(selector);
            if (now.equals(before)) {
                return now;
            }
        }
    }

    private Bounds boundsNow(String selector) {
        return Fx.get(() -> {
            Node node = find(selector);
            return node.localToScreen(node.getLayoutBounds());
        });
    }

    void click(String selector) {
        Bounds bounds = bounds(selector);
        moveTo(bounds.getCenterX(), bounds.getCenterY());
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Fx.pulse();
    }

    /** Drags the middle of a node by so many pixels of the screen. */
    void drag(String selector, double dx, double dy) {
        Bounds bounds = bounds(selector);
        drag(bounds.getCenterX(), bounds.getCenterY(), bounds.getCenterX() + dx, bounds.getCenterY() + dy);
    }

    /** Drags from one point of the screen to another. */
    void drag(double fromX, double fromY, double toX, double toY) {
        moveTo(fromX, fromY);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        moveTo((fromX + toX) / 2, (fromY + toY) / 2);
        moveTo(toX, toY);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.pulse();
    }

    void moveTo(double x, double y) {
        Fx.run(() -> robot.mouseMove(x, y));
        Fx.pulse();
    }

    void press(KeyCode... keys) {
        Fx.run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        Fx.pulse();
    }

    /** Types a text into a field, in place of what is there, and presses Enter. */
    void type(String selector, String text) {
        write(selector, text);
        press(KeyCode.ENTER);
    }

    /** Types a text into a field, in place of what is there, and leaves the keyboard in it. */
    void write(String selector, String text) {
        Fx.run(() -> {
            TextInputControl field = (TextInputControl) find(selector);
            field.requestFocus();
            field.setText(text);
        });
    }

    @Override
    public void close() {
        Fx.run(() -> {
            controller.cancel();
            stage.close();
        });
    }
}
