package dev.blastradius.ui;

import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.canvas.BoxSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was read, with all that its window needs to know.
 *
 * @param places where its boxes go
 * @param warnings what is doubtful in it
 * @param content what the file held; null where it was not read from a file
 */
record FileReading(
        Model model,
        Map<String, Rect> places,
        List<Problem> warnings,
        @Nullable Fingerprint content) {

    /** Often enough for a file that is being written while it is read. */
    private static final int MOST_TRIES = 3;

    /** A file that cannot be opened, and why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient List<Problem> problems;

        Refused(List<Problem> problems) {
            super("the model has errors");
            this.problems = problems;
        }

        List<Problem> problems() {
            return problems;
        }
    }

    /** Reads a file, in the background. */
    static FileReading of(Path file, GraphLayout layout) throws Exception {
        Fingerprint before = fingerprint(file);
        FileReading reading = of(() -> ModelReader.read(file), before, layout);
        for (int i = 1; i < MOST_TRIES && before != null && !before.looksLike(file); i++) {
            before = fingerprint(file);
            reading = of(() -> ModelReader.read(file), before, layout);
        }
        return reading;
    }

    /** Reads a model, in the background. */
    static FileReading of(Callable<ModelReader.Reading> reader, @Nullable Fingerprint content, GraphLayout layout)
            throws Exception {
        ModelReader.Reading reading = reader.call();
        Model model = reading.model();
        if (model == null) {
            throw new Refused(reading.problems());
        }
        return new FileReading(model, places(model.pipeline(), layout), reading.problems(), content);
    }

    private static @Nullable Fingerprint fingerprint(Path file) {
        try {
            return Fingerprint.of(file);
        } catch (IOException e) {
            return null; // whoever reads it says why it cannot be read
        }
    }

    /** Where a model's boxes go; takes its time where it has to arrange them. */
    static Map<String, Rect> places(Pipeline pipeline, GraphLayout layout) {
        return Placement.boxes(pipeline, BoxSizes.of(pipeline), layout);
    }

    /** The model with a place for every box: what takes an open model's place is drawn without being arranged first. */
    Pipeline placed() {
        return placed(model.pipeline(), places);
    }

    /** A recovered model with a place for every box, to be called in the background. */
    static Pipeline placed(Pipeline pipeline, GraphLayout layout) {
        return placed(pipeline, places(pipeline, layout));
    }

    private static Pipeline placed(Pipeline pipeline, Map<String, Rect> places) {
        if (pipeline.positions().keySet().containsAll(pipeline.components().keySet())) {
            return pipeline;
        }
        Map<String, Point> corners = new LinkedHashMap<>();
        places.forEach((id, box) -> {
            if (!pipeline.positions().containsKey(id)) {
                corners.put(id, new Point(box.x(), box.y()));
            }
        });
        return Edits.place(pipeline, corners);
    }
}
