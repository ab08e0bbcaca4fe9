package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.LayeredLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.canvas.BoxSizes;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Finds where a pipeline is drawn: at once where its file says it, and away from the screen's thread where it has to be arranged. */
final class Places {

    private @Nullable Pipeline asked;

    /**
     * Finds it.
     *
     * @param found hears of it on the screen's thread, unless something else has been asked for since
     */
    void find(Pipeline pipeline, Consumer<Drawing> found) {
        asked = pipeline;
        if (pipeline.positions().keySet().containsAll(pipeline.components().keySet())) {
            found.accept(drawing(pipeline));
            return;
        }
        Thread arranging = new Thread(
                () -> {
                    Drawing drawing = drawing(pipeline);
                    Platform.runLater(() -> {
                        if (Objects.equals(asked, pipeline)) {
                            found.accept(drawing);
                        }
                    });
                },
                "arrange the stage");
        arranging.setDaemon(true);
        arranging.start();
    }

    private static Drawing drawing(Pipeline pipeline) {
        return Drawing.of(
                Placement.boxes(pipeline, BoxSizes.of(pipeline), new LayeredLayout()),
                pipeline.arrows().keySet());
    }
}
