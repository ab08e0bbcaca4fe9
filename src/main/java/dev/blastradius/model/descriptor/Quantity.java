package dev.blastradius.model.descriptor;

/** A number with its unit: the parameters of a distribution of times or of plain numbers. */
public sealed interface Quantity permits Duration, Amount {

    /** The value in the base unit: seconds for a {@link Duration}, the number itself for an {@link Amount}. */
    double value();
}
