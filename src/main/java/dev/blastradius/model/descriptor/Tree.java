package dev.blastradius.model.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON object in plain Java values.
 *
 * @param entries keys in order; values are {@code Map}, {@code List}, {@code String}, {@code Boolean}, {@code Long},
 *     {@code Double} or null
 */
public record Tree(Map<String, @Nullable Object> entries) {

    public static final Tree EMPTY = new Tree(Map.of());

    /** A deep copy that nobody can change. */
    public static Tree of(Map<?, ?> object) {
        return new Tree(copyObject(object));
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * This object with a JSON merge patch applied (RFC 7396): objects are merged key by key, {@code null} removes a key,
     * everything else replaces what was there.
     */
    public Tree merge(Tree patch) {
        return new Tree(mergeObjects(entries, patch.entries));
    }

    private static Map<String, @Nullable Object> mergeObjects(Map<?, ?> target, Map<?, ?> patch) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        target.forEach((key, value) -> merged.put((String) key, value));
        for (Map.Entry<?, ?> entry : patch.entrySet()) {
            String key = (String) entry.getKey();
            Object value = entry.getValue();
            if (value == null) {
                merged.remove(key);
            } else if (value instanceof Map<?, ?> object) {
                Object present = merged.get(key);
                merged.put(key, mergeObjects(present instanceof Map<?, ?> map ? map : Map.of(), object));
            } else {
                merged.put(key, value);
            }
        }
        return Collections.unmodifiableMap(merged);
    }

    private static Map<String, @Nullable Object> copyObject(Map<?, ?> object) {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        object.forEach((key, value) -> copy.put((String) key, copy(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** A deep copy of any value of a tree that nobody can change. */
    static Object frozen(Object value) {
        Object copy = copy(value);
        return copy == null ? value : copy;
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return copyObject(object);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> copied = new ArrayList<>();
            list.forEach(each -> copied.add(copy(each)));
            return Collections.unmodifiableList(copied);
        }
        return value;
    }
}
