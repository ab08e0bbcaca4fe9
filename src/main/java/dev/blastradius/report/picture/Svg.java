package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.wording.SafeText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Pictures as Scalable Vector Graphics 1.1: text stays text, and the same picture gives the same file. */
public final class Svg {

    private static final String SVG = "http://www.w3.org/2000/svg";

    private Svg() {}

    /**
     * Writes a picture as an SVG file in UTF-8's letters.
     *
     * @param title its name, for those who do not see it
     * @param description what it says in words
     */
    public static void write(
            Illustration illustration, ChartTheme theme, String title, String description, Writer writer)
            throws IOException {
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        writer.write(text(illustration, theme, title, description, ""));
        writer.write("\n");
    }

    /**
     * A picture as one {@code svg} element, such as a page can hold.
     *
     * @param title its name, for those who do not see it
     * @param description what it says in words
     * @param prefix what the ids in it begin with, so that no two pictures of a page have the same: letters, digits and hyphens
     */
    public static String text(
            Illustration illustration, ChartTheme theme, String title, String description, String prefix) {
        Element svg = element(illustration, theme, title, description, prefix);
        try {
            TransformerFactory factory = TransformerFactory.newInstance();
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_STYLESHEET, "");
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter writer = new StringWriter();
            transformer.transform(new DOMSource(svg), new StreamResult(writer));
            return writer.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Element element(
            Illustration illustration, ChartTheme theme, String title, String description, String prefix) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(2);
        SvgGraphics graphics = new SvgGraphics(context);
        illustration.paint(graphics, theme);
        Element svg = graphics.getRoot();
        SvgTidy.tidy(svg, prefix);
        svg.setAttribute("viewBox", "0 0 " + number(illustration.width()) + " " + number(illustration.height()));
        svg.setAttribute("width", number(illustration.width()));
        svg.setAttribute("height", number(illustration.height()));
        svg.setAttribute("role", "img");
        Element desc = document.createElementNS(SVG, "desc");
        desc.setTextContent(SafeText.line(description));
        svg.insertBefore(desc, svg.getFirstChild());
        Element name = document.createElementNS(SVG, "title");
        name.setTextContent(SafeText.line(title));
        svg.insertBefore(name, desc);
        return svg;
    }

    private static Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().getDOMImplementation().createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.format(Locale.ROOT, "%.2f", number);
    }
}
