package dev.blastradius.model.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a user's input, as a value: nothing is thrown, and all problems are reported at once.
 *
 * @param severity whether the input can be used all the same
 * @param where the JSON path of the place (RFC 9535's normal form with dots where it can), {@code $} for the whole
 * @param what what is wrong, one sentence without a full stop
 * @param expected what would have been right
 * @param found what stands there instead; empty where there is nothing to show
 * @param mend how to mend it; empty where {@code expected} says it all
 * @param line the line in the file, from 1; 0 where unknown
 * @param column the column in the file, from 1; 0 where unknown
 */
public record Problem(
        Severity severity,
        JsonPath where,
        String what,
        String expected,
        String found,
        String mend,
        int line,
        int column) {

    /** Whether an input can be used in spite of a problem. */
    public enum Severity {
        /** The input cannot be used. */
        ERROR,
        /** The input can be used, but is probably not what was meant. */
        WARNING
    }

    /** An error without a place in a file. */
    public static Problem error(JsonPath where, String what, String expected, @Nullable Object found) {
        return new Problem(Severity.ERROR, where, what, expected, show(found), "", 0, 0);
    }

    /** A warning without a place in a file. */
    public static Problem warning(JsonPath where, String what, String expected, @Nullable Object found) {
        return new Problem(Severity.WARNING, where, what, expected, show(found), "", 0, 0);
    }

    /** The same problem with advice. */
    public Problem mend(String advice) {
        return new Problem(severity, where, what, expected, found, advice, line, column);
    }

    /** The same problem at a place in a file. */
    public Problem at(int newLine, int newColumn) {
        return new Problem(severity, where, what, expected, found, mend, newLine, newColumn);
    }

    /** The same problem reported under another path. */
    public Problem under(JsonPath newWhere) {
        return new Problem(severity, newWhere, what, expected, found, mend, line, column);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line: {@code error at $.components.a.queue (line 3, column 7): …; expected …; found …; mend}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(severity == Severity.ERROR ? "error" : "warning")
                .append(" at ")
                .append(where);
        if (line > 0) {
            text.append(" (line ")
                    .append(line)
                    .append(", column ")
                    .append(column)
                    .append(')');
        }
        text.append(": ").append(what);
        if (!expected.isEmpty()) {
            text.append("; expected ").append(expected);
        }
        if (!found.isEmpty()) {
            text.append("; found ").append(found);
        }
        if (!mend.isEmpty()) {
            text.append("; ").append(mend);
        }
        return text.toString();
    }

    private static final int LONGEST_SHOWN = 60;

    /** A value as the user would recognise it, shortened, without control characters. */
    static String show(@Nullable Object found) {
        if (found == null) {
            return "";
        }
        String text = found instanceof String s ? '"' + s + '"' : String.valueOf(found);
        if (found instanceof java.util.Map<?, ?> map) {
            text = "an object with " + map.size() + (map.size() == 1 ? " key" : " keys");
        } else if (found instanceof java.util.List<?> list) {
            text = "a list of " + list.size();
        }
        StringBuilder clean = new StringBuilder();
        int shown = Math.min(text.length(), LONGEST_SHOWN);
        for (int i = 0; i < shown; i++) {
            char c = text.charAt(i);
            clean.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return text.length() > LONGEST_SHOWN ? clean + "…" : clean.toString();
    }
}
