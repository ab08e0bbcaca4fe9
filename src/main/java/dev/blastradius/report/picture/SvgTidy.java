package dev.blastradius.report.picture;

import dev.blastradius.report.wording.SafeText;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Puts an SVG tree into a form that any viewer shows alike. */
final class SvgTidy {

    /** What stands in where a viewer has no Inter. */
    private static final String FALLBACK = ", 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

    private SvgTidy() {}

    /** Gives the ids of a tree names of their own, and its fonts the names that style sheets know. */
    static void tidy(Element svg, String prefix) {
        Map<String, String> ids = new LinkedHashMap<>();
        List<Element> all = new ArrayList<>();
        collect(svg, all);
        for (Element element : all) {
            String id = element.getAttribute("id");
            if (!id.isEmpty()) {
                String name = prefix + "p" + ids.size();
                ids.put(id, name);
                element.setAttribute("id", name);
            }
            fonts(element);
        }
        lengths(svg, "", "", "");
        for (Element element : all) {
            references(element, ids);
        }
    }

    private static void collect(Element element, List<Element> all) {
        all.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, all);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                child.setNodeValue(SafeText.line(child.getNodeValue()));
            }
        }
    }

    private static void fonts(Element element) {
        String family = element.getAttribute("font-family");
        if (family.contains(PictureFont.FAMILY)) {
            element.setAttribute("font-family", PictureFont.FAMILY + FALLBACK);
            if (family.toLowerCase(Locale.ROOT).contains("semi")) {
                element.setAttribute("font-weight", "600");
            } else if (element.getAttribute("font-weight").isEmpty()) {
                element.setAttribute("font-weight", "400");
            }
        }
    }

    /**
     * Tells each text how long it is in Inter, so that it fits where it stands in another font too.
     *
     * @param family what the elements around it say of its font
     * @param size likewise
     * @param weight likewise
     */
    private static void lengths(Element element, String family, String size, String weight) {
        String own = inherited(element, "font-family", family);
        String ownSize = inherited(element, "font-size", size);
        String ownWeight = inherited(element, "font-weight", weight);
        if (element.getTagName().equals("text") && own.startsWith(PictureFont.FAMILY) && !ownSize.isEmpty()) {
            double letters = Double.parseDouble(ownSize.replace("px", ""));
            String text = element.getTextContent();
            Font font = ownWeight.equals("600") ? PictureFont.bold(letters, text) : PictureFont.plain(letters, text);
            double width = PictureFont.width(font, text);
            if (text.length() > 1 && width > 0) {
                element.setAttribute("textLength", String.format(Locale.ROOT, "%.2f", width));
                element.setAttribute("lengthAdjust", "spacingAndGlyphs");
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                lengths(inner, own, ownSize, ownWeight);
            }
        }
    }

    private static String inherited(Element element, String attribute, String outer) {
        String own = element.getAttribute(attribute);
        return own.isEmpty() ? outer : own;
    }

    private static void references(Element element, Map<String, String> ids) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            String value = attribute.getNodeValue();
            int from = value.indexOf("url(#");
            if (from >= 0) {
                int to = value.indexOf(')', from);
                String name = ids.get(value.substring(from + 5, to));
                if (name != null) {
                    attribute.setNodeValue(value.substring(0, from) + "url(#" + name + value.substring(to));
                }
            }
        }
    }
}
