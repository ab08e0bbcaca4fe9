package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** Requests are refused at once, before any limit, queue or work; on a dependency: they do not get through. */
public abstract non-sealed class Refusal extends Effect<Boolean> {

    private final CallOutcome outcome;

    Refusal(String key, Reach reach, CallOutcome outcome, String meaning) {
        super(key, FLAG, Boolean.class, Composition.ANY, reach, meaning);
        this.outcome = outcome;
    }

    /** What the caller gets. */
    public final CallOutcome outcome() {
        return outcome;
    }
}
