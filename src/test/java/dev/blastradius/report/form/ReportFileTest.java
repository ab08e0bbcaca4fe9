package dev.blastradius.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Illustration;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFileTest {

    @TempDir
    private Path folder;

    @Test
    void theExtensionSaysTheFormInSmallLettersOrCapitals() throws IOException {
        assertEquals(ReportForm.HTML, ReportForm.of(Path.of("a.b.HTML")));
        assertEquals(ReportForm.PDF, ReportForm.of(Path.of("x/a.pdf")));
        assertEquals(ReportForm.MARKDOWN, ReportForm.of(Path.of("a.Md")));
        assertNull(ReportForm.of(Path.of("html")));
        ReportFile.write(Samples.small(), folder.resolve("a.HTML"));
        assertTrue(Files.readString(folder.resolve("a.HTML")).startsWith("<!doctype html>"));
        ReportFile.write(Samples.small(), folder.resolve("a.pdf"));
        assertEquals("%PDF-", new String(Files.readAllBytes(folder.resolve("a.pdf")), 0, 5, StandardCharsets.US_ASCII));
    }

    @Test
    void anotherExtensionIsToldWithThoseThatThereAre() {
        FileSystemException told = assertThrows(
                FileSystemException.class, () -> ReportFile.write(Samples.small(), folder.resolve("a.docx")));
        assertEquals("expected a name that ends with .html, .pdf or .md", told.getReason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.pdf", "a.md"})
    void aReportThatCannotBeMadeLeavesTheOldOneAndNothingBesideIt(String name) throws IOException {
        Illustration failing = new Illustration() {
            @Override
            public double width() {
                return 10;
            }

            @Override
            public double height() {
                return 10;
            }

            @Override
            public void paint(Graphics2D graphics, ChartTheme theme) {
                throw new IllegalStateException("not painted");
            }
        };
        Document document = new Document(
                "T", "", List.of(new Section("a", "A", List.of(new Block.Figure(failing, "a", Words.of("c"))))));
        Path file = folder.resolve(name);
        Files.writeString(file, "old");
        assertThrows(IllegalStateException.class, () -> ReportFile.write(document, file));
        assertEquals("old", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void sectionsOfOneIdAreRefused() {
        Section section = new Section("a", "A", List.of());
        Document document = new Document("T", "", List.of(section.with(List.of(section))));
        assertThrows(IllegalArgumentException.class, () -> ReportFile.write(document, folder.resolve("a.html")));
    }
}
