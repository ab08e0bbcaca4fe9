package dev.blastradius.model.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object whose keys are chosen by the user, in the user's order.
 *
 * @param pattern a regular expression for the keys
 * @param form the pattern in words
 * @param value the type of the values
 * @param most the most entries
 */
public record MapType<V>(String pattern, String form, ValueType<V> value, int most)
        implements ValueType<Map<String, V>> {

    @Override
    public @Nullable Map<String, V> read(Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof Map<?, ?> entries)) {
            problems.error(where, "not an object", expected(), tree);
            return null;
        }
        if (entries.size() > most) {
            problems.error(where, "too many entries", "at most " + most, tree);
            return null;
        }
        Pattern form = Pattern.compile(pattern);
        Map<String, V> values = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String key = (String) entry.getKey();
            Object raw = entry.getValue();
            if (!form.matcher(key).matches()) {
                problems.error(where.key(key), "a key of the wrong form", this.form, key);
                continue;
            }
            if (raw == null) {
                problems.error(where.key(key), "null", value.expected(), null);
                continue;
            }
            V read = value.read(raw, where.key(key), problems);
            if (read != null) {
                values.put(key, read);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    @Override
    public Object write(Map<String, V> values) {
        Map<String, Object> tree = new LinkedHashMap<>();
        values.forEach((key, each) -> tree.put(key, value.write(each)));
        return tree;
    }

    @Override
    public String expected() {
        return "an object with keys of the form " + form;
    }
}
