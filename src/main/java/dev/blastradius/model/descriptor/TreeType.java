package dev.blastradius.model.descriptor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object kept as it stands, such as a merge patch (in which {@code null} has a meaning). */
public record TreeType() implements ValueType<Tree> {

    @Override
    public @Nullable Tree read(Object tree, JsonPath where, Problems problems) {
        if (tree instanceof Map<?, ?> object) {
            return Tree.of(object);
        }
        problems.error(where, "not an object", expected(), tree);
        return null;
    }

    @Override
    public Object write(Tree value) {
        return value.entries();
    }

    @Override
    public String expected() {
        return "an object";
    }
}
