package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.Strategy;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Steps of the history: where an edit is seen, and how it is called. */
final class Steps {

    private static final int LONGEST_TITLE = 40;

    private Steps() {}

    /**
     * The step that an edit is.
     *
     * @param label what it does
     * @param key what edits have in common that are undone together
     * @param from the strategy in which it was made
     * @param to the strategy that is chosen after it
     */
    static History.Step of(
            Pipeline before, Pipeline after, String label, @Nullable Object key, String from, String to) {
        boolean patched = !patch(before, from).equals(patch(after, from));
        boolean drawn = !before.components().equals(after.components())
                || !before.arrows().equals(after.arrows());
        String words = patched && from.equals(to) ? label + " in ‘" + title(after, from) + "’" : label;
        boolean everywhere = from.equals(to) && !patched && !drawn && !movesOwn(before, after);
        return new History.Step(after, words, key, everywhere ? null : from, everywhere ? null : to);
    }

    /** Whether components have another place that are not in the drawing, so that it shows nothing of it. */
    private static boolean movesOwn(Pipeline before, Pipeline after) {
        for (Map.Entry<String, Position> each : after.positions().entrySet()) {
            boolean moved = !Objects.equals(each.getValue(), before.positions().get(each.getKey()));
            if (moved && !after.components().containsKey(each.getKey())) {
                return true;
            }
        }
        return false;
    }

    private static Object patch(Pipeline pipeline, String strategy) {
        Strategy chosen = pipeline.strategiesOrNone().get(strategy);
        return chosen == null ? "" : chosen.patchOrEmpty();
    }

    private static String title(Pipeline pipeline, String id) {
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        String title = strategy == null ? id : strategy.title(id);
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }
}
