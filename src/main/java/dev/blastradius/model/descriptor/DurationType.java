package dev.blastradius.model.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * A length of time.
 *
 * @param zeroAllowed whether it may be 0
 */
public record DurationType(boolean zeroAllowed) implements ValueType<Duration> {

    @Override
    public @Nullable Duration read(Object tree, JsonPath where, Problems problems) {
        Duration value = tree instanceof String text ? Duration.parse(text) : null;
        if (value == null) {
            Problem problem = Problem.error(where, "not a duration", expected(), tree);
            if (tree instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() < 1e9) {
                problem = problem.mend("add the unit, as in \"" + tree + "s\"");
            }
            problems.add(problem);
            return null;
        }
        if (value.nanos() == 0 && !zeroAllowed) {
            problems.error(where, "a duration of zero", "a duration above zero", tree);
            return null;
        }
        return value;
    }

    @Override
    public Object write(Duration value) {
        return value.text();
    }

    @Override
    public String expected() {
        return Duration.EXPECTED + ", of at most 36500d";
    }
}
