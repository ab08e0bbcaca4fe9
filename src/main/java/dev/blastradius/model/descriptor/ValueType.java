package dev.blastradius.model.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * The values that a parameter can take: how they are read from a tree and written to one. The members are closed, so
 * that the schema and the inspector can treat each of them.
 *
 * @param <T> the Java type of the values
 */
public sealed interface ValueType<T>
        permits BooleanType,
                IntegerType,
                NumberType,
                AmountType,
                DurationType,
                TextType,
                ChoiceType,
                ListType,
                TupleType,
                MapType,
                ObjectType,
                UnionType,
                ShorthandType,
                MappedType,
                TreeType {

    /**
     * Reads a value. A value that is wrong adds problems to {@code problems} and gives null.
     *
     * @param tree what stands in the document, never null
     */
    @Nullable
    T read(Object tree, JsonPath where, Problems problems);

    /** Writes a value as a tree that {@link #read} reads back to an equal one. */
    Object write(T value);

    /** What may stand here, in words: {@code "a whole number of 1 or more"}. */
    String expected();
}
