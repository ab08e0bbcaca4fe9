package dev.blastradius.model;

/** What a caller does about failure, as a record; the policies there are live above this package, each in a file of its own. */
public interface Policy {

    /** The key under which it stands in a dependency, such as {@code "retry"}. */
    String key();

    /** What the drawing says of it, in a word or two, such as {@code "3 tries"}. */
    String caption();
}
