package dev.blastradius.examples;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs of the example models, for the tests about them: one replication, with the model's own seed. */
final class ExampleRuns {

    private ExampleRuns() {}

    /** The ids of all strategies of a model, {@code "as-drawn"} first. */
    static List<String> strategies(Model model) {
        List<String> ids = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        ids.addAll(model.pipeline().strategiesOrNone().keySet());
        return ids;
    }

    /** The settings of a model for one replication. */
    static RunSettings settings(Model model) {
        return RunSettings.of(model.pipeline().settings()).withReplications(1).withThreads(1);
    }

    /** A run over the model's own span; scenario null: no fault. */
    static RunResult run(String example, @Nullable String scenario, String strategy) {
        Model model = Examples.load(example);
        return run(model, scenario, strategy, settings(model));
    }

    /** A run; scenario null: no fault. */
    static RunResult run(Model model, @Nullable String scenario, String strategy, RunSettings settings) {
        // Not beside its twin: nothing here asks what the faults alone did, and it takes half the time.
        Arm arm = new Arm(strategy, Strategies.runSpec(model, scenario, strategy), List.of());
        return Objects.requireNonNull(Study.run(List.of(arm), settings, null, true, RunProgress.NONE))
                .arms()
                .get(0)
                .twin();
    }

    /** A client's share of goodput. */
    static double goodput(RunResult run, String client) {
        return flow(run, client).goodput().mean();
    }

    /** What a client got. */
    static RunResult.Flow flow(RunResult run, String client) {
        return Objects.requireNonNull(run.flows().get(client), client);
    }

    /** Goodput of a client's requests that ended between two moments, over those that arrived then. */
    static double goodputBetween(RunResult run, String client, double fromSeconds, double toSeconds) {
        RunResult.FlowSeries series =
                Objects.requireNonNull(run.series().flows().get(client), client);
        double good = 0;
        double arrived = 0;
        for (int step = 0; step < series.arrivals().size(); step++) {
            double start = series.arrivals().start(step);
            if (start >= fromSeconds && start < toSeconds) {
                good += series.goodput().value(step);
                arrived += series.arrivals().value(step);
            }
        }
        return good / arrived;
    }
}
