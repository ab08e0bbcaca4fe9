package dev.blastradius.ui.limits;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.ui.study.Found;
import java.util.List;

/** A sweep to be saved. */
record FoundSweep(Origin of, SweepResult sweep) implements Found {

    @Override
    public String kind() {
        return "sweep";
    }

    @Override
    public Model model() {
        return of.runs().model();
    }

    @Override
    public RunSettings settings() {
        return of.settings();
    }

    @Override
    public List<String> command(String file) {
        return Commands.sweep(file, of.runs(), sweep.axes(), settings());
    }

    @Override
    public Finding finding(dev.blastradius.report.finding.Origin origin, boolean closely, RunProgress progress) {
        return new Finding.OfSweep(origin, of.runs(), settings(), sweep);
    }
}
