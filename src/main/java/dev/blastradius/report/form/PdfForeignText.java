package dev.blastradius.report.form;

import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Text in scripts that the embedded fonts have no letters for: it is drawn as lines with the machine's own font, which shapes and orders it,
 * and has the text as its alternative. Between two pieces a line may end.
 */
final class PdfForeignText implements FSObjectDrawer {

    private static final String TYPE = "application/x-letters";
    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

    /** Letters are measured at this size, and their widths told in em. */
    private static final int MEASURED = 100;

    /** What is written from the right is not broken over lines up to this length. */
    private static final int LONGEST_FROM_THE_RIGHT = 32;

    private static final double HEIGHT = 1.2;
    private static final double ASCENT = 0.95;

    private final PdfFonts fonts;
    private @Nullable SharedContext styles;

    PdfForeignText(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** Has such text drawn. */
    void register(DefaultObjectDrawerFactory drawers) {
        drawers.registerDrawer(TYPE, this);
    }

    /** Has it drawn in the colours of the text around it. */
    void follow(SharedContext itsStyles) {
        styles = itsStyles;
    }

    /** Adds a text, in pieces where the fonts do not have all of it. */
    void add(Element to, String text) {
        int from = 0;
        while (from < text.length()) {
            boolean foreign = !fonts.has(text.codePointAt(from));
            int end = from;
            while (end < text.length() && fonts.has(text.codePointAt(end)) != foreign) {
                end += Character.charCount(text.codePointAt(end));
            }
            if (foreign) {
                end = withSpaces(text, end);
                addPieces(to, text.substring(from, end));
            } else {
                to.appendChild(new TextNode(text.substring(from, end)));
            }
            from = end;
        }
    }

    /** The end of a run of such text, the spaces between its words included, for where words stand from the right they must be drawn as one. */
    private int withSpaces(String text, int end) {
        int last = end;
        for (int next = end; next < text.length(); next += Character.charCount(text.codePointAt(next))) {
            int point = text.codePointAt(next);
            if (!fonts.has(point)) {
                last = next + Character.charCount(point);
            } else if (point != ' ') {
                break;
            }
        }
        return last;
    }

    private static void addPieces(Element to, String run) {
        char[] letters = run.toCharArray();
        if (run.length() <= LONGEST_FROM_THE_RIGHT && Bidi.requiresBidi(letters, 0, letters.length)) {
            addPiece(to, run);
            return;
        }
        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(run);
        int from = lines.first();
        for (int end = lines.next(); end != BreakIterator.DONE; end = lines.next()) {
            addPiece(to, run.substring(from, end));
            from = end;
        }
    }

    private static void addPiece(Element to, String piece) {
        to.appendElement("object")
                .attr("type", TYPE)
                .attr("data", piece)
                .attr("alt", piece)
                .addClass("letters")
                .attr("style", String.format(Locale.ROOT, "width: %.3fem; height: %.1fem", width(piece), HEIGHT));
    }

    private static double width(String piece) {
        return layout(piece, MEASURED).getAdvance() / (double) MEASURED;
    }

    private static TextLayout layout(String piece, double size) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) size);
        return new TextLayout(piece, font, METRICS);
    }

    @Override
    public Map<Shape, String> drawObject(
            org.w3c.dom.Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        Color color = colorOf(element);
        double size = height / dotsPerPixel / HEIGHT;
        TextLayout layout = layout(element.getAttribute("data"), size);
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(0, ASCENT * size));
        float wide = (float) width / dotsPerPixel;
        float high = (float) height / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> {
            graphics.setColor(color);
            graphics.fill(outline);
        });
        return Map.of();
    }

    private Color colorOf(org.w3c.dom.Element element) {
        return styles != null && styles.getStyle(element).getColor() instanceof FSRGBColor rgb
                ? new Color(rgb.getRed(), rgb.getGreen(), rgb.getBlue())
                : Color.BLACK;
    }
}
