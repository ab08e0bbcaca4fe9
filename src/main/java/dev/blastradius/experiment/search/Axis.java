package dev.blastradius.experiment.search;

import java.util.List;

/**
 * A parameter and the values that a sweep gives it.
 *
 * @param varied the parameter
 * @param values in its unit, one or more, in the order in which they are run
 */
public record Axis(Varied varied, List<Double> values) {

    public Axis {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no value for " + varied);
        }
    }
}
