package dev.blastradius.report.form;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts of a web page, inside it and with no more letters than it uses, so that it looks the same everywhere and stays small. */
final class WebFonts {

    /** OpenType's name for figures that are all equally wide. */
    private static final String TABULAR = "tnum";

    /** 0 to 9. */
    private static final Set<Integer> FIGURES =
            IntStream.rangeClosed('0', '9').boxed().collect(Collectors.toSet());

    /** What a browser needs of a font. The other tables speak of glyphs by numbers that a font with fewer of them does not have. */
    private static final List<String> TABLES = List.of(
            "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post",
            "prep");

    private WebFonts() {}

    /** The rules that bring the fonts. @param used the characters of the page */
    static String rules(Set<Integer> used) {
        return rule("Inter", 400, "Inter-Regular.ttf", used, false)
                + rule("Inter", 600, "Inter-SemiBold.ttf", used, false)
                + rule("Inter Figures", 400, "Inter-Regular.ttf", FIGURES, true)
                + rule("Inter Figures", 600, "Inter-SemiBold.ttf", FIGURES, true)
                + rule("JetBrains Mono", 400, "JetBrainsMono-Regular.ttf", used, false);
    }

    private static String rule(String family, int weight, String file, Set<Integer> used, boolean tabular) {
        return "@font-face { font-family: '" + family + "'; font-weight: " + weight + "; src: url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(subset(file, used, tabular)) + ") format('truetype'); }\n";
    }

    /** A font of nothing but figures, all of them equally wide, so that columns of numbers stand under one another. */
    static byte[] figures(String file) {
        return subset(file, FIGURES, true);
    }

    private static byte[] subset(String file, Set<Integer> used, boolean tabular) {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Resource.font(file)))) {
            if (tabular) {
                font.enableGsubFeature(TABULAR);
            }
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            CmapLookup known = font.getUnicodeCmapLookup();
            used.stream().sorted().filter(point -> known.getGlyphId(point) != 0).forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
