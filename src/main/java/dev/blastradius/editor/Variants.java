package dev.blastradius.editor;

import dev.blastradius.editor.patch.Remains;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Scenarios and strategies of a pipeline put in their place: each gives a new pipeline, and leaves the old one as it was. */
final class Variants {

    private Variants() {}

    /** With a scenario under its id. */
    static Pipeline putScenario(Pipeline it, String id, Scenario scenario) {
        return it.withScenarios(put(it.scenariosOrNone(), id, scenario));
    }

    /** With a strategy under its id. */
    static Pipeline putStrategy(Pipeline it, String id, Strategy strategy) {
        return it.withStrategies(put(it.strategiesOrNone(), id, strategy));
    }

    /** Without a scenario. */
    static Pipeline withoutScenario(Pipeline it, String id) {
        return it.withScenarios(remove(it.scenariosOrNone(), id));
    }

    /** Without a strategy. */
    static Pipeline withoutStrategy(Pipeline it, String id) {
        return it.withStrategies(remove(it.strategiesOrNone(), id));
    }

    /** The components that only one strategy adds. */
    static Set<String> onlyIn(Pipeline drawn, String id) {
        Set<String> own = Remains.anywhere(drawn);
        own.removeAll(Remains.anywhere(withoutStrategy(drawn, id)));
        return own;
    }

    private static <V> Map<String, V> remove(Map<String, V> map, String id) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.remove(id);
        return Collections.unmodifiableMap(changed);
    }

    private static <V> Map<String, V> put(Map<String, V> map, String id, V value) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.put(id, value);
        return Collections.unmodifiableMap(changed);
    }
}
