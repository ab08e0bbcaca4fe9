package dev.blastradius.io;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON into plain trees. Keys that stand twice in an object are all reported; the last one counts. Anything that is
 * no JSON, or beyond the limits of {@link JsonText}, ends the reading with one problem at its place.
 */
final class JsonTree {

    /** Ends the reading: the problem has been added. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final int LONGEST_MESSAGE = 200;

    private final String text;
    private final JsonParser parser;
    private final Problems problems;
    private JsonPath innermost = JsonPath.ROOT;
    private JsonLocation opened = JsonLocation.NA;
    private int depth;
    private int values;

    private JsonTree(String text, JsonParser parser, Problems problems) {
        this.text = text;
        this.parser = parser;
        this.problems = problems;
    }

    /** The tree of a text; null where it is no JSON, which is then a problem, or where it says {@code null}. */
    static @Nullable Object read(String text, Problems problems) {
        if (text.length() > JsonText.MOST_CHARACTERS) {
            problems.error(
                    JsonPath.ROOT,
                    "the text is too large",
                    "at most " + SourceText.megabytes(JsonText.MOST_CHARACTERS),
                    null);
            return null;
        }
        try (JsonParser parser = JsonText.parser(text)) {
            JsonTree reader = new JsonTree(text, parser, problems);
            try {
                return reader.document();
            } catch (JsonProcessingException e) {
                reader.report(e);
                return null;
            }
        } catch (Unreadable e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory", e);
        }
    }

    private @Nullable Object document() throws IOException, Unreadable {
        if (next() == null) {
            problems.add(Problem.error(JsonPath.ROOT, "the file is empty", "a model in JSON", null)
                    .at(1, 1));
            throw new Unreadable();
        }
        Object tree = value(JsonPath.ROOT);
        if (next() != null) {
            JsonLocation here = parser.currentTokenLocation();
            fail("there is more after the end of the model", "one JSON object", here);
        }
        if (tree == null) {
            problems.add(Problem.error(JsonPath.ROOT, "null", "a model in JSON", null)
                    .at(1, 1));
        }
        return tree;
    }

    private @Nullable Object value(JsonPath where) throws IOException, Unreadable {
        values++;
        if (values > JsonText.MOST_VALUES) {
            fail("too many values", "at most " + JsonText.MOST_VALUES, parser.currentTokenLocation());
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(where);
            case START_ARRAY -> list(where);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> wholeNumber(parser.getText());
            case VALUE_NUMBER_FLOAT -> number(parser.getText());
            default -> null;
        };
    }

    private Map<String, @Nullable Object> object(JsonPath where) throws IOException, Unreadable {
        JsonLocation outer = enter(where);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        while (next() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (entries.containsKey(key)) {
                JsonLocation place = parser.currentTokenLocation();
                problems.add(Problem.error(where.key(key), "this key stands twice in one object", "each key once", key)
                        .at(place.getLineNr(), place.getColumnNr()));
            }
            boolean opens = next() == JsonToken.START_OBJECT || parser.currentToken() == JsonToken.START_ARRAY;
            entries.put(key, value(opens ? where.key(key) : where));
        }
        leave(where, outer);
        return entries;
    }

    private List<@Nullable Object> list(JsonPath where) throws IOException, Unreadable {
        JsonLocation outer = enter(where);
        List<@Nullable Object> entries = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            entries.add(value(where.index(entries.size())));
        }
        leave(where, outer);
        return entries;
    }

    private JsonLocation enter(JsonPath where) throws Unreadable {
        JsonLocation here = parser.currentTokenLocation();
        depth++;
        if (depth > JsonText.DEEPEST) {
            fail("nested too deeply", "at most " + JsonText.DEEPEST + " levels of objects and lists", here);
        }
        JsonLocation outer = opened;
        innermost = where;
        opened = here;
        return outer;
    }

    private void leave(JsonPath where, JsonLocation outer) {
        depth--;
        innermost = where.parent() == null ? where : where.parent();
        opened = outer;
    }

    private static Object wholeNumber(String digits) {
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException e) {
            return number(digits);
        }
    }

    /** A number as a double; negative zero, which no place of the format tells from zero, becomes zero. */
    private static Double number(String digits) {
        return Double.parseDouble(digits) + 0.0;
    }

    private @Nullable JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** What the parser complains of; it reads texts only when they are asked for, so that any step can come upon it. */
    private void report(JsonProcessingException e) throws Unreadable {
        if (e instanceof JsonEOFException) {
            fail("the file ends too early", ending(), parser.currentLocation());
        } else if (e instanceof StreamConstraintsException limit) {
            fail(limit(limit), "", parser.currentLocation());
        }
        syntax(e, e.getLocation() == null ? parser.currentLocation() : e.getLocation());
    }

    private String ending() {
        return depth == 0
                ? "the end of a value"
                : "the end of what begins at line " + opened.getLineNr() + ", column " + opened.getColumnNr();
    }

    private static String limit(StreamConstraintsException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Number")) {
            return "a number of more than " + JsonText.LONGEST_NUMBER + " digits";
        }
        return message.startsWith("Name") ? "a key of more than " + JsonText.LONGEST_KEY + " characters" : message;
    }

    private void syntax(JsonProcessingException e, JsonLocation place) throws Unreadable {
        int offset = (int) Math.max(0, Math.min(text.length(), place.getCharOffset()));
        char before = lastLetterBefore(offset);
        char here = offset < text.length() ? text.charAt(offset) : ' ';
        if (before == ',' && (here == '}' || here == ']')) {
            fail("a comma before the closing " + here, "no comma after the last entry", place);
        }
        if (here == 0 || offset > 0 && text.charAt(offset - 1) == 0) {
            fail("this is not JSON: a NUL character", "", place);
        }
        fail("this is not JSON: " + plain(e.getOriginalMessage()), "", place);
    }

    /** Jackson's message without what speaks to programmers: character codes and settings. */
    private static String plain(String message) {
        String first = message.lines().findFirst().orElse("");
        String told = first.replaceAll(" \\(code [0-9]+[^)]*\\)", "").replaceAll(": enable `.*", "");
        StringBuilder clean = new StringBuilder();
        told.chars().limit(LONGEST_MESSAGE).forEach(c -> clean.append(Character.isISOControl(c) ? '\uFFFD' : (char) c));
        return clean.toString();
    }

    private char lastLetterBefore(int offset) {
        int i = offset - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }

    private void fail(String what, String expected, JsonLocation place) throws Unreadable {
        problems.add(Problem.error(innermost, what, expected, null).at(place.getLineNr(), place.getColumnNr()));
        throw new Unreadable();
    }
}
