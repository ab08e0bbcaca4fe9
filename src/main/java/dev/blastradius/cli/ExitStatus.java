package dev.blastradius.cli;

/** With what status the program ends; scripts depend on these. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** An objective was missed where the command line asked to fail then. */
    static final int OBJECTIVE_MISSED = 1;

    /** The command line is wrong, or a file that it names cannot be written. */
    static final int WRONG_USAGE = 2;

    /** The model or another input is invalid. */
    static final int INVALID_INPUT = 3;

    /** A fault of the program's own (EX_SOFTWARE of sysexits.h). */
    static final int OWN_FAULT = 70;

    /** Ended by Ctrl+C, as a shell says it: 128 + SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
