package dev.blastradius.ui;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;

/** Works the window as a person does: by moving, pressing and dragging the mouse, by its wheel, and by keys typed one by one. */
final class Hands {

    private static final int STEPS = 8;
    private static final int MOST_TURNS = 200;

    private final WindowDriver driver;
    private final Robot robot;
    private int actions;

    Hands(WindowDriver driver) {
        this.driver = driver;
        this.robot = Fx.get(Robot::new);
    }

    /** How many times something was clicked, dragged or typed. */
    int actions() {
        return actions;
    }

    /** Finds a piece of the palette by a few letters, drags it onto the drawing and types its name. */
    void place(String piece, String sought, double x, double y, String name) {
        click(driver.bounds("#palette-search"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        driver.press(KeyCode.BACK_SPACE);
        type(sought);
        Bounds from = seen("#palette", "#palette-" + piece);
        Bounds canvas = driver.bounds("#canvas");
        drag(from.getCenterX(), from.getCenterY(), canvas.getMinX() + x, canvas.getMinY() + y);
        Fx.waitUntil("the name of " + name + " can be typed", () -> isFocused("#label-field"));
        driver.press(KeyCode.CONTROL, KeyCode.A);
        type(name);
        driver.press(KeyCode.ENTER);
    }

    /** Pulls an arrow from one box's right edge to another box. */
    void connect(String from, String to) {
        Bounds source = driver.bounds("#box-" + from);
        Bounds target = driver.bounds("#box-" + to);
        driver.moveTo(source.getCenterX(), source.getCenterY());
        drag(edge(from), source.getCenterY(), target.getCenterX(), target.getCenterY());
    }

    /** The right edge of a box; around it there is a shadow. */
    private double edge(String id) {
        return Fx.get(() -> {
            Node outline = driver.find("#box-" + id).lookup(".box-outline");
            return outline.localToScreen(outline.getLayoutBounds()).getMaxX();
        });
    }

    /** Types a value into a field of the inspector, and enters it. */
    void set(String field, String text) {
        Bounds at = seen("#inspector-scroll", "#field-" + field);
        click(at);
        driver.press(KeyCode.CONTROL, KeyCode.A);
        type(text);
        driver.press(KeyCode.ENTER);
    }

    /** Switches a section of the inspector on. */
    void give(String section) {
        Node on = driver.get("#given-" + section, Node.class);
        if (!Fx.get(() -> ((javafx.scene.control.CheckBox) on).isSelected())) {
            click(seen("#inspector-scroll", "#given-" + section));
        }
    }

    private void click(Bounds at) {
        actions++;
        driver.moveTo(at.getCenterX(), at.getCenterY());
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Fx.pulse();
    }

    private void drag(double fromX, double fromY, double toX, double toY) {
        actions++;
        driver.moveTo(fromX, fromY);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        for (int i = 1; i <= STEPS; i++) {
            driver.moveTo(fromX + (toX - fromX) * i / STEPS, fromY + (toY - fromY) * i / STEPS);
        }
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.pulse();
    }

    /** Where a control is, once the wheel has brought it into sight. */
    private Bounds seen(String pane, String control) {
        Fx.waitUntil(control + " is there", () -> driver.find(control) != null);
        Bounds frame = driver.bounds(pane);
        for (int i = 0; i < MOST_TURNS; i++) {
            Bounds at = driver.bounds(control);
            double room = 12;
            if (at.getMinY() >= frame.getMinY() + room && at.getMaxY() <= frame.getMaxY() - room) {
                return at;
            }
            int turn = at.getMinY() < frame.getMinY() + room ? -1 : 1;
            driver.moveTo(frame.getMinX() + 14, frame.getCenterY());
            Fx.run(() -> robot.mouseWheel(-turn));
            Fx.pulse();
        }
        throw new AssertionError(control + " cannot be scrolled into sight: " + driver.bounds(control) + " in "
                + new BoundingBox(frame.getMinX(), frame.getMinY(), frame.getWidth(), frame.getHeight()));
    }

    private boolean isFocused(String selector) {
        Node node = driver.find(selector);
        return node != null && node.isFocused();
    }

    /** Types a text key by key. */
    private void type(String text) {
        actions++;
        for (char each : text.toCharArray()) {
            boolean shift = Character.isUpperCase(each) || each == '%' || each == '>';
            KeyCode key = key(each);
            if (shift) {
                driver.press(KeyCode.SHIFT, key);
            } else {
                driver.press(key);
            }
        }
    }

    private static KeyCode key(char each) {
        return switch (each) {
            case ' ' -> KeyCode.SPACE;
            case '.' -> KeyCode.PERIOD;
            case '-' -> KeyCode.MINUS;
            case '%' -> KeyCode.DIGIT5;
            default ->
                Character.isDigit(each)
                        ? KeyCode.valueOf("DIGIT" + each)
                        : KeyCode.valueOf(String.valueOf(each).toUpperCase(java.util.Locale.ROOT));
        };
    }
}
