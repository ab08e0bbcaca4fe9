package dev.blastradius.ui.start;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a longer text, in whole sentences where that is possible. */
final class Sentences {

    private Sentences() {}

    /**
     * As many whole sentences as fit, but at least the first, cut at a word where that alone is too long.
     *
     * @param most characters
     */
    static String first(String text, int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.UK);
        sentences.setText(line);
        int end = 0;
        for (int next = sentences.next(); next != BreakIterator.DONE && next <= most + 1; next = sentences.next()) {
            end = next;
        }
        if (end > 0) {
            return line.substring(0, end).strip();
        }
        if (line.length() <= most) {
            return line;
        }
        int word = line.lastIndexOf(' ', most);
        return line.substring(0, word > 0 ? word : most) + " …";
    }
}
