package dev.blastradius.model.descriptor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one input, up to a limit that keeps a hostile file from filling the memory. */
public final class Problems {

    /** So many problems are kept; the rest are only counted. */
    public static final int MOST = 1_000;

    private final List<Problem> all = new ArrayList<>();
    private int dropped;

    public void add(Problem problem) {
        if (all.size() < MOST) {
            all.add(problem);
        } else {
            dropped++;
        }
    }

    public void error(JsonPath where, String what, String expected, @Nullable Object found) {
        add(Problem.error(where, what, expected, found));
    }

    public void warning(JsonPath where, String what, String expected, @Nullable Object found) {
        add(Problem.warning(where, what, expected, found));
    }

    public List<Problem> all() {
        return List.copyOf(all);
    }

    /** How many problems came after the first {@link #MOST}. */
    public int dropped() {
        return dropped;
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(Problem::isError);
    }

    /** Whether there is an error at this place or inside it. */
    public boolean hasErrorsWithin(JsonPath where) {
        return all.stream()
                .anyMatch(problem -> problem.isError() && problem.where().isWithin(where));
    }
}
