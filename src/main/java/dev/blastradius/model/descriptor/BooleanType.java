package dev.blastradius.model.descriptor;

import org.jspecify.annotations.Nullable;

/** {@code true} or {@code false}. */
public record BooleanType() implements ValueType<Boolean> {

    @Override
    public @Nullable Boolean read(Object tree, JsonPath where, Problems problems) {
        if (tree instanceof Boolean value) {
            return value;
        }
        problems.error(where, "not a truth value", expected(), tree);
        return null;
    }

    @Override
    public Object write(Boolean value) {
        return value;
    }

    @Override
    public String expected() {
        return "true or false";
    }
}
