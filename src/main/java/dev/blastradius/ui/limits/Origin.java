package dev.blastradius.ui.limits;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Pipeline;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a result is of.
 *
 * @param runs the runs that were varied
 */
record Origin(VariedRuns runs) {

    /** Whether the model still is as it was, as far as these runs are concerned: places, names of other scenarios and the like are no part of them. */
    boolean isOf(@Nullable Editor editor) {
        if (editor == null) {
            return false;
        }
        Pipeline then = runs.model().pipeline();
        Pipeline now = editor.drawn();
        String scenario = String.valueOf(runs.scenarioId());
        return then.components().equals(now.components())
                && then.arrows().equals(now.arrows())
                && Objects.equals(
                        then.scenariosOrNone().get(scenario),
                        now.scenariosOrNone().get(scenario))
                && Objects.equals(
                        then.strategiesOrNone().get(runs.strategyId()),
                        now.strategiesOrNone().get(runs.strategyId()))
                && RunSettings.of(then.settings()).equals(RunSettings.of(now.settings()));
    }

    /** How the model's experiment is run. */
    RunSettings settings() {
        return runs.settings().apply(runs.model().pipeline().settings());
    }

    /** What was run, in a few words. */
    String words(dev.blastradius.chart.Names names) {
        return names.scenario(runs.scenarioId()) + " · " + names.strategy(runs.strategyId());
    }
}
