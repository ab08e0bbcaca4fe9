package dev.blastradius.cli;

import java.util.List;

/** The command line is wrong: everything that is wrong with it. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> complaints;

    UsageException(List<String> complaints) {
        super(String.join("; ", complaints));
        this.complaints = List.copyOf(complaints);
    }

    /** Sentences without full stops, one or more. */
    List<String> complaints() {
        return complaints;
    }
}
