package dev.blastradius.model.descriptor;

/** A member of a closed set that the model file writes as a word; implemented by enums. */
public interface Named {

    /** The word in the file, such as {@code "fifo"}. */
    String key();

    /** One line of meaning for schema, inspector and reference. */
    String meaning();
}
