package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RequestLog;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.Simulation;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** An arm's runs, its twin first, and their sums. */
final class ArmRuns {

    private final String id;
    private final boolean isReference;
    private final RunSettings settings;
    private final boolean bounded;
    private final List<RunSpec> specs = new ArrayList<>();
    private final List<Simulation> simulations = new ArrayList<>();
    private final List<RunSum> sums = new ArrayList<>();
    private final WarmupSum warmup = new WarmupSum();

    /**
     * No runs yet.
     *
     * @param keepsSeries whether results have series in time
     * @param bounded whether it is counted which requests some path could have answered in time
     */
    ArmRuns(Arm arm, RunSettings settings, boolean keepsSeries, boolean bounded) {
        this.id = arm.id();
        this.isReference = arm.isReference();
        this.settings = settings;
        this.bounded = bounded;
        specs.add(arm.twin());
        specs.addAll(arm.outages());
        for (RunSpec spec : specs) {
            simulations.add(Simulation.of(spec, settings.warmup(), settings.duration()));
            sums.add(new RunSum(keepsSeries));
        }
    }

    /** How many there are. */
    int runs() {
        return specs.size();
    }

    /** Whether a replication of the twin was added. */
    boolean isBegun() {
        return sums.get(0).replications() > 0;
    }

    /**
     * Makes one replication, in the calling thread.
     *
     * @param run 0: the twin
     * @param twin the same replication of the twin; null where this is it
     * @return null where the watch ended it, or the twin's
     */
    @Nullable
    ReplicationResult replicate(
            int run, int replication, @Nullable Future<@Nullable ReplicationResult> twin, Simulation.Watch watch)
            throws ExecutionException, InterruptedException {
        Simulation simulation = simulations.get(run);
        if (twin == null) {
            return specs.size() == 1
                    ? simulation.replicate(settings.seed(), replication, watch)
                    : simulation.replicateNoting(settings.seed(), replication, watch);
        }
        ReplicationResult beside = twin.get();
        RequestLog log = beside == null ? null : beside.log();
        return log == null ? null : simulation.replicateBeside(log, bounded, settings.seed(), replication, watch);
    }

    /** Adds a replication, which must come in its order, and returns its values of each of {@link Metric}. */
    double[] add(int run, ReplicationResult result) {
        sums.get(run).add(result);
        if (run == 0) {
            warmup.add(result);
        }
        return TotalSum.values(result);
    }

    /** The widest half width of a client's goodput in any of the runs; NaN with fewer than two replications. */
    double halfWidth() {
        double widest = 0;
        for (RunSum sum : sums) {
            widest = Math.max(widest, sum.halfWidth(settings.confidence()));
        }
        return widest;
    }

    /** What was added so far; runs of which nothing was added are left out. */
    ArmResult result(@Nullable Double precision) {
        List<RunResult> results = new ArrayList<>();
        WarmupCheck check = warmup.check(specs.get(0));
        for (int run = 0; run < specs.size(); run++) {
            if (sums.get(run).replications() > 0) {
                results.add(sums.get(run).result(specs.get(run), settings, precision, check));
            }
        }
        return new ArmResult(id, results.get(0), List.copyOf(results.subList(1, results.size())), isReference);
    }
}
