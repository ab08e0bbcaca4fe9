package dev.blastradius.cli;

/** Text in lines of at most {@value TextTable#WIDTH} characters, broken between words. */
final class Wrapped {

    private Wrapped() {}

    /**
     * The lines, each with a line feed.
     *
     * @param first what stands before the first line
     * @param others what stands before each other line
     */
    static String of(String text, String first, String others) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split(" +")) {
            if (!empty && line.length() + 1 + word.length() > TextTable.WIDTH) {
                lines.append(line).append('\n');
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        return lines.append(line).append('\n').toString();
    }
}
