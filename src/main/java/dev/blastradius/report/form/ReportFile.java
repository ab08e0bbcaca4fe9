package dev.blastradius.report.form;

import dev.blastradius.io.WholeFile;
import dev.blastradius.report.document.Document;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;

/** Writes a report to a file. */
public final class ReportFile {

    /** All forms, the usual one first. */
    public static final List<ReportForm> FORMS = List.of(ReportForm.values());

    /** What is expected of a file's name: it goes after "expected". */
    public static final String EXPECTED_NAME = "a name that ends with .html, .pdf or .md";

    private ReportFile() {}

    /**
     * Writes a report in the form that the file's extension asks for, replacing what stands there. All of it is made before any of it is
     * written, and the file is written beside its place and moved there, so that a failure leaves what there was.
     *
     * <p>Markdown's pictures lie in a folder beside it, named after the file; see {@link MarkdownForm}.
     *
     * @throws FileSystemException when the name has none of the extensions of {@link #FORMS}
     * @throws IOException when the folder does not exist or cannot be written, or what stands there may not be replaced
     */
    public static void write(Document document, Path file) throws IOException {
        ReportForm form = ReportForm.of(file);
        if (form == null) {
            throw new FileSystemException(file.toString(), null, "expected " + EXPECTED_NAME);
        }
        switch (form) {
            case HTML -> place(file, HtmlForm.write(document));
            case PDF -> place(file, PdfForm.write(document));
            case MARKDOWN -> MarkdownForm.write(document, file);
        }
    }

    /** The folder that the pictures of a report as Markdown go into; it need not exist. */
    public static Path pictures(Path file) {
        return PictureFolder.beside(file).path();
    }

    private static void place(Path file, byte[] whole) throws IOException {
        WholeFile.write(file, out -> out.write(whole));
    }
}
