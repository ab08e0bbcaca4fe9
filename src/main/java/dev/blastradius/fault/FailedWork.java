package dev.blastradius.fault;

/** A share of requests is answered with an error after the component's own work and before its calls; such work is not billed. */
public abstract non-sealed class FailedWork extends Effect<Double> {

    FailedWork(String key, String meaning) {
        super(key, SHARE, Double.class, Composition.INDEPENDENT, Reach.STATIONS, meaning);
    }
}
