package dev.blastradius.ui.limits;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.ui.study.Found;
import java.util.List;

/** A tipping point to be saved. */
record FoundTippingPoint(Origin of, TippingPoint tippingPoint) implements Found {

    @Override
    public String kind() {
        return "tipping-point";
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
        return Commands.tippingPoint(file, of.runs(), tippingPoint.search(), settings());
    }

    @Override
    public Finding finding(dev.blastradius.report.finding.Origin origin, boolean closely, RunProgress progress) {
        return new Finding.OfTippingPoint(origin, of.runs(), settings(), tippingPoint);
    }
}
