package dev.blastradius.report.form;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.io.IOException;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of a PDF, each of them embedded once with the letters that are used, for its text and for its pictures. */
final class PdfFonts {

    private final PDDocument pdf;
    private final PDFont regular;
    private final PDFont semiBold;
    private final PDFont mono;
    private final CmapLookup interLetters;
    private final CmapLookup monoLetters;

    PdfFonts(PDDocument pdf) throws IOException {
        this.pdf = pdf;
        TrueTypeFont inter = parsed(Resource.font("Inter-Regular.ttf"));
        TrueTypeFont monospaced = parsed(Resource.font("JetBrainsMono-Regular.ttf"));
        interLetters = inter.getUnicodeCmapLookup();
        monoLetters = monospaced.getUnicodeCmapLookup();
        regular = embedded(inter);
        semiBold = embedded(parsed(Resource.font("Inter-SemiBold.ttf")));
        mono = embedded(monospaced);
    }

    /** Makes the fonts known to the style sheet. */
    void register(PdfRendererBuilder builder) throws IOException {
        use(builder, regular, "Inter", 400);
        use(builder, semiBold, "Inter", 600);
        use(builder, mono, "JetBrains Mono", 400);
        use(builder, embedded(parsed(WebFonts.figures("Inter-Regular.ttf"))), "Inter Figures", 400);
        use(builder, embedded(parsed(WebFonts.figures("Inter-SemiBold.ttf"))), "Inter Figures", 600);
    }

    /** Whether the fonts have a character; a line's end needs none. */
    boolean has(int point) {
        return point == '\n' || interLetters.getGlyphId(point) != 0 || monoLetters.getGlyphId(point) != 0;
    }

    /** Whether a text can be written with the font for a picture's letters. */
    boolean canWrite(Font font, String text) {
        return font.getFamily(Locale.ROOT).startsWith("Inter")
                && text.codePoints().allMatch(point -> interLetters.getGlyphId(point) != 0);
    }

    /** The font for a picture's letters. */
    PDFont of(Font font) {
        return font.getFontName(Locale.ROOT).contains("Semi") ? semiBold : regular;
    }

    private static void use(PdfRendererBuilder builder, PDFont font, String family, int weight) {
        builder.useFont(new PDFontSupplier(font), family, weight, FontStyle.NORMAL, true);
    }

    private PDFont embedded(TrueTypeFont font) throws IOException {
        return PDType0Font.load(pdf, font, true);
    }

    private static TrueTypeFont parsed(byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        // Looking for ligatures in every piece of text would take nine tenths of the time that a report takes.
        font.setEnableGsub(false);
        return font;
    }
}
