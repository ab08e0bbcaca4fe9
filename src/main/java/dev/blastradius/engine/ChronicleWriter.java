package dev.blastradius.engine;

import dev.blastradius.engine.Chronicle.Part;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.policy.BreakerGate;
import dev.blastradius.policy.BreakerGate.State;
import dev.blastradius.policy.Budget;
import dev.blastradius.policy.CircuitBreaker;
import dev.blastradius.policy.Policies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a replication's {@link Chronicle}: looks at all measures at the end of each step, and writes by how much they have grown. So
 * recording costs nothing for an event, and little for a step. It changes nothing that the replication depends on.
 */
final class ChronicleWriter {

    private static final RequestOutcome[] OUTCOMES = RequestOutcome.values();
    private static final ClientSeries[] OUTCOME_SERIES = {
        ClientSeries.OK, ClientSeries.DEGRADED, ClientSeries.DEFERRED, ClientSeries.FAILED, ClientSeries.ABANDONED
    };
    private static final int BREAKER = breakerSlot();
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NEVER = Long.MAX_VALUE;

    private final Plan plan;
    private final Span span;
    private final ReplicationResult result;
    private final Guards guards;
    private final ProviderLimits limits;
    private final FaultBoard board;
    private final Chronicle chronicle;
    /** By client, then cause: how many of its requests failed of it in this step, and the causes that any did, in their order. */
    private final int[][] causeCounts;

    private final int[][] causesTouched;
    private final int[] touched;
    private final double[][] @Nullable [] causeRows;
    /** By client: what was counted of it up to the last step's end. */
    private final long[] lateBefore;

    private final long[] wrongBefore;
    /** By component. */
    private final long[] answeredBefore;

    private final long[] completedBefore;
    private final long[] responsesBefore;
    private final double[] billedBefore;
    /** By dependency. */
    private final long[] retriesBefore;

    private final long[] hedgesBefore;
    private final long[] timeoutsBefore;
    private final long[] fallbacksBefore;
    private final long[] deniedBefore;
    private final long[] shortBefore;
    private final long[] refusedBefore;
    private int step;
    private long firstFault = NEVER;
    private long lastFault = NEVER;

    ChronicleWriter(
            Plan plan, Span span, ReplicationResult result, Guards guards, ProviderLimits limits, FaultBoard board) {
        this.plan = plan;
        this.span = span;
        this.result = result;
        this.guards = guards;
        this.limits = limits;
        this.board = board;
        List<String> clients = new ArrayList<>();
        for (int client = 0; client < result.clients(); client++) {
            clients.add(result.clientId(client));
        }
        chronicle = new Chronicle(
                clients,
                List.of(plan.ids),
                List.of(plan.dependencyKeys),
                span.stepNanos() / NANOS_PER_SECOND,
                span.steps());
        int causes = (result.components() + result.dependencies()) * CauseTable.FAILURES;
        causeCounts = new int[clients.size()][causes];
        causesTouched = new int[clients.size()][causes];
        causeRows = new double[clients.size()][causes] @Nullable [];
        touched = new int[clients.size()];
        lateBefore = new long[clients.size()];
        wrongBefore = new long[clients.size()];
        answeredBefore = new long[result.components()];
        completedBefore = new long[result.components()];
        responsesBefore = new long[result.components()];
        billedBefore = new double[result.components()];
        retriesBefore = new long[result.dependencies()];
        hedgesBefore = new long[result.dependencies()];
        timeoutsBefore = new long[result.dependencies()];
        fallbacksBefore = new long[result.dependencies()];
        deniedBefore = new long[result.dependencies()];
        shortBefore = new long[result.dependencies()];
        refusedBefore = new long[result.dependencies()];
        faultsChange();
    }

    private static int breakerSlot() {
        int slot = 0;
        while (!Policies.ALL.get(slot).key().equals(CircuitBreaker.KEY)) {
            slot++;
        }
        return slot;
    }

    /** What is written. */
    Chronicle chronicle() {
        return chronicle;
    }

    /** When the present step ends, in nanoseconds; Long.MAX_VALUE: all are written. */
    long stepEnd() {
        return step < span.steps() ? (step + 1L) * span.stepNanos() : NEVER;
    }

    /** The faults are others from now on, or are to end at another time. */
    void faultsChange() {
        firstFault = NEVER;
        lastFault = 0;
        for (int fault = 0; fault < board.size(); fault++) {
            firstFault = Math.min(firstFault, board.fault(fault).from());
            lastFault = Math.max(lastFault, board.fault(fault).to());
        }
    }

    /** A request has failed. */
    void failed(int client, int causeOwner, int failure) {
        int cause = causeOwner * CauseTable.FAILURES + failure;
        if (causeCounts[client][cause]++ == 0) {
            causesTouched[client][touched[client]++] = cause;
        }
    }

    /** A request has its answer. */
    void answered(int client, long sent, long nanos) {
        Part part = sent < firstFault ? Part.BEFORE : sent < lastFault ? Part.DURING : Part.AFTER;
        chronicle.latency(client, part).record(nanos);
    }

    /**
     * All that happens in the present step has happened.
     *
     * @param now its end
     */
    void stepEnds(long now) {
        for (int client = 0; client < result.clients(); client++) {
            writeClient(client);
            writeCauses(client);
        }
        for (int component = 0; component < result.components(); component++) {
            writeComponent(component, now);
        }
        for (int dependency = 0; dependency < result.dependencies(); dependency++) {
            writeCounts(dependency);
            writeGuards(dependency, now);
        }
        step++;
        int group = span.stepsPerLatencyWindow();
        if (step % group == 0 || step == span.steps()) {
            writeLatencies((step - 1) / group * group, step);
        }
        // Requests that end after the last step are still to be counted among the latencies.
        chronicle.recorded(Math.min(step, span.steps() - 1));
    }

    /** Nothing more will happen. */
    void over() {
        chronicle.recorded(step);
    }

    private void writeClient(int client) {
        FlowMeasures flow = result.flow(client);
        count(ClientSeries.ARRIVED, client, flow.arrivalSteps().get(step));
        for (int outcome = 0; outcome < OUTCOMES.length; outcome++) {
            count(OUTCOME_SERIES[outcome], client, flow.steps(OUTCOMES[outcome]).get(step));
        }
        count(ClientSeries.GOODPUT, client, flow.goodputSteps().get(step));
        count(ClientSeries.LATE, client, flow.allLate - lateBefore[client]);
        count(ClientSeries.WRONG, client, flow.allWrong - wrongBefore[client]);
        lateBefore[client] = flow.allLate;
        wrongBefore[client] = flow.allWrong;
    }

    private void writeCauses(int client) {
        for (int i = 0; i < touched[client]; i++) {
            int cause = causesTouched[client][i];
            double[] row = causeRows[client][cause];
            if (row == null) {
                String name = result.ownerName(cause / CauseTable.FAILURES) + "/"
                        + CauseTable.failureName(cause % CauseTable.FAILURES);
                row = chronicle.addCause(client, name);
                causeRows[client][cause] = row;
            }
            row[step] = causeCounts[client][cause];
            causeCounts[client][cause] = 0;
        }
        touched[client] = 0;
    }

    /** The percentiles of a window, in all its steps. */
    private void writeLatencies(int from, int to) {
        int window = from / span.stepsPerLatencyWindow();
        for (int client = 0; client < result.clients(); client++) {
            FlowMeasures flow = result.flow(client);
            flow.windowEnds();
            for (int each = from; each < to; each++) {
                chronicle.put(ClientSeries.P50, client, each, flow.percentiles().p50(window));
                chronicle.put(ClientSeries.P95, client, each, flow.percentiles().p95(window));
                chronicle.put(ClientSeries.P99, client, each, flow.percentiles().p99(window));
            }
        }
    }

    private void writeComponent(int component, long now) {
        boolean client = plan.parts[component] == Plan.Part.CLIENT;
        chronicle.put(ComponentSeries.FAULTED, component, step, board.befalls(component) ? 1 : 0);
        if (client) {
            return;
        }
        StationMeasures station = result.station(component);
        station.stepEnds(now);
        count(ComponentSeries.ARRIVED, component, station.arrivalSteps().get(step));
        count(ComponentSeries.ANSWERED, component, station.allAnswered - answeredBefore[component]);
        count(ComponentSeries.FAILED, component, station.failureSteps().get(step));
        put(ComponentSeries.BUSY, component, station.busyServers().stepMean(step));
        put(ComponentSeries.QUEUE, component, station.queueLength().stepMean(step));
        boolean serves = plan.parts[component] != Plan.Part.STATIC;
        put(ComponentSeries.SERVERS, component, serves ? plan.servers(component) : Double.NaN);
        StationPlan terms = plan.stations[component];
        put(ComponentSeries.ROOM, component, terms.room().places() * terms.instances());
        long completed = station.allCompleted - completedBefore[component];
        long responses = station.allResponses - responsesBefore[component];
        put(
                ComponentSeries.RESPONSE,
                component,
                completed == 0 ? Double.NaN : responses / NANOS_PER_SECOND / completed);
        put(ComponentSeries.QUOTA_USED, component, limits.used(component, now));
        put(ComponentSeries.DOLLARS, component, station.allBilled - billedBefore[component]);
        answeredBefore[component] = station.allAnswered;
        completedBefore[component] = station.allCompleted;
        responsesBefore[component] = station.allResponses;
        billedBefore[component] = station.allBilled;
    }

    private void put(ComponentSeries series, int component, double value) {
        chronicle.put(series, component, step, value);
    }

    private void put(DependencySeries series, int dependency, double value) {
        chronicle.put(series, dependency, step, value);
    }

    private void count(ClientSeries series, int client, long count) {
        chronicle.put(series, client, step, (double) count);
    }

    private void count(ComponentSeries series, int component, long count) {
        chronicle.put(series, component, step, (double) count);
    }

    private void count(DependencySeries series, int dependency, long count) {
        chronicle.put(series, dependency, step, (double) count);
    }

    private void writeCounts(int dependency) {
        DependencyMeasures of = result.dependency(dependency);
        count(DependencySeries.CALLS, dependency, of.callSteps().get(step));
        count(DependencySeries.ATTEMPTS, dependency, of.attemptSteps().get(step));
        count(DependencySeries.FAILED, dependency, of.failureSteps().get(step));
        count(DependencySeries.RETRIES, dependency, of.allRetries - retriesBefore[dependency]);
        count(DependencySeries.HEDGES, dependency, of.allHedges - hedgesBefore[dependency]);
        count(DependencySeries.TIMEOUTS, dependency, of.allTimeouts - timeoutsBefore[dependency]);
        count(DependencySeries.FALLBACKS, dependency, of.allFallbacks - fallbacksBefore[dependency]);
        count(DependencySeries.BUDGET_DENIED, dependency, of.allBudgetDenied - deniedBefore[dependency]);
        long shortCircuited = of.allRefusals[BREAKER];
        long refused = Arrays.stream(of.allRefusals).sum() - shortCircuited;
        count(DependencySeries.SHORT_CIRCUITED, dependency, shortCircuited - shortBefore[dependency]);
        count(DependencySeries.REFUSED, dependency, refused - refusedBefore[dependency]);
        put(DependencySeries.FAULTED, dependency, board.befalls(board.place(dependency)) ? 1 : 0);
        retriesBefore[dependency] = of.allRetries;
        hedgesBefore[dependency] = of.allHedges;
        timeoutsBefore[dependency] = of.allTimeouts;
        fallbacksBefore[dependency] = of.allFallbacks;
        deniedBefore[dependency] = of.allBudgetDenied;
        shortBefore[dependency] = shortCircuited;
        refusedBefore[dependency] = refused;
    }

    /** What the policies of the caller's replicas are like now. */
    private void writeGuards(int dependency, long now) {
        DependencyPlan of = plan.dependencies[dependency];
        int replicas = plan.stations[of.from()].instances();
        int underWay = 0;
        int breakers = 0;
        int open = 0;
        int halfOpen = 0;
        int budgets = 0;
        double left = 0;
        for (int guard = of.firstGuard(); guard < of.firstGuard() + replicas; guard++) {
            underWay += guards.underWay(guard);
            if (guards.gate(guard, BREAKER) instanceof BreakerGate breaker) {
                State state = breaker.state(now);
                breakers++;
                open += state == State.OPEN ? 1 : 0;
                halfOpen += state == State.HALF_OPEN ? 1 : 0;
            }
            Budget budget = guards.budget(guard);
            if (budget != null) {
                budgets++;
                left += budget.left(now);
            }
        }
        count(DependencySeries.UNDER_WAY, dependency, underWay);
        put(DependencySeries.OPEN, dependency, breakers == 0 ? Double.NaN : (double) open / breakers);
        put(DependencySeries.HALF_OPEN, dependency, breakers == 0 ? Double.NaN : (double) halfOpen / breakers);
        put(DependencySeries.BUDGET_LEFT, dependency, budgets == 0 ? Double.NaN : left / budgets);
    }
}
