package dev.blastradius.model.descriptor;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One word of a closed set.
 *
 * @param choices the words with their meanings, in the order they are shown
 */
public record ChoiceType<E extends Enum<E> & Named>(List<E> choices) implements ValueType<E> {

    /** All constants of an enum. */
    public static <E extends Enum<E> & Named> ChoiceType<E> of(Class<E> type) {
        return new ChoiceType<>(List.of(type.getEnumConstants()));
    }

    @Override
    public @Nullable E read(Object tree, JsonPath where, Problems problems) {
        for (E choice : choices) {
            if (choice.key().equals(tree)) {
                return choice;
            }
        }
        Problem problem = Problem.error(where, "not one of the choices", expected(), tree);
        if (tree instanceof String word) {
            String nearest = Nearest.of(word, choices.stream().map(Named::key).toList());
            problem = nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
        }
        problems.add(problem);
        return null;
    }

    @Override
    public Object write(E value) {
        return value.key();
    }

    @Override
    public String expected() {
        return choices.stream().map(each -> '"' + each.key() + '"').collect(Collectors.joining(", "));
    }
}
