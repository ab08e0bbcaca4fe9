package dev.blastradius.editor;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;

/** Fallbacks that are drawn. */
public final class Fallbacks {

    private Fallbacks() {}

    /**
     * With one more fallback, which is tried after those that are there.
     *
     * @param arrow the dependency that it stands in for; where that is a fallback, the one which that stands in for
     * @param to what is called instead
     */
    public static Pipeline add(Pipeline pipeline, String arrow, String to) {
        Dependency replaced = pipeline.arrows().get(arrow);
        String key = Pipeline.key(Pipeline.from(arrow), to);
        if (replaced == null || pipeline.arrows().containsKey(key)) {
            return pipeline;
        }
        String first = replaced.fallback().fallbackFor() == null
                ? arrow
                : replaced.fallback().fallbackFor();
        long turn = 1 + lastTurn(pipeline, first);
        // The first turn goes without saying.
        Fallback fallback = new Fallback(first, turn == 1 ? null : turn, null, null);
        Dependency plain = Dependency.PLAIN;
        return Edits.replaceDependency(pipeline, key, new Dependency(plain.call(), fallback, plain.policies()));
    }

    /** The turn of the last fallback of a dependency; 0 where it has none. */
    static long lastTurn(Pipeline pipeline, String of) {
        long last = 0;
        for (Dependency each : pipeline.arrows().values()) {
            if (of.equals(each.fallback().fallbackFor())) {
                last = Math.max(last, Fallback.ORDER.in(each.fallback()));
            }
        }
        return last;
    }
}
