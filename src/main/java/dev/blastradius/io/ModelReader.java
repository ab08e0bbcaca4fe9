package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.fault.EffectsFit;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.check.PipelineCheck;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.policy.PoliciesFit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads model files. Nothing is thrown: whatever is wrong, with the file or in it, is a problem, and all are reported at once. */
public final class ModelReader {

    private static final PipelineCheck CHECK =
            new PipelineCheck(BlastFormat.TYPE, List.of(new PoliciesFit()), List.of(new EffectsFit()));

    private ModelReader() {}

    /**
     * What came of reading.
     *
     * @param model null where there are errors; warnings come with a model
     * @param problems with line and column where they have a place in the file, in its order
     * @param sha256 SHA-256 of the file's bytes as they were read, in 64 hexadecimal digits; null where no file was
     */
    public record Reading(
            @Nullable Model model,
            List<Problem> problems,
            @Nullable String sha256) {}

    /** Reads a model file, and the recorded arrivals beside it. */
    public static Reading read(Path file) {
        Problems problems = new Problems();
        SourceText.Source source = SourceText.source(file, JsonPath.ROOT, JsonText.MOST_CHARACTERS, problems);
        if (source == null) {
            return new Reading(null, problems.all(), null);
        }
        Reading reading = read(source.text(), file.toAbsolutePath().getParent());
        return new Reading(reading.model(), reading.problems(), source.sha256());
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
            return new Reading(null, problems.all(), null);
        }
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(tree, JsonPath.ROOT, problems);
        Pipeline readable = pipeline == null ? readablePart(tree) : pipeline;
        Map<String, Recording> recordings = Map.of();
        if (readable != null) {
            ListPlaces places = new ListPlaces(tree);
            CHECK.check(readable, problems).all().forEach(problem -> problems.add(places.inFile(problem)));
            recordings = Recordings.read(readable, folder, problems);
        }
        Model model = pipeline == null || problems.hasErrors() ? null : new Model(pipeline, recordings);
        return new Reading(model, located(text, problems), null);
    }

    /**
     * Reads a model from a tree, such as that of another model with a value changed.
     *
     * @param tree a JSON object in plain Java values, as {@link dev.blastradius.model.descriptor.Tree} holds them
     * @param recordings the recorded arrivals that the model names; they are not read again
     */
    public static Reading read(Map<String, ?> tree, Map<String, Recording> recordings) {
        Problems problems = new Problems();
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(tree, JsonPath.ROOT, problems);
        if (pipeline != null) {
            ListPlaces places = new ListPlaces(tree);
            CHECK.check(pipeline, problems).all().forEach(problem -> problems.add(places.inFile(problem)));
        }
        Model model = pipeline == null || problems.hasErrors() ? null : new Model(pipeline, recordings);
        return new Reading(model, problems.all(), null);
    }

    /**
     * Everything that is wrong with a pipeline that is not in a file, such as one that is being edited: each value, and the
     * whole. Recorded arrivals are not looked at.
     */
    public static List<Problem> check(Pipeline pipeline) {
        Problems problems = new Problems();
        Object tree = BlastFormat.TYPE.pipeline().write(pipeline);
        Pipeline read = BlastFormat.TYPE.pipeline().read(tree, JsonPath.ROOT, problems);
        Pipeline readable = read == null ? readablePart(tree) : read;
        if (readable != null) {
            ListPlaces places = new ListPlaces(tree);
            CHECK.check(readable, problems).all().forEach(problem -> problems.add(places.inFile(problem)));
        }
        return problems.all();
    }

    /**
     * What can be examined of a model that lacks something which it must say: the same with the rest left out; null where it
     * has no components, so that nothing in it makes sense.
     */
    private static @Nullable Pipeline readablePart(Object tree) {
        if (!(tree instanceof Map<?, ?> entries) || !(entries.get("components") instanceof Map)) {
            return null;
        }
        Map<Object, @Nullable Object> part = new LinkedHashMap<>(entries);
        part.put("format", Pipeline.FORMAT);
        return BlastFormat.TYPE.pipeline().read(part, JsonPath.ROOT, new Problems());
    }

    private static List<Problem> located(String text, Problems problems) {
        if (problems.all().isEmpty()) {
            return List.of();
        }
        List<Problem> located = JsonPlaces.locate(text, problems.all());
        if (problems.dropped() == 0) {
            return located;
        }
        List<Problem> all = new ArrayList<>(located);
        all.add(Problem.error(JsonPath.ROOT, "there are " + problems.dropped() + " more problems", "", null));
        return List.copyOf(all);
    }
}
