package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.policy.Retry;
import java.util.ArrayList;
import java.util.List;

/** How much of each retry budget is left. */
final class RetryBudgetOverTime implements CascadeChart {

    @Override
    public String key() {
        return "retry-budget";
    }

    @Override
    public String heading() {
        return "Retry budget left";
    }

    @Override
    public String meaning() {
        return "The share of each dependency's retry budget that is left, as the mean of the caller's replicas: at 0 % nothing is retried.";
    }

    @Override
    public String absence() {
        return "no retry budget in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return budgets(playback).isEmpty() ? List.of() : List.of(new Subject(ALL, "all retry budgets"));
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        List<Curve> curves = new ArrayList<>();
        for (int dependency : budgets(playback)) {
            curves.add(new Curve(
                    names.dependency(chronicle.dependencies().get(dependency)),
                    Ink.part(curves.size()),
                    Style.LINE,
                    steps.values(step -> chronicle.get(DependencySeries.BUDGET_LEFT, dependency, step))));
        }
        return Steps.over(
                playback,
                heading(),
                new Axis("left", Measure.SHARE, false, null),
                null,
                curves,
                "No dependency has a retry budget",
                "");
    }

    private static List<Integer> budgets(Playback playback) {
        return Arrows.where(playback, dependency -> {
            Retry retry = dependency.policy(Retry.class);
            return retry != null && retry.budget() != null;
        });
    }
}
