package dev.blastradius.fault;

import dev.blastradius.model.descriptor.ValueType;

/**
 * A component's own work takes another time, from work that begins under the fault on; on a dependency: the way there does. Several
 * act one after the other, in the order of {@link Effects#ALL}.
 */
public abstract non-sealed class OwnTime<T> extends Effect<T> {

    OwnTime(String key, ValueType<T> type, Class<T> javaType, Composition composition, Reach reach, String meaning) {
        super(key, type, javaType, composition, reach, meaning);
    }

    /**
     * The time that it turns a time into, in seconds.
     *
     * @param value what the faults of the moment add up to
     */
    public abstract double applied(double seconds, double value);
}
