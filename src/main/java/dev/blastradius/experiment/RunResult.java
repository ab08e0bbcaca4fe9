package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.metrics.TimeSeries;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one scenario under one strategy gave, over all replications. Counts are sums over the replications; intervals are means
 * over them; times are in seconds; money is in US dollars. All maps are in the model file's order.
 *
 * @param scenario the scenario's id; null: no fault
 * @param strategy the strategy's id
 * @param settings how the run was made
 * @param flows by client
 * @param components by component, clients left out
 * @param dependencies by "from->to"
 * @param cost what it cost
 * @param totals all clients together
 * @param blastRadius what the scenario's faults did; null without a scenario
 * @param evidence what the numbers rest on
 * @param series how it went in time, for charts; {@link Series#NONE} where it was not kept
 */
public record RunResult(
        @Nullable String scenario,
        String strategy,
        RunSettings settings,
        Map<String, Flow> flows,
        Map<String, ComponentResult> components,
        Map<String, DependencyResult> dependencies,
        Cost cost,
        Totals totals,
        @Nullable BlastRadius blastRadius,
        Evidence evidence,
        Series series) {

    /**
     * The measured requests of all clients together.
     *
     * @param goodput share ok, degraded or deferred, and neither late nor wrong
     * @param failed share that failed or were abandoned
     * @param affected share whose outcome, or being late or wrong, differs from the twin's; {@link Interval#NONE} without a scenario
     * @param latencyP99 99th percentile of the latency of answered requests, seconds
     */
    public record Totals(Interval goodput, Interval failed, Interval affected, Interval latencyP99) {}

    /**
     * The requests of one client that arrived in [warmup, duration).
     *
     * @param requests how many
     * @param share share of requests by outcome
     * @param late share answered over the SLO's latency
     * @param wrong share with a silent bad answer
     * @param goodput share ok, degraded or deferred, and neither late nor wrong
     * @param latency of answered requests
     * @param requestsPerSecond measured requests over the measured time
     * @param failuresByCause counts by {@code "component/failure"}, most first
     */
    public record Flow(
            long requests,
            Map<RequestOutcome, Interval> share,
            Interval late,
            Interval wrong,
            Interval goodput,
            Latency latency,
            Interval requestsPerSecond,
            Map<String, Long> failuresByCause) {}

    /** A latency's mean and percentiles, in seconds. */
    public record Latency(Interval mean, Interval p50, Interval p95, Interval p99) {}

    /**
     * What a component did for measured requests.
     *
     * @param arrivals attempts that reached it
     * @param completions attempts that it worked through to the end, whether or not the caller still waited
     * @param outcomes arrivals by what the caller got; they add up to {@code arrivals} less {@code abandoned} and {@code unfinished}
     * @param abandoned arrivals whose caller gave up for another reason than a time-out (its user left, a sibling call failed)
     * @param unfinished arrivals that nobody had answered when the run ended
     * @param utilisation mean busy servers / servers over [warmup, duration); null where servers are unlimited
     * @param busyServers time average over [warmup, duration)
     * @param queueLength time average over [warmup, duration)
     * @param waitMean time in the queue of those that were served
     * @param waitP99 its 99th percentile
     * @param response arrival to departure of those that were served
     */
    public record ComponentResult(
            long arrivals,
            long completions,
            Map<CallOutcome, Long> outcomes,
            long abandoned,
            long unfinished,
            @Nullable Interval utilisation,
            Interval busyServers,
            Interval queueLength,
            Interval waitMean,
            Interval waitP99,
            Latency response) {}

    /**
     * What went over a dependency for measured requests.
     *
     * @param calls calls that the caller wanted to make
     * @param attempts attempts made, retries and hedges counted
     * @param retries attempts after the first of a call
     * @param hedges extra attempts made because the first was late
     * @param timeouts attempts given up after the time-out or the deadline
     * @param fallbacks calls that this dependency took over as a fallback
     * @param budgetDenied retries that a budget forbade
     * @param shortCircuited attempts that an open breaker refused
     * @param refused attempts that another policy of the caller refused: rate limiter, throttle, bulkhead
     * @param amplification attempts / calls
     * @param breaker what its circuit breakers did; null: it has none
     */
    public record DependencyResult(
            long calls,
            long attempts,
            long retries,
            long hedges,
            long timeouts,
            long fallbacks,
            long budgetDenied,
            long shortCircuited,
            long refused,
            Interval amplification,
            @Nullable Breaker breaker) {}

    /**
     * What the circuit breakers on a dependency did in the measured time, one for each replica of the caller.
     *
     * @param opened how often one of them opened, in a replication
     * @param openShare for what share of the time they were open, the mean of all
     */
    public record Breaker(Interval opened, Interval openShare) {}

    /**
     * What it cost, in US dollars a replication.
     *
     * @param total billed for measured requests
     * @param wasted billed for answers that nobody used
     * @param perThousandRequests total / measured requests × 1000
     */
    public record Cost(Interval total, Interval wasted, Interval perThousandRequests) {}

    /**
     * How the run went in time: means over the replications, one value for each interval of {@link #intervalSeconds()} from 0
     * to the duration (what happened after it is not in it). Warm-up is in it.
     *
     * @param intervalSeconds the width of an interval
     * @param faultWindows when a fault was active
     * @param flows by client
     * @param components by component
     * @param dependencies by "from->to"
     */
    public record Series(
            double intervalSeconds,
            List<Window> faultWindows,
            Map<String, FlowSeries> flows,
            Map<String, ComponentSeries> components,
            Map<String, DependencySeries> dependencies) {

        /** None was kept. */
        public static final Series NONE = new Series(1, List.of(), Map.of(), Map.of(), Map.of());
    }

    /** A span of simulated time in seconds, with the name of what it belongs to. */
    public record Window(double from, double to, String label) {}

    /**
     * A client's requests in time.
     *
     * @param outcomes requests a second that ended so in the interval
     * @param arrivals requests a second that arrived
     * @param goodput requests a second that ended as goodput
     * @param p50 latency of requests answered about then, seconds: in the window of the run's 120 that the interval lies in, the same
     *     for all its intervals; NaN where there was none
     * @param p95 likewise
     * @param p99 likewise
     */
    public record FlowSeries(
            Map<RequestOutcome, TimeSeries> outcomes,
            TimeSeries arrivals,
            TimeSeries goodput,
            TimeSeries p50,
            TimeSeries p95,
            TimeSeries p99) {}

    /**
     * A component in time.
     *
     * @param queueLength mean number waiting
     * @param busyServers mean number of busy servers
     * @param servers servers there are, over all replicas; infinite where they are unlimited
     * @param arrivals attempts a second that reached it
     * @param failures attempts a second that it did not answer with ok
     */
    public record ComponentSeries(
            TimeSeries queueLength, TimeSeries busyServers, double servers, TimeSeries arrivals, TimeSeries failures) {}

    /**
     * A dependency in time.
     *
     * @param calls calls a second that the caller wanted to make
     * @param attempts attempts a second
     * @param failures attempts a second that failed, for whatever cause
     */
    public record DependencySeries(TimeSeries calls, TimeSeries attempts, TimeSeries failures) {}
}
