package dev.blastradius.editor;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Component;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a scenario breaks, and how far the damage has spread in a run: what the drawing marks. */
public final class Damage {

    private Damage() {}

    /** What a scenario's faults befall: ids of components and keys of dependencies; empty for no scenario. */
    public static Set<String> targets(Pipeline pipeline, @Nullable String scenarioId) {
        Scenario scenario =
                scenarioId == null ? null : pipeline.scenariosOrNone().get(scenarioId);
        Set<String> targets = new LinkedHashSet<>();
        if (scenario != null) {
            scenario.faults().forEach(fault -> add(targets, pipeline, fault.target()));
        }
        return Collections.unmodifiableSet(targets);
    }

    private static void add(Set<String> targets, Pipeline pipeline, Fault.Target target) {
        Map<String, String> tags = target.tags();
        if (target.id() != null) {
            targets.add(target.id());
        } else if (tags != null) {
            pipeline.components().forEach((id, component) -> {
                if (matches(component, tags)) {
                    targets.add(id);
                }
            });
        }
    }

    private static boolean matches(Component component, Map<String, String> tags) {
        return component.about().hasTags(tags);
    }

    /**
     * The share of what each component was asked for while a fault was active that failed; for a client, of its requests. Over the
     * whole run where there was no fault. Components that were not asked for anything are left out.
     */
    public static Map<String, Double> shares(RunResult result) {
        RunResult.Series series = result.series();
        Map<String, Double> shares = new LinkedHashMap<>();
        series.flows().forEach((id, flow) -> {
            double all = 0;
            double failed = 0;
            for (Map.Entry<RequestOutcome, TimeSeries> each : flow.outcomes().entrySet()) {
                double sum = sum(each.getValue(), series);
                all += sum;
                failed += each.getKey() == RequestOutcome.FAILED || each.getKey() == RequestOutcome.ABANDONED ? sum : 0;
            }
            put(shares, id, failed, all);
        });
        series.components()
                .forEach((id, each) -> put(shares, id, sum(each.failures(), series), sum(each.arrivals(), series)));
        return Collections.unmodifiableMap(shares);
    }

    private static void put(Map<String, Double> shares, String id, double failed, double all) {
        if (all > 0) {
            // Failures are counted when they happen, arrivals when they arrive: near a window's edge there can be more
            // of them.
            shares.put(id, Math.min(1, failed / all));
        }
    }

    private static double sum(TimeSeries values, RunResult.Series series) {
        List<RunResult.Window> windows = series.faultWindows();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            double moment = (i + 0.5) * series.intervalSeconds();
            double value = values.value(i);
            boolean counts = windows.isEmpty()
                    || windows.stream().anyMatch(each -> moment >= each.from() && moment <= each.to());
            sum += counts && !Double.isNaN(value) ? value : 0;
        }
        return sum;
    }
}
