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
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * Attempts against the calls that were wanted, over one dependency or all: where they part, a retry storm blows. The amplification is
 * attempts / calls over the last ten seconds, or the last step where steps are longer: retries come later than their calls, so that a
 * ratio of single moments would jump.
 */
final class AttemptsOverTime implements CascadeChart {

    /** In seconds. */
    private static final double WINDOW = 10;

    @Override
    public String key() {
        return "attempts";
    }

    @Override
    public String heading() {
        return "Attempts against calls";
    }

    @Override
    public String meaning() {
        return "Attempts sent, retries and hedges included, against the calls that were wanted: where they part, a retry storm blows."
                + " Amplification is attempts / calls over the last ten seconds.";
    }

    @Override
    public String absence() {
        return "no dependency in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        List<Subject> subjects = new ArrayList<>();
        List<String> keys = playback.chronicle().dependencies();
        if (keys.size() > 1) {
            subjects.add(new Subject(ALL, "all dependencies"));
        }
        keys.forEach(key -> subjects.add(new Subject(key, names.dependency(key))));
        return subjects;
    }

    /** The dependency with the most attempts that were not wanted; all together where there are none. */
    @Override
    public String mostTelling(Playback playback, Names names) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        String telling =
                chronicle.dependencies().size() == 1 ? chronicle.dependencies().get(0) : ALL;
        double most = 0;
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            int dependency = i;
            double more = steps.sum(step -> chronicle.get(DependencySeries.RETRIES, dependency, step)
                    + chronicle.get(DependencySeries.HEDGES, dependency, step));
            if (more > most) {
                most = more;
                telling = chronicle.dependencies().get(i);
            }
        }
        return telling;
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        int[] shown = shown(chronicle, subject);
        Steps steps = new Steps(chronicle);
        List<Curve> curves = new ArrayList<>();
        if (shown.length > 0) {
            curves.add(new Curve(
                    "attempts",
                    Ink.MADE,
                    Style.FILLED,
                    steps.rate(step -> sum(chronicle, DependencySeries.ATTEMPTS, shown, step))));
            curves.add(new Curve(
                    "failed",
                    Ink.BROKEN,
                    Style.PLAIN,
                    steps.rate(step -> sum(chronicle, DependencySeries.FAILED, shown, step))));
            curves.add(new Curve(
                    "calls",
                    Ink.WANTED,
                    Style.PLAIN,
                    steps.rate(step -> sum(chronicle, DependencySeries.CALLS, shown, step))));
            curves.add(new Curve("amplification", Ink.ARRIVING, Style.THIN, true, amplification(chronicle, shown)));
        }
        return Steps.over(
                playback,
                "Attempts against calls over " + (subject.equals(ALL) ? "all dependencies" : names.dependency(subject)),
                new Axis("attempts/s", Measure.RATE, false, null),
                new Axis("amplification", Measure.TIMES, false, Ink.ARRIVING),
                curves,
                "No call went over it",
                "");
    }

    /** Attempts / calls in the window that ends with each step; NaN where there was no call in it. */
    static TimeSeries amplification(Chronicle chronicle, int[] dependencies) {
        int window = Math.max(1, (int) Math.round(WINDOW / chronicle.stepSeconds()));
        Steps steps = new Steps(chronicle);
        double[] ratio = new double[steps.count()];
        double attempts = 0;
        double calls = 0;
        for (int step = 0; step < ratio.length; step++) {
            attempts += sum(chronicle, DependencySeries.ATTEMPTS, dependencies, step);
            calls += sum(chronicle, DependencySeries.CALLS, dependencies, step);
            if (step >= window) {
                attempts -= sum(chronicle, DependencySeries.ATTEMPTS, dependencies, step - window);
                calls -= sum(chronicle, DependencySeries.CALLS, dependencies, step - window);
            }
            ratio[step] = calls > 0 ? attempts / calls : Double.NaN;
        }
        return new TimeSeries(chronicle.stepSeconds(), ratio);
    }

    private static int[] shown(Chronicle chronicle, String subject) {
        int one = chronicle.dependencies().indexOf(subject);
        if (one >= 0) {
            return new int[] {one};
        }
        int[] all = new int[subject.equals(ALL) ? chronicle.dependencies().size() : 0];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        return all;
    }

    private static double sum(Chronicle chronicle, DependencySeries series, int[] dependencies, int step) {
        double sum = 0;
        for (int dependency : dependencies) {
            sum += chronicle.get(series, dependency, step);
        }
        return sum;
    }
}
