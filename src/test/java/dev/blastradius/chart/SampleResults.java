package dev.blastradius.chart;

import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.RunResult;
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
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.About;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.component.Service;
import dev.blastradius.model.component.StaticAnswer;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Terms;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** An invented result of the shape that a real one has: a support assistant through a brownout of its model. */
public final class SampleResults {

    private static final double FAULT_FROM = 600;
    private static final double FAULT_TO = 2400;

    private SampleResults() {}

    /** The pipeline that the results are of. */
    public static Pipeline pipeline() {
        Map<String, Component> components = new LinkedHashMap<>();
        components.put("visitors", client("Web visitors", "8s"));
        components.put("agents", client("Support agents", "20s"));
        components.put("assistant", new Service(named("Assistant"), Station.DEFAULT, Terms.NONE));
        components.put("opus", new ModelApi(named("Opus"), Station.DEFAULT, Terms.NONE));
        components.put("sonnet", new ModelApi(named("Sonnet"), Station.DEFAULT, Terms.NONE));
        components.put("canned", new StaticAnswer(named("Canned answer"), 0.2));
        Map<String, Dependency> arrows = new LinkedHashMap<>();
        for (String key : List.of(
                "visitors->assistant",
                "agents->assistant",
                "assistant->opus",
                "assistant->sonnet",
                "assistant->canned")) {
            arrows.put(key, Dependency.PLAIN);
        }
        return new Pipeline(
                Pipeline.FORMAT,
                "Support assistant",
                null,
                components,
                arrows,
                Map.of("opus-brownout", new Scenario("Opus returns 40 % errors for half an hour", null, List.of())),
                null,
                null,
                null);
    }

    /** How runs of 90 minutes with a warm-up of 5 are made. */
    public static RunSettings settings(int replications) {
        return new RunSettings(Duration.of("90m"), Duration.of("5m"), replications, 42, 0.95, 1);
    }

    /** A result in steps of so many seconds; one replication has no intervals. */
    public static RunResult result(double interval, int replications) {
        RunSettings settings = settings(replications);
        int steps = (int) (settings.duration().seconds() / interval);
        Maker maker = new Maker(interval, steps, replications);
        return new RunResult(
                "opus-brownout",
                "as-drawn",
                settings,
                ordered(Map.of(), "visitors", maker.flow(204_518, 0.874), "agents", maker.flow(10_207, 0.9312)),
                maker.components(),
                maker.dependencies(),
                new Cost(maker.about(123.4), maker.about(11.72), maker.about(6.03)),
                new Totals(maker.about(0.88), maker.about(0.1), maker.about(0.11), maker.about(14.2)),
                null,
                Evidence.NONE,
                maker.series());
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> ordered(Map<String, T> none, Object... keysAndValues) {
        Map<String, T> map = new LinkedHashMap<>(none);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], (T) keysAndValues[i + 1]);
        }
        return map;
    }

    private static Client client(String label, String slo) {
        return new Client(
                named(label),
                new Traffic.Poisson(40.0, null),
                null,
                null,
                new Client.Slo(Duration.of(slo), 0.995),
                null,
                null,
                null,
                null);
    }

    private static About named(String label) {
        return new About(label, null, null);
    }

    /** Makes the numbers. */
    private static final class Maker {

        private final double interval;
        private final int steps;
        private final int replications;
        private final Random random = new Random(7);

        Maker(double interval, int steps, int replications) {
            this.interval = interval;
            this.steps = steps;
            this.replications = replications;
        }

        Interval about(double mean) {
            return replications == 1
                    ? new Interval(mean, Double.NaN, Double.NaN)
                    : new Interval(mean, mean * 0.988, mean * 1.012);
        }

        Flow flow(long requests, double ok) {
            Map<RequestOutcome, Interval> share = new EnumMap<>(RequestOutcome.class);
            share.put(RequestOutcome.OK, about(ok));
            share.put(RequestOutcome.DEGRADED, about((1 - ok) * 0.3));
            share.put(RequestOutcome.DEFERRED, about(0));
            share.put(RequestOutcome.FAILED, about((1 - ok) * 0.6));
            share.put(RequestOutcome.ABANDONED, about((1 - ok) * 0.1));
            Map<String, Long> causes = new LinkedHashMap<>();
            causes.put("opus/error", Math.round(requests * (1 - ok) * 0.5));
            causes.put("assistant/rejected", Math.round(requests * (1 - ok) * 0.08));
            causes.put("opus/timeout", Math.round(requests * (1 - ok) * 0.02));
            return new Flow(
                    requests,
                    share,
                    about(0.0421),
                    about(0),
                    about(ok - 0.02),
                    latency(2.1),
                    about(requests / 51_000.0),
                    causes);
        }

        Latency latency(double median) {
            return new Latency(about(median * 1.3), about(median), about(median * 4.1), about(median * 9.7));
        }

        Map<String, ComponentResult> components() {
            return ordered(
                    Map.of(),
                    "assistant",
                    component(214_725, about(0.713), about(285.2), about(12.4)),
                    "opus",
                    component(291_339, about(0.642), about(192.6), about(0)),
                    "sonnet",
                    component(18_022, about(0.0312), about(9.4), about(0)),
                    "canned",
                    component(2_011, null, about(0.2), about(0)));
        }

        private ComponentResult component(long arrivals, Interval utilisation, Interval busy, Interval queue) {
            Map<CallOutcome, Long> outcomes = new EnumMap<>(CallOutcome.class);
            long errors = arrivals / 10;
            outcomes.put(CallOutcome.OK, arrivals - errors - 32);
            outcomes.put(CallOutcome.ERROR, errors);
            outcomes.put(CallOutcome.TIMEOUT, 20L);
            return new ComponentResult(
                    arrivals,
                    arrivals - 12,
                    outcomes,
                    10,
                    2,
                    utilisation,
                    busy,
                    queue,
                    about(0.31),
                    about(2.4),
                    latency(1.8));
        }

        Map<String, DependencyResult> dependencies() {
            return ordered(
                    Map.of(),
                    "visitors->assistant",
                    new DependencyResult(204_518, 204_518, 0, 0, 0, 0, 0, 0, 0, about(1), null),
                    "agents->assistant",
                    new DependencyResult(10_207, 10_207, 0, 0, 0, 0, 0, 0, 0, about(1), null),
                    "assistant->opus",
                    new DependencyResult(214_725, 291_339, 76_614, 0, 5_120, 0, 310, 0, 0, about(1.357), null),
                    "assistant->sonnet",
                    new DependencyResult(18_022, 18_022, 0, 0, 12, 18_022, 0, 0, 0, about(1), null),
                    "assistant->canned",
                    new DependencyResult(2_011, 2_011, 0, 0, 0, 2_011, 0, 0, 0, about(1), null));
        }

        Series series() {
            return new Series(
                    interval,
                    List.of(new Window(FAULT_FROM, FAULT_TO, "Opus: 40 % errors, 3 × latency")),
                    ordered(Map.of(), "visitors", flowSeries(40), "agents", flowSeries(2)),
                    ordered(
                            Map.of(),
                            "assistant",
                            componentSeries(400, 330, 180),
                            "opus",
                            componentSeries(300, 280, 0),
                            "sonnet",
                            componentSeries(300, 40, 0),
                            "canned",
                            componentSeries(Double.POSITIVE_INFINITY, 0.2, 0)),
                    ordered(
                            Map.of(),
                            "visitors->assistant",
                            dependencySeries(40, 1),
                            "agents->assistant",
                            dependencySeries(2, 1),
                            "assistant->opus",
                            dependencySeries(42, 2.1),
                            "assistant->sonnet",
                            dependencySeries(4, 1),
                            "assistant->canned",
                            dependencySeries(0.5, 1)));
        }

        private FlowSeries flowSeries(double rate) {
            Map<RequestOutcome, TimeSeries> outcomes = new EnumMap<>(RequestOutcome.class);
            outcomes.put(RequestOutcome.OK, noisy(t -> rate * (1 - 0.45 * fault(t)), 0.08));
            outcomes.put(RequestOutcome.DEGRADED, noisy(t -> rate * 0.18 * fault(t), 0.15));
            outcomes.put(RequestOutcome.DEFERRED, noisy(t -> 0, 0));
            outcomes.put(RequestOutcome.FAILED, noisy(t -> rate * (0.002 + 0.22 * fault(t)), 0.15));
            outcomes.put(RequestOutcome.ABANDONED, noisy(t -> rate * 0.05 * fault(t - 60), 0.15));
            return new FlowSeries(
                    outcomes,
                    noisy(t -> rate, 0.08),
                    noisy(t -> rate * (0.99 - 0.5 * fault(t)), 0.08),
                    noisy(t -> 1.9 + 2.3 * fault(t), 0.06),
                    noisy(t -> 4.2 + 16 * fault(t), 0.12),
                    noisy(t -> 6.5 + 27 * fault(t), 0.25));
        }

        private ComponentSeries componentSeries(double servers, double busy, double queue) {
            return new ComponentSeries(
                    noisy(t -> queue * fault(t - 90), 0.1),
                    noisy(t -> Math.min(servers, busy * (0.45 + 0.75 * fault(t))), 0.04),
                    servers,
                    noisy(t -> 42, 0.08),
                    noisy(t -> 18 * fault(t), 0.1));
        }

        private DependencySeries dependencySeries(double rate, double storm) {
            return new DependencySeries(
                    noisy(t -> rate, 0.08),
                    noisy(t -> rate * (1 + (storm - 1) * fault(t)), 0.08),
                    noisy(t -> rate * 0.8 * (storm - 1) * fault(t), 0.08));
        }

        /** 0 before the fault, 1 in it, falling for five minutes after it. */
        private static double fault(double seconds) {
            if (seconds < FAULT_FROM) {
                return 0;
            }
            return seconds < FAULT_TO ? 1 : Math.max(0, 1 - (seconds - FAULT_TO) / 300);
        }

        private TimeSeries noisy(DoubleUnaryOperator value, double noise) {
            double[] values = new double[steps];
            for (int step = 0; step < steps; step++) {
                double exact = value.applyAsDouble(step * interval);
                values[step] = Math.max(0, exact * (1 + noise * random.nextGaussian()));
            }
            return new TimeSeries(interval, values);
        }
    }
}
