package dev.blastradius.cli;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Stack;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The ids that an option names: one after the other, with commas between them, or the option again. What follows and cannot be
 * an id, such as the name of a model's file, is not taken for one.
 */
final class IdList implements IParameterConsumer {

    private static final String SEVERAL = Pipeline.ID_PATTERN + "(?:," + Pipeline.ID_PATTERN + ")*,?";

    @Override
    @SuppressWarnings("JdkObsolete") // the parser's own type
    public void consumeParameters(Stack<String> args, ArgSpec option, CommandSpec command) {
        List<String> ids = new ArrayList<>();
        List<String> before = option.getValue();
        if (before != null) {
            ids.addAll(before);
        }
        if (args.isEmpty() || args.peek().startsWith("-")) {
            ids.add("");
        } else {
            ids.addAll(List.of(args.pop().split(",")));
        }
        while (!args.isEmpty() && args.peek().matches(SEVERAL)) {
            ids.addAll(List.of(args.pop().split(",")));
        }
        option.setValue(ids);
    }

    /** Complains where an option names nothing. */
    static void check(String option, List<String> named, Complaints complaints) {
        if (named.contains("")) {
            complaints.add(option + ": nothing is named; expected an id");
        }
    }

    /**
     * The ids that are wanted, each once: those named, or where none is all that there are. Complains of each that there is not.
     *
     * @param option the option's name, such as {@code --scenario}
     * @param noun what it names, such as {@code scenario}
     */
    static List<String> wanted(
            String option, String noun, List<String> named, Collection<String> known, Complaints complaints) {
        List<String> ids = new ArrayList<>(new LinkedHashSet<>(named));
        for (String id : ids) {
            if (!known.contains(id)) {
                complaints.unknown(option, noun, id, known);
            }
        }
        return ids.isEmpty() ? List.copyOf(known) : List.copyOf(ids);
    }
}
