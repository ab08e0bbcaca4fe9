package dev.blastradius.engine;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The conservation laws, checked at the end of every replication: nothing is lost uncounted, and nothing is counted twice.
 * <ol>
 * <li>Requests: each client's measured requests have all ended, each in one outcome.
 * <li>Answers: each is late, wrong, both, or goodput.
 * <li>Work: what reached a component was answered, given up on, or is unfinished.
 * <li>Servers: as many are busy as there is work that holds one.
 * <li>Queues: as many wait as are counted.
 * <li>Slots: what is under way is what was taken and not given back.
 * <li>Calls: every open call belongs to a job that is under way, and its attempt knows it.
 * <li>Deliveries: what a queue accepted was delivered, lost, or is held; and each request knows how many items decide over it.
 * <li>Money: no more is wasted than was billed.
 * </ol>
 */
public final class Conservation {

    private Conservation() {}

    /** Requests were lost or doubled: the program is at fault, not the model. */
    public static final class Violated extends IllegalStateException {

        private static final long serialVersionUID = 1;

        Violated(List<String> violations) {
            super("conservation is violated: " + String.join("; ", violations));
        }
    }

    static void check(Plan plan, Jobs jobs, CallPool calls, Stations stations, ReplicationResult result) {
        List<String> violations = new ArrayList<>();
        checkRequests(result, violations);
        checkWork(result, violations);
        checkStations(plan, jobs, stations, violations);
        checkSlots(jobs, calls, violations);
        checkDeliveries(jobs, result, violations);
        if (result.wasted() > result.billed() * (1 + 1e-9) + 1e-9) {
            violations.add("wasted " + result.wasted() + " of " + result.billed() + " dollars");
        }
        if (!violations.isEmpty()) {
            throw new Violated(violations);
        }
    }

    private static void checkRequests(ReplicationResult result, List<String> violations) {
        for (int client = 0; client < result.clients(); client++) {
            FlowMeasures flow = result.flow(client);
            long sum = 0;
            for (RequestOutcome outcome : RequestOutcome.values()) {
                sum += flow.outcome(outcome);
            }
            if (flow.requests() != flow.ended() || sum != flow.requests()) {
                violations.add(result.clientId(client) + ": " + flow.requests() + " requests, " + flow.ended()
                        + " ended, " + sum + " outcomes");
            }
            long answered = sum - flow.outcome(RequestOutcome.FAILED) - flow.outcome(RequestOutcome.ABANDONED);
            long bad = Math.max(flow.late(), flow.wrong());
            if (flow.goodput() + bad > answered || flow.goodput() + flow.late() + flow.wrong() < answered) {
                violations.add(result.clientId(client) + ": " + answered + " answered, " + flow.late() + " late, "
                        + flow.wrong() + " wrong, " + flow.goodput() + " goodput");
            }
        }
    }

    private static void checkWork(ReplicationResult result, List<String> violations) {
        for (int component = 0; component < result.components(); component++) {
            StationMeasures station = result.station(component);
            long sum = station.abandoned() + station.unfinished();
            for (CallOutcome outcome : CallOutcome.values()) {
                sum += station.outcome(outcome);
            }
            if (sum != station.arrivals()) {
                violations.add(
                        result.componentId(component) + ": " + station.arrivals() + " arrivals, " + sum + " outcomes");
            }
        }
    }

    private static void checkStations(Plan plan, Jobs jobs, Stations stations, List<String> violations) {
        int replicas = 0;
        for (StationPlan station : plan.stations) {
            replicas += station.replicas();
        }
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

    private static void checkDeliveries(Jobs jobs, ReplicationResult result, List<String> violations) {
        for (int component = 0; component < result.components(); component++) {
            StationMeasures queue = result.station(component);
            long sum = queue.delivered() + queue.lost() + queue.held();
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

    private static void checkSlots(Jobs jobs, CallPool calls, List<String> violations) {
        int live = 0;
        int openCalls = 0;
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] != Jobs.FREE) {
                live++;
                for (int call = jobs.firstCall[job]; call != Jobs.NONE; call = calls.next[call]) {
                    openCalls += calls.job[call] == job ? 1 : 0;
                    int leg = calls.attemptJob[call];
                    while (leg != Jobs.NONE) {
                        if (jobs.state[leg] == Jobs.FREE || jobs.caller[leg] != call) {
                            violations.add("call " + call + " waits for a job that does not know it");
                        }
                        leg = jobs.nextLeg[leg];
                    }
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
}
