package dev.blastradius.fault;

/**
 * A share of answers breaks off part-way, at a place uniform over the answer; drawn when the own work begins. That part takes its
 * part of the time and is billed; nothing is called; the caller gets {@code truncated}.
 */
public abstract non-sealed class CutAnswers extends Effect<Double> {

    CutAnswers(String key, String meaning) {
        super(key, SHARE, Double.class, Composition.INDEPENDENT, Reach.STATIONS, meaning);
    }
}
