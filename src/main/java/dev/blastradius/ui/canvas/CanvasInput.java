package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.Board;
import dev.blastradius.editor.board.Key;
import dev.blastradius.editor.board.Pointer;
import dev.blastradius.editor.board.Pointer.Button;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.jspecify.annotations.Nullable;

/** Tells the board what pointer, wheel, fingers and keys do on the canvas. */
final class CanvasInput {

    private static final double NANOS = 1e9;

    private final GraphCanvas canvas;
    private final Ticks ticks = new Ticks();
    private boolean spaceDown;
    private double lastX;
    private double lastY;

    CanvasInput(GraphCanvas canvas) {
        this.canvas = canvas;
    }

    void listen() {
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (!isTyping(event)) {
                canvas.over().commit();
                // Focus that goes from a box to the canvas is not lost, and the space bar is still held.
                boolean space = spaceDown;
                canvas.requestFocus();
                spaceDown = space;
                pass(event, Board::press);
                canvas.focusSelected();
            }
        });
        canvas.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> pass(event, Board::drag));
        canvas.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            pass(event, Board::release);
            // The press may have given the keyboard to something else, such as an arrow's fields.
            if (!isTyping(event) && canvas.isFocusWithin()) {
                canvas.focusSelected();
            }
        });
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pass(event, Board::move));
        canvas.addEventHandler(MouseEvent.MOUSE_EXITED, event -> pass(event, Board::move));
        canvas.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        canvas.addEventHandler(ZoomEvent.ZOOM, this::zoom);
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::keyDown);
        canvas.addEventHandler(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                holdSpace(false);
            }
        });
        canvas.focusWithinProperty().addListener((observable, was, is) -> spaceDown &= is);
    }

    private static boolean isTyping(Event event) {
        return event.getTarget() instanceof Node node && isInField(node);
    }

    private static boolean isInField(@Nullable Node node) {
        return node != null && (node instanceof TextInputControl || isInField(node.getParent()));
    }

    private void pass(MouseEvent event, BiConsumer<Board, Pointer> input) {
        Board board = canvas.board();
        if (board == null || isTyping(event)) {
            return;
        }
        lastX = event.getX();
        lastY = event.getY();
        input.accept(
                board,
                new Pointer(
                        event.getX(),
                        event.getY(),
                        button(event.getButton()),
                        event.isShiftDown(),
                        event.isShortcutDown(),
                        event.isAltDown(),
                        spaceDown,
                        Math.max(1, event.getClickCount())));
        event.consume();
    }

    private static Button button(MouseButton button) {
        return switch (button) {
            case PRIMARY -> Button.PRIMARY;
            case MIDDLE -> Button.MIDDLE;
            case SECONDARY -> Button.SECONDARY;
            default -> Button.NONE;
        };
    }

    private static Pointer pointer(double x, double y, boolean shift, boolean shortcut, boolean alt) {
        return new Pointer(x, y, Button.NONE, shift, shortcut, alt, false, 1);
    }

    private void scroll(ScrollEvent event) {
        Board board = canvas.board();
        if (board != null) {
            board.scroll(
                    pointer(event.getX(), event.getY(), event.isShiftDown(), event.isShortcutDown(), event.isAltDown()),
                    event.getDeltaX(),
                    event.getDeltaY());
            event.consume();
        }
    }

    private void zoom(ZoomEvent event) {
        Board board = canvas.board();
        if (board != null) {
            board.zoom(pointer(event.getX(), event.getY(), false, false, false), event.getZoomFactor());
            event.consume();
        }
    }

    private void keyDown(KeyEvent event) {
        Board board = canvas.board();
        if (board == null || isTyping(event)) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE && !event.isShortcutDown()) {
            holdSpace(true);
            event.consume();
            return;
        }
        Key.Code code = code(event.getCode());
        if (code != null && board.key(new Key(code, event.isShiftDown(), event.isShortcutDown(), event.isAltDown()))) {
            canvas.focusSelected();
            event.consume();
        }
    }

    private static Key.@Nullable Code code(KeyCode code) {
        return switch (code) {
            case LEFT, KP_LEFT -> Key.Code.LEFT;
            case RIGHT, KP_RIGHT -> Key.Code.RIGHT;
            case UP, KP_UP -> Key.Code.UP;
            case DOWN, KP_DOWN -> Key.Code.DOWN;
            case ENTER -> Key.Code.ENTER;
            case ESCAPE -> Key.Code.ESCAPE;
            case TAB -> Key.Code.TAB;
            case F2 -> Key.Code.F2;
            default -> null;
        };
    }

    private void holdSpace(boolean down) {
        Board board = canvas.board();
        if (board != null && spaceDown != down) {
            spaceDown = down;
            board.move(new Pointer(lastX, lastY, Button.NONE, false, false, false, down, 1));
        }
    }

    /** Lets time pass for the board, as long as it wants that. */
    void tick() {
        Board board = canvas.board();
        if (board != null && board.wantsTicks()) {
            ticks.start();
        }
    }

    /** Time, for a board on which something is dragged at the edge. */
    private final class Ticks extends AnimationTimer {

        private long before;
        private boolean running;

        @Override
        public void start() {
            if (!running) {
                running = true;
                before = 0;
                super.start();
            }
        }

        @Override
        public void stop() {
            running = false;
            super.stop();
        }

        @Override
        public void handle(long now) {
            Board board = canvas.board();
            if (board == null || !board.wantsTicks()) {
                stop();
            } else if (before != 0) {
                board.tick((now - before) / NANOS);
            }
            before = now;
        }
    }
}
