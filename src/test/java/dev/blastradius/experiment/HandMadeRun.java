package dev.blastradius.experiment;

import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.ComponentSeries;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.DependencySeries;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.FlowSeries;
import dev.blastradius.experiment.RunResult.Latency;
import dev.blastradius.experiment.RunResult.Series;
import dev.blastradius.experiment.RunResult.Totals;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.ShareDistribution;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.descriptor.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result with numbers that nobody simulated, for the tests of what is made of results. */
public final class HandMadeRun {

    public static final RunSettings SETTINGS = new RunSettings(Duration.of("90m"), Duration.of("5m"), 10, 42, 0.95, 2);

    private HandMadeRun() {}

    /** The outage as drawn: 90 % of the visitors' requests are goodput. */
    public static RunResult outage() {
        return of("opus-brownout", "as-drawn", SETTINGS, 0.9);
    }

    /**
     * A result.
     *
     * @param scenario null: no fault
     * @param goodput the visitors' share of goodput, with a half width of 0.01
     */
    public static RunResult of(String scenario, String strategy, RunSettings settings, double goodput) {
        Map<String, ComponentResult> components = new LinkedHashMap<>();
        components.put(
                "assistant", component(interval(0.5), Map.of(CallOutcome.OK, 43_000L, CallOutcome.ERROR, 5_000L)));
        components.put("opus", component(null, Map.of(CallOutcome.OK, 40_000L, CallOutcome.TIMEOUT, 7_000L)));
        return new RunResult(
                scenario,
                strategy,
                settings,
                Map.of("visitors", flow(goodput)),
                components,
                Map.of(
                        "assistant->opus",
                        new DependencyResult(48_000, 60_000, 12_000, 0, 7, 3, 0, 0, 0, interval(1.25), null)),
                new Cost(interval(12.5), interval(0.4), interval(2.6)),
                new Totals(interval(0.9), interval(0.08), interval(0.1), interval(9.5)),
                null,
                new Evidence(settings.replications(), 48_000, 2_400, ShareDistribution.EMPTY, null, WarmupCheck.NONE),
                series());
    }

    /** A hundredth above and below. */
    public static Interval interval(double mean) {
        return new Interval(mean, mean - 0.01, mean + 0.01);
    }

    private static Flow flow(double goodput) {
        Map<RequestOutcome, Interval> share = new LinkedHashMap<>();
        share.put(RequestOutcome.OK, interval(goodput));
        share.put(RequestOutcome.DEGRADED, new Interval(0.02, 0.015, 0.025));
        share.put(RequestOutcome.DEFERRED, new Interval(0, 0, 0));
        share.put(RequestOutcome.FAILED, interval(0.98 - goodput));
        share.put(RequestOutcome.ABANDONED, new Interval(0, 0, 0));
        Map<String, Long> causes = new LinkedHashMap<>();
        causes.put("opus/error", 4_000L);
        causes.put("assistant/rejected", 96L);
        return new Flow(
                48_000,
                share,
                interval(0.03),
                new Interval(0, 0, 0),
                interval(goodput),
                new Latency(interval(1.5), interval(1.2), interval(4), interval(9.5)),
                interval(9.4),
                causes);
    }

    private static ComponentResult component(Interval utilisation, Map<CallOutcome, Long> outcomes) {
        return new ComponentResult(
                48_100,
                47_900,
                outcomes,
                60,
                40,
                utilisation,
                interval(20),
                interval(3.5),
                interval(0.25),
                Interval.NONE,
                new Latency(interval(1.5), interval(1.2), interval(4), interval(0.0005)));
    }

    private static Series series() {
        TimeSeries some = new TimeSeries(10, new double[] {1, 2.5, Double.NaN});
        Map<RequestOutcome, TimeSeries> outcomes = new LinkedHashMap<>();
        outcomes.put(RequestOutcome.OK, some);
        outcomes.put(RequestOutcome.FAILED, some);
        return new Series(
                10,
                List.of(new Window(10, 20, "opus")),
                Map.of("visitors", new FlowSeries(outcomes, some, some, some, some, some)),
                Map.of("opus", new ComponentSeries(some, some, Double.POSITIVE_INFINITY, some, some)),
                Map.of("assistant->opus", new DependencySeries(some, some, some)));
    }
}
