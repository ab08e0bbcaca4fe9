package dev.blastradius.report.form;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.wording.SafeText;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Pictures in a PDF: painted into it as lines and letters. */
final class PdfPictures implements FSObjectDrawer {

    private static final String TYPE = "application/x-picture";

    /** The page's column in points of 1/96 inch: 170 of A4's 210 mm. */
    private static final double MOST_WIDTH = 642;

    /** As high as leaves room for a heading and a caption. */
    private static final double MOST_HEIGHT = 780;

    private final PdfFonts fonts;
    private final List<Illustration> illustrations = new ArrayList<>();

    PdfPictures(PdfFonts fonts) {
        this.fonts = fonts;
    }

    /** Has the pictures of a page painted. */
    void register(DefaultObjectDrawerFactory drawers) {
        drawers.registerDrawer(TYPE, this);
    }

    /** A picture's element, as wide as the page at most. */
    Element of(Block.Figure figure) {
        Illustration illustration = figure.illustration();
        double scale = Math.min(1, Math.min(MOST_WIDTH / illustration.width(), MOST_HEIGHT / illustration.height()));
        Element element = new Element("object").attr("type", TYPE).attr("data", String.valueOf(illustrations.size()));
        element.attr("alt", SafeText.line(figure.alternative()));
        element.attr(
                "style",
                String.format(
                        Locale.ROOT,
                        "width: %.2fpx; height: %.2fpx",
                        illustration.width() * scale,
                        illustration.height() * scale));
        illustrations.add(illustration);
        return element;
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
        Illustration illustration = illustrations.get(Integer.parseInt(element.getAttribute("data")));
        float wide = (float) width / dotsPerPixel;
        float high = (float) height / dotsPerPixel;
        device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> {
            write(graphics);
            graphics.scale(wide / illustration.width(), high / illustration.height());
            illustration.paint(graphics, ChartTheme.LIGHT);
        });
        return Map.of();
    }

    private void write(Graphics2D graphics) {
        if (graphics instanceof PdfBoxGraphics2D pdf) {
            pdf.setFontTextDrawer(new PdfLetters(fonts));
        }
    }
}
