package dev.blastradius.report.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Illustration;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures become files. */
class SvgTest {

    private static final String NAME = "Web visitors";

    /** A picture of one line of text with a clip, so that there is an id in it. */
    private static Illustration written(String text) {
        return new ChartIllustration.Painted(200, 40, (graphics, theme) -> {
            graphics.setPaint(theme.background());
            graphics.fillRect(0, 0, 200, 40);
            graphics.setPaint(theme.text());
            graphics.clipRect(10, 0, 150, 30);
            graphics.setFont(PictureFont.bold(12, text));
            graphics.drawString(text, 10, 20);
        });
    }

    private static String svg(Illustration picture, String title, String description) {
        return Svg.text(picture, ChartTheme.LIGHT, title, description, "");
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    @Test
    void textStaysTextInTheFontThatTheProgramBrings() throws Exception {
        Document document = parsed(svg(written(NAME), "t", "d"));
        Element text = elements(document, "text").get(0);
        assertEquals(NAME, text.getTextContent());
        Element styled = text;
        while (styled.getAttribute("font-family").isEmpty()) {
            styled = (Element) styled.getParentNode();
        }
        assertTrue(styled.getAttribute("font-family").startsWith("Inter, "), styled.getAttribute("font-family"));
        assertEquals("600", styled.getAttribute("font-weight"));
    }

    @Test
    void aTextTakesAsMuchRoomInAnotherFontAsInItsOwn() throws Exception {
        Element text = elements(parsed(svg(written(NAME), "t", "d")), "text").get(0);
        double width = PictureFont.width(PictureFont.bold(12, NAME), NAME);
        assertEquals(width, Double.parseDouble(text.getAttribute("textLength")), 0.01);
    }

    @Test
    void titleAndDescriptionComeFirst() throws Exception {
        Element svg = parsed(svg(written(NAME), "Goodput", "It fell to 3 %")).getDocumentElement();
        assertEquals("title", svg.getFirstChild().getNodeName());
        assertEquals("Goodput", svg.getFirstChild().getTextContent());
        assertEquals("It fell to 3 %", svg.getFirstChild().getNextSibling().getTextContent());
        assertEquals("0 0 200 40", svg.getAttribute("viewBox"));
        assertEquals("img", svg.getAttribute("role"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</text><script>alert(1)</script>",
                "\"><svg onload=alert(1)>",
                "]]> <!-- & &lt; &#0; <?php ?>",
                "nul \u0000 bell \u0007 \uFFFE",
                "测试 提供者",
                "half \uD83D"
            })
    void aHostileNameIsText(String name) throws Exception {
        Document document = parsed(svg(written(name), name, name));
        assertTrue(elements(document, "script").isEmpty());
        assertEquals(1, elements(document, "svg").size());
        assertEquals(
                name.replaceAll("[\\x00\\x07\\uFFFE]|\\uD83D$", "\uFFFD"),
                document.getDocumentElement().getFirstChild().getTextContent());
    }

    @Test
    void theSamePictureGivesTheSameFile() throws IOException {
        StringWriter one = new StringWriter();
        StringWriter other = new StringWriter();
        Svg.write(written(NAME), ChartTheme.LIGHT, "t", "d", one);
        Svg.write(written(NAME), ChartTheme.LIGHT, "t", "d", other);
        assertEquals(one.toString(), other.toString());
        assertTrue(one.toString().startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
        assertArrayEquals(png(NAME), png(NAME));
    }

    private static byte[] png(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(written(name), ChartTheme.DARK, 2.4, out);
        return out.toByteArray();
    }

    @Test
    void idsOfTwoPicturesOfAPageDiffer() throws Exception {
        List<Element> clips = elements(parsed(Svg.text(written(NAME), ChartTheme.LIGHT, "t", "d", "a-")), "clipPath");
        assertFalse(clips.isEmpty());
        for (Element clip : clips) {
            assertTrue(clip.getAttribute("id").startsWith("a-"), clip.getAttribute("id"));
        }
        String svg = Svg.text(written(NAME), ChartTheme.LIGHT, "t", "d", "a-");
        assertTrue(svg.contains("url(#" + clips.get(0).getAttribute("id") + ")"), svg);
    }

    @Test
    void aPngHasAsManyPixelsAsItsScaleSays() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(NAME)));
        assertEquals(480, image.getWidth());
        assertEquals(96, image.getHeight());
        assertEquals(ChartTheme.DARK.background(), new Color(image.getRGB(0, 0)));
    }

    @Test
    void lettersThatInterDoesNotHaveAreWrittenInAnotherFont() {
        assertTrue(PictureFont.isOwn(PictureFont.plain(10, "Größe – naïve Δ × → …")));
        assertEquals(Font.SANS_SERIF, PictureFont.plain(10, "模型").getFamily());
    }

    @Test
    void aTextIsCutWhereThereIsNoRoomAndNeverInTheMiddleOfALetter() {
        Font font = PictureFont.plain(10, NAME);
        assertEquals(NAME, PictureFont.fitting(font, NAME, 500));
        String cut = PictureFont.fitting(font, NAME, 40);
        assertTrue(cut.endsWith("…") && NAME.startsWith(cut.substring(0, cut.length() - 1)), cut);
        assertTrue(PictureFont.width(font, cut) <= 40);
        for (int room = 0; room < 60; room++) {
            String smile = PictureFont.fitting(font, "🚀🚀🚀🚀", room);
            assertFalse(smile.matches("(?s).*[\\uD800-\\uDBFF]…"), smile);
        }
    }

    @Test
    void aSlideIsSixteenToNineAndHoldsItsPictureWhole() {
        Illustration tall = new ChartIllustration.Painted(100, 900, (graphics, theme) -> corner(graphics));
        BufferedImage image = Png.image(new Slide("A title", tall), ChartTheme.LIGHT, Slide.SCALE);
        assertEquals(1920, image.getWidth());
        assertEquals(1080, image.getHeight());
        boolean seen = false;
        for (int x = 0; x < image.getWidth() && !seen; x++) {
            for (int y = image.getHeight() - 40; y < image.getHeight(); y++) {
                seen |= new Color(image.getRGB(x, y)).equals(Color.MAGENTA);
            }
        }
        assertTrue(seen, "the lowest pixels of the picture are on the slide");
    }

    private static void corner(Graphics2D graphics) {
        graphics.setPaint(Color.MAGENTA);
        graphics.fillRect(0, 880, 100, 20);
    }

    @Test
    void lettersAreMeasuredAsWideAsTheyAreAlsoByChartsThatTakeACopy() {
        String text = "0123456789".repeat(10);
        Font font = PictureFont.plain(11, text);
        List<Integer> widths = new ArrayList<>();
        svg(
                new ChartIllustration.Painted(10, 10, (graphics, theme) -> {
                    widths.add(graphics.getFontMetrics(font).stringWidth(text));
                    widths.add(graphics.create().getFontMetrics(font).stringWidth(text));
                }),
                NAME,
                NAME);
        assertEquals(2, widths.size());
        widths.forEach(width -> assertEquals(PictureFont.width(font, text), width, 1));
    }
}
