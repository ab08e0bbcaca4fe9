package dev.blastradius.ui.look;

/** Names from model files as they can stand in a line of the window: they are other people's text, and may be anything. */
public final class Lines {

    private static final int LONGEST = 200;

    private Lines() {}

    /** A name in one line: no line breaks, nothing that turns the direction of what stands around it, and no more than 200 characters. */
    public static String one(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ")
                .replaceAll("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
