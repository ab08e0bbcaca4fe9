package dev.blastradius.report.finding;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayList;
import java.util.List;

/** The runs whose results a finding keeps whole. */
public final class Runs {

    private Runs() {}

    /** All of them, those without faults included; none of a search or a sweep, which keep a few numbers of each value. */
    public static List<RunResult> of(Finding finding) {
        List<RunResult> runs = new ArrayList<>();
        if (finding instanceof Finding.OfRun run) {
            runs.add(run.result());
        } else if (finding instanceof Finding.OfComparison comparison) {
            for (ArmResult arm : comparison.study().arms()) {
                if (!arm.isReference()) {
                    runs.add(arm.twin());
                    runs.addAll(arm.outages());
                }
            }
        } else if (finding instanceof Finding.OfMatrix matrix) {
            runs.add(matrix.matrix().twin());
            matrix.matrix().rows().forEach(row -> runs.add(row.run()));
        }
        return List.copyOf(runs);
    }
}
