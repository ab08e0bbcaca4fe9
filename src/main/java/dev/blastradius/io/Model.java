package dev.blastradius.io;

import dev.blastradius.engine.Recording;
import dev.blastradius.model.Pipeline;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model as read: the pipeline and the recorded arrivals beside it.
 *
 * @param pipeline what the file says
 * @param recordings recorded arrivals by the file's name in the model, those that only a strategy names included
 */
public record Model(Pipeline pipeline, Map<String, Recording> recordings) {

    public Model {
        recordings = Collections.unmodifiableMap(new LinkedHashMap<>(recordings));
    }
}
