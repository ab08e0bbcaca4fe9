package dev.blastradius.io;

import dev.blastradius.model.descriptor.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON objects as a person edits them in a field. */
public final class TreeText {

    private TreeText() {}

    /** The object that a text says; null where it says none, with the problems that there are. */
    public static @Nullable Map<?, ?> read(String text, Problems problems) {
        Object tree = JsonTree.read(text, problems);
        return tree instanceof Map<?, ?> object && !problems.hasErrors() ? object : null;
    }

    /** The text of an object, two spaces a level. */
    public static String print(Object tree) {
        return JsonPrinter.print(tree);
    }
}
