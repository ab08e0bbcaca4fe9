package dev.blastradius.ui.compare;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.ui.study.Found;
import java.util.List;

/**
 * A comparison to be saved.
 *
 * @param baseline the strategy that the others are held against
 */
record FoundComparison(Request request, List<Arm> arms, StudyResult study, String baseline) implements Found {

    @Override
    public String kind() {
        return "comparison";
    }

    @Override
    public Model model() {
        return request.model();
    }

    @Override
    public RunSettings settings() {
        return request.settings();
    }

    @Override
    public List<String> command(String file) {
        return Commands.compare(file, model(), arms, baseline, settings(), request.stopping());
    }

    @Override
    public Finding finding(Origin origin, boolean closely, RunProgress progress) {
        int runs = Episodes.of(arms, study, baseline).size();
        Looking looking = closely ? Looking.recording(runs, progress) : Looking.NOTHING;
        return new Finding.OfComparison(origin, arms, study, baseline, looking);
    }
}
