package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.DistributionSpec;
import dev.blastradius.chart.DistributionSpec.Part;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.component.Client.Slo;
import java.util.ArrayList;
import java.util.List;

/** How a client's latencies are distributed before, during and after the fault, by when the request was sent. Drawn when the run is over. */
final class LatencyByPart implements CascadeChart {

    @Override
    public String key() {
        return "distribution";
    }

    @Override
    public String heading() {
        return "Latency before, during and after";
    }

    @Override
    public String meaning() {
        return "The share of answers in each interval of latency (20 intervals to a factor of ten) of requests sent before the first fault"
                + " began, while any was still to end, and after the last.";
    }

    @Override
    public String absence() {
        return "no client in the model";
    }

    @Override
    public boolean isOverTime() {
        return false;
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
        boolean isOver = chronicle.recorded() >= chronicle.steps();
        List<Part> parts = new ArrayList<>();
        double promised = Double.NaN;
        if (client >= 0 && isOver) {
            boolean faulted = !playback.windows().isEmpty();
            parts.add(new Part(
                    faulted ? "before" : "whole run", Ink.BEFORE, chronicle.latency(client, Chronicle.Part.BEFORE)));
            if (faulted) {
                parts.add(new Part("during", Ink.DURING, chronicle.latency(client, Chronicle.Part.DURING)));
                parts.add(new Part("after", Ink.AFTER, chronicle.latency(client, Chronicle.Part.AFTER)));
            }
            Slo slo = Clients.slo(playback, subject);
            promised = slo == null || slo.latency() == null
                    ? Double.NaN
                    : slo.latency().seconds();
        }
        return new DistributionSpec(
                "Latency of " + names.component(subject) + " before, during and after",
                parts,
                promised,
                isOver ? "No request was answered" : "When the run is over");
    }
}
