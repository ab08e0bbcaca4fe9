package dev.blastradius.ui.matrix;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.ui.study.Found;
import java.util.List;

/** A matrix to be saved. */
record FoundMatrix(MatrixTask task, DamageMatrix matrix) implements Found {

    @Override
    public String kind() {
        return "matrix";
    }

    @Override
    public Model model() {
        return task.model();
    }

    @Override
    public RunSettings settings() {
        return task.settings();
    }

    @Override
    public List<String> command(String file) {
        return Commands.matrix(
                file,
                model(),
                task.base(),
                task.fault(),
                matrix.rows().stream().map(Row::failure).toList(),
                settings(),
                null);
    }

    @Override
    public Finding finding(Origin origin, boolean closely, RunProgress progress) {
        return new Finding.OfMatrix(origin, task.base(), matrix, task.fault());
    }
}
