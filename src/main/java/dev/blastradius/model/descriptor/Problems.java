package dev.blastradius.model.descriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one input, up to a limit that keeps a hostile file from filling the memory. */
public final class Problems {

    /** So many problems are kept; the rest are only counted. */
    public static final int MOST = 1_000;

    private final List<Problem> all = new ArrayList<>();
    private int dropped;
    private boolean errors;

    public void add(Problem problem) {
        add(problem.isError(), () -> problem);
    }

    /** Adds an error that is worked out only where it is kept: a hostile file can have millions. */
    public void addError(Supplier<Problem> problem) {
        add(true, problem);
    }

    public void error(JsonPath where, String what, String expected, @Nullable Object found) {
        add(true, () -> Problem.error(where, what, expected, found));
    }

    public void warning(JsonPath where, String what, String expected, @Nullable Object found) {
        add(false, () -> Problem.warning(where, what, expected, found));
    }

    private void add(boolean error, Supplier<Problem> problem) {
        errors |= error;
        if (all.size() < MOST) {
            all.add(problem.get());
        } else {
            dropped++;
        }
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    /** How many problems came after the first {@link #MOST}. */
    public int dropped() {
        return dropped;
    }

    /** Whether there is an error, one that was only counted included. */
    public boolean hasErrors() {
        return errors;
    }

    /** Whether there is an error at this place or inside it. */
    public boolean hasErrorsWithin(JsonPath where) {
        return all.stream()
                .anyMatch(problem -> problem.isError() && problem.where().isWithin(where));
    }
}
