package dev.blastradius.report.form;

import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Element;

/** A report as a web page. */
final class HtmlForm {

    private HtmlForm() {}

    /** The file's content. */
    static byte[] write(Document document) {
        org.jsoup.nodes.Document page = org.jsoup.nodes.Document.createShell("");
        page.title(document.title());
        page.body().appendElement("h1").text(document.title());
        page.body().appendElement("p").text(document.subtitle());
        document.chapters().forEach(chapter -> add(page.body(), chapter));
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private static void add(Element to, Section section) {
        Element element = to.appendElement("section").id(section.id());
        element.appendElement("h2").text(section.title());
        section.sections().forEach(part -> add(element, part));
    }
}
