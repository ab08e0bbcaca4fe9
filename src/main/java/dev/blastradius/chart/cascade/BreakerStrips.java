package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.StripSpec;
import dev.blastradius.chart.StripSpec.Row;
import dev.blastradius.chart.StripSpec.State;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.policy.CircuitBreaker;
import java.util.ArrayList;
import java.util.List;

/** Whether circuit breakers are closed, half open or open: a strip for each dependency that has one, divided where replicas differ. */
final class BreakerStrips implements CascadeChart {

    private static final List<State> STATES = List.of(
            new State("open", Ink.OPEN), new State("half open", Ink.HALF_OPEN), new State("closed", Ink.CLOSED));

    @Override
    public String key() {
        return "breakers";
    }

    @Override
    public String heading() {
        return "Circuit breakers";
    }

    @Override
    public String meaning() {
        return "Whether each dependency's circuit breaker is closed, half open or open; where the caller's replicas differ, each state takes"
                + " its share of the height.";
    }

    @Override
    public String absence() {
        return "no circuit breaker in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return breakers(playback).isEmpty() ? List.of() : List.of(new Subject(ALL, "all circuit breakers"));
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        Steps steps = new Steps(chronicle);
        List<Row> rows = new ArrayList<>();
        for (int dependency : breakers(playback)) {
            rows.add(new Row(
                    names.dependency(chronicle.dependencies().get(dependency)),
                    List.of(
                            steps.values(step -> chronicle.get(DependencySeries.OPEN, dependency, step)),
                            steps.values(step -> chronicle.get(DependencySeries.HALF_OPEN, dependency, step)))));
        }
        return new StripSpec(
                heading(),
                playback.duration(),
                playback.settings().warmup().seconds(),
                STATES,
                rows,
                playback.windows(),
                "No dependency has a circuit breaker");
    }

    private static List<Integer> breakers(Playback playback) {
        return Arrows.where(playback, dependency -> dependency.policy(CircuitBreaker.class) != null);
    }
}
