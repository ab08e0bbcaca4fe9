package dev.blastradius.ui.cascade;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Runner;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.ui.study.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded. A report holds it against all replications, which are made for that.
 *
 * @param asked what was asked for
 * @param playback what it gave
 * @param cascade how damage spread in it
 */
record Made(Asked asked, Playback playback, Cascade cascade) implements Found {

    @Override
    public String kind() {
        return "cascade";
    }

    @Override
    public Model model() {
        return asked.model();
    }

    @Override
    public RunSettings settings() {
        return asked.settings();
    }

    @Override
    public List<String> command(String file) {
        return Commands.run(file, model(), asked.spec(), settings());
    }

    @Override
    public @Nullable Finding finding(Origin origin, boolean closely, RunProgress progress) {
        RunSpec spec = asked.spec();
        RunResult all = Runner.run(spec, settings(), progress);
        return all == null
                ? null
                : new Finding.OfRun(origin, spec, all, closely ? new Episode(all, playback, cascade) : null);
    }
}
