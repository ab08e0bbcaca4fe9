package dev.blastradius.model.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A value that something optional can begin with: what a library does where nobody says otherwise, or a harmless one.
 *
 * @param name whose it is, such as {@code "Resilience4j default"}; empty for one that nobody has published
 * @param says what it does, in a few words without a full stop
 * @param source where the numbers stand, how well they are known, and when they were read; empty where nobody has published them
 * @param value as the file would hold it
 */
public record Beginning(String name, String says, String source, Object value) {

    public Beginning {
        value = Tree.frozen(value);
        if (name.isEmpty() != source.isEmpty()) {
            throw new IllegalArgumentException("a published value has a name and a source: " + name);
        }
    }

    /** A harmless value, for an object which nobody's default can be given for. */
    public static Beginning harmless(Object value) {
        return new Beginning("", "", "", value);
    }

    /** Whether it can be offered by its name. */
    public boolean isPublished() {
        return !name.isEmpty();
    }

    /**
     * An object as the file would hold it.
     *
     * @param keysAndValues a key, its value, the next key, its value, …
     */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return Collections.unmodifiableMap(object);
    }
}
