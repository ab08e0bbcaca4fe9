package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** A share of finished answers, paid for and with all calls made, is worth nothing; the first effect that spoils one decides how. */
public abstract non-sealed class SpoiltAnswers extends Effect<Double> {

    private final CallOutcome outcome;

    SpoiltAnswers(String key, CallOutcome outcome, String meaning) {
        super(key, SHARE, Double.class, Composition.INDEPENDENT, Reach.STATIONS, meaning);
        this.outcome = outcome;
    }

    /** What the caller gets; {@code OK}: it does not notice, and what it makes of the answer is wrong too. */
    public final CallOutcome outcome() {
        return outcome;
    }
}
