package dev.blastradius.experiment.live;

import dev.blastradius.model.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that is done in a live replication. */
public sealed interface Action {

    /**
     * Something goes wrong, until it is mended.
     *
     * @param target what it befalls
     * @param effects what goes wrong, as a fault of a model file has it: such as fit the target
     */
    record Break(Fault.Target target, Map<String, Object> effects) implements Action {
        public Break {
            effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
        }
    }

    /**
     * All that acts on a component or a dependency ends, wherever else it acts.
     *
     * @param id the component's id, or the dependency's key
     */
    record Mend(String id) implements Action {}

    /**
     * A client sends more, or fewer, requests than by its own: instead of what was done to its traffic before.
     *
     * @param client its id
     * @param factor 0 or more; 1: as by its own
     */
    record Traffic(String client, double factor) implements Action {}

    /**
     * Another strategy is followed from now on.
     *
     * @param strategy its id
     */
    record Flip(String strategy) implements Action {}
}
