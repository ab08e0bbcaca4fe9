package dev.blastradius.model.descriptor;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value that can be written in full, as an object, or short, as a text or a number: {@code "4s"} for the distribution that is
 * always four seconds.
 *
 * @param shorthand the type of the short form, which is never an object
 * @param expand from the short form to the value
 * @param collapse from the value to its short form; null where it has none
 * @param full the type of the long form, an object
 */
public record ShorthandType<T, S>(
        ValueType<S> shorthand, Function<S, T> expand, Function<T, @Nullable S> collapse, ValueType<T> full)
        implements ValueType<T> {

    @Override
    public @Nullable T read(Object tree, JsonPath where, Problems problems) {
        if (tree instanceof Map) {
            return full.read(tree, where, problems);
        }
        boolean scalar = !(tree instanceof List);
        if (!scalar) {
            problems.error(where, "a list", expected(), tree);
            return null;
        }
        S read = shorthand.read(tree, where, problems);
        return read == null ? null : expand.apply(read);
    }

    @Override
    public Object write(T value) {
        S collapsed = collapse.apply(value);
        return collapsed == null ? full.write(value) : shorthand.write(collapsed);
    }

    @Override
    public String expected() {
        return shorthand.expected() + ", or " + full.expected();
    }
}
