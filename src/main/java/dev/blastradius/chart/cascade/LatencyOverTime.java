package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.component.Client.Slo;
import java.util.ArrayList;
import java.util.List;

/** The percentiles of a client's latency on a logarithmic axis, with the latency that is promised. */
final class LatencyOverTime implements CascadeChart {

    @Override
    public String key() {
        return "latency";
    }

    @Override
    public String heading() {
        return "Latency";
    }

    @Override
    public String meaning() {
        return "Percentiles of the latency of requests answered in the moment's window, on a logarithmic axis, with the SLO's latency.";
    }

    @Override
    public String absence() {
        return "no client in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return Clients.subjects(playback.chronicle(), names, false);
    }

    @Override
    public String mostTelling(Playback playback, Names names) {
        return Clients.busiest(playback.chronicle());
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        int client = chronicle.clients().indexOf(subject);
        List<Curve> curves = new ArrayList<>();
        if (client >= 0) {
            Steps steps = new Steps(chronicle);
            curves.add(percentile("p50", Ink.LOW, ClientSeries.P50, steps, chronicle, client));
            curves.add(percentile("p95", Ink.MIDDLE, ClientSeries.P95, steps, chronicle, client));
            curves.add(percentile("p99", Ink.HIGH, ClientSeries.P99, steps, chronicle, client));
            Slo slo = Clients.slo(playback, subject);
            if (slo != null && slo.latency() != null) {
                double promised = slo.latency().seconds();
                curves.add(
                        Steps.limit("SLO " + Figures.time(promised), Ink.LIMIT, false, promised, playback.duration()));
            }
        }
        return Steps.over(
                playback,
                "Latency of " + names.component(subject),
                new Axis("latency (log)", Measure.TIME, true, null),
                null,
                curves,
                "No request was answered",
                "nothing answered");
    }

    private static Curve percentile(
            String name, Ink ink, ClientSeries series, Steps steps, Chronicle chronicle, int client) {
        return new Curve(name, ink, Style.LINE, steps.values(step -> chronicle.get(series, client, step)));
    }
}
