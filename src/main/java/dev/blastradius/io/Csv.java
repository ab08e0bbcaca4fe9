package dev.blastradius.io;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * A table as CSV (RFC 4180) with line feeds. Text comes from files that somebody else may have written, and spreadsheets take a cell
 * that begins with {@code = + - @}, a tab or a line's end for a formula: such a text gets an apostrophe before it,
 * as OWASP's page on CSV injection advises. Numbers do not.
 */
final class Csv {

    /** The last four are the signs' wide forms, which some spreadsheets read as the signs. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder text = new StringBuilder();
    private boolean rowBegun;

    /** Adds a cell of text. */
    Csv text(String value) {
        boolean formula = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0;
        return cell(quoted(formula ? "'" + value : value));
    }

    /** Adds a number, in the same form on every Java; an empty cell where it is not finite. */
    Csv number(double value) {
        return cell(Double.isFinite(value) ? NumberOutput.toString(value, true) : "");
    }

    /** Adds a count. */
    Csv count(long value) {
        return cell(Long.toString(value));
    }

    /** Ends the row. */
    Csv endRow() {
        text.append('\n');
        rowBegun = false;
        return this;
    }

    private Csv cell(String value) {
        if (rowBegun) {
            text.append(',');
        }
        rowBegun = true;
        text.append(value);
        return this;
    }

    private static String quoted(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** The table so far. */
    @Override
    public String toString() {
        return text.toString();
    }
}
