package dev.blastradius.model;

import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.ValueType;

/**
 * Where the canvas draws a component's upper left corner, in pixels at 100 %; it never affects a result.
 *
 * @param x to the right
 * @param y downwards
 */
public record Position(Double x, Double y) {

    private static final NumberType PIXELS = NumberType.from(-1e6, 1e6, "pixels");

    /** Written as {@code [x, y]}. */
    public static final ValueType<Position> TYPE = new TupleType<>(ObjectType.of(
            "position",
            "Where the canvas draws a component",
            Position.class,
            Parameter.<Position, Double>of("x", PIXELS, Position::x, "To the right")
                    .mandatory(),
            Parameter.<Position, Double>of("y", PIXELS, Position::y, "Downwards")
                    .mandatory()));
}
