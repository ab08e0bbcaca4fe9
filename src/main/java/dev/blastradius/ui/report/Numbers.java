package dev.blastradius.ui.report;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Varied;
import dev.blastradius.io.LimitsWriter;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.ResultTables;
import dev.blastradius.io.ResultWriter;
import dev.blastradius.io.Results;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.report.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the numbers of a finding for other programs, as the command line does. */
final class Numbers {

    private Numbers() {}

    /** Writes them as JSON. */
    static void json(Finding finding, Path file) throws IOException {
        if (finding instanceof Finding.OfTippingPoint tipping) {
            LimitsWriter.write(
                    head(tipping.runs(), tipping.settings()), varied(tipping.runs()), tipping.tippingPoint(), file);
        } else if (finding instanceof Finding.OfSweep sweep) {
            LimitsWriter.write(head(sweep.runs(), sweep.settings()), sweep.sweep(), file);
        } else {
            ResultWriter.write(results(finding), file);
        }
    }

    /** Writes them as tables into a folder, which is made if need be. */
    static void tables(Finding finding, Path folder) throws IOException {
        if (finding instanceof Finding.OfTippingPoint tipping) {
            LimitsWriter.tables(
                    head(tipping.runs(), tipping.settings()), varied(tipping.runs()), tipping.tippingPoint(), folder);
        } else if (finding instanceof Finding.OfSweep sweep) {
            LimitsWriter.tables(head(sweep.runs(), sweep.settings()), sweep.sweep(), folder);
        } else {
            ResultTables.write(results(finding), folder);
        }
    }

    private static Results results(Finding finding) {
        String title = finding.origin().model().pipeline().title();
        if (finding instanceof Finding.OfRun run) {
            return Results.of(title, List.of(run.result()));
        }
        if (finding instanceof Finding.OfComparison comparison) {
            return Results.of(title, comparison.arms(), comparison.study());
        }
        Finding.OfMatrix matrix = (Finding.OfMatrix) finding;
        return new Results(title, List.of(matrix.matrix().twin()), List.of(), List.of(), matrix.matrix());
    }

    private static Head head(VariedRuns runs, RunSettings settings) {
        return new Head(runs.model().pipeline().title(), runs.scenarioId(), runs.strategyId(), settings);
    }

    private static Varied varied(VariedRuns runs) {
        return runs.dials().get(0).varied();
    }
}
