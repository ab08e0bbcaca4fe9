package dev.blastradius.model;

import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.ValueType;

/**
 * How many times a dependency is called, one after another: always {@code min} = {@code max}, or uniformly drawn between them.
 *
 * @param min the fewest, 0 or more
 * @param max the most
 */
public record Calls(Long min, Long max) {

    private static final int MOST = 10_000;

    public static final Parameter<Calls, Long> MIN = Parameter.of(
                    "min", new IntegerType(0, MOST), Calls::min, "The fewest calls")
            .mandatory();
    public static final Parameter<Calls, Long> MAX = Parameter.of(
                    "max", new IntegerType(1, MOST), Calls::max, "The most calls")
            .mandatory();

    /** A number alone is always so many. */
    public static final ValueType<Calls> TYPE = new ShorthandType<>(
            new IntegerType(0, MOST),
            Calls::always,
            calls -> calls.min.equals(calls.max) ? calls.min : null,
            ObjectType.of("calls", "How many calls, each number between as likely", Calls.class, MIN, MAX)
                    .withRule((it, where, problems) -> {
                        if (it.max < it.min) {
                            problems.error(where.key("max"), "\"max\" is below \"min\"", it.min + " or more", it.max);
                        }
                    }));

    /** Always so many. */
    public static Calls always(long count) {
        return new Calls(count, count);
    }
}
