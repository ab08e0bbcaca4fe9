package dev.blastradius.report.form;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.picture.Svg;
import dev.blastradius.report.wording.SafeText;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * Pictures inside a page, in light and in dark.
 *
 * <p>Each is painted in both themes. Where the two differ by colours only, which is the usual case, the page holds it once, and its colours
 * are classes of the style sheet; where they differ otherwise, it holds both and shows one.
 */
final class InlineSvg implements PageTree.Parts {

    private static final List<String> COLOURS = List.of("fill", "stroke", "stop-color");

    /** From this width on, a picture is as wide as the text, in points of 1/96 inch. */
    private static final double USUAL_WIDTH = 600;

    /** Rules by class: a property with its light and its dark colour. */
    private final Map<String, String> classes = new LinkedHashMap<>();

    private final StringBuilder light = new StringBuilder();
    private final StringBuilder dark = new StringBuilder();

    /** A page scrolls a wide table sideways. */
    @Override
    public int mostColumns() {
        return Integer.MAX_VALUE;
    }

    @Override
    public Element picture(Block.Figure figure, int number) {
        String title = SafeText.line(figure.caption().text());
        String description = SafeText.line(figure.alternative());
        Element frame = new Element("div").addClass("picture");
        if (figure.illustration().width() >= USUAL_WIDTH) {
            frame.addClass("full-width");
        }
        frame.attr("role", "img").attr("aria-label", description);
        Element bright = svg(figure.illustration(), ChartTheme.LIGHT, title, description, "f" + number + "-");
        Element night = svg(figure.illustration(), ChartTheme.DARK, title, description, "n" + number + "-");
        if (isAlike(bright, night)) {
            join(bright, night);
            frame.appendChild(bright);
        } else {
            frame.appendChild(bright.addClass("light-only"));
            frame.appendChild(night.addClass("dark-only"));
        }
        frame.nodeStream(TextNode.class).forEach(text -> text.text(SafeText.line(text.getWholeText())));
        frame.select("path").forEach(path -> path.attr("d", ShortPath.of(path.attr("d"))));
        return frame;
    }

    /** The rules for the light theme, which is the usual one. */
    String lightRules() {
        return light.toString();
    }

    /** The rules for the dark theme. */
    String darkRules() {
        return dark.toString();
    }

    private static Element svg(
            Illustration illustration, ChartTheme theme, String title, String description, String prefix) {
        String text = Svg.text(illustration, theme, title, description, prefix);
        Element svg = Jsoup.parse(text, "", Parser.xmlParser()).firstElementChild();
        if (svg == null) {
            throw new IllegalStateException("a picture without an element");
        }
        svg.remove();
        // The frame around it speaks for it.
        return svg.removeAttr("role").attr("aria-hidden", "true").attr("focusable", "false");
    }

    private static boolean isAlike(Element one, Element other) {
        if (!one.nodeName().equals(other.nodeName()) || one.childNodeSize() != other.childNodeSize()) {
            return false;
        }
        if (one.attributes().size() != other.attributes().size()) {
            return false;
        }
        for (var attribute : one.attributes()) {
            String key = attribute.getKey();
            if (!other.hasAttr(key) || !isColour(key) && !isSame(key, attribute.getValue(), other.attr(key))) {
                return false;
            }
        }
        Iterator<Node> others = other.childNodes().iterator();
        for (Node node : one.childNodes()) {
            if (!isAlikeNode(node, others.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlikeNode(Node node, Node other) {
        if (node instanceof Element element) {
            return other instanceof Element its && isAlike(element, its);
        }
        return node instanceof TextNode text && other instanceof TextNode its
                ? text.getWholeText().equals(its.getWholeText())
                : node.outerHtml().equals(other.outerHtml());
    }

    /** Ids differ by what they begin with. */
    private static boolean isSame(String key, String one, String other) {
        return one.equals(other) || key.equals("id") || one.contains("url(#") && other.contains("url(#");
    }

    private static boolean isColour(String key) {
        return COLOURS.contains(key);
    }

    private void join(Element bright, Element night) {
        for (String key : COLOURS) {
            String one = bright.attr(key);
            String other = night.attr(key);
            if (!one.equals(other) && !one.startsWith("url(")) {
                bright.addClass(classFor(key, one, other));
            }
        }
        Iterator<Element> others = night.children().iterator();
        for (Element child : bright.children()) {
            join(child, others.next());
        }
    }

    private String classFor(String property, String one, String other) {
        return classes.computeIfAbsent(property + one + other, key -> {
            String name = "c" + classes.size();
            light.append('.').append(name).append(" { ").append(property).append(": ");
            light.append(one).append("; }\n");
            dark.append('.').append(name).append(" { ").append(property).append(": ");
            dark.append(other).append("; }\n");
            return name;
        });
    }
}
