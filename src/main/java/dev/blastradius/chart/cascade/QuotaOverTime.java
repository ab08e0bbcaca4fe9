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

/** How much of each provider's quota is used up. */
final class QuotaOverTime implements CascadeChart {

    @Override
    public String key() {
        return "quota";
    }

    @Override
    public String heading() {
        return "Quota used";
    }

    @Override
    public String meaning() {
        return "The share of each provider's fullest quota that is used up: at 100 % it refuses what comes.";
    }

    @Override
    public String absence() {
        return "no provider with a quota in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return limited(playback).isEmpty() ? List.of() : List.of(new Subject(ALL, "all providers"));
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        List<Curve> curves = new ArrayList<>();
        for (int component : limited(playback)) {
            curves.add(new Curve(
                    names.component(chronicle.components().get(component)),
                    Ink.part(curves.size()),
                    Style.LINE,
                    steps.values(step -> chronicle.get(ComponentSeries.QUOTA_USED, component, step))));
        }
        if (!curves.isEmpty()) {
            curves.add(Steps.limit("all of it used", Ink.LIMIT, false, 1, playback.duration()));
        }
        return Steps.over(
                playback,
                heading(),
                new Axis("used up", Measure.SHARE, false, null),
                null,
                curves,
                "No provider has a quota",
                "");
    }

    /** Those with a limit in the model, and those that a fault gives one. */
    private static List<Integer> limited(Playback playback) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        List<Integer> limited = new ArrayList<>();
        for (int i = 0; i < chronicle.components().size(); i++) {
            int component = i;
            Component drawn = playback.spec()
                    .pipeline()
                    .components()
                    .get(chronicle.components().get(i));
            boolean isLimited = drawn != null && drawn.terms().rateLimit() != null;
            if (isLimited || steps.exists(step -> chronicle.get(ComponentSeries.QUOTA_USED, component, step))) {
                limited.add(i);
            }
        }
        return limited;
    }
}
