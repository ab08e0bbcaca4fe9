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
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.List;

/** How requests ended, stacked, with what arrived as a line. A request is counted when it ends. */
final class OutcomesOverTime implements CascadeChart {

    @Override
    public String key() {
        return "outcomes";
    }

    @Override
    public String heading() {
        return "Outcomes";
    }

    @Override
    public String meaning() {
        return "How requests ended, counted when they end, upon each other; where a backlog is worked off, more end than arrive.";
    }

    @Override
    public String absence() {
        return "no client in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return Clients.subjects(playback.chronicle(), names, true);
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        int[] clients = Clients.of(chronicle, subject);
        Steps steps = new Steps(chronicle);
        List<Curve> curves = new ArrayList<>();
        if (clients.length > 0) {
            for (RequestOutcome outcome : RequestOutcome.values()) {
                ClientSeries series = series(outcome);
                boolean news = outcome == RequestOutcome.OK || outcome == RequestOutcome.FAILED;
                if (news || steps.any(step -> Clients.sum(chronicle, series, clients, step))) {
                    curves.add(new Curve(
                            outcome.key(),
                            Ink.of(outcome),
                            Style.STACKED,
                            steps.rate(step -> Clients.sum(chronicle, series, clients, step))));
                }
            }
            curves.add(new Curve(
                    "arriving",
                    Ink.ARRIVING,
                    Style.THIN,
                    steps.rate(step -> Clients.sum(chronicle, ClientSeries.ARRIVED, clients, step))));
        }
        return Steps.over(
                playback,
                "Outcomes of " + Clients.name(names, subject),
                new Axis("requests/s", Measure.RATE, false, null),
                null,
                curves,
                "No request ended",
                "");
    }

    private static ClientSeries series(RequestOutcome outcome) {
        return switch (outcome) {
            case OK -> ClientSeries.OK;
            case DEGRADED -> ClientSeries.DEGRADED;
            case DEFERRED -> ClientSeries.DEFERRED;
            case FAILED -> ClientSeries.FAILED;
            case ABANDONED -> ClientSeries.ABANDONED;
        };
    }
}
