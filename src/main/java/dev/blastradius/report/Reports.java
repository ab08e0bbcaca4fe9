package dev.blastradius.report;

import dev.blastradius.chart.Names;
import dev.blastradius.io.Model;
import dev.blastradius.report.basis.AgainChapter;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.finding.Finding;
import java.util.ArrayList;
import java.util.List;

/** Puts a report together. */
public final class Reports {

    private Reports() {}

    /** The report of what a command found out. */
    public static Document of(Finding finding) {
        Model model = finding.origin().model();
        List<Section> chapters = new ArrayList<>();
        chapters.add(AgainChapter.of(finding));
        return new Document(model.pipeline().title(), subtitle(finding), chapters);
    }

    private static String subtitle(Finding finding) {
        Names names = new Names(finding.origin().model().pipeline());
        if (finding instanceof Finding.OfRun run) {
            return names.scenario(run.spec().scenarioId()) + ", "
                    + names.strategy(run.spec().strategyId());
        }
        if (finding instanceof Finding.OfComparison comparison) {
            return "Strategies compared: " + comparison.arms().size();
        }
        if (finding instanceof Finding.OfMatrix) {
            return "Blast-radius matrix";
        }
        return finding instanceof Finding.OfTippingPoint ? "Tipping point" : "Sweep";
    }
}
