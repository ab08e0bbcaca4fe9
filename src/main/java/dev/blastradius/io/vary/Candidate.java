package dev.blastradius.io.vary;

import org.jspecify.annotations.Nullable;

/**
 * A number of a model that is worth varying, with a sensible range; its present value lies within it.
 *
 * @param dial the number; its {@link Dial#present} is not null
 * @param from the range's lower end, in the dial's unit
 * @param to the range's upper end
 * @param scenario the scenario that it belongs to; null: it matters in all
 */
public record Candidate(
        Dial dial, double from, double to, @Nullable String scenario) {}
