package dev.blastradius.model.descriptor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one type.
 *
 * @param element the type of each entry
 * @param fewest the fewest entries
 * @param most the most entries
 */
public record ListType<E>(ValueType<E> element, int fewest, int most) implements ValueType<List<E>> {

    @Override
    public @Nullable List<E> read(Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof List<?> entries)) {
            problems.error(where, "not a list", expected(), tree);
            return null;
        }
        if (entries.size() < fewest || entries.size() > most) {
            problems.error(where, "a list of the wrong length", expected(), tree);
            return null;
        }
        List<E> values = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Object entry = entries.get(i);
            if (entry == null) {
                problems.error(where.index(i), "null", element.expected(), null);
                continue;
            }
            E value = element.read(entry, where.index(i), problems);
            if (value != null) {
                values.add(value);
            }
        }
        return List.copyOf(values);
    }

    @Override
    public Object write(List<E> values) {
        List<Object> tree = new ArrayList<>(values.size());
        for (E value : values) {
            tree.add(element.write(value));
        }
        return tree;
    }

    @Override
    public String expected() {
        String size = fewest > 0 ? "a list of " + fewest + " or more: " : "a list: ";
        return size + element.expected();
    }
}
