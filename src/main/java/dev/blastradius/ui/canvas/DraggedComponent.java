package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.Placed;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Kinds;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** A component that is dragged onto the canvas from somewhere else in the window. */
public final class DraggedComponent {

    private static final DataFormat FORMAT = new DataFormat("application/x-blastradius-component");

    private DraggedComponent() {}

    /** Begins to drag a component; to be called when a drag is detected on a node that stands for it. */
    public static void start(Node source, Placed placed) {
        Dragboard board = source.startDragAndDrop(TransferMode.COPY);
        ClipboardContent content = new ClipboardContent();
        content.putAll(Map.of(FORMAT, name(placed)));
        board.setContent(content);
    }

    private static String name(Placed placed) {
        return placed.kind().key() + "/"
                + (placed.preset() == null ? "" : placed.preset().name());
    }

    /** What is dragged; null where that is no component. */
    static @Nullable Placed of(Dragboard board) {
        if (!(board.getContent(FORMAT) instanceof String name)) {
            return null;
        }
        return Presets.all().stream()
                .map(Placed::of)
                .filter(placed -> name(placed).equals(name))
                .findFirst()
                .or(() -> Kinds.ALL.stream()
                        .<Placed>map(Placed::of)
                        .filter(placed -> name(placed).equals(name))
                        .findFirst())
                .orElse(null);
    }
}
