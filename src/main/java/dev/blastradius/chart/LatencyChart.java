package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The percentiles of a client's latency on a logarithmic axis, with the latency that is promised. */
final class LatencyChart implements ChartKind {

    @Override
    public String key() {
        return "latency";
    }

    @Override
    public String heading() {
        return "Latency of";
    }

    @Override
    public List<Subject> subjects(RunResult result, Names names) {
        return Charts.subjects(result.series().flows(), names::component);
    }

    @Override
    public @Nullable String mostTelling(RunResult result) {
        return Charts.greatest(
                result.series().flows(), flow -> mean(flow.arrivals().toArray()), flow -> 0);
    }

    @Override
    public ChartSpec chart(RunResult result, Names names, String subject) {
        List<Curve> curves = new ArrayList<>();
        FlowSeries flow = result.series().flows().get(subject);
        if (flow != null) {
            curves.add(new Curve("p50", Ink.LOW, Style.LINE, flow.p50()));
            curves.add(new Curve("p95", Ink.MIDDLE, Style.LINE, flow.p95()));
            curves.add(new Curve("p99", Ink.HIGH, Style.LINE, flow.p99()));
            Duration promised = promised(names, subject);
            if (promised != null) {
                double duration = result.settings().duration().seconds();
                curves.add(new Curve(
                        "SLO " + Figures.time(promised.seconds()),
                        Ink.LIMIT,
                        Style.LIMIT,
                        Sums.constant(promised.seconds(), duration)));
            }
        }
        Axis axis = new Axis("latency (log)", Measure.TIME, true, null);
        return Charts.over(
                result,
                heading() + " " + names.component(subject),
                axis,
                null,
                curves,
                "No request was answered",
                "nothing answered");
    }

    private static @Nullable Duration promised(Names names, String client) {
        return names.pipeline().components().get(client) instanceof Client it && it.slo() != null
                ? it.slo().latency()
                : null;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
