package dev.blastradius.editor.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How well a text answers to what was typed.
 *
 * @param score 0 to 100; the higher the better
 * @param marked the letters of the text that answer to it
 */
public record Match(double score, BitSet marked) {

    private static final double WHOLE = 100;
    private static final double START = 90;
    private static final double WORD = 80;
    private static final double INITIALS = 65;
    private static final double INSIDE = 50;
    private static final double SCATTERED = 25;

    /** The part of a score that letters standing apart cost at most, so that even they rank by how close they are. */
    private static final double FARTHEST = 20;

    /**
     * Matches a text with what was typed: each word of it must be the start of the text, the start of a word, the initials of words, a part
     * of a word, or at least letters of the text in their order, the first of them beginning a word.
     *
     * @return null where it does not answer to it; nothing typed matches everything, with score 0
     */
    public static @Nullable Match of(String typed, String text) {
        BitSet marked = new BitSet();
        List<String> tokens = tokens(typed);
        double sum = 0;
        for (String token : tokens) {
            double score = score(token, text, marked);
            if (score <= 0) {
                return null;
            }
            sum += score;
        }
        return new Match(tokens.isEmpty() ? 0 : sum / tokens.size(), marked);
    }

    /** Whether each word of what was typed stands in a text. */
    public static boolean holds(String typed, String text) {
        String small = small(text);
        return tokens(typed).stream().allMatch(small::contains);
    }

    /** What was typed, word by word, in small letters. */
    static List<String> tokens(String typed) {
        List<String> tokens = new ArrayList<>();
        for (String token : small(typed).strip().split("\\s+", -1)) {
            if (!token.isEmpty()) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    /** Letter by letter, so that places in the text stay what they were. */
    private static String small(String text) {
        StringBuilder small = new StringBuilder(text.length());
        text.chars().forEach(c -> small.append(Character.toLowerCase((char) c)));
        return small.toString();
    }

    /** How well one word answers; 0 where it does not. Marks the letters. */
    static double score(String token, String text, BitSet marked) {
        String small = small(text);
        if (small.equals(token)) {
            marked.set(0, text.length());
            return WHOLE;
        }
        if (small.startsWith(token)) {
            marked.set(0, token.length());
            return START;
        }
        int word = wordStart(token, small, text);
        if (word >= 0) {
            marked.set(word, word + token.length());
            return WORD;
        }
        if (initials(token, small, text, marked)) {
            return INITIALS;
        }
        int inside = small.indexOf(token);
        if (inside >= 0) {
            marked.set(inside, inside + token.length());
            return INSIDE;
        }
        return scattered(token, small, text, marked);
    }

    private static int wordStart(String token, String small, String text) {
        int at = small.indexOf(token);
        while (at >= 0 && !beginsWord(text, at)) {
            at = small.indexOf(token, at + 1);
        }
        return at;
    }

    private static boolean beginsWord(String text, int at) {
        if (!Character.isLetterOrDigit(text.charAt(at))) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean hump = Character.isLowerCase(before) && Character.isUpperCase(text.charAt(at));
        return !Character.isLetterOrDigit(before) || hump;
    }

    private static boolean initials(String token, String small, String text, BitSet marked) {
        if (token.length() < 2) {
            return false;
        }
        BitSet found = new BitSet();
        int next = 0;
        for (int i = 0; i < text.length() && next < token.length(); i++) {
            if (beginsWord(text, i)) {
                if (small.charAt(i) == token.charAt(next)) {
                    found.set(i);
                    next++;
                } else if (next > 0) {
                    return false;
                }
            }
        }
        if (next < token.length()) {
            return false;
        }
        marked.or(found);
        return true;
    }

    private static double scattered(String token, String small, String text, BitSet marked) {
        if (token.length() < 2) {
            return 0;
        }
        for (int start = 0; start < text.length(); start++) {
            if (small.charAt(start) == token.charAt(0) && beginsWord(text, start)) {
                BitSet found = inOrder(token, small, start);
                if (found != null) {
                    marked.or(found);
                    int gaps = found.length() - start - token.length();
                    return SCATTERED - Math.min(FARTHEST, gaps);
                }
            }
        }
        return 0;
    }

    private static @Nullable BitSet inOrder(String token, String small, int start) {
        BitSet found = new BitSet();
        int at = start;
        for (int i = 0; i < token.length(); i++) {
            at = small.indexOf(token.charAt(i), at);
            if (at < 0) {
                return null;
            }
            found.set(at);
            at++;
        }
        return found;
    }

    /** The text in small letters, for searching in it. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
