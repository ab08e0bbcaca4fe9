package dev.blastradius.report.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.wording.SafeText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownFormTest {

    @TempDir
    private Path folder;

    /** What is read back from a report. */
    private static final class Found extends AbstractVisitor {
        private final List<String> headings = new ArrayList<>();
        private final List<String> markup = new ArrayList<>();
        private final List<String> links = new ArrayList<>();
        private final List<String> images = new ArrayList<>();
        private final List<String> alternatives = new ArrayList<>();
        private int tables;

        @Override
        public void visit(Heading heading) {
            headings.add(text(heading));
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock html) {
            markup.add(html.getLiteral());
        }

        @Override
        public void visit(HtmlInline html) {
            markup.add(html.getLiteral());
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            images.add(image.getDestination());
            alternatives.add(text(image.getFirstChild()));
        }

        @Override
        public void visit(CustomBlock block) {
            tables += block instanceof TableBlock ? 1 : 0;
            visitChildren(block);
        }

        private static String text(Node node) {
            return TextContentRenderer.builder().build().render(node).replaceFirst("\\A[0-9.]+[:.]? ", "");
        }
    }

    private static Found read(String text) {
        Found found = new Found();
        Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .parse(text)
                .accept(found);
        return found;
    }

    private static String text(Document document) {
        return new MarkdownTree(document, (figure, number) -> "p/" + number + ".png").text();
    }

    @Test
    void namesAreTextWhereverTheyStand() {
        Found found = read(text(Samples.hostile()));
        assertTrue(
                found.markup.stream().allMatch(html -> html.matches("<a id=\"(name|part)-[0-9]+\">|</a>")),
                () -> "" + found.markup);
        assertTrue(found.links.stream().allMatch(link -> link.matches("#name-[0-9]+")), () -> "" + found.links);
        assertTrue(found.images.stream().allMatch(image -> image.matches("p/[0-9]+\\.png")), () -> "" + found.images);
        assertEquals(Samples.HOSTILE.size(), found.images.size());
        assertEquals(Samples.HOSTILE.size(), found.tables);
        assertEquals(1 + 2 * Samples.HOSTILE.size(), found.headings.size());
    }

    @Test
    void headingsReadBackAsTheyWere() {
        List<String> headings = read(text(Samples.hostile())).headings;
        for (int i = 0; i < Samples.HOSTILE.size(); i++) {
            String expected = SafeText.line(Samples.HOSTILE.get(i)).strip().replaceAll(" +", " ");
            assertEquals(expected, headings.get(1 + 2 * i).replaceAll(" +", " "));
        }
    }

    @Test
    void addressesNamesAndFormulasAreEscapedForViewersThatLinkThem() {
        String text = text(
                new Document(
                        "T",
                        "",
                        List.of(
                                new Section(
                                        "a",
                                        "A",
                                        List.of(
                                                Block.paragraph(
                                                        "https://x.example www.x.example a@b :tada: $1 and $2 ~~no~~ {{7*7}} {%x%} Time: 5!"))))));
        assertTrue(
                text.contains(
                        "https\\://x.example www\\.x.example a\\@b \\:tada: \\$1 and \\$2 \\~\\~no\\~\\~ \\{{7\\*7}} \\{%x%} Time: 5\\!"),
                text);
    }

    @Test
    void textStandsOutOnlyWhereAsterisksAreNotSeen() {
        Words words = Words.of("so")
                .strong("(a)")
                .plain(" and ")
                .strong("b")
                .strong("c")
                .plain(" ")
                .strong("d.")
                .plain("e");
        String text = text(new Document("T", "", List.of(new Section("a", "A", List.of(new Block.Paragraph(words))))));
        assertTrue(text.contains("so(a) and **b**c d.e"), text);
    }

    @Test
    void picturesLieBesideTheReportTwiceAsFine() throws IOException {
        Path file = folder.resolve("my finding #1.md");
        ReportFile.write(Samples.small(), file);
        Path picture = folder.resolve("my finding #1-pictures").resolve("figure-01.png");
        assertEquals(
                1440,
                ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(picture)))
                        .getWidth());
        assertEquals(List.of("my%20finding%20%231-pictures/figure-01.png"), read(Files.readString(file)).images);
    }

    @Test
    void theSameReportIsTheSameFiles() throws IOException {
        ReportFile.write(Samples.small(), folder.resolve("a.md"));
        ReportFile.write(Samples.small(), folder.resolve("b.md"));
        assertEquals(
                Files.readString(folder.resolve("a.md")),
                Files.readString(folder.resolve("b.md")).replace("b-pictures", "a-pictures"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("a-pictures/figure-01.png")),
                Files.readAllBytes(folder.resolve("b-pictures/figure-01.png")));
    }

    @Test
    void picturesOfAnEarlierReportGoAndOtherFilesStay() throws IOException {
        Path file = folder.resolve("a.md");
        Path pictures = folder.resolve("a-pictures");
        ReportFile.write(Samples.large(2, 1), file);
        Files.writeString(pictures.resolve("notes.txt"), "mine");
        assertTrue(Files.exists(pictures.resolve("figure-04.png")));
        ReportFile.write(Samples.small(), file);
        assertFalse(Files.exists(pictures.resolve("figure-04.png")));
        assertTrue(Files.exists(pictures.resolve("figure-01.png")));
        assertEquals("mine", Files.readString(pictures.resolve("notes.txt")));
        ReportFile.write(new Document("T", "", List.of()), file);
        assertFalse(Files.exists(pictures.resolve("figure-01.png")));
        assertTrue(Files.exists(pictures.resolve("notes.txt")));
    }

    @Test
    void aFileWhereThePicturesShouldGoStaysAndIsNamed() throws IOException {
        Path taken = folder.resolve("a-pictures");
        Files.writeString(taken, "mine");
        IOException told =
                assertThrows(IOException.class, () -> ReportFile.write(Samples.small(), folder.resolve("a.md")));
        assertTrue(told.getMessage().contains("a-pictures"), told.getMessage());
        assertEquals("mine", Files.readString(taken));
        assertFalse(Files.exists(folder.resolve("a.md")));
    }

    @Test
    void picturesHaveTheSameNamesInSurroundingsWithOtherDigits() throws IOException {
        Locale usual = Locale.getDefault();
        Locale.setDefault(new Locale("ar", "EG"));
        try {
            ReportFile.write(Samples.small(), folder.resolve("a.md"));
        } finally {
            Locale.setDefault(usual);
        }
        assertTrue(Files.exists(folder.resolve("a-pictures").resolve("figure-01.png")));
    }

    @Test
    void aNameWithAColonIsNoAddress() {
        assertEquals(
                "./javascript:x-pictures/figure-01.png",
                PictureFolder.beside(Path.of("javascript:x.md")).link(1));
    }

    @Test
    void whatALinkInThePlaceOfAPictureLeadsToStays() throws IOException {
        Path stranger = Files.writeString(folder.resolve("stranger.png"), "mine");
        Path pictures = Files.createDirectory(folder.resolve("a-pictures"));
        Files.createSymbolicLink(pictures.resolve("figure-01.png"), stranger);
        ReportFile.write(Samples.small(), folder.resolve("a.md"));
        assertEquals("mine", Files.readString(stranger));
        assertTrue(Files.isRegularFile(pictures.resolve("figure-01.png"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void picturesOfAReportThatCannotBeWrittenAreTakenAway() throws IOException {
        Path file = Files.createDirectory(folder.resolve("a.md"));
        assertThrows(IOException.class, () -> ReportFile.write(Samples.small(), file));
        assertFalse(Files.exists(folder.resolve("a-pictures")));
        Path notes = Files.createDirectory(folder.resolve("a-pictures")).resolve("notes.txt");
        Files.writeString(notes, "mine");
        assertThrows(IOException.class, () -> ReportFile.write(Samples.small(), file));
        assertEquals("mine", Files.readString(notes));
        assertFalse(Files.exists(folder.resolve("a-pictures").resolve("figure-01.png")));
    }
}
