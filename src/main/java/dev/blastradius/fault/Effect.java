package dev.blastradius.fault;

import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ValueType;
import java.util.Map;

/**
 * Something that a fault does to what it befalls.
 *
 * @param <T> the Java type of its value in a model: {@code Boolean}, {@code Double} or {@code Duration}
 */
public final class Effect<T> {

    /** How several faults that do the same add up. */
    public enum Composition {
        /** Probabilities of independent events: 1 − (1 − a)(1 − b); none is 0. */
        INDEPENDENT {
            @Override
            public double none() {
                return 0;
            }

            @Override
            public double compose(double a, double b) {
                return 1 - (1 - a) * (1 - b);
            }
        },
        /** Factors multiply; none is 1. */
        FACTOR {
            @Override
            public double none() {
                return 1;
            }

            @Override
            public double compose(double a, double b) {
                return a * b;
            }
        },
        /** Times, in seconds, add up; none is 0. */
        SUM {
            @Override
            public double none() {
                return 0;
            }

            @Override
            public double compose(double a, double b) {
                return a + b;
            }
        },
        /** A state, 1 or 0, that holds while any fault says so; a ramp has no meaning for it. */
        ANY {
            @Override
            public double none() {
                return 0;
            }

            @Override
            public double compose(double a, double b) {
                return Math.max(a, b);
            }
        };

        /** The value when no fault does it. */
        public abstract double none();

        /** The value of two together. */
        public abstract double compose(double a, double b);
    }

    /** What it can befall. */
    public enum Reach {
        /** Components that work on requests. */
        STATIONS,
        /** Such components, and the network on a dependency. */
        STATIONS_AND_NETWORK,
        /** Clients. */
        CLIENTS,
        /** Caches. */
        CACHES
    }

    private final Parameter<Map<String, Object>, T> parameter;
    private final Composition composition;
    private final Reach reach;

    Effect(String key, ValueType<T> type, Class<T> javaType, Composition composition, Reach reach, String meaning) {
        this.parameter = Parameter.<Map<String, Object>, T>of(
                        key, type, effects -> javaType.cast(effects.get(key)), meaning)
                .absentMeans("untouched");
        this.composition = composition;
        this.reach = reach;
    }

    /** The key in a fault, such as {@code "errorRate"}. */
    public String key() {
        return parameter.key();
    }

    /** Its description for the model file. */
    public Parameter<Map<String, Object>, T> parameter() {
        return parameter;
    }

    public Composition composition() {
        return composition;
    }

    public Reach reach() {
        return reach;
    }
}
