package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.experiment.cascade.Playback;
import java.util.List;

/** What is billed a minute, stacked by who bills it. */
final class CostOverTime implements CascadeChart {

    private static final int MOST = 6;
    private static final double MINUTE = 60;

    @Override
    public String key() {
        return "cost";
    }

    @Override
    public String heading() {
        return "Cost";
    }

    @Override
    public String meaning() {
        return "What each model and tool bills, in US dollars a minute, at the moment when it is billed.";
    }

    @Override
    public String absence() {
        return "nothing is billed";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        boolean billed = playback.spec().pipeline().components().values().stream()
                .anyMatch(component -> component.terms().price() != null);
        return billed ? List.of(new Subject(ALL, "everything")) : List.of();
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        Parts parts = new Parts(new Steps(chronicle));
        for (int i = 0; i < chronicle.components().size(); i++) {
            int component = i;
            parts.add(
                    names.component(chronicle.components().get(i)),
                    step -> chronicle.get(ComponentSeries.DOLLARS, component, step));
        }
        return Steps.over(
                playback,
                "Cost a minute",
                new Axis("$ a minute", Measure.MONEY_RATE, false, null),
                null,
                parts.stacked(MOST, MINUTE / chronicle.stepSeconds()),
                "Nothing has been billed",
                "");
    }
}
