package dev.blastradius.report.form;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.io.WholeFile;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.picture.Png;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report as Markdown (CommonMark with the tables of GitHub's), and its pictures as PNG in a folder beside it: those of {@code finding.md} in
 * {@code finding-pictures}.
 */
final class MarkdownForm {

    /** Pixels for each 1/96 inch: sharp on fine screens too. */
    private static final double SCALE = 2;

    private MarkdownForm() {}

    /** Writes the file and its pictures. Pictures of an earlier report of that name are replaced or taken away, other files are left alone. */
    static void write(Document document, Path file) throws IOException {
        PictureFolder folder = PictureFolder.beside(file);
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        Map<Integer, Block.Figure> figures = new LinkedHashMap<>();
        String text = new MarkdownTree(document, (figure, number) -> {
                    figures.put(number, figure);
                    return folder.link(number);
                })
                .text();
        for (Map.Entry<Integer, Block.Figure> figure : figures.entrySet()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Png.write(figure.getValue().illustration(), ChartTheme.LIGHT, SCALE, out);
            pictures.put(PictureFolder.name(figure.getKey()), out.toByteArray());
        }
        try {
            folder.write(pictures);
            WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            folder.undo(e);
            throw e;
        }
        folder.removeOthers(pictures.keySet());
    }
}
