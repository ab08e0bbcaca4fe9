package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Pointer.Button;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A board with hands: it presses, drags and types like somebody at a screen, and keeps what the board has told. */
final class EditorDriver {

    static final double WIDTH = 140;
    static final double HEIGHT = 54;

    final Editor editor;
    final Board board;
    final Viewport viewport = new Viewport();
    final List<BoardEvent> events = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    private final Set<String> held = new java.util.LinkedHashSet<>();
    private Point hand = new Point(0, 0);

    EditorDriver(String json) {
        ModelReader.Reading reading = ModelReader.read(json, null);
        assertEquals(
                List.of(), reading.problems().stream().filter(Problem::isError).toList());
        editor = new Editor(reading.model(), null);
        viewport.resize(1000, 700);
        board = new Board(editor, viewport, EditorDriver::sizes, Map.of());
        board.listen(new BoardListener() {
            @Override
            public void redrawn(Change change) {
                changes.add(change);
            }

            @Override
            public void selected() {}

            @Override
            public void covered(Overlay overlay) {}

            @Override
            public void happened(BoardEvent event) {
                events.add(event);
            }
        });
    }

    /** All boxes are of one size, so that a test can count on it. */
    static Map<String, Size> sizes(Pipeline pipeline) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().keySet().forEach(id -> sizes.put(id, new Size(WIDTH, HEIGHT)));
        return sizes;
    }

    /** Keys that stay down: "shift", "ctrl", "alt", "space". */
    EditorDriver hold(String... keys) {
        held.addAll(List.of(keys));
        return this;
    }

    EditorDriver letGo() {
        held.clear();
        return this;
    }

    private Pointer pointer(Button button, Point at, int clicks) {
        return new Pointer(
                at.x(),
                at.y(),
                button,
                held.contains("shift"),
                held.contains("ctrl"),
                held.contains("alt"),
                held.contains("space"),
                clicks);
    }

    /** Moves the hand to a point of the drawing. */
    EditorDriver move(Point drawing) {
        hand = viewport.toScreen(drawing);
        board.move(pointer(Button.NONE, hand, 1));
        return this;
    }

    EditorDriver press(Point drawing) {
        return press(Button.PRIMARY, drawing, 1);
    }

    EditorDriver press(Button button, Point drawing, int clicks) {
        hand = viewport.toScreen(drawing);
        board.press(pointer(button, hand, clicks));
        return this;
    }

    /** Drags to a point of the drawing, in steps. */
    EditorDriver drag(Point drawing) {
        Point from = hand;
        Point to = viewport.toScreen(drawing);
        for (int i = 1; i <= 4; i++) {
            hand = new Point(from.x() + (to.x() - from.x()) * i / 4, from.y() + (to.y() - from.y()) * i / 4);
            board.drag(pointer(Button.PRIMARY, hand, 1));
        }
        return this;
    }

    /** Drags by so many pixels of the screen, in one go. */
    EditorDriver dragBy(double dx, double dy) {
        hand = new Point(hand.x() + dx, hand.y() + dy);
        board.drag(pointer(Button.PRIMARY, hand, 1));
        return this;
    }

    EditorDriver release() {
        return release(Button.PRIMARY);
    }

    EditorDriver release(Button button) {
        board.release(pointer(button, hand, 1));
        return this;
    }

    EditorDriver click(Point drawing) {
        return press(drawing).release();
    }

    EditorDriver click(String box) {
        return click(middle(box));
    }

    EditorDriver doubleClick(Point drawing) {
        return click(drawing).press(Button.PRIMARY, drawing, 2).release();
    }

    /** Moves a box by its middle. */
    EditorDriver dragBox(String box, double dx, double dy) {
        Point from = middle(box);
        return press(from).drag(new Point(from.x() + dx, from.y() + dy)).release();
    }

    /** Pulls an arrow out of a box's right edge and drops it. */
    EditorDriver pull(String box, Point to) {
        return press(edge(box)).drag(to).release();
    }

    boolean key(Key.Code code) {
        return board.key(new Key(code, held.contains("shift"), held.contains("ctrl"), held.contains("alt")));
    }

    Rect box(String id) {
        Rect rect = board.drawing().boxes().get(id);
        if (rect == null) {
            throw new AssertionError("no box " + id);
        }
        return rect;
    }

    Point middle(String id) {
        return new Point(box(id).centerX(), box(id).centerY());
    }

    /** The middle of a box's right edge. */
    Point edge(String id) {
        return new Point(box(id).right(), box(id).centerY());
    }

    Point middleOf(String arrow) {
        return Hit.middle(board.drawing().arrows().get(arrow));
    }

    Pipeline pipeline() {
        return editor.pipeline();
    }

    Selection selection() {
        return editor.selection();
    }

    String said() {
        Overlay.Words words = board.overlay().words();
        return words == null ? "" : words.text();
    }

    /** Where a model has a box. */
    Point place(String id) {
        var position = pipeline().positions().get(id);
        return position == null ? new Point(Double.NaN, Double.NaN) : new Point(position.x(), position.y());
    }
}
