package dev.blastradius.engine;

import dev.blastradius.metrics.RecoveryWatch;
import org.jspecify.annotations.Nullable;

/** What one replication gave. */
public final class ReplicationResult {

    private final Plan plan;
    private final Span span;
    private final FlowMeasures[] flows;
    private final StationMeasures[] stations;
    private final DependencyMeasures[] dependencies;
    private @Nullable RequestLog log;
    private TwinMeasures @Nullable [] twin;
    private @Nullable RecoveryWatch recovery;
    private double loadAmplification = Double.NaN;
    private boolean bounded;
    private double billed;
    private double wasted;
    private long events;

    ReplicationResult(Plan plan, Span span) {
        this.plan = plan;
        this.span = span;
        flows = new FlowMeasures[plan.clients.length];
        stations = new StationMeasures[plan.components()];
        dependencies = new DependencyMeasures[plan.dependencies.length];
        for (int i = 0; i < flows.length; i++) {
            flows[i] = new FlowMeasures(span, stations.length, dependencies.length);
        }
        for (int i = 0; i < stations.length; i++) {
            stations[i] = new StationMeasures(span);
        }
        for (int i = 0; i < dependencies.length; i++) {
            dependencies[i] = new DependencyMeasures(span);
        }
    }

    void bill(double dollars, boolean measured) {
        if (measured) {
            billed += dollars;
        }
    }

    void waste(double dollars, boolean measured) {
        if (measured) {
            wasted += dollars;
        }
    }

    void finish(long eventCount) {
        events = eventCount;
        for (FlowMeasures flow : flows) {
            flow.finish();
        }
        for (StationMeasures station : stations) {
            station.finish();
        }
        for (DependencyMeasures dependency : dependencies) {
            dependency.finish();
        }
    }

    void setLog(RequestLog requests) {
        log = requests;
    }

    void setTwin(TwinMeasures[] measures, @Nullable RecoveryWatch watch, boolean isBounded, double amplification) {
        twin = measures;
        recovery = watch;
        bounded = isBounded;
        loadAmplification = amplification;
    }

    /** What became of each request; null where that was not asked for. */
    public @Nullable RequestLog log() {
        return log;
    }

    /** Whether its requests were compared with those of a twin. */
    public boolean hasTwin() {
        return twin != null;
    }

    /**
     * A client's requests beside the same requests in the twin.
     *
     * @throws IllegalStateException where there was no twin
     */
    public TwinMeasures twin(int client) {
        if (twin == null) {
            throw new IllegalStateException("run without a twin");
        }
        return twin[client];
    }

    /** Whether {@link TwinMeasures#answerable} was counted. */
    public boolean isBounded() {
        return bounded;
    }

    /** When it recovered from its faults; null without a twin or any request, or where not every fault ends a minute before the run does. */
    public @Nullable RecoveryWatch recovery() {
        return recovery;
    }

    /** Attempts for a measured request / the same in the twin; NaN without a twin, or where that made none. */
    public double loadAmplification() {
        return loadAmplification;
    }

    /** What a cause's owner is called: a component's id, or a dependency's key. */
    String ownerName(int owner) {
        return owner < plan.ids.length ? plan.ids[owner] : plan.dependencyKeys[owner - plan.ids.length];
    }

    Plan plan() {
        return plan;
    }

    /** How many clients. */
    public int clients() {
        return flows.length;
    }

    /** How many components, clients included. */
    public int components() {
        return stations.length;
    }

    /** How many dependencies. */
    public int dependencies() {
        return dependencies.length;
    }

    /** A client's id, by its number among the clients. */
    public String clientId(int client) {
        return plan.ids[plan.clients[client].component()];
    }

    /** A component's id. */
    public String componentId(int component) {
        return plan.ids[component];
    }

    /** Whether a component is a client and never anything else, so that {@link #station} says nothing of it. */
    public boolean isClient(int component) {
        boolean client = plan.parts[component] == Plan.Part.CLIENT;
        for (Plan.Phase phase : plan.phases) {
            client &= phase.plan().parts[component] == Plan.Part.CLIENT;
        }
        return client;
    }

    /**
     * Servers of all replicas of a component; infinite where they are unlimited. Where people change them in mid-run, the mean over the
     * measured time.
     */
    public double servers(int component) {
        if (plan.phases.isEmpty()) {
            return plan.servers(component);
        }
        double sum = 0;
        for (int i = 0; i < plan.phases.size(); i++) {
            long from = clip(plan.phases.get(i).at());
            long to = i + 1 < plan.phases.size() ? clip(plan.phases.get(i + 1).at()) : span.duration();
            Plan phase = plan.phases.get(i).plan();
            if (to > from && phase.present[component]) {
                sum += phase.servers(component) * (to - from);
            }
        }
        return sum / (span.duration() - span.warmup());
    }

    private long clip(long time) {
        return Math.max(span.warmup(), Math.min(time, span.duration()));
    }

    /** A dependency's key. */
    public String dependencyKey(int dependency) {
        return plan.dependencyKeys[dependency];
    }

    public FlowMeasures flow(int client) {
        return flows[client];
    }

    public StationMeasures station(int component) {
        return stations[component];
    }

    public DependencyMeasures dependency(int dependency) {
        return dependencies[dependency];
    }

    /** Billed for measured requests, in US dollars. */
    public double billed() {
        return billed;
    }

    /** Billed for answers that nobody used, in US dollars. */
    public double wasted() {
        return wasted;
    }

    /** Events that the run took. */
    public long events() {
        return events;
    }

    /** Start of the measured time, in nanoseconds. */
    public long warmupNanos() {
        return span.warmup();
    }

    /** End of the measured time, in nanoseconds. */
    public long durationNanos() {
        return span.duration();
    }

    /** The width of the series' steps, in nanoseconds. */
    public long stepNanos() {
        return span.stepNanos();
    }

    /** How many of the series' steps together make one window for latency percentiles. */
    public int stepsPerLatencyWindow() {
        return span.stepsPerLatencyWindow();
    }

    /** The number of the series' steps. */
    public int steps() {
        return span.steps();
    }
}
