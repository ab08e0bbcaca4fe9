package dev.blastradius.report.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.wording.SafeText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PdfFormTest {

    private static final PDDocument HOSTILE = pdf(Samples.hostile());

    private static PDDocument pdf(Document document) {
        try {
            return Loader.loadPDF(PdfForm.write(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() throws IOException {
        HOSTILE.close();
    }

    @Test
    void bookmarksLeadToEveryChapterByItsName() {
        List<String> names = new ArrayList<>();
        for (PDOutlineItem item :
                HOSTILE.getDocumentCatalog().getDocumentOutline().children()) {
            names.add(item.getTitle());
        }
        assertEquals(Samples.HOSTILE.stream().map(SafeText::line).toList(), names);
    }

    @Test
    void namesAreTextAndLinksStayWithinTheFile() throws IOException {
        String text = new PDFTextStripper().getText(HOSTILE);
        assertTrue(text.contains("<script>alert(1)</script>"));
        assertTrue(text.contains("&lt;already&gt; &amp; escaped"));
        assertNull(HOSTILE.getDocumentCatalog().getOpenAction());
        assertFalse(HOSTILE.getDocumentCatalog().getCOSObject().containsKey(COSName.AA));
        int links = 0;
        for (PDPage page : HOSTILE.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDAnnotationLink link = (PDAnnotationLink) annotation;
                assertTrue(link.getAction() == null || link.getAction() instanceof PDActionGoTo, "" + link.getAction());
                links++;
            }
        }
        assertTrue(links > Samples.HOSTILE.size(), "links: " + links);
    }

    @Test
    void everyPictureHasItsAlternativeText() {
        List<String> alternatives = new ArrayList<>();
        collect(HOSTILE.getDocumentCatalog().getStructureTreeRoot(), "Figure", alternatives);
        for (String name : Samples.HOSTILE) {
            String text = SafeText.line(name);
            assertTrue(alternatives.contains(text), text);
        }
    }

    @Test
    void headingsAndTablesAreInTheStructure() {
        List<String> none = new ArrayList<>();
        PDStructureNode root = HOSTILE.getDocumentCatalog().getStructureTreeRoot();
        assertEquals(1, collect(root, "H1", none));
        assertEquals(Samples.HOSTILE.size(), collect(root, "H2", none));
        assertEquals(Samples.HOSTILE.size(), collect(root, "Table", none));
        assertEquals(3 * Samples.HOSTILE.size(), collect(root, "TH", none));
        assertTrue(HOSTILE.getDocumentCatalog().getMarkInfo().isMarked());
        assertEquals("en-GB", HOSTILE.getDocumentCatalog().getLanguage());
        assertEquals(
                SafeText.line(Samples.HOSTILE.get(0)),
                HOSTILE.getDocumentInformation().getTitle());
    }

    private static int collect(PDStructureNode node, String type, List<String> alternatives) {
        int count = 0;
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (type.equals(element.getStructureType())) {
                    count++;
                    alternatives.add(String.valueOf(element.getAlternateDescription()));
                }
                count += collect(element, type, alternatives);
            }
        }
        return count;
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        for (PDPage page : HOSTILE.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertTrue(font.isEmbedded(), font.getName());
            }
        }
    }

    @Test
    void theSameReportIsTheSameFile() throws IOException {
        assertArrayEquals(PdfForm.write(Samples.large(2, 5)), PdfForm.write(Samples.large(2, 5)));
    }

    @Test
    void aTableWithTooManyColumnsForThePaperIsParted() throws IOException {
        try (PDDocument pdf =
                pdf(new Document("T", "", List.of(new Section("a", "A", List.of(Samples.table(3, 16))))))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("Table 1. Part 1."), text);
            assertTrue(text.contains("Table 1. Part 2."), text);
            assertEquals(2, text.split("Component 3", -1).length - 1);
            assertTrue(text.contains("Measure 15"), text);
        }
    }

    @Test
    void aTableThatGoesOnRepeatsItsHeaderOnTheNextPage() throws IOException {
        try (PDDocument pdf =
                pdf(new Document("T", "", List.of(new Section("a", "A", List.of(Samples.table(60, 3))))))) {
            PDFTextStripper second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertTrue(second.getText(pdf).contains("Measure 1, %"));
        }
    }

    @Test
    void aLargeReportStaysSmallEnoughToBeSent() throws IOException {
        assertTrue(PdfForm.write(Samples.large(10, 40)).length < 3_000_000);
        assertTrue(HtmlForm.write(Samples.large(10, 40)).length < 1_500_000);
    }
}
