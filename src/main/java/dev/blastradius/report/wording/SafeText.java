package dev.blastradius.report.wording;

import java.util.regex.Pattern;

/**
 * Text from a model file as any form and any picture may hold it. What a file may not hold (halves of characters, most control characters), and what would turn the text
 * around it (the controls of the reading direction), shows as U+FFFD, so that nothing disappears unseen. Line ends and tabs become spaces.
 */
public final class SafeText {

    private static final char REPLACEMENT = '\uFFFD';

    /** The space between a number and its unit, or what it may be off by. */
    private static final Pattern UNIT = Pattern.compile("(?<=\\d) (?=[%×]|(?:ms|s|min|h|d)\\b)| (?=±)");

    private SafeText() {}

    /** A text of one line. */
    public static String line(String text) {
        return cleaned(text, false);
    }

    /** A text of one line in which a number is never parted from its unit. */
    public static String prose(String text) {
        return UNIT.matcher(line(text)).replaceAll("\u00A0");
    }

    /** A text that keeps its lines. */
    public static String lines(String text) {
        return cleaned(text.replace("\r\n", "\n").replace('\r', '\n'), true);
    }

    private static String cleaned(String text, boolean keepsLines) {
        StringBuilder cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' && keepsLines) {
                cleaned.append('\n');
            } else if (point == '\n' || point == '\r' || point == '\t' || point == 0x2028 || point == 0x2029) {
                cleaned.append(' ');
            } else if (isHarmless(point)) {
                cleaned.appendCodePoint(point);
            } else {
                cleaned.append(REPLACEMENT);
            }
        });
        return cleaned.toString();
    }

    private static boolean isHarmless(int point) {
        boolean control = Character.getType(point) == Character.CONTROL;
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean turnsText = point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        boolean isNone = (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        return !control && !half && !turnsText && !isNone;
    }
}
