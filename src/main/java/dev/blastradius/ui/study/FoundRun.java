package dev.blastradius.ui.study;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run of one scenario, or none, under one strategy gave.
 *
 * @param model what was run, without the strategy's patch
 */
public record FoundRun(Model model, RunResult result) implements Found {

    @Override
    public String kind() {
        return "run";
    }

    @Override
    public RunSettings settings() {
        return result.settings();
    }

    @Override
    public List<String> command(String file) {
        return Commands.run(file, model, spec(), settings());
    }

    private RunSpec spec() {
        return Strategies.runSpec(model, result.scenario(), result.strategy());
    }

    @Override
    public @Nullable Finding finding(Origin origin, boolean closely, RunProgress progress) {
        RunSpec spec = spec();
        if (!closely) {
            return new Finding.OfRun(origin, spec, result, null);
        }
        Episode episode = Looking.recording(1, progress).at(new Episodes.Choice(spec, result));
        return episode == null ? null : new Finding.OfRun(origin, spec, result, episode);
    }
}
