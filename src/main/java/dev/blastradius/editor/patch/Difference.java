package dev.blastradius.editor.patch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Differences of JSON objects as merge patches (RFC 7396). A merge patch replaces a list whole, and cannot say {@code null}; no
 * object of a model holds one.
 */
public final class Difference {

    private Difference() {}

    /** The smallest merge patch that makes one object of another; empty where they are equal. */
    public static Map<String, @Nullable Object> between(Map<?, ?> before, Map<?, ?> after) {
        Map<String, @Nullable Object> patch = new LinkedHashMap<>();
        for (String key : keys(before, after)) {
            Object was = before.get(key);
            Object is = after.get(key);
            if (!Objects.equals(was, is)) {
                patch.put(key, value(was, is));
            }
        }
        return patch;
    }

    private static @Nullable Object value(@Nullable Object before, @Nullable Object after) {
        return before instanceof Map<?, ?> was && after instanceof Map<?, ?> is ? between(was, is) : after;
    }

    /**
     * A patch with a change taken in. What the change does not touch stays in the patch as somebody has written it; what it makes
     * equal to the drawing leaves the patch.
     *
     * @param drawn what is patched
     * @param patch the patch as it is
     * @param before what the patch made of the drawing
     * @param after what it is to make of it now
     */
    public static Map<String, @Nullable Object> update(
            Map<?, ?> drawn, Map<?, ?> patch, Map<?, ?> before, Map<?, ?> after) {
        Map<String, @Nullable Object> updated = new LinkedHashMap<>();
        patch.forEach((key, value) -> updated.put((String) key, value));
        for (String key : keys(before, after)) {
            Object was = before.get(key);
            Object is = after.get(key);
            if (!Objects.equals(was, is)) {
                update(drawn, updated, key, was, is);
            }
        }
        return updated;
    }

    private static void update(
            Map<?, ?> drawn,
            Map<String, @Nullable Object> patch,
            String key,
            @Nullable Object was,
            @Nullable Object is) {
        Object base = drawn.get(key);
        if (was instanceof Map<?, ?> before && is instanceof Map<?, ?> after && reachesInto(base, patch, key)) {
            Map<String, @Nullable Object> inner = update(object(base), object(patch.get(key)), before, after);
            if (inner.isEmpty() && base instanceof Map) {
                patch.remove(key);
            } else {
                patch.put(key, inner);
            }
        } else if (Objects.equals(base, is)) {
            patch.remove(key);
        } else {
            patch.put(key, value(base, is));
        }
    }

    /** Whether an object that the patch leads to is put together key by key, from the drawing's and the patch's own. */
    private static boolean reachesInto(@Nullable Object base, Map<String, @Nullable Object> patch, String key) {
        return patch.get(key) instanceof Map || base instanceof Map && !patch.containsKey(key);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    private static Set<String> keys(Map<?, ?> before, Map<?, ?> after) {
        Set<String> keys = new LinkedHashSet<>();
        before.keySet().forEach(key -> keys.add((String) key));
        after.keySet().forEach(key -> keys.add((String) key));
        return keys;
    }
}
