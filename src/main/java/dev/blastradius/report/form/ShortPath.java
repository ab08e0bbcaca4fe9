package dev.blastradius.report.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same path in fewer letters: to a tenth of 1/96 inch, each point told from the one before it (SVG 1.1, "Path data"). A curve over time
 * becomes about a fifth as long, and with it most of a page with pictures.
 */
final class ShortPath {

    private static final String KNOWN = "MLCQZ0123456789.- ,";
    private static final Pattern TOKEN = Pattern.compile("[MLCQZ]|-?[0-9]+(?:\\.[0-9]+)?");

    private final StringBuilder out = new StringBuilder();
    private char last = ' ';

    /** Where the pen is, in tenths. */
    private long x;

    private long y;
    private long startX;
    private long startY;

    private ShortPath() {}

    /** A path that says the same. One with other commands than absolute M, L, C, Q and Z stays as it is. */
    static String of(String path) {
        if (!path.startsWith("M") || path.chars().anyMatch(letter -> KNOWN.indexOf(letter) < 0)) {
            return path;
        }
        Matcher tokens = TOKEN.matcher(path);
        ShortPath result = new ShortPath();
        char command = ' ';
        while (tokens.find()) {
            String token = tokens.group();
            if (token.equals("Z")) {
                result.close();
            } else if (Character.isLetter(token.charAt(0))) {
                command = token.charAt(0);
            } else {
                long[] points = new long[2 * points(command)];
                points[0] = tenths(token);
                for (int i = 1; i < points.length; i++) {
                    if (!tokens.find()) {
                        return path;
                    }
                    points[i] = tenths(tokens.group());
                }
                result.to(command, points);
                command = command == 'M' ? 'L' : command;
            }
        }
        return result.out.toString();
    }

    private static int points(char command) {
        return switch (command) {
            case 'C' -> 3;
            case 'Q' -> 2;
            default -> 1;
        };
    }

    private static long tenths(String number) {
        return Math.round(10 * Double.parseDouble(number));
    }

    private void to(char command, long[] points) {
        long toX = points[points.length - 2];
        long toY = points[points.length - 1];
        switch (command) {
            case 'M' -> {
                command('M');
                number(toX);
                number(toY);
                startX = toX;
                startY = toY;
            }
            case 'L' -> line(toX - x, toY - y);
            default -> {
                command(Character.toLowerCase(command));
                for (int i = 0; i < points.length; i += 2) {
                    number(points[i] - x);
                    number(points[i + 1] - y);
                }
            }
        }
        x = toX;
        y = toY;
    }

    private void line(long right, long down) {
        if (right == 0 && down == 0 && last != 'M') {
            return; // a step too small to be seen; after M it may be a dot
        }
        command(down == 0 ? 'h' : right == 0 ? 'v' : 'l');
        if (right != 0 || down == 0) {
            number(right);
        }
        if (down != 0) {
            number(down);
        }
    }

    private void close() {
        out.append('z');
        last = 'z';
        x = startX;
        y = startY;
    }

    private void command(char command) {
        // Further points of the same kind need no letter.
        if (command != last || command == 'M') {
            out.append(command);
        }
        last = command;
    }

    private void number(long tenths) {
        boolean follows = out.length() > 0 && Character.isDigit(out.charAt(out.length() - 1));
        if (follows && tenths >= 0) {
            out.append(' ');
        }
        if (tenths < 0) {
            out.append('-');
        }
        long size = Math.abs(tenths);
        out.append(size / 10);
        if (size % 10 != 0) {
            out.append('.').append(size % 10);
        }
    }
}
