package dev.blastradius.cli;

import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.Dials;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code --vary} says: {@code PATH=0,0.2,0.5}, {@code PATH=0..1/10}, or the path alone.
 *
 * @param path where a number stands in the model file
 * @param values what comes after the first equals sign; null where there is none
 */
record VaryText(String path, @Nullable String values) {

    /** The option's name. */
    static final String OPTION = "--vary";

    /** As many values of one parameter as anybody may want. */
    private static final int MOST_STEPS = 1_000;

    private static final int USUAL_STEPS = 10;
    private static final Pattern RANGE = Pattern.compile("(.*?)\\.\\.(.*?)(?:/(.*))?");

    /** Takes an option's text apart. */
    static VaryText of(String text) {
        int equals = text.indexOf('=');
        return equals < 0
                ? new VaryText(text, null)
                : new VaryText(text.substring(0, equals), text.substring(equals + 1));
    }

    /** The number that the path names; null where it names none, which is then complained of. */
    @Nullable
    Dial dial(Pipeline pipeline, Complaints complaints) {
        Problems problems = new Problems();
        Dial dial = Dials.find(pipeline, path, problems);
        problems.all().forEach(problem -> complain(OPTION, problem, complaints));
        return dial;
    }

    /**
     * The values in their order, each once: those that are listed, or those of a range in so many equal steps, both ends included. Complains
     * of what is wrong.
     */
    List<Double> values(Dial dial, Complaints complaints) {
        if (values == null || values.isBlank()) {
            complaints.add(
                    OPTION + ": no values; expected " + path + "=1,2,5 or " + path + "=1..5/4, a range in 4 steps");
            return List.of();
        }
        Matcher range = RANGE.matcher(values);
        List<@Nullable Double> read =
                range.matches() ? range(dial, range, complaints) : listed(dial, values.split(",", -1), complaints);
        List<Double> distinct = new ArrayList<>();
        for (Double value : read) {
            if (value != null && !distinct.contains(value)) {
                distinct.add(value);
            }
        }
        return distinct;
    }

    private List<@Nullable Double> listed(Dial dial, String[] tokens, Complaints complaints) {
        List<@Nullable Double> read = new ArrayList<>();
        for (String token : tokens) {
            read.add(value(OPTION + " " + path, dial, token, complaints));
        }
        if (read.size() > MOST_STEPS + 1) {
            complaints.add(
                    OPTION + " " + path + ": " + read.size() + " values; expected " + (MOST_STEPS + 1) + " at most");
        }
        return read;
    }

    private List<@Nullable Double> range(Dial dial, Matcher range, Complaints complaints) {
        Double from = value(OPTION + " " + path, dial, range.group(1), complaints);
        Double to = value(OPTION + " " + path, dial, range.group(2), complaints);
        int steps = steps(range.group(3), complaints);
        List<@Nullable Double> read = new ArrayList<>();
        if (from == null || to == null || steps == 0) {
            return read;
        }
        for (int i = 0; i <= steps; i++) {
            read.add(dial.rounded((from * (steps - i) + to * i) / steps));
        }
        return read;
    }

    /** How many steps; 0 where that is wrong. */
    private int steps(@Nullable String text, Complaints complaints) {
        if (text == null) {
            return USUAL_STEPS;
        }
        if (text.matches("[0-9]{1,4}")) {
            int steps = Integer.parseInt(text);
            if (steps >= 1 && steps <= MOST_STEPS) {
                return steps;
            }
        }
        complaints.add(OPTION + " " + path + ": not a number of steps; expected 1 to " + MOST_STEPS
                + " after the /; found \"" + Style.PLAIN.shortened(text, 60) + "\"");
        return 0;
    }

    /** One value by the rules of the format; null where it is wrong, which is then complained of. */
    static @Nullable Double value(String option, Dial dial, String text, Complaints complaints) {
        Problems problems = new Problems();
        Double value = dial.read(text.strip(), problems);
        for (Problem problem : problems.all()) {
            complaints.add(option + ": " + words(problem));
        }
        return value;
    }

    /** Complains of a problem of the model at its place. */
    static void complain(String option, Problem problem, Complaints complaints) {
        complaints.add(option + ": at " + problem.where() + ": " + words(problem));
    }

    private static String words(Problem problem) {
        return problem.what()
                + (problem.expected().isEmpty() ? "" : "; expected " + problem.expected())
                + (problem.found().isEmpty() ? "" : "; found " + problem.found())
                + (problem.mend().isEmpty() ? "" : "; " + problem.mend());
    }
}
