package dev.blastradius.editor;

import dev.blastradius.editor.patch.StrategyEdits;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a strategy makes of the drawing, kept until either changes: that boxes are moved does not apply the patch again. */
final class Seen {

    private @Nullable Pipeline drawn;
    private @Nullable Pipeline built;
    private String strategy = Strategy.AS_DRAWN;

    /** The pipeline as a strategy builds it; the drawing itself where it has no such strategy. */
    Pipeline of(Pipeline newDrawn, String newStrategy) {
        if (!newDrawn.strategiesOrNone().containsKey(newStrategy)) {
            return newDrawn;
        }
        Pipeline known = built;
        Pipeline from = drawn;
        if (known == null || from == null || !newStrategy.equals(strategy) || !samePatched(from, newDrawn)) {
            known = StrategyEdits.build(newDrawn, newStrategy);
        } else if (!isSame(from, newDrawn)) {
            known = StrategyEdits.withBuilt(newDrawn, known);
        }
        drawn = newDrawn;
        strategy = newStrategy;
        built = known;
        return known;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is the state that was asked for last is all there is to know
    private static boolean isSame(Pipeline a, Pipeline b) {
        return a == b;
    }

    private boolean samePatched(Pipeline before, Pipeline now) {
        return before.components().equals(now.components())
                && Objects.equals(before.dependencies(), now.dependencies())
                && patch(before).equals(patch(now));
    }

    private Object patch(Pipeline pipeline) {
        Strategy chosen = pipeline.strategiesOrNone().get(strategy);
        return chosen == null ? "" : chosen.patchOrEmpty();
    }
}
