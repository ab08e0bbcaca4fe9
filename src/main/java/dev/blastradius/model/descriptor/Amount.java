package dev.blastradius.model.descriptor;

/**
 * A plain number in a place where a duration could stand too, such as a count of tokens.
 *
 * @param value the number
 */
public record Amount(double value) implements Quantity {}
