package dev.blastradius.engine;

import dev.blastradius.metrics.LatencyHistogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one replication went through, step by step: for each client, component and dependency a row of series over even steps of
 * simulated time, the first beginning at 0. It grows while the replication goes on: one thread writes it, and others may read the steps
 * that are {@link #recorded} meanwhile; these do not change any more. The last step is recorded when the replication is over. Where latency percentiles are taken over windows of several steps,
 * the last window's are there when it has ended.
 *
 * <p>Memory: 8 bytes for each step of each series that ever has another value than its usual one, so bounded by the number of steps
 * (7,200 at most) times the parts of the pipeline, however many requests there are.
 */
public final class Chronicle {

    /** When an answered request was sent: before the first fault began, while any fault was still to end, or after the last. */
    public enum Part {
        BEFORE,
        DURING,
        AFTER
    }

    /** A series' values by step. Through a final field, for so whoever sees a row sees at least what was in it at first. */
    private static final class Row {

        private final double[] values;

        Row(int steps, double usual) {
            values = new double[steps];
            Arrays.fill(values, usual);
        }
    }

    private final List<String> clients;
    private final List<String> components;
    private final List<String> dependencies;
    private final double stepSeconds;
    private final int steps;
    private final @Nullable Row[] clientRows;
    private final @Nullable Row[] componentRows;
    private final @Nullable Row[] dependencyRows;
    /** By client: the causes that its requests failed of, each with a count for every step. */
    private volatile List<Map<String, double[]>> causes;

    private final LatencyHistogram[] latencies;
    private volatile int recorded;

    Chronicle(List<String> clients, List<String> components, List<String> dependencies, double stepSeconds, int steps) {
        this.clients = List.copyOf(clients);
        this.components = List.copyOf(components);
        this.dependencies = List.copyOf(dependencies);
        this.stepSeconds = stepSeconds;
        this.steps = steps;
        clientRows = new @Nullable Row[clients.size() * ClientSeries.values().length];
        componentRows = new @Nullable Row[components.size() * ComponentSeries.values().length];
        dependencyRows = new @Nullable Row[dependencies.size() * DependencySeries.values().length];
        List<Map<String, double[]>> none = new ArrayList<>();
        clients.forEach(client -> none.add(Map.of()));
        causes = List.copyOf(none);
        latencies = new LatencyHistogram[clients.size() * Part.values().length];
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = new LatencyHistogram();
        }
    }

    /** The clients' ids, in the order of their numbers here. */
    public List<String> clients() {
        return clients;
    }

    /** The components' ids, clients included, in the order of their numbers here. */
    public List<String> components() {
        return components;
    }

    /** The dependencies' keys, in the order of their numbers here. */
    public List<String> dependencies() {
        return dependencies;
    }

    /** The width of a step, in seconds. */
    public double stepSeconds() {
        return stepSeconds;
    }

    /** How many steps there will be at the run's end. */
    public int steps() {
        return steps;
    }

    /** How many steps are recorded. */
    public int recorded() {
        return recorded;
    }

    /** The step that a moment is in, among those recorded; -1 where none is. */
    public int stepAt(double seconds) {
        return Math.min(recorded - 1, Math.max(0, (int) Math.floor(seconds / stepSeconds)));
    }

    /** A client's value in a step. */
    public double get(ClientSeries series, int client, int step) {
        return value(clientRows[client * ClientSeries.values().length + series.ordinal()], usual(series), step);
    }

    /** A component's value in a step. */
    public double get(ComponentSeries series, int component, int step) {
        return value(
                componentRows[component * ComponentSeries.values().length + series.ordinal()], usual(series), step);
    }

    /** A dependency's value in a step. */
    public double get(DependencySeries series, int dependency, int step) {
        return value(
                dependencyRows[dependency * DependencySeries.values().length + series.ordinal()], usual(series), step);
    }

    /** What a client's requests failed of so far: {@code "component/failure"} or {@code "from->to/failure"}, in the order in which they first did. */
    public List<String> causes(int client) {
        return List.copyOf(causes.get(client).keySet());
    }

    /** How many of a client's requests failed of a cause in a step. */
    public double failures(int client, String cause, int step) {
        double[] counts = causes.get(client).get(cause);
        return counts == null ? 0 : counts[step];
    }

    /** Latencies of a client's answered requests that were sent in a part of the run. To be read when the run is over. */
    public LatencyHistogram latency(int client, Part part) {
        return latencies[client * Part.values().length + part.ordinal()];
    }

    private static double value(@Nullable Row row, double usual, int step) {
        return row == null ? usual : row.values[step];
    }

    private static double usual(ClientSeries series) {
        return switch (series) {
            case P50, P95, P99 -> Double.NaN;
            case ARRIVED, OK, DEGRADED, DEFERRED, FAILED, ABANDONED, GOODPUT, LATE, WRONG -> 0;
        };
    }

    private static double usual(ComponentSeries series) {
        return switch (series) {
            case SERVERS, RESPONSE, QUOTA_USED -> Double.NaN;
            case ROOM -> Double.POSITIVE_INFINITY;
            case ARRIVED, ANSWERED, FAILED, BUSY, QUEUE, DOLLARS, FAULTED -> 0;
        };
    }

    private static double usual(DependencySeries series) {
        return switch (series) {
            case OPEN, HALF_OPEN, BUDGET_LEFT -> Double.NaN;
            case CALLS,
                    ATTEMPTS,
                    RETRIES,
                    HEDGES,
                    FAILED,
                    TIMEOUTS,
                    FALLBACKS,
                    SHORT_CIRCUITED,
                    REFUSED,
                    BUDGET_DENIED,
                    UNDER_WAY,
                    FAULTED -> 0;
        };
    }

    void put(ClientSeries series, int client, int step, double value) {
        put(clientRows, client * ClientSeries.values().length + series.ordinal(), usual(series), step, value);
    }

    void put(ComponentSeries series, int component, int step, double value) {
        put(componentRows, component * ComponentSeries.values().length + series.ordinal(), usual(series), step, value);
    }

    void put(DependencySeries series, int dependency, int step, double value) {
        put(
                dependencyRows,
                dependency * DependencySeries.values().length + series.ordinal(),
                usual(series),
                step,
                value);
    }

    private void put(@Nullable Row[] rows, int number, double usual, int step, double value) {
        Row row = rows[number];
        if (row == null) {
            if (Double.compare(value, usual) == 0) {
                return;
            }
            row = new Row(steps, usual);
            rows[number] = row;
        }
        row.values[step] = value;
    }

    /** A cause occurs for the first time. */
    double[] addCause(int client, String cause) {
        double[] counts = new double[steps];
        List<Map<String, double[]>> more = new ArrayList<>(causes);
        Map<String, double[]> of = new LinkedHashMap<>(more.get(client));
        of.put(cause, counts);
        more.set(client, of);
        causes = List.copyOf(more);
        return counts;
    }

    /** So many steps are recorded now; their values do not change any more. */
    void recorded(int count) {
        recorded = count;
    }
}
