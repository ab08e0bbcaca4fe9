package dev.blastradius.fault;

import dev.blastradius.model.descriptor.NumberType;

/** Something that the model file gives a size has another one for a while. */
public abstract non-sealed class Scaling extends Effect<Double> {

    /** What can be scaled: a closed set. */
    public enum Scaled {
        /** The sigma of log-normal times of own work that begins. */
        SPREAD,
        /** Rate and capacity of a provider's limits; at 0 all is refused as over the limit, even where there is none. */
        QUOTA,
        /** The servers that may start work. */
        SERVERS,
        /** A client's arrivals. */
        TRAFFIC,
        /** A cache's hit rate. */
        HITS
    }

    private final Scaled scaled;

    Scaling(String key, Scaled scaled, NumberType range, Reach reach, String meaning) {
        super(key, range, Double.class, Composition.FACTOR, reach, meaning);
        this.scaled = scaled;
    }

    /** What it scales. */
    public final Scaled scaled() {
        return scaled;
    }
}
