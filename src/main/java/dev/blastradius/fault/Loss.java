package dev.blastradius.fault;

/** A share of requests is swallowed on arrival and never answered; on a dependency: lost on the way. */
public abstract non-sealed class Loss extends Effect<Double> {

    Loss(String key, Reach reach, String meaning) {
        super(key, SHARE, Double.class, Composition.INDEPENDENT, reach, meaning);
    }
}
