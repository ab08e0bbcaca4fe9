package dev.blastradius.ui;

import dev.blastradius.editor.CopyPaste;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Clippings;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.canvas.BoxSizes;
import dev.blastradius.ui.canvas.GraphCanvas;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Copy, cut, paste and duplicate, with the system's clipboard. While something is typed in a field they are the field's own.
 */
final class ClipActions {

    private static final String NO_DRAWING = "No drawing is shown";

    private final GraphCanvas canvas;
    private final Supplier<@Nullable Editor> editor;
    private final GraphLayout layout;
    private final BiConsumer<String, List<Problem>> refused;
    private @Nullable Point pointer;

    /**
     * The clipboard of a canvas.
     *
     * @param editor of the open model; null where none is open
     * @param layout arranges what is pasted without places
     * @param refused gets why something cannot be pasted, and nothing when something was
     */
    ClipActions(
            GraphCanvas canvas,
            Supplier<@Nullable Editor> editor,
            GraphLayout layout,
            BiConsumer<String, List<Problem>> refused) {
        this.canvas = canvas;
        this.editor = editor;
        this.layout = layout;
        this.refused = refused;
        canvas.addEventFilter(MouseEvent.MOUSE_MOVED, event -> pointer = new Point(event.getX(), event.getY()));
        canvas.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> pointer = new Point(event.getX(), event.getY()));
        canvas.addEventFilter(MouseEvent.MOUSE_EXITED_TARGET, event -> {
            if (event.getTarget() == canvas) {
                pointer = null;
            }
        });
    }

    /** Where something is typed now; null where nothing is. */
    private @Nullable TextInputControl field() {
        Scene scene = canvas.getScene();
        return scene != null && scene.getFocusOwner() instanceof TextInputControl field ? field : null;
    }

    private CopyPaste on(Editor current) {
        return new CopyPaste(current, clip -> Placement.boxes(clip, BoxSizes.of(clip), layout));
    }

    private void with(Consumer<TextInputControl> typing, Consumer<Editor> drawing) {
        TextInputControl field = field();
        Editor current = editor.get();
        if (field != null) {
            typing.accept(field);
        } else if (current != null) {
            current.finishTyping();
            drawing.accept(current);
        }
    }

    void copy() {
        with(TextInputControl::copy, current -> put(on(current).copy(boxes())));
    }

    void cut() {
        with(TextInputControl::cut, current -> put(on(current).cut(boxes())));
    }

    private Map<String, Rect> boxes() {
        return canvas.drawing().boxes();
    }

    private static void put(String text) {
        if (!text.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private static String clipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        return text == null ? "" : text;
    }

    /** Pastes where the pointer is, where it is on the canvas; else beside the originals. */
    void paste() {
        Point at = pointer;
        paste(at == null ? null : canvas.viewport().toDrawing(at.x(), at.y()));
    }

    /**
     * Pastes around a point of the drawing.
     *
     * @param middle null: beside the originals
     */
    void paste(@Nullable Point middle) {
        with(
                TextInputControl::paste,
                current -> changed(current, copyPaste -> {
                    Collection<Rect> taken = boxes().values();
                    return copyPaste.paste(clipboard(), taken, middle);
                }));
    }

    void pasteSettings() {
        with(field -> {}, current -> changed(current, copyPaste -> copyPaste.pasteSettings(clipboard())));
    }

    void duplicate() {
        with(
                field -> {},
                current -> changed(current, copyPaste -> {
                    copyPaste.duplicate(boxes());
                    return List.of();
                }));
    }

    private void changed(Editor current, Function<CopyPaste, List<Problem>> change) {
        List<Problem> problems = change.apply(on(current));
        refused.accept("This cannot be pasted", problems);
        if (problems.isEmpty()) {
            canvas.revealSelection();
        }
    }

    /** Why nothing can be copied; empty where something can. */
    String copyObstacle() {
        Editor current = editor.get();
        if (field() != null) {
            return "";
        }
        if (current == null) {
            return NO_DRAWING;
        }
        return current.selection().isEmpty() ? "Nothing is selected" : "";
    }

    /** Why nothing can be pasted; empty where it can be tried. */
    String pasteObstacle() {
        return field() == null && editor.get() == null ? NO_DRAWING : "";
    }

    /** Whether the clipboard holds a part of a model, by the look of it. */
    static boolean holdsModel() {
        return Clippings.looksLikeOne(clipboard());
    }
}
