package dev.blastradius.cli;

import org.jspecify.annotations.Nullable;

/** A command of the program, its options filled in by the command line's parser. */
interface Command {

    /** Checks the options as far as that goes without the model. */
    void check(Complaints complaints);

    /**
     * Does it. Called after {@link #check}, where that found nothing wrong.
     *
     * @param console where it writes
     * @return one of {@link ExitStatus}
     * @throws UsageException where the options do not fit the model
     */
    int run(Console console) throws UsageException;

    /** The seed that it works with, for the report of a fault; null where there is none (yet). */
    default @Nullable Long seed() {
        return null;
    }
}
