package dev.blastradius.model.descriptor;

/** A member of a closed set that the model file writes as a word; implemented by enums. */
public interface Named {

    /**
     * What the file writes, and what it means.
     *
     * @param key the word in the file, such as {@code "fifo"}
     * @param meaning one line of meaning for schema, inspector and reference
     */
    record Word(String key, String meaning) {}

    /** The member's word. */
    Word word();

    /** The word in the file, such as {@code "fifo"}. */
    default String key() {
        return word().key();
    }

    /** One line of meaning for schema, inspector and reference. */
    default String meaning() {
        return word().meaning();
    }
}
