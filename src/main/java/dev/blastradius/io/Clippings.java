package dev.blastradius.io;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a model as text for the clipboard, in the model file's own form: components, the dependencies among them, and where they are
 * drawn. What is read may come from anywhere; whatever is wrong with it is a problem, and all are reported at once.
 */
public final class Clippings {

    /** So many characters and no more: ten times what the largest models have. */
    public static final int MOST_CHARACTERS = 8 << 20;

    private Clippings() {}

    /**
     * What came of reading.
     *
     * @param clip the part, with components, dependencies and view only; null where there are errors
     * @param problems with line and column where they have a place in the text
     */
    public record Reading(@Nullable Pipeline clip, List<Problem> problems) {}

    /** A part of a model as text. */
    public static String write(Pipeline clip) {
        return ModelWriter.write(clip);
    }

    /** Whether a text looks like a part of a model, so that {@link #read} would say more than that it is none. */
    public static boolean looksLikeOne(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") && start.contains("\"format\"");
    }

    /**
     * Reads a part of a model; scenarios, strategies and settings of a whole model file are passed over. Dependencies between components
     * that are not in the part are no problem where it has no components at all.
     */
    public static Reading read(String text) {
        if (text.length() > MOST_CHARACTERS) {
            String most = "at most " + SourceText.megabytes(MOST_CHARACTERS);
            return refused(Problem.error(JsonPath.ROOT, "the text on the clipboard is too large", most, null));
        }
        if (!looksLikeOne(text)) {
            return refused(Problem.error(
                    JsonPath.ROOT,
                    text.isBlank()
                            ? "there is nothing on the clipboard"
                            : "what is on the clipboard is no part of a model",
                    "components copied here, or the text of a model file",
                    text.isBlank() ? null : text.strip()));
        }
        Problems problems = new Problems();
        Object tree = JsonTree.read(SourceText.withoutMark(text), problems);
        if (tree == null) {
            return new Reading(null, problems.all());
        }
        Pipeline whole = BlastFormat.TYPE.pipeline().read(tree, JsonPath.ROOT, problems);
        if (whole == null || problems.hasErrors()) {
            return new Reading(null, JsonPlaces.locate(text, problems.all()));
        }
        Pipeline clip = new Pipeline(
                Pipeline.FORMAT, null, null, whole.components(), whole.dependencies(), null, null, null, whole.view());
        if (!clip.components().isEmpty()) {
            List<Problem> errors =
                    ModelReader.check(clip).stream().filter(Problem::isError).toList();
            if (!errors.isEmpty()) {
                return new Reading(null, JsonPlaces.locate(text, errors));
            }
        }
        return new Reading(clip, List.of());
    }

    private static Reading refused(Problem problem) {
        return new Reading(null, List.of(problem));
    }
}
