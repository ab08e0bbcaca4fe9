package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Tree;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models made of others for tests of the editor. */
final class EditorTestModels {

    private EditorTestModels() {}

    /** With another patch of a strategy. */
    static Pipeline withPatch(Pipeline it, String id, Tree patch) {
        Map<String, Strategy> strategies = new LinkedHashMap<>(it.strategiesOrNone());
        Strategy was = it.strategiesOrNone().get(id);
        strategies.put(id, new Strategy(was.label(), was.description(), patch, was.runbook()));
        return new Pipeline(
                it.format(),
                it.name(),
                it.description(),
                it.components(),
                it.dependencies(),
                it.scenarios(),
                strategies,
                it.experiment(),
                it.view());
    }
}
