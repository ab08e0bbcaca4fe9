package dev.blastradius.fault;

/** A stop-the-world pause, a suspended machine, a lock that everything waits for. */
final class Freeze extends Halt {

    Freeze() {
        super("freeze", "Nothing starts, and running work stands still");
    }
}
