package dev.blastradius.experiment.search;

import java.util.List;

/** Pipelines by the values of the parameters that are varied. */
@FunctionalInterface
public interface Trials {

    /**
     * The one with these values. Throws IllegalArgumentException for values that the model cannot have.
     *
     * @param values one for each parameter, in the parameters' own units
     */
    Trial at(List<Double> values);
}
