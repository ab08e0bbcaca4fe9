package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.report.wording.Phrases;
import java.util.List;

/** What a search or a sweep varied, in words. */
record Varying(VariedRuns runs, RunSettings settings, Who who) {

    static Varying of(VariedRuns runs, RunSettings settings) {
        String scenario = runs.scenarioId();
        return new Varying(
                runs, settings, Who.of(runs.model().pipeline(), scenario == null ? List.of() : List.of(scenario)));
    }

    /** A number of the model as charts take it. */
    static Parameter parameter(Dial dial) {
        return new Parameter(dial.title(), dial.isTime() ? "" : dial.unit(), dial.isTime());
    }

    /** What all numbers together are called. */
    String titles() {
        return Phrases.listed(
                runs.dials().stream().map(dial -> Phrases.quoted(dial.title())).toList(),
                runs.dials().size());
    }

    /** Under what it was varied: {@code "under “Opus is down”, as drawn"}. */
    String circumstances() {
        String scenario = runs.scenarioId();
        return (scenario == null ? "with nothing broken" : "under " + who.title(scenario)) + ", "
                + who.with(runs.strategyId());
    }

    /** {@code "60 min each"}. */
    String length() {
        return Figures.time(settings.duration().seconds()) + " each";
    }
}
