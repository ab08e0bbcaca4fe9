package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.ComponentSeries;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.DependencySeries;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.experiment.RunResult.Series;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.Tally;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Adds replications up as they come, so that memory does not grow with their number. They must come in their order: then the
 * sums are the same, bit for bit, whichever thread made which.
 */
final class RunSum {

    private final Map<String, FlowSum> flows = new LinkedHashMap<>();
    private final Map<String, ComponentSum> components = new LinkedHashMap<>();
    private final Map<String, DependencySum> dependencies = new LinkedHashMap<>();
    private final Tally total = new Tally();
    private final Tally wasted = new Tally();
    private final Tally perThousand = new Tally();
    private final TotalSum totals = new TotalSum();
    private @Nullable BlastSum blast;
    private final boolean keepsSeries;
    private double interval;
    private boolean prepared;

    /**
     * An empty sum.
     *
     * @param keepsSeries whether the result is to have series in time
     */
    RunSum(boolean keepsSeries) {
        this.keepsSeries = keepsSeries;
    }

    void add(ReplicationResult replication) {
        prepare(replication);
        long requests = 0;
        for (int client = 0; client < replication.clients(); client++) {
            Objects.requireNonNull(flows.get(replication.clientId(client))).add(replication, client);
            requests += replication.flow(client).requests();
        }
        for (int component = 0; component < replication.components(); component++) {
            if (!replication.isClient(component)) {
                Objects.requireNonNull(components.get(replication.componentId(component)))
                        .add(replication, component);
            }
        }
        for (int dependency = 0; dependency < replication.dependencies(); dependency++) {
            Objects.requireNonNull(dependencies.get(replication.dependencyKey(dependency)))
                    .add(replication, dependency);
        }
        totals.add(replication);
        if (blast != null) {
            blast.add(replication);
        }
        total.add(replication.billed());
        wasted.add(replication.wasted());
        if (requests > 0) {
            perThousand.add(replication.billed() / requests * 1_000);
        }
    }

    private void prepare(ReplicationResult replication) {
        if (prepared) {
            return;
        }
        prepared = true;
        interval = replication.stepNanos() / 1e9;
        blast = replication.hasTwin() ? new BlastSum(replication, keepsSeries) : null;
        int steps = keepsSeries ? replication.steps() : 0;
        // The last step ends with the run, and may be shorter than the others.
        double last = (replication.durationNanos() - (replication.steps() - 1) * replication.stepNanos()) / 1e9;
        for (int client = 0; client < replication.clients(); client++) {
            flows.put(replication.clientId(client), new FlowSum(interval, last, steps));
        }
        for (int component = 0; component < replication.components(); component++) {
            if (!replication.isClient(component)) {
                components.put(
                        replication.componentId(component),
                        new ComponentSum(interval, last, steps, replication.servers(component)));
            }
        }
        for (int dependency = 0; dependency < replication.dependencies(); dependency++) {
            dependencies.put(replication.dependencyKey(dependency), new DependencySum(interval, last, steps));
        }
    }

    /** The replications added so far. */
    int replications() {
        return totals.replications();
    }

    /**
     * The widest half width of a client's goodput; clients without requests have none. NaN where one of the others has it in fewer than two
     * replications, or there are no others.
     */
    double halfWidth(double confidence) {
        double widest = Double.NEGATIVE_INFINITY;
        for (FlowSum flow : flows.values()) {
            Interval goodput = flow.goodput(confidence);
            if (!Double.isNaN(goodput.mean())) {
                widest = Math.max(widest, goodput.halfWidth());
            }
        }
        return widest < 0 ? Double.NaN : widest;
    }

    /**
     * The result.
     *
     * @param precision what a stopping rule asked for, as a half width of the goodput's interval; null: nothing
     * @param warmup what the run without faults says of the warm-up
     */
    RunResult result(RunSpec spec, RunSettings settings, @Nullable Double precision, WarmupCheck warmup) {
        double confidence = settings.confidence();
        Map<String, Flow> flow = new LinkedHashMap<>();
        flows.forEach((id, sum) -> flow.put(id, sum.flow(confidence)));
        Map<String, ComponentResult> component = new LinkedHashMap<>();
        components.forEach((id, sum) -> component.put(id, sum.result(confidence)));
        Map<String, DependencyResult> dependency = new LinkedHashMap<>();
        dependencies.forEach((key, sum) -> dependency.put(key, sum.result(confidence)));
        return new RunResult(
                spec.scenarioId(),
                spec.strategyId(),
                settings,
                Collections.unmodifiableMap(flow),
                Collections.unmodifiableMap(component),
                Collections.unmodifiableMap(dependency),
                new Cost(
                        Averages.of(total, confidence),
                        Averages.of(wasted, confidence),
                        Averages.of(perThousand, confidence)),
                totals.totals(confidence),
                blast == null ? null : blast.blastRadius(confidence),
                totals.evidence(precision == null ? null : new Precision(precision, halfWidth(confidence)), warmup),
                keepsSeries ? series(spec, settings) : Series.NONE);
    }

    private Series series(RunSpec spec, RunSettings settings) {
        Map<String, FlowSeries> flowSeries = new LinkedHashMap<>();
        flows.forEach((id, sum) -> flowSeries.put(id, sum.meanSeries()));
        Map<String, ComponentSeries> componentSeries = new LinkedHashMap<>();
        components.forEach((id, sum) -> componentSeries.put(id, sum.series()));
        Map<String, DependencySeries> dependencySeries = new LinkedHashMap<>();
        dependencies.forEach((key, sum) -> dependencySeries.put(key, sum.series()));
        return new Series(
                interval,
                FaultWindows.of(
                        spec.pipeline(), spec.scenario(), settings.duration().seconds()),
                Collections.unmodifiableMap(flowSeries),
                Collections.unmodifiableMap(componentSeries),
                Collections.unmodifiableMap(dependencySeries));
    }
}
