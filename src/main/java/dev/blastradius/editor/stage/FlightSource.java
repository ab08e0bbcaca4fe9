package dev.blastradius.editor.stage;

/** Where moving requests come from: a replication that goes on, or the record of one. */
@FunctionalInterface
public interface FlightSource {

    /** Adds what has set out since the last call. */
    void take(Dots dots);
}
