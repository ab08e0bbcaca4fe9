package dev.blastradius.fault;

/** A component stands still: nothing starts, and running work ends as much later as it stood still. */
public abstract non-sealed class Halt extends Effect<Boolean> {

    Halt(String key, String meaning) {
        super(key, FLAG, Boolean.class, Composition.ANY, Reach.STATIONS, meaning);
    }
}
