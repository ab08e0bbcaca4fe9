package dev.blastradius.model.check;

import dev.blastradius.model.descriptor.Problems;

/** Something that must be true of a whole pipeline. */
@FunctionalInterface
public interface Rule {

    /** Adds what is wrong to {@code problems}; places are those of the model file. */
    void check(Subject subject, Problems problems);
}
