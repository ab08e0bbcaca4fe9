package dev.blastradius.report.form;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import dev.blastradius.chart.HeatRamp;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.wording.SafeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** A report as pages (PDF 1.7, tagged after PDF/UA): the web page's tree, set for A4. */
final class PdfForm {

    private static final String PROGRAM = "Blast Radius";

    /** What is legible on A4. */
    private static final int MOST_COLUMNS = 9;

    /** Held so that its level is not collected with it. */
    private static final Logger FONTS = Logger.getLogger("org.apache.fontbox");

    static {
        // Their logs go to the standard streams, which are not a report's.
        XRLog.setLoggingEnabled(false);
        FONTS.setLevel(Level.SEVERE);
    }

    private PdfForm() {}

    /** The file's content. */
    static byte[] write(Document document) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PdfFonts fonts = new PdfFonts(pdf);
            PdfPictures pictures = new PdfPictures(fonts);
            PdfForeignText foreign = new PdfForeignText(fonts);
            DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
            pictures.register(drawers);
            foreign.register(drawers);
            PdfRendererBuilder builder = new PdfRendererBuilder();
            fonts.register(builder);
            builder.usePDDocument(pdf)
                    .usePdfUaAccessibility(true)
                    .usePdfVersion(1.7f)
                    .withProducer(PROGRAM)
                    .useObjectDrawerFactory(drawers)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .withW3cDocument(new W3CDom().fromJsoup(page(document, pictures, foreign)), "");
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                foreign.follow(renderer.getSharedContext());
                renderer.createPDFWithoutClosing();
                return saved(pdf);
            }
        }
    }

    /** Without the time at which it was made and a number made of it. */
    private static byte[] saved(PDDocument pdf) throws IOException {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setCreationDate(null);
        information.setModificationDate(null);
        information.setCreator(PROGRAM);
        pdf.setDocumentId(0L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    private static org.jsoup.nodes.Document page(Document document, PdfPictures pictures, PdfForeignText foreign) {
        org.jsoup.nodes.Document page = org.jsoup.nodes.Document.createShell("");
        Element html = page.body().parent();
        if (html != null) {
            html.attr("lang", "en-GB");
        }
        String title = SafeText.line(document.title());
        Element head = page.head();
        head.appendElement("title").text(title);
        String subject = SafeText.line(document.subtitle());
        head.appendElement("meta").attr("name", "subject").attr("content", subject.isEmpty() ? title : subject);
        head.appendElement("style")
                .appendChild(new DataNode(Resource.style("pages.css") + HeatSteps.rules(HeatRamp.LIGHT)));
        bookmarks(head.appendElement("bookmarks"), document.chapters());
        foreign.add(page.body().appendElement("div").addClass("running"), title);
        PageTree.Parts parts = new PageTree.Parts() {
            @Override
            public Element picture(Block.Figure figure, int number) {
                return pictures.of(figure);
            }

            @Override
            public int mostColumns() {
                return MOST_COLUMNS;
            }

            @Override
            public void text(Element to, String text) {
                foreign.add(to, text);
            }
        };
        new PageTree(document, parts).addTo(page.body());
        return page;
    }

    private static void bookmarks(Element to, List<Section> sections) {
        for (Section section : sections) {
            Element bookmark = to.appendElement("bookmark");
            bookmark.attr("name", SafeText.line(section.title())).attr("href", "#" + section.id());
            bookmarks(bookmark, section.sections());
        }
    }
}
