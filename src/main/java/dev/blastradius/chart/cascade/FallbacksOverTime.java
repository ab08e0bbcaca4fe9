package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Dependency;
import java.util.List;

/** Calls that fallbacks took over, stacked by fallback. */
final class FallbacksOverTime implements CascadeChart {

    private static final int MOST = 6;

    @Override
    public String key() {
        return "fallbacks";
    }

    @Override
    public String heading() {
        return "Fallbacks";
    }

    @Override
    public String meaning() {
        return "Calls that each fallback took over, a second.";
    }

    @Override
    public String absence() {
        return "no fallback in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return Arrows.where(playback, Dependency::isFallback).isEmpty()
                ? List.of()
                : List.of(new Subject(ALL, "all fallbacks"));
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        Parts parts = new Parts(new Steps(chronicle));
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            int dependency = i;
            parts.add(
                    names.dependency(chronicle.dependencies().get(i)),
                    step -> chronicle.get(DependencySeries.FALLBACKS, dependency, step));
        }
        return Steps.over(
                playback,
                "Calls taken over by fallbacks",
                new Axis("calls/s", Measure.RATE, false, null),
                null,
                parts.stacked(MOST, 1 / chronicle.stepSeconds()),
                "No fallback has taken over",
                "");
    }
}
