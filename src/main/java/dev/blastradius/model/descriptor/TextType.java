package dev.blastradius.model.descriptor;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text.
 *
 * @param pattern a regular expression that the whole text must match; null for any text
 * @param form the pattern in words; empty where there is none
 * @param longest the most characters
 */
public record TextType(@Nullable String pattern, String form, int longest) implements ValueType<String> {

    /** A line or a paragraph for people. */
    public static final TextType PROSE = new TextType(null, "", 20_000);

    @Override
    public @Nullable String read(Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof String text)) {
            problems.error(where, "not a text", expected(), tree);
            return null;
        }
        if (text.length() > longest || pattern != null && !Pattern.matches(pattern, text)) {
            problems.error(where, text.length() > longest ? "too long" : "not of this form", expected(), tree);
            return null;
        }
        if (!isPlain(text)) {
            problems.error(
                    where,
                    "a control character or half a character in the text",
                    "letters, signs, spaces and line breaks",
                    tree);
            return null;
        }
        return text;
    }

    /** Whether the text can be shown and saved: no control characters but tab and line breaks, no lone surrogates. */
    private static boolean isPlain(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'
                        || Character.getType(c) == Character.SURROGATE);
    }

    @Override
    public Object write(String value) {
        return value;
    }

    @Override
    public String expected() {
        return form.isEmpty() ? "a text of at most " + longest + " characters" : form;
    }
}
