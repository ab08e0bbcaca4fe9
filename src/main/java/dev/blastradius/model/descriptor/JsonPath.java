package dev.blastradius.model.descriptor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document: {@code $.components.opus.queue} or {@code $.dependencies["a->b"].retry.retryOn[2]}.
 *
 * @param parent the place above; null at the root
 * @param step a key ({@code String}) or an index from 0 ({@code Integer}); the empty string at the root
 */
public record JsonPath(@Nullable JsonPath parent, Object step) {

    /** The whole document. */
    public static final JsonPath ROOT = new JsonPath(null, "");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** The place of a key in the object here. */
    public JsonPath key(String key) {
        return new JsonPath(this, key);
    }

    /** The place of an entry, from 0, in the list here. */
    public JsonPath index(int index) {
        return new JsonPath(this, index);
    }

    /** This path with another path's steps behind it. */
    public JsonPath append(JsonPath tail) {
        return tail.parent == null ? this : new JsonPath(append(tail.parent), tail.step);
    }

    /** How many steps below the root. */
    public int depth() {
        int depth = 0;
        for (JsonPath here = parent; here != null; here = here.parent) {
            depth++;
        }
        return depth;
    }

    /** Whether this place is {@code other} or lies within it. */
    public boolean isWithin(JsonPath other) {
        JsonPath here = this;
        for (int up = depth() - other.depth(); up > 0 && here.parent != null; up--) {
            here = here.parent;
        }
        return here.equals(other);
    }

    @Override
    public String toString() {
        Deque<Object> steps = new ArrayDeque<>();
        for (JsonPath here = this; here.parent != null; here = here.parent) {
            steps.push(here.step);
        }
        StringBuilder text = new StringBuilder("$");
        for (Object each : steps) {
            if (each instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else if (PLAIN.matcher((String) each).matches()) {
                text.append('.').append(each);
            } else {
                text.append("[\"").append(shorten((String) each)).append("\"]");
            }
        }
        return text.toString();
    }

    private static String shorten(String key) {
        String escaped = key.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", "\uFFFD");
        return escaped.length() > 80 ? escaped.substring(0, 80) + "…" : escaped;
    }
}
