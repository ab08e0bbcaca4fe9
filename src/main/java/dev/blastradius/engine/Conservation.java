package dev.blastradius.engine;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.policy.Gate;
import dev.blastradius.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The conservation laws, checked at the end of every replication: nothing is lost uncounted, and nothing is counted twice.
 * <ol>
 * <li>Requests: each client's measured requests have all ended, each in one outcome.
 * <li>Answers: each is late, wrong, both, or goodput.
 * <li>Work: what reached a component was answered, given up on, or is unfinished.
 * <li>Ways: what was sent over the arrows into a component has reached it, was lost on the way, or is still travelling.
 * <li>Attempts: as many were sent as first ones, retries and hedges together; no call has two first ones.
 * <li>Servers: as many are busy as there is work that holds one.
 * <li>Queues: as many wait as are counted.
 * <li>Slots: what is under way is what was taken and not given back.
 * <li>Calls: every open call belongs to a job that is under way, and its attempt knows it.
 * <li>Deliveries: what a queue accepted was delivered, lost, or is held; and each request knows how many items decide over it.
 * <li>Places: a guard counts as many attempts under way as there are calls that have passed it.
 * <li>Lines: whoever waits for a place stands in the line, and nobody does while there is room.
 * <li>Money: no more is wasted than was billed.
 * </ol>
 */
public final class Conservation {

    private final Plan plan;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final Guards guards;
    private final ReplicationResult result;
    private final List<String> violations = new ArrayList<>();

    Conservation(Plan plan, Jobs jobs, CallPool calls, Stations stations, Guards guards, ReplicationResult result) {
        this.plan = plan;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.guards = guards;
        this.result = result;
    }

    /** Requests were lost or doubled: the program is at fault, not the model. */
    public static final class Violated extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Violated(List<String> violations) {
            super("conservation is violated: " + String.join("; ", violations));
        }
    }

    /** Checks all laws of a replication that has ended. */
    void checkAtTheEnd() {
        checkRequests(new long[result.clients()]);
        checkWork(new long[result.components()]);
        checkDeliveries(new long[result.components()]);
        checkWhatIsUnderWay();
    }

    /** Checks all laws of a replication between two of its events. */
    void checkMidway() {
        long[] open = new long[result.clients()];
        long[] unfinished = new long[result.components()];
        long[] held = new long[result.components()];
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] == Jobs.FREE || !jobs.isMeasured(job)) {
                continue;
            }
            if (jobs.state[job] == Jobs.REQUEST || jobs.state[job] == Jobs.ACKNOWLEDGED) {
                open[jobs.client[job]]++;
            } else if (jobs.is(job, Jobs.ITEM)) {
                held[jobs.component[job]]++;
            } else if (jobs.isUnfinished(job)) {
                unfinished[jobs.component[job]]++;
            }
        }
        checkRequests(open);
        checkWork(unfinished);
        checkDeliveries(held);
        checkWhatIsUnderWay();
    }

    private void checkWhatIsUnderWay() {
        checkWays();
        checkAttempts();
        checkStations();
        checkSlots();
        checkPlaces();
        checkLines();
        if (result.wasted() > result.billed() * (1 + 1e-9) + 1e-9) {
            violations.add("wasted " + result.wasted() + " of " + result.billed() + " dollars");
        }
        if (!violations.isEmpty()) {
            throw new Violated(violations);
        }
    }

    private void checkRequests(long[] open) {
        for (int client = 0; client < result.clients(); client++) {
            FlowMeasures flow = result.flow(client);
            long sum = 0;
            for (RequestOutcome outcome : RequestOutcome.values()) {
                sum += flow.outcome(outcome);
            }
            if (flow.requests() != flow.ended() + open[client] || sum != flow.ended()) {
                violations.add(result.clientId(client) + ": " + flow.requests() + " requests, " + flow.ended()
                        + " ended, " + open[client] + " open, " + sum + " outcomes");
            }
            long answered = sum - flow.outcome(RequestOutcome.FAILED) - flow.outcome(RequestOutcome.ABANDONED);
            long bad = Math.max(flow.late(), flow.wrong());
            if (flow.goodput() + bad > answered || flow.goodput() + flow.late() + flow.wrong() < answered) {
                violations.add(result.clientId(client) + ": " + answered + " answered, " + flow.late() + " late, "
                        + flow.wrong() + " wrong, " + flow.goodput() + " goodput");
            }
        }
    }

    private void checkWork(long[] unfinished) {
        for (int component = 0; component < result.components(); component++) {
            StationMeasures station = result.station(component);
            long sum = station.abandoned() + station.unfinished() + unfinished[component];
            for (CallOutcome outcome : CallOutcome.values()) {
                sum += station.outcome(outcome);
            }
            if (sum != station.arrivals()) {
                violations.add(
                        result.componentId(component) + ": " + station.arrivals() + " arrivals, " + sum + " outcomes");
            }
        }
    }

    private void checkWays() {
        long[] coming = new long[result.components()];
        for (int dependency = 0; dependency < plan.dependencies.length; dependency++) {
            DependencyMeasures measures = result.dependency(dependency);
            coming[plan.dependencies[dependency].to()] += measures.attempts() - measures.lost();
        }
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] == Jobs.TRAVELLING && jobs.isMeasured(job)) {
                coming[jobs.component[job]]--;
            }
        }
        for (int component = 0; component < result.components(); component++) {
            long arrivals = result.station(component).arrivals();
            if (coming[component] != arrivals) {
                violations.add(result.componentId(component) + ": " + coming[component]
                        + " sent and not lost or travelling, " + arrivals + " arrivals");
            }
        }
    }

    private void checkAttempts() {
        for (int dependency = 0; dependency < plan.dependencies.length; dependency++) {
            DependencyMeasures measures = result.dependency(dependency);
            long first = measures.attempts() - measures.retries() - measures.hedges();
            if (first < 0 || first > measures.calls() || measures.lost() > measures.attempts()) {
                violations.add(result.dependencyKey(dependency) + ": " + measures.attempts() + " attempts, "
                        + measures.retries() + " retries, " + measures.hedges() + " hedges, " + measures.calls()
                        + " calls, " + measures.lost() + " lost");
            }
        }
    }

    private void checkStations() {
        int replicas = stations.replicas();
        long[] holding = new long[replicas];
        long[] waiting = new long[replicas];
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] == Jobs.FREE) {
                continue;
            }
            if (jobs.is(job, Jobs.HOLDS_SERVER)) {
                holding[jobs.instance[job]]++;
            }
            if (jobs.state[job] == Jobs.WAITING) {
                waiting[jobs.instance[job]]++;
            }
        }
        for (int replica = 0; replica < replicas; replica++) {
            if (holding[replica] != stations.busy(replica) || waiting[replica] != stations.waiting(replica)) {
                violations.add("replica " + replica + ": " + stations.busy(replica) + " busy of " + holding[replica]
                        + ", " + stations.waiting(replica) + " waiting of " + waiting[replica]);
            }
        }
    }

    private void checkDeliveries(long[] held) {
        for (int component = 0; component < result.components(); component++) {
            StationMeasures queue = result.station(component);
            long sum = queue.delivered() + queue.lost() + queue.held() + held[component];
            if (sum != queue.accepted()) {
                violations.add(result.componentId(component) + ": " + queue.accepted() + " items accepted, " + sum
                        + " delivered, lost or held");
            }
        }
        long expected = 0;
        long undelivered = 0;
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] == Jobs.FREE || !jobs.is(job, Jobs.DEFERRED)) {
                continue;
            }
            if (jobs.is(job, Jobs.ITEM)) {
                undelivered += jobs.stamp[jobs.root[job]] == jobs.rootStamp[job] ? 1 : 0;
            } else {
                expected += jobs.tally[job];
            }
        }
        if (expected != undelivered) {
            violations.add(expected + " items decide over requests, " + undelivered + " are under way");
        }
    }

    private void checkSlots() {
        int live = 0;
        int openCalls = 0;
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] != Jobs.FREE) {
                live++;
                for (int call = jobs.firstCall[job]; call != Jobs.NONE; call = calls.next[call]) {
                    openCalls += calls.job[call] == job ? 1 : 0;
                    checkLegs(call);
                }
            }
        }
        if (live != jobs.live()) {
            violations.add(live + " jobs under way, " + jobs.live() + " taken");
        }
        if (openCalls != calls.live()) {
            violations.add(openCalls + " calls of jobs under way, " + calls.live() + " taken");
        }
    }

    private void checkLegs(int call) {
        int legs = 0;
        for (int leg = calls.attemptJob[call]; leg != Jobs.NONE; leg = jobs.nextLeg[leg]) {
            legs++;
            if (jobs.state[leg] == Jobs.FREE || jobs.caller[leg] != call) {
                violations.add("call " + call + " waits for a job that does not know it");
            }
        }
        if (legs > 0 && (!calls.sent[call] || legs > calls.legs[call])) {
            violations.add("call " + call + " waits for " + legs + " jobs and has sent "
                    + (calls.sent[call] ? calls.legs[call] : 0));
        }
    }

    private void checkPlaces() {
        int[] places = new int[guards.size()];
        for (int call = 0; call < calls.capacity(); call++) {
            if (calls.job[call] != Jobs.NONE) {
                places[calls.guard[call]] += calls.place[call] ? 1 : 0;
                if (calls.sent[call] && !calls.place[call] || calls.place[call] && !calls.trying[call]) {
                    violations.add("call " + call + " is sent without a place, or has a place without an attempt");
                }
            }
        }
        for (int guard = 0; guard < guards.size(); guard++) {
            if (places[guard] != guards.underWay(guard)) {
                violations.add("guard " + guard + ": " + guards.underWay(guard) + " under way, " + places[guard]
                        + " places taken");
            }
        }
    }

    private void checkLines() {
        int inLine = 0;
        for (int call = 0; call < calls.capacity(); call++) {
            inLine += calls.job[call] != Jobs.NONE && calls.inLine[call] ? 1 : 0;
        }
        RandomStream stream = new RandomStream();
        for (int guard = 0; guard < guards.size(); guard++) {
            int first = guards.firstInLine(guard);
            for (int call = first; call != Jobs.NONE; call = calls.lineNext[call]) {
                inLine--;
                if (!calls.inLine[call] || calls.place[call] || calls.guard[call] != guard) {
                    violations.add("call " + call + " stands in the line of guard " + guard + " without waiting there");
                }
            }
            // Only gates that make attempts queue have a line, and to ask those changes nothing.
            Gate gate = first == Jobs.NONE ? null : guards.gate(guard, calls.passed[first]);
            if (gate != null && gate.admit(0, guards.underWay(guard), stream) == Gate.ADMITTED) {
                violations.add("guard " + guard + " has room, and call " + first + " waits for it");
            }
        }
        if (inLine != 0) {
            violations.add(inLine + " calls wait for a place in no line");
        }
    }
}
