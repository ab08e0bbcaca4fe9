package dev.blastradius.report.basis;

import java.util.List;
import java.util.regex.Pattern;

/** A command line as a reader copies it into a POSIX shell. */
final class ShellLine {

    /** What a shell takes as it is. A tilde does not stand here: in front of a name it means a home folder. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:,=+@%-]+");

    /** Lines are no longer than this where there is a place to break them. */
    private static final int WIDTH = 88;

    private static final String INDENT = "    ";

    private ShellLine() {}

    /** Words as one command, broken before options where it is long. */
    static String of(List<String> words) {
        StringBuilder text = new StringBuilder();
        int used = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = quoted(words.get(i));
            boolean withValue = isOption(words.get(i)) && i + 1 < words.size() && !isOption(words.get(i + 1));
            int needed =
                    word.length() + (withValue ? 1 + quoted(words.get(i + 1)).length() : 0);
            if (used > 0 && isOption(words.get(i)) && used + 1 + needed > WIDTH) {
                text.append(" \\\n").append(INDENT).append(word);
                used = INDENT.length() + word.length();
            } else {
                text.append(used == 0 ? "" : " ").append(word);
                used += (used == 0 ? 0 : 1) + word.length();
            }
        }
        return text.toString();
    }

    private static boolean isOption(String word) {
        return word.startsWith("--");
    }

    /** A word that the shell gives to the program unchanged. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
