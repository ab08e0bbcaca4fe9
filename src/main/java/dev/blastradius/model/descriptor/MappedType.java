package dev.blastradius.model.descriptor;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value written as another type is.
 *
 * @param written the type that stands in the file
 * @param from from what stands in the file to the value
 * @param to from the value to what stands in the file
 */
public record MappedType<T, F>(ValueType<F> written, Function<F, T> from, Function<T, F> to) implements ValueType<T> {

    @Override
    public @Nullable T read(Object tree, JsonPath where, Problems problems) {
        F read = written.read(tree, where, problems);
        return read == null ? null : from.apply(read);
    }

    @Override
    public Object write(T value) {
        return written.write(to.apply(value));
    }

    @Override
    public String expected() {
        return written.expected();
    }
}
