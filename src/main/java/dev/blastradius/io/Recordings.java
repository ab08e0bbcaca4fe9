package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All recorded arrivals that a pipeline names, in its drawing or in a strategy. */
public final class Recordings {

    private Recordings() {}

    /**
     * The recordings by the file's name.
     *
     * @param folder where the files lie; null: nowhere, which is a warning where one is named
     */
    static Map<String, Recording> read(Pipeline pipeline, @Nullable Path folder, Problems problems) {
        Map<String, Recording> recordings = new LinkedHashMap<>();
        places(pipeline).forEach((file, where) -> {
            if (folder == null) {
                problems.warning(where, "the recorded arrivals are not read: the model is in no folder", "", file);
                return;
            }
            Recording recording = RecordingReader.read(folder, file, where, problems);
            if (recording != null) {
                recordings.put(file, recording);
            }
        });
        return Collections.unmodifiableMap(recordings);
    }

    /** The recordings that a pipeline names and that are not there, as the model names them. */
    public static List<String> missing(Pipeline pipeline, Path folder) {
        return places(pipeline).keySet().stream()
                .filter(file -> !isThere(folder, file))
                .toList();
    }

    private static boolean isThere(Path folder, String file) {
        try {
            return Files.isRegularFile(folder.resolve(file));
        } catch (InvalidPathException e) {
            // What is no path on this machine names no file either.
            return false;
        }
    }

    /** What is named, and where it is named first. */
    private static Map<String, JsonPath> places(Pipeline pipeline) {
        Map<String, JsonPath> named = new LinkedHashMap<>();
        addNamed(pipeline, JsonPath.ROOT, named);
        for (Map.Entry<String, Strategy> strategy : pipeline.strategiesOrNone().entrySet()) {
            Strategies.Patched patched = Strategies.apply(pipeline, strategy.getKey());
            if (patched.pipeline() != null) {
                JsonPath where = JsonPath.ROOT.key("strategies").key(strategy.getKey());
                addNamed(patched.pipeline(), where.key("patch"), named);
                for (RunSpec.Phase phase : patched.phases()) {
                    addNamed(
                            phase.pipeline(),
                            where.key("runbook").index(phase.step()).key("patch"),
                            named);
                }
            }
        }
        return named;
    }

    private static void addNamed(Pipeline pipeline, JsonPath root, Map<String, JsonPath> named) {
        JsonPath components = root.key("components");
        pipeline.components().forEach((id, component) -> {
            if (component instanceof Client client && client.traffic() instanceof Traffic.Recorded recorded) {
                named.putIfAbsent(
                        recorded.file(), components.key(id).key("traffic").key("file"));
            }
        });
    }
}
