package dev.blastradius.io;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes a tree as JSON for people: two spaces a level, and what is short on one line. The document and what stands
 * directly under it are always spread out.
 */
final class JsonPrinter {

    private static final int WIDTH = 110;
    private static final int SPREAD_LEVELS = 2;

    private final StringBuilder out = new StringBuilder();

    private JsonPrinter() {}

    /** The text of a tree, with a newline at its end. Throws IllegalArgumentException for a number that JSON has not. */
    static String print(Object tree) {
        JsonPrinter printer = new JsonPrinter();
        printer.value(tree, 0, 0);
        return printer.out.append('\n').toString();
    }

    /** The text of a tree on one line, without a newline, however long. Throws as {@link #print} does. */
    static String line(Object tree) {
        return String.valueOf(oneLine(tree, Integer.MAX_VALUE));
    }

    private void value(@Nullable Object tree, int level, int used) {
        String line = level < SPREAD_LEVELS && !isEmpty(tree) && isContainer(tree) ? null : oneLine(tree, WIDTH - used);
        if (line != null) {
            out.append(line);
        } else if (tree instanceof Map<?, ?> object) {
            object(object, level);
        } else if (tree instanceof List<?> list) {
            list(list, level);
        } else {
            out.append(scalar(tree));
        }
    }

    private void object(Map<?, ?> object, int level) {
        out.append('{');
        String separator = "\n";
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            String key = quote((String) entry.getKey()) + ": ";
            indent(separator, level + 1);
            out.append(key);
            value(entry.getValue(), level + 1, 2 * (level + 1) + key.length() + 1);
            separator = ",\n";
        }
        indent("\n", level);
        out.append('}');
    }

    private void list(List<?> list, int level) {
        out.append('[');
        String separator = "\n";
        for (Object each : list) {
            indent(separator, level + 1);
            value(each, level + 1, 2 * (level + 1) + 1);
            separator = ",\n";
        }
        indent("\n", level);
        out.append(']');
    }

    private void indent(String separator, int level) {
        out.append(separator).append("  ".repeat(level));
    }

    private static boolean isContainer(@Nullable Object tree) {
        return tree instanceof Map || tree instanceof List;
    }

    private static boolean isEmpty(@Nullable Object tree) {
        return tree instanceof Map<?, ?> object && object.isEmpty() || tree instanceof List<?> list && list.isEmpty();
    }

    /** A container on one line; null where it is longer than {@code most} characters. */
    private static @Nullable String oneLine(@Nullable Object tree, int most) {
        if (!isContainer(tree)) {
            return scalar(tree);
        }
        StringBuilder line = new StringBuilder();
        return append(tree, line, most) ? line.toString() : null;
    }

    private static boolean append(@Nullable Object tree, StringBuilder line, int most) {
        if (isEmpty(tree)) {
            line.append(tree instanceof Map ? "{}" : "[]");
        } else if (tree instanceof Map<?, ?> object) {
            line.append("{ ");
            for (Iterator<? extends Map.Entry<?, ?>> each = object.entrySet().iterator(); each.hasNext(); ) {
                Map.Entry<?, ?> entry = each.next();
                line.append(quote((String) entry.getKey())).append(": ");
                if (!append(entry.getValue(), line, most)) {
                    return false;
                }
                line.append(each.hasNext() ? ", " : " }");
            }
        } else if (tree instanceof List<?> list) {
            line.append('[');
            for (Iterator<?> each = list.iterator(); each.hasNext(); ) {
                if (!append(each.next(), line, most)) {
                    return false;
                }
                line.append(each.hasNext() ? ", " : "]");
            }
        } else {
            line.append(scalar(tree));
        }
        return line.length() <= most;
    }

    private static String scalar(@Nullable Object tree) {
        if (tree instanceof String text) {
            return quote(text);
        }
        if (tree instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("JSON has no number " + number);
            }
            double size = Math.abs(number);
            boolean plain = size >= 1e-9 && size < 1e15;
            return plain ? new BigDecimal(number.toString()).toPlainString() : number.toString();
        }
        return String.valueOf(tree);
    }

    private static String quote(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
