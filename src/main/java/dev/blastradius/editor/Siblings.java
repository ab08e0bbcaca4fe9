package dev.blastradius.editor;

import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.editor.form.Surroundings;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The other arrows of an arrow's caller, which it can stand in for.
 *
 * @param arrow the arrow's key
 */
record Siblings(Pipeline pipeline, String arrow) implements Surroundings {

    @Override
    public @Nullable List<Option> named(Parameter<?, ?> parameter) {
        return parameter == Fallback.FALLBACK_FOR ? replaceable() : null;
    }

    @Override
    public @Nullable Beginning beginning(ObjectType<?> group) {
        List<Option> replaceable = replaceable();
        boolean replaced = pipeline.arrows().values().stream()
                .anyMatch(each -> arrow.equals(each.fallback().fallbackFor()));
        if (group != Fallback.TYPE || replaceable.isEmpty() || replaced) {
            return null;
        }
        String first = replaceable.get(0).word();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put(Fallback.FALLBACK_FOR.key(), first);
        long turn = 1 + Fallbacks.lastTurn(pipeline, first);
        if (turn > 1) {
            keys.put(Fallback.ORDER.key(), turn);
        }
        return Beginning.harmless(keys);
    }

    /** What no other fallback is, and what nothing else of the caller stands in for is not asked: the check says that. */
    private List<Option> replaceable() {
        List<Option> options = new ArrayList<>();
        pipeline.arrows().forEach((key, dependency) -> {
            if (!key.equals(arrow)
                    && !dependency.isFallback()
                    && Pipeline.from(key).equals(Pipeline.from(arrow))) {
                options.add(new Option(key, Captions.name(pipeline, Pipeline.to(key)), Captions.title(pipeline, key)));
            }
        });
        return options;
    }
}
