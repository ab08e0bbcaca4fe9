package dev.blastradius.ui;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.Reports;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.report.form.ReportFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** Takes a picture of a report's pages for the README, from the PDF that the program writes. */
final class ReportShot {

    private static final String EXAMPLE = "rag-support-two-providers";
    private static final String SCENARIO = "anthropic-stalls";
    private static final List<String> STRATEGIES = List.of(Strategy.AS_DRAWN, "fail-over-sooner", "breaker");

    /** What stands on the pages beside the one with the summary. */
    private static final List<String> SHOWN =
            List.of("What was broken. ", "Numbers: the order of events", "What you see first");

    private static final float SCALE = 1.0f;
    private static final int GAP = 12;

    private ReportShot() {}

    /** Takes it. */
    static void take(Path folder) throws IOException {
        Path file = Files.createTempDirectory("report").resolve("report.pdf");
        ReportFile.write(Reports.of(finding()), file);
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage[] pages = new BufferedImage[SHOWN.size()];
            for (int i = 0; i < pages.length; i++) {
                pages[i] = new PDFRenderer(document).renderImage(page(document, SHOWN.get(i)), SCALE);
            }
            ImageIO.write(sideBySide(pages), "png", folder.resolve("report.png").toFile());
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
    }

    private static Finding finding() {
        Model model = Examples.load(EXAMPLE);
        RunSettings settings = RunSettings.of(model.pipeline().settings());
        List<Arm> arms = Strategies.arms(model, List.of(SCENARIO), STRATEGIES);
        StudyResult study =
                Objects.requireNonNull(Study.run(arms, settings, null, true, new RunProgress() {}), "never cancelled");
        Origin origin = new Origin(EXAMPLE + ".blast.json", null, "development", List.of("compare"), model);
        return new Finding.OfComparison(
                origin, arms, study, Strategy.AS_DRAWN, Looking.recording(STRATEGIES.size(), new RunProgress() {}));
    }

    /** The last page on which a text stands: the contents come before. */
    private static int page(PDDocument document, String text) throws IOException {
        PDFTextStripper words = new PDFTextStripper();
        for (int page = document.getNumberOfPages(); page >= 1; page--) {
            words.setStartPage(page);
            words.setEndPage(page);
            if (words.getText(document).contains(text)) {
                return page - 1;
            }
        }
        throw new IllegalStateException("no page has " + text);
    }

    private static BufferedImage sideBySide(BufferedImage[] pages) {
        int width = GAP;
        int height = 0;
        for (BufferedImage page : pages) {
            width += page.getWidth() + GAP;
            height = Math.max(height, page.getHeight());
        }
        BufferedImage all = new BufferedImage(width, height + 2 * GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = all.createGraphics();
        graphics.setColor(new Color(0x8C959F));
        graphics.fillRect(0, 0, all.getWidth(), all.getHeight());
        int x = GAP;
        for (BufferedImage page : pages) {
            graphics.drawImage(page, x, GAP, null);
            x += page.getWidth() + GAP;
        }
        graphics.dispose();
        return all;
    }
}
