package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads model files. Nothing is thrown: whatever is wrong, with the file or in it, is a problem, and all are reported at once. */
public final class ModelReader {

    private ModelReader() {}

    /**
     * What came of reading.
     *
     * @param model null where there are errors; warnings come with a model
     * @param problems with line and column where they have a place in the file, in its order
     */
    public record Reading(@Nullable Model model, List<Problem> problems) {}

    /** Reads a model file, and the recorded arrivals beside it. */
    public static Reading read(Path file) {
        Problems problems = new Problems();
        String text = SourceText.read(file, JsonPath.ROOT, JsonText.MOST_CHARACTERS, problems);
        if (text == null) {
            return new Reading(null, problems.all());
        }
        return read(text, file.toAbsolutePath().getParent());
    }

    /**
     * Reads a model from text.
     *
     * @param folder where recorded files lie; null: nowhere, so that they are not read
     */
    public static Reading read(String json, @Nullable Path folder) {
        String text = SourceText.withoutMark(json);
        Problems problems = new Problems();
        Object tree = JsonTree.read(text, problems);
        if (tree == null) {
            return new Reading(null, problems.all());
        }
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(tree, JsonPath.ROOT, problems);
        Map<String, Recording> recordings = new LinkedHashMap<>();
        Model model = pipeline == null || problems.hasErrors() ? null : new Model(pipeline, recordings);
        return new Reading(model, problems.all().isEmpty() ? List.of() : JsonPlaces.locate(text, problems.all()));
    }
}
