package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all recorded arrivals that a pipeline names, in its drawing or in a strategy. */
final class Recordings {

    private Recordings() {}

    /**
     * The recordings by the file's name.
     *
     * @param folder where the files lie; null: nowhere, which is a warning where one is named
     */
    static Map<String, Recording> read(Pipeline pipeline, @Nullable Path folder, Problems problems) {
        Map<String, JsonPath> named = new LinkedHashMap<>();
        addNamed(pipeline, JsonPath.ROOT, named);
        for (Map.Entry<String, Strategy> strategy : pipeline.strategiesOrNone().entrySet()) {
            Pipeline built = Strategies.apply(pipeline, strategy.getKey()).pipeline();
            if (built != null) {
                JsonPath where = JsonPath.ROOT.key("strategies").key(strategy.getKey());
                addNamed(built, where.key("patch"), named);
            }
        }
        Map<String, Recording> recordings = new LinkedHashMap<>();
        named.forEach((file, where) -> {
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
