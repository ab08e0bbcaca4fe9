package dev.blastradius.cli;

import java.nio.charset.Charset;
import java.util.Map;

/**
 * How text is written: with which signs, and whether in colour.
 *
 * @param unicode whether the character set has the signs beyond ASCII that are used here
 * @param colours whether the other end is a terminal whose user wants colours
 */
record Style(boolean unicode, boolean colours) {

    /** ASCII without colours. */
    static final Style PLAIN = new Style(false, false);

    private static final String SIGNS = "±…–";
    private static final String ESCAPE = "\u001b[";

    /** What suits a stream: colours only on a terminal, and not where {@code NO_COLOR} is set (no-color.org). */
    static Style of(Charset charset, boolean terminal, Map<String, String> environment) {
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "").equals("dumb");
        boolean understood = environment.containsKey("TERM") || environment.containsKey("WT_SESSION");
        return new Style(
                charset.canEncode() && charset.newEncoder().canEncode(SIGNS), terminal && understood && !refused);
    }

    /** The sign before a half width. */
    String plusMinus() {
        return unicode ? "±" : "+-";
    }

    /** What stands for left-out text. */
    String ellipsis() {
        return unicode ? "…" : "..";
    }

    /** What stands for a value that there is not. */
    String none() {
        return unicode ? "–" : "-";
    }

    String heading(String text) {
        return paint("1", text);
    }

    String good(String text) {
        return paint("32", text);
    }

    String bad(String text) {
        return paint("31", text);
    }

    private String paint(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /**
     * A text from a file, on one line: without control characters, which could steer the terminal, and without the signs that turn the
     * direction of writing around.
     */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean shown = type != Character.CONTROL
                    && type != Character.FORMAT
                    && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR
                    && type != Character.PARAGRAPH_SEPARATOR;
            clean.appendCodePoint(shown ? c : ' ');
        });
        return clean.toString().strip();
    }

    /** A text of at most so many characters. */
    String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most - ellipsis().length()) + ellipsis();
    }
}
