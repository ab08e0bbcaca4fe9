package dev.blastradius.editor;

import dev.blastradius.model.descriptor.JsonPath;
import java.util.List;

/**
 * A place where what a strategy builds is not as drawn.
 *
 * @param subject the component or the dependency
 * @param path the keys from there down to the value; empty where the whole of it is added, taken away or another one
 * @param kind how they differ
 * @param name what differs, as people read it: {@code "Retry › Max attempts"}; what it is, where it is the whole
 * @param drawn what the drawing has there, in a few words
 * @param here what the strategy makes of it, in a few words
 */
public record Deviation(Subject subject, List<String> path, Kind kind, String name, String drawn, String here) {

    /** How something differs from the drawing. */
    public enum Kind {
        ADDED("added", "Only in this strategy"),
        REMOVED("taken away", "Not in this strategy"),
        CHANGED("changed", "Not as drawn");

        private final String word;
        private final String sentence;

        Kind(String word, String sentence) {
            this.word = word;
            this.sentence = sentence;
        }

        /** In a word. */
        public String word() {
            return word;
        }

        /** In a few words that stand alone. */
        public String sentence() {
            return sentence;
        }
    }

    /** Whether it is about the whole of a component or a dependency. */
    public boolean isWhole() {
        return path.isEmpty();
    }

    /** Its place in the pipeline that is seen. */
    public JsonPath where() {
        JsonPath place = subject.where();
        for (String key : path) {
            place = place.key(key);
        }
        return place;
    }

    /** Both values: {@code "drawn: 2 → here: 7"}. */
    public String values() {
        return isWhole() && kind != Kind.CHANGED ? kind.word() : "drawn: " + drawn + " → here: " + here;
    }
}
