package dev.blastradius.report.form;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.text.AttributedCharacterIterator;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Writes a picture's text as text, in the PDF's own fonts; what they have no letters for is drawn as lines. */
final class PdfLetters extends PdfBoxGraphics2DFontTextDrawer {

    private final PdfFonts fonts;

    PdfLetters(PdfFonts fonts) {
        this.fonts = fonts;
    }

    @Override
    public boolean canDrawText(AttributedCharacterIterator text, IFontTextDrawerEnv env) {
        StringBuilder all = new StringBuilder();
        for (char each = text.first(); each != AttributedCharacterIterator.DONE; each = text.next()) {
            all.append(each);
        }
        text.first();
        return fonts.canWrite(env.getFont(), all.toString());
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv env) {
        return fonts.of(Objects.requireNonNullElse(font, env.getFont()));
    }
}
