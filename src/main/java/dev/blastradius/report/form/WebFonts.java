package dev.blastradius.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of a web page, inside it and with no more letters than it uses, so that it looks the same everywhere and stays small. */
final class WebFonts {

    /** OpenType's name for figures that are all equally wide. */
    static final String TABULAR = "tnum";

    /** What a browser needs of a font. The other tables speak of glyphs by numbers that a font with fewer of them does not have. */
    private static final List<String> TABLES = List.of(
            "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
            "prep");

    private WebFonts() {}

    /** The rules that bring the fonts. @param used the characters of the page */
    static String rules(Set<Integer> used) {
        Set<Integer> figures = Set.of(48, 49, 50, 51, 52, 53, 54, 55, 56, 57);
        return rule("Inter", 400, "Inter-Regular.ttf", used, false)
                + rule("Inter", 600, "Inter-SemiBold.ttf", used, false)
                + rule("Inter Figures", 400, "Inter-Regular.ttf", figures, true)
                + rule("Inter Figures", 600, "Inter-SemiBold.ttf", figures, true)
                + rule("JetBrains Mono", 400, "JetBrainsMono-Regular.ttf", used, false);
    }

    private static String rule(String family, int weight, String file, Set<Integer> used, boolean tabular) {
        return "@font-face { font-family: '" + family + "'; font-weight: " + weight + "; src: url(data:font/ttf;base64,"
                + subset(file, used, tabular) + ") format('truetype'); }\n";
    }

    private static String subset(String file, Set<Integer> used, boolean tabular) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Resource.font(file)))) {
            if (tabular) {
                font.enableGsubFeature(TABULAR);
            }
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            CmapLookup known = font.getUnicodeCmapLookup();
            used.stream().sorted().filter(point -> known.getGlyphId(point) != 0).forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
