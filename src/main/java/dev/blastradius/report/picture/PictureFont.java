package dev.blastradius.report.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * The letters of pictures: Inter, which the program brings, so that a picture looks the same wherever it was made. What Inter has no letters
 * for is written with the machine's own font.
 */
public final class PictureFont {

    /** The family's name, as style sheets and SVG have it. */
    public static final String FAMILY = "Inter";

    private static final String FOLDER = "/dev/blastradius/report/font/";
    private static final Font REGULAR = load("Inter-Regular.ttf");
    private static final Font SEMI_BOLD = load("Inter-SemiBold.ttf");
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    private PictureFont() {}

    /** Usual letters for a text, so many units high. */
    public static Font plain(double size, String text) {
        return fitting(REGULAR, Font.PLAIN, size, text);
    }

    /** Letters that stand out for a text, so many units high. */
    public static Font bold(double size, String text) {
        return fitting(SEMI_BOLD, Font.BOLD, size, text);
    }

    /** How wide a text is. */
    static double width(Font font, String text) {
        return text.isEmpty() ? 0 : font.getStringBounds(text, METRICS).getWidth();
    }

    /** Whether a font is one of those that the program brings. */
    static boolean isOwn(Font font) {
        return font.getFamily(Locale.ROOT).startsWith(FAMILY);
    }

    /** As much of a text as there is room for, with an ellipsis where that is not all; empty where there is room for nothing. */
    static String fitting(Font font, String text, double room) {
        if (width(font, text) <= room) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(font, cut(text, middle)) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low == 0 ? "" : cut(text, low);
    }

    /** Never half of a letter that takes two characters. */
    private static String cut(String text, int length) {
        int end = length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static Font fitting(Font own, int style, double size, String text) {
        return own.canDisplayUpTo(text) < 0
                ? own.deriveFont((float) size)
                : new Font(Font.SANS_SERIF, style, 1).deriveFont((float) size);
    }

    private static Font load(String file) {
        try (InputStream in = PictureFont.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the program has no " + file);
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
