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
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.component.Component;
import java.util.ArrayList;
import java.util.List;

/** How many wait at a component, and how many of its servers are busy. */
final class QueueOverTime implements CascadeChart {

    @Override
    public String key() {
        return "queue";
    }

    @Override
    public String heading() {
        return "Queue and busy servers";
    }

    @Override
    public String meaning() {
        return "Jobs waiting at all replicas of a component, and how many of its servers are busy; dashed: how many servers there are.";
    }

    @Override
    public String absence() {
        return "no component with servers in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        List<Subject> subjects = new ArrayList<>();
        for (String id : playback.chronicle().components()) {
            Component component = playback.spec().pipeline().components().get(id);
            if (component != null && component.station() != null) {
                subjects.add(new Subject(id, names.component(id)));
            }
        }
        return subjects;
    }

    /** Where most wait on average; where nothing waits, where the greatest share of servers is busy. */
    @Override
    public String mostTelling(Playback playback, Names names) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        String telling = ALL;
        double most = -1;
        for (Subject subject : subjects(playback, names)) {
            int component = chronicle.components().indexOf(subject.id());
            double waiting = steps.sum(step -> chronicle.get(ComponentSeries.QUEUE, component, step));
            double busy = steps.sum(step -> chronicle.get(ComponentSeries.BUSY, component, step)
                    / chronicle.get(ComponentSeries.SERVERS, component, step));
            // A busy share is below 1 in each step: it decides only among those where nothing waits.
            double weight = waiting >= 1 ? steps.count() + waiting : busy;
            if (weight > most) {
                most = weight;
                telling = subject.id();
            }
        }
        return telling;
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        int component = chronicle.components().indexOf(subject);
        Steps steps = new Steps(chronicle);
        List<Curve> curves = new ArrayList<>();
        if (component >= 0) {
            curves.add(new Curve(
                    "waiting",
                    Ink.WAITING,
                    Style.FILLED,
                    steps.values(step -> chronicle.get(ComponentSeries.QUEUE, component, step))));
            curves.add(new Curve(
                    "busy servers",
                    Ink.BUSY,
                    Style.LINE,
                    true,
                    steps.values(step -> chronicle.get(ComponentSeries.BUSY, component, step))));
            if (steps.exists(step -> finite(chronicle.get(ComponentSeries.SERVERS, component, step)))) {
                curves.add(new Curve(
                        "servers",
                        Ink.BUSY,
                        Style.LIMIT,
                        true,
                        steps.values(step -> finite(chronicle.get(ComponentSeries.SERVERS, component, step)))));
            }
        }
        return Steps.over(
                playback,
                "Queue and busy servers of " + names.component(subject),
                new Axis("waiting", Measure.COUNT, false, Ink.WAITING),
                new Axis("busy servers", Measure.COUNT, false, Ink.BUSY),
                curves,
                "It has no servers and no queue",
                "");
    }

    /** Unlimited servers are no line. */
    private static double finite(double servers) {
        return Double.isInfinite(servers) ? Double.NaN : servers;
    }
}
