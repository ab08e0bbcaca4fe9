package dev.blastradius.report.study;

import dev.blastradius.report.document.Section;
import dev.blastradius.report.finding.Finding;

/** The first chapter: what was found out in five sentences and a few key figures, each made from the numbers. */
public final class Summary {

    private Summary() {}

    /** The chapter {@code summary}. */
    public static Section of(Finding finding) {
        return new Section("summary", "Summary", account(finding).blocks());
    }

    static Account account(Finding finding) {
        if (finding instanceof Finding.OfComparison comparison) {
            return ComparisonSummary.of(comparison);
        }
        if (finding instanceof Finding.OfRun run) {
            return RunSummary.of(run);
        }
        if (finding instanceof Finding.OfMatrix matrix) {
            return MatrixSummary.of(matrix);
        }
        return finding instanceof Finding.OfTippingPoint tipping
                ? TippingPointSummary.of(tipping)
                : SweepSummary.of((Finding.OfSweep) finding);
    }
}
