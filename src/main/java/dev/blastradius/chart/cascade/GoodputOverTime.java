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
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.component.Client.Slo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goodput against what is promised, and how much of the error budget is burnt.
 *
 * <p>The error budget is 1 − the SLO's success rate, times the requests of the SLO's window (Google, "The Site Reliability Workbook", 2018,
 * chapter 2: a 99.9 % objective and 1,000,000 requests in the window give a budget of 1,000 errors). The window is the run after its warm-up; a
 * request counts when it ends, and one that is not goodput is an error. While a replication goes on, the requests that are still to end
 * are taken to come at the rate so far.
 */
final class GoodputOverTime implements CascadeChart {

    @Override
    public String key() {
        return "goodput";
    }

    @Override
    public String heading() {
        return "Goodput and error budget";
    }

    @Override
    public String meaning() {
        return "Requests that ended well, in time and not wrongly, against how many of those that ended the SLO promises; and how much of"
                + " the run's error budget, (1 − success rate) × its requests, is burnt.";
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
        TimeSeries burnt = null;
        if (client >= 0) {
            int[] one = {client};
            Steps steps = new Steps(chronicle);
            curves.add(new Curve(
                    "goodput",
                    Ink.GOODPUT,
                    Style.FILLED,
                    steps.rate(step -> chronicle.get(ClientSeries.GOODPUT, client, step))));
            Slo slo = Clients.slo(playback, subject);
            Double rate = slo == null ? null : slo.successRate();
            if (rate != null) {
                curves.add(new Curve(
                        "promised " + Figures.share(rate),
                        Ink.LIMIT,
                        Style.THIN,
                        steps.rate(step -> rate * Clients.ended(chronicle, one, step))));
                burnt = burnt(playback, client, rate);
            }
            if (burnt != null) {
                curves.add(new Curve("error budget burnt", Ink.BROKEN, Style.PLAIN, true, burnt));
                curves.add(Steps.limit("all of the budget", Ink.BROKEN, true, 1, playback.duration()));
            }
        }
        return Steps.over(
                playback,
                "Goodput of " + names.component(subject),
                new Axis("requests/s", Measure.RATE, false, null),
                burnt == null ? null : new Axis("budget burnt", Measure.SHARE, false, Ink.BROKEN),
                curves,
                "No request ended",
                "");
    }

    /** The share of the error budget that is burnt at each step's end; null where there is none to burn, as the promise is 100 %. */
    static @Nullable TimeSeries burnt(Playback playback, int client, double successRate) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        int[] one = {client};
        double width = chronicle.stepSeconds();
        double warmup = playback.settings().warmup().seconds();
        int first = (int) Math.ceil(warmup / width - 1e-9);
        double requests = 0;
        for (int step = first; step < steps.count(); step++) {
            requests += Clients.ended(chronicle, one, step);
        }
        double share = (double) Math.max(1, steps.count() - first) / Math.max(1, chronicle.steps() - first);
        double budget = (1 - successRate) * requests / Math.min(1, share);
        if (successRate >= 1) {
            return null;
        }
        double[] burnt = new double[steps.count()];
        double errors = 0;
        for (int step = 0; step < burnt.length; step++) {
            if (step >= first) {
                errors += Clients.ended(chronicle, one, step) - chronicle.get(ClientSeries.GOODPUT, client, step);
            }
            burnt[step] = errors == 0 ? 0 : errors / budget;
        }
        return new TimeSeries(width, burnt);
    }
}
