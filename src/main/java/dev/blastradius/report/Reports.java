package dev.blastradius.report;

import dev.blastradius.chart.Names;
import dev.blastradius.io.Model;
import dev.blastradius.report.basis.AgainChapter;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.subject.PipelineChapter;
import dev.blastradius.report.subject.ScenariosChapter;
import dev.blastradius.report.subject.StrategiesChapter;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a report together, chapter by chapter. */
public final class Reports {

    private final Finding finding;
    private final List<Section> chapters = new ArrayList<>();

    private Reports(Finding finding) {
        this.finding = finding;
    }

    /** The report of what a command found out. Runs of a comparison are looked at closely meanwhile, which takes as long as they do. */
    public static Document of(Finding finding) {
        Reports report = new Reports(finding);
        report.add(PipelineChapter.of(finding));
        report.add(ScenariosChapter.of(finding));
        report.add(StrategiesChapter.of(finding));
        report.add(AgainChapter.of(finding));
        Model model = finding.origin().model();
        return new Document(model.pipeline().title(), report.subtitle(), report.chapters);
    }

    private void add(@Nullable Section chapter) {
        if (chapter != null) {
            chapters.add(chapter);
        }
    }

    /** What was done, in a line. */
    private String subtitle() {
        Names names = new Names(finding.origin().model().pipeline());
        List<String> scenarios = Looked.scenarios(finding);
        String broken = scenarios.isEmpty()
                ? "nothing fails"
                : scenarios.size() == 1
                        ? names.scenario(scenarios.get(0))
                        : Numbers.counted(scenarios.size(), "scenario");
        if (finding instanceof Finding.OfRun run) {
            return broken + ", under the strategy “" + names.strategy(run.spec().strategyId()) + "”";
        }
        if (finding instanceof Finding.OfComparison) {
            int strategies = Looked.strategies(finding).size();
            return (strategies == 1 ? "One strategy" : strategies + " strategies side by side") + ": " + broken;
        }
        if (finding instanceof Finding.OfMatrix) {
            return "Blast-radius matrix: each part fails in turn, and who loses by it";
        }
        return (finding instanceof Finding.OfTippingPoint ? "Tipping point: " : "Sweep: ") + broken;
    }
}
