package dev.blastradius.report.form;

import dev.blastradius.chart.HeatRamp;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.wording.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * A report as a web page: one file that holds its pictures, its fonts and its style, runs nothing and fetches nothing, and may not even if
 * something in it asked for it.
 */
final class HtmlForm {

    /** Forbids everything but what is in the file. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

    private HtmlForm() {}

    /** The file's content. */
    static byte[] write(Document document) {
        org.jsoup.nodes.Document page = org.jsoup.nodes.Document.createShell("");
        page.outputSettings(new OutputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8));
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        Element html = page.head().parent();
        if (html != null) {
            html.attr("lang", "en-GB");
        }
        InlineSvg pictures = new InlineSvg();
        Element body = page.body();
        body.appendElement("a")
                .addClass("skip")
                .attr("href", "#" + PageTree.TEXT_ID)
                .text("Skip to the report");
        new PageTree(document, pictures).addTo(body);
        head(page.head(), document);
        String style = WebFonts.rules(used(page)) + Resource.style("page.css") + pictures.lightRules()
                + HeatSteps.rules(HeatRamp.LIGHT) + "@media screen and (prefers-color-scheme: dark) {\n"
                + pictures.darkRules() + HeatSteps.rules(HeatRamp.DARK) + "}\n";
        page.head().appendElement("style").appendChild(new DataNode(style));
        return (page.outerHtml() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void head(Element head, Document document) {
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
        meta(head, "viewport", "width=device-width, initial-scale=1");
        meta(head, "color-scheme", "light dark");
        meta(head, "generator", "Blast Radius");
        meta(head, "description", SafeText.line(document.subtitle()));
        head.appendElement("title").text(SafeText.line(document.title()));
    }

    private static void meta(Element head, String name, String content) {
        head.appendElement("meta").attr("name", name).attr("content", content);
    }

    private static Set<Integer> used(org.jsoup.nodes.Document page) {
        Set<Integer> used = new TreeSet<>();
        page.body()
                .nodeStream(TextNode.class)
                .forEach(node -> node.getWholeText().codePoints().forEach(used::add));
        return used;
    }
}
