package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How requests ended, stacked, with the goodput and the arrivals as lines: of one client, or of all together. A request is counted
 * when it ends, so that where a backlog is worked off more end than arrive.
 */
final class OutcomesChart implements ChartKind {

    /** The subject of all clients together; no component has this id. */
    static final String ALL_CLIENTS = "";

    private static final String ALL_CLIENTS_NAME = "all clients";

    @Override
    public String key() {
        return "outcomes";
    }

    @Override
    public String heading() {
        return "Outcomes of";
    }

    @Override
    public List<Subject> subjects(RunResult result, Names names) {
        Map<String, FlowSeries> flows = result.series().flows();
        List<Subject> subjects = new ArrayList<>(Charts.subjects(flows, names::component));
        if (subjects.size() > 1) {
            subjects.add(0, new Subject(ALL_CLIENTS, ALL_CLIENTS_NAME));
        }
        return subjects;
    }

    @Override
    public @Nullable String mostTelling(RunResult result) {
        Map<String, FlowSeries> flows = result.series().flows();
        if (flows.size() > 1) {
            return ALL_CLIENTS;
        }
        return flows.isEmpty() ? null : flows.keySet().iterator().next();
    }

    @Override
    public ChartSpec chart(RunResult result, Names names, String subject) {
        Map<String, FlowSeries> flows = result.series().flows();
        boolean all = subject.equals(ALL_CLIENTS);
        FlowSeries one = flows.get(subject);
        Collection<FlowSeries> shown = all ? flows.values() : one == null ? List.of() : List.of(one);
        List<Curve> curves = new ArrayList<>();
        for (RequestOutcome outcome : RequestOutcome.values()) {
            TimeSeries sum = sum(shown, flow -> flow.outcomes().get(outcome));
            if (sum != null && (isCommon(outcome) || Sums.isAbove(sum, 0))) {
                curves.add(new Curve(outcome.key(), Ink.of(outcome), Style.STACKED, sum));
            }
        }
        TimeSeries arrivals = sum(shown, FlowSeries::arrivals);
        if (arrivals != null) {
            curves.add(new Curve("arriving", Ink.ARRIVING, Style.THIN, arrivals));
        }
        TimeSeries goodput = sum(shown, FlowSeries::goodput);
        if (goodput != null) {
            curves.add(new Curve("goodput", Ink.GOODPUT, Style.PLAIN, goodput));
        }
        String name = all ? ALL_CLIENTS_NAME : names.component(subject);
        Axis axis = new Axis("requests ended a second", Measure.RATE, false, null);
        return Charts.over(result, heading() + " " + name, axis, null, curves, "No request ended");
    }

    /** Outcomes that the legend shows even where none occurred, for their absence is news. */
    private static boolean isCommon(RequestOutcome outcome) {
        return outcome == RequestOutcome.OK || outcome == RequestOutcome.FAILED;
    }

    private static @Nullable TimeSeries sum(
            Collection<FlowSeries> flows, Function<FlowSeries, @Nullable TimeSeries> part) {
        return Sums.of(flows.stream().map(part).filter(Objects::nonNull).toList());
    }
}
