package dev.blastradius.model.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * A plain number where the same object could hold a duration: a parameter of a distribution of numbers.
 *
 * @param number the range and the unit
 */
public record AmountType(NumberType number) implements ValueType<Amount> {

    @Override
    public @Nullable Amount read(Object tree, JsonPath where, Problems problems) {
        Double value = number.read(tree, where, problems);
        return value == null ? null : new Amount(value);
    }

    @Override
    public Object write(Amount value) {
        return NumberType.number(value.value());
    }

    @Override
    public String expected() {
        return number.expected();
    }
}
