package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentSeries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many wait at a component, and how many of its servers are busy. */
final class QueueChart implements ChartKind {

    @Override
    public String key() {
        return "queue";
    }

    @Override
    public String heading() {
        return "Queue and servers of";
    }

    @Override
    public List<Subject> subjects(RunResult result, Names names) {
        return Charts.subjects(result.series().components(), names::component);
    }

    @Override
    public @Nullable String mostTelling(RunResult result) {
        String longest = Charts.greatest(
                result.components(),
                it -> it.queueLength().mean(),
                it -> it.utilisation() == null ? 0 : it.utilisation().mean());
        if (longest != null && result.series().components().containsKey(longest)) {
            return longest;
        }
        return Charts.greatest(result.series().components(), it -> 0, it -> 0);
    }

    @Override
    public ChartSpec chart(RunResult result, Names names, String subject) {
        List<Curve> curves = new ArrayList<>();
        ComponentSeries series = result.series().components().get(subject);
        if (series != null) {
            curves.add(new Curve("waiting", Ink.WAITING, Style.FILLED, series.queueLength()));
            curves.add(new Curve("busy servers", Ink.BUSY, Style.LINE, true, series.busyServers()));
            if (Double.isFinite(series.servers())) {
                double duration = result.settings().duration().seconds();
                curves.add(new Curve(
                        "of " + Figures.number(series.servers()),
                        Ink.BUSY,
                        Style.LIMIT,
                        true,
                        Sums.constant(series.servers(), duration)));
            }
        }
        return Charts.over(
                result,
                heading() + " " + names.component(subject),
                new Axis("waiting requests", Measure.COUNT, false, Ink.WAITING),
                new Axis("busy servers", Measure.COUNT, false, Ink.BUSY),
                curves,
                "It has no servers and no queue");
    }
}
