package dev.blastradius.report.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.wording.SafeText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormTest {

    private static final String HOSTILE = html(Samples.hostile());
    private static final org.jsoup.nodes.Document PAGE = Jsoup.parse(HOSTILE);

    private static String html(Document document) {
        return new String(HtmlForm.write(document), StandardCharsets.UTF_8);
    }

    @Test
    void namesAreTextWhereverTheyStand() {
        Set<String> known = Set.of(
                ("#root #document html head body meta title style a header nav main section p h1 h2 h3 span ul ol li dl dt dd div strong code pre"
                                + " figure figcaption table caption thead tbody tr th td svg g path rect line text desc defs"
                                + " clipPath polyline")
                        .split(" "));
        Set<String> found = new TreeSet<>();
        PAGE.getAllElements().forEach(element -> found.add(element.nodeName()));
        found.removeAll(known);
        assertEquals(Set.of(), found);
        List<String> headings = PAGE.select("h2").stream()
                .map(heading -> heading.wholeText().replaceFirst("^[0-9]+ ", ""))
                .toList();
        assertEquals(Samples.HOSTILE.stream().map(SafeText::line).toList(), headings);
    }

    @Test
    void noTextTurnsWhatStandsAroundItOrHoldsWhatNoPageMay() {
        assertTrue(HOSTILE.codePoints()
                .noneMatch(point -> point >= 0x202A && point <= 0x202E
                        || point >= 0x2066 && point <= 0x2069
                        || Character.isISOControl(point) && point != '\n'));
    }

    @Test
    void nothingIsRunAndNothingIsFetched() {
        for (Element element : PAGE.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String key = attribute.getKey();
                assertFalse(key.startsWith("on") || key.equals("src") || key.equals("style"), attribute.html());
                assertTrue(!key.endsWith("href") || attribute.getValue().startsWith("#"), attribute.html());
            }
        }
        assertEquals(
                0, PAGE.select("script, link, iframe, img, object, base, form").size());
        assertEquals(1, PAGE.select("style").size());
        Matcher urls = Pattern.compile("url\\((?!data:font/ttf;base64,|#)|@import")
                .matcher(PAGE.select("style").first().data());
        assertFalse(urls.find());
        assertTrue(PAGE.select("meta[http-equiv=Content-Security-Policy]")
                .attr("content")
                .startsWith("default-src 'none';"));
    }

    @Test
    void headingsGoDownOneLevelAtATimeUnderOneTitle() {
        int level = 0;
        for (Element heading : PAGE.select("h1, h2, h3, h4, h5, h6")) {
            int its = heading.nodeName().charAt(1) - '0';
            assertTrue(its <= level + 1, heading.text());
            level = its;
        }
        assertEquals(1, PAGE.select("h1").size());
        assertEquals("en-GB", PAGE.select("html").attr("lang"));
    }

    @Test
    void everyLinkLeadsSomewhereAndNoIdIsThereTwice() {
        Set<String> ids = new TreeSet<>();
        PAGE.select("[id]").forEach(element -> assertTrue(ids.add(element.id()), element.id()));
        PAGE.select("a")
                .forEach(link -> assertTrue(ids.contains(link.attr("href").substring(1)), link.outerHtml()));
        PAGE.select("[aria-labelledby]")
                .forEach(part -> assertTrue(ids.contains(part.attr("aria-labelledby")), part.id()));
        assertEquals("#report--text", PAGE.body().child(0).attr("href"));
    }

    @Test
    void aLinkToASectionThatIsNotThereIsItsText() {
        Document document = new Document(
                "T",
                "",
                List.of(new Section("a", "A", List.of(new Block.Paragraph(Words.NONE.link("see there", "b"))))));
        assertEquals("see there", Jsoup.parse(html(document)).select("main p").html());
    }

    @Test
    void everyTableHasACaptionAndHeadersForItsColumnsAndRows() {
        for (Element table : PAGE.select("table")) {
            assertFalse(table.select("caption").text().isBlank());
            assertEquals(2, table.select("thead th[scope=col]").size());
            assertEquals(1, table.select("tbody th[scope=row]").size());
            assertEquals(1, table.select("tbody td").size());
        }
        assertEquals(Samples.HOSTILE.size(), PAGE.select("table").size());
    }

    @Test
    void everyPictureSpeaksItsAlternativeText() {
        List<String> spoken = PAGE.select("figure [role=img]").eachAttr("aria-label");
        assertEquals(Samples.HOSTILE.stream().map(SafeText::line).toList(), spoken);
        assertEquals(spoken.size(), PAGE.select("figure svg[aria-hidden=true]").size());
    }

    @Test
    void theSameReportIsTheSameFile() {
        assertArrayEquals(HtmlForm.write(Samples.large(2, 5)), HtmlForm.write(Samples.large(2, 5)));
    }

    @Test
    void aPictureIsInThePageOnceAndItsColoursAreThoseOfBothThemes() {
        org.jsoup.nodes.Document page = Jsoup.parse(html(Samples.small()));
        assertEquals(1, page.select("svg").size());
        String style = page.select("style").first().data();
        String dark = style.substring(style.lastIndexOf("@media screen and (prefers-color-scheme: dark)"));
        assertEquals("white", page.select("svg [fill=white]").attr("fill"));
        assertTrue(
                page.select("svg [fill=white]").first().classNames().stream()
                        .anyMatch(name -> dark.contains("." + name + " { fill: rgb(13,17,23); }")),
                dark);
    }

    @Test
    void aPictureThatDiffersByMoreThanColoursIsThereInBoth() {
        Illustration twofold = new Illustration() {
            @Override
            public double width() {
                return 20;
            }

            @Override
            public double height() {
                return 20;
            }

            @Override
            public void paint(Graphics2D graphics, ChartTheme theme) {
                graphics.setPaint(Color.BLUE);
                graphics.drawRect(0, 0, 9, 9);
                if (theme.equals(ChartTheme.DARK)) {
                    graphics.setPaint(Color.GREEN);
                    graphics.drawLine(0, 0, 9, 9);
                }
            }
        };
        Document document = new Document(
                "T", "", List.of(new Section("a", "A", List.of(new Block.Figure(twofold, "two", Words.of("c"))))));
        org.jsoup.nodes.Document page = Jsoup.parse(html(document));
        assertEquals(1, page.select("svg.light-only").size());
        assertEquals(1, page.select("svg.dark-only").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void everyTextHasTheContrastThatTheGuidelinesAskFor(String theme) {
        String style = Resource.style("page.css");
        Matcher blocks = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL).matcher(style);
        assertTrue(blocks.find());
        assertTrue(theme.equals("light") || blocks.find());
        String variables = blocks.group(1);
        Color paper = color(variables, "paper");
        for (String text : List.of("ink", "soft", "accent", "link", "bad")) {
            assertContrast(color(variables, text), paper, theme + " " + text);
        }
        assertContrast(color(variables, "ink"), color(variables, "faint"), "code");
        assertContrast(color(variables, "ink"), color(variables, "notice-ground"), "notice");
        assertContrast(color(variables, "best"), color(variables, "best-ground"), "best");
    }

    /** 4.5 : 1 for text, Web Content Accessibility Guidelines 2.2, 1.4.3. */
    private static void assertContrast(Color text, Color ground, String what) {
        double a = luminance(text);
        double b = luminance(ground);
        double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        assertTrue(contrast >= 4.5, what + ": " + contrast);
    }

    private static Color color(String variables, String name) {
        Matcher value = Pattern.compile("--" + name + ": (#[0-9a-f]{6});").matcher(variables);
        assertTrue(value.find(), name);
        return Color.decode(value.group(1));
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
