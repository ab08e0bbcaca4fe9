package dev.blastradius.cli;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with a command line, all of it at once. */
final class Complaints {

    private final List<String> all = new ArrayList<>();

    /** Adds a sentence without a full stop. */
    void add(String complaint) {
        all.add(Style.clean(complaint));
    }

    List<String> all() {
        return List.copyOf(all);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * An option's value by the rules of the model file's own parameter; null where it is absent or wrong.
     *
     * @param option its name, such as {@code --seed}
     * @param text what the command line says; null: nothing
     */
    <T> @Nullable T value(String option, @Nullable String text, ValueType<T> type) {
        if (text == null) {
            return null;
        }
        Problems problems = new Problems();
        T value = type.read(tree(text), JsonPath.ROOT, problems);
        for (Problem problem : problems.all()) {
            String advice = problem.mend().isEmpty() ? "" : "; " + problem.mend();
            add(option + ": " + problem.what() + "; expected " + problem.expected() + "; found \""
                    + Style.PLAIN.shortened(text, 60) + "\"" + advice);
        }
        return value;
    }

    /** Adds a problem of a JSON text that an option gives, with its place in that. */
    void problem(String option, Problem problem) {
        String place = problem.where().equals(JsonPath.ROOT) ? "" : "at " + problem.where() + ": ";
        String expected = problem.expected().isEmpty() ? "" : "; expected " + problem.expected();
        String found = problem.found().isEmpty() ? "" : "; found " + problem.found();
        String advice = problem.mend().isEmpty() ? "" : "; " + problem.mend();
        add(option + ": " + place + problem.what() + expected + found + advice);
    }

    /** Numbers as the model file would have them; everything else is text, durations too. */
    private static Object tree(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            return text.matches("-?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?") ? (Object) Double.valueOf(text) : text;
        }
    }

    /** Complains of an id that does not exist. */
    void unknown(String option, String noun, String id, Collection<String> known) {
        String nearest = Nearest.of(id, known);
        add(option + ": there is no " + noun + " \"" + Style.PLAIN.shortened(id, 60) + "\""
                + (nearest == null ? "" : "; did you mean \"" + nearest + "\"?")
                + (known.isEmpty()
                        ? "; the model has none"
                        : (nearest == null ? "; " : " ") + "the model has " + String.join(", ", known)));
    }
}
