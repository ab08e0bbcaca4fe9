package dev.blastradius.model.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A record written as a short list, such as {@code ["30m", 2]}.
 *
 * @param object the record's parameters in the order of the list; all are required
 */
public record TupleType<R>(ObjectType<R> object) implements ValueType<R> {

    @Override
    public @Nullable R read(Object tree, JsonPath where, Problems problems) {
        int size = object.parameters().size();
        if (!(tree instanceof List<?> entries) || entries.size() != size) {
            problems.error(where, "not a list of " + size, expected(), tree);
            return null;
        }
        Object[] values = new Object[size];
        boolean complete = true;
        for (int i = 0; i < size; i++) {
            Object entry = entries.get(i);
            ValueType<?> type = object.parameters().get(i).type();
            if (entry == null) {
                problems.error(where.index(i), "null", type.expected(), null);
                complete = false;
                continue;
            }
            Object value = type.read(entry, where.index(i), problems);
            complete &= value != null;
            if (value != null) {
                values[i] = value;
            }
        }
        return complete ? object.create(values) : null;
    }

    @Override
    public Object write(R value) {
        List<Object> tree = new ArrayList<>();
        for (Parameter<R, ?> parameter : object.parameters()) {
            Object written = parameter.writeIn(value);
            if (written == null) {
                throw new IllegalStateException(parameter.key() + " is missing");
            }
            tree.add(written);
        }
        return tree;
    }

    @Override
    public String expected() {
        return object.parameters().stream().map(Parameter::key).collect(Collectors.joining(", ", "[", "]"));
    }
}
