package dev.blastradius.editor.form;

import dev.blastradius.editor.density.Densities;
import dev.blastradius.editor.density.Densities.Unit;
import dev.blastradius.editor.density.Density;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sections of a form that are distributions, of which it shows the density. */
public final class Distributed {

    private Distributed() {}

    /** Whether values of a type are distributions. */
    public static boolean is(ValueType<?> type) {
        UnionType<?> union = Form.union(type);
        return type instanceof ShorthandType<?, ?>
                && union != null
                && union.variants().stream().anyMatch(each -> each.word().equals("lognormal"));
    }

    /**
     * The density of what a section holds, or would hold.
     *
     * @param tree as the file would hold it; null where it holds nothing
     * @return null where it is not valid, or cannot be told
     */
    public static @Nullable Density density(
            Densities densities, ValueType<?> type, @Nullable Object tree, Surroundings surroundings) {
        Problems problems = new Problems();
        if (tree == null || !is(type)) {
            return null;
        }
        Object read = type.read(tree, JsonPath.ROOT, problems);
        if (!(read instanceof Distribution distribution) || problems.hasErrors()) {
            return null;
        }
        boolean time = isTime(type, tree);
        return densities.of(distribution, surroundings.outputTokens(), time ? Unit.TIME : Unit.NUMBER);
    }

    /**
     * Whether a distribution's values are durations, and not plain numbers.
     *
     * @param type of which {@link #is} holds
     * @param tree as the file holds it
     */
    public static boolean isTime(ValueType<?> type, Object tree) {
        return ((ShorthandType<?, ?>) type).shorthand() instanceof DurationType || isTime(tree);
    }

    /** Whether a distribution's values are durations: some part of it is a text that is one. */
    private static boolean isTime(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return object.values().stream().anyMatch(each -> each != null && isTime(each));
        }
        if (tree instanceof List<?> list) {
            return list.stream().anyMatch(each -> each != null && isTime(each));
        }
        return tree instanceof String text && Duration.parse(text) != null;
    }
}
