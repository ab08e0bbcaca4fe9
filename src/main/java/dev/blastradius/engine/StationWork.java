package dev.blastradius.engine;

import dev.blastradius.engine.Plan.Part;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;

/**
 * How stations work: an attempt reaches a component and is refused, waits, or is served; its own work ends, its calls are made,
 * and its answer goes back. Waiting holds what it holds in life: a blocking station's server is held while its calls run. Of standing
 * still and of giving up see {@link Standstill} and {@link Abandonment}.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class StationWork {

    private static final int OK = CallOutcome.OK.ordinal();

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final FaultBoard board;
    private final ProviderLimits limits;
    private final OwnWork ownWork;
    private final Capacity capacity;
    private final ReplicationResult result;
    private final CallWork callWork;
    private final Tracing tracing;
    private final RandomStream stream = new RandomStream();
    private final int[] maxWaitLane;
    private final boolean[] draining;
    private final Standstill standstill;
    private final Abandonment abandonment;
    private final Deliveries deliveries;
    private int nesting;

    StationWork(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            long replicationKey,
            Tracing tracing,
            CallWork.Requests requests) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.board = board;
        this.limits = new ProviderLimits(plan.stations, board);
        this.tracing = tracing;
        this.ownWork = new OwnWork(plan, events, jobs, stations, board, result, tracing);
        this.capacity = new Capacity(plan, stations, board);
        this.result = result;
        this.callWork = new CallWork(
                plan, events, jobs, calls, stations, board, result, replicationKey, tracing, requests, this);
        this.standstill = new Standstill(events, jobs, stations, callWork);
        this.abandonment = new Abandonment(plan, events, jobs, stations, ownWork, result, callWork, tracing);
        this.deliveries = new Deliveries(plan, events, jobs, calls, stations, ownWork, result, requests, tracing, this);
        maxWaitLane = new int[plan.components()];
        setLanes();
        draining = new boolean[stations.replicas()];
    }

    private void setLanes() {
        for (int i = 0; i < maxWaitLane.length; i++) {
            long maxWait = plan.stations[i].maxWaitNanos();
            maxWaitLane[i] = maxWait < 0 ? -1 : events.lane(maxWait);
        }
    }

    /** Stations may be others from now on; what waits for servers that are more now is for the caller to start. */
    void planChanged() {
        setLanes();
        deliveries.setLanes();
        limits.planChanged(events.now());
        for (int instance = 0; instance < stations.replicas(); instance++) {
            stations.lineUpAnew(instance);
        }
    }

    /** The other half: how jobs call what they depend on. */
    CallWork calls() {
        return callWork;
    }

    /** What the providers let through. */
    ProviderLimits limits() {
        return limits;
    }

    /** What stands still. */
    Standstill standstill() {
        return standstill;
    }

    /** What becomes of work whose caller has given up. */
    Abandonment abandonment() {
        return abandonment;
    }

    /** What queues do with what they have accepted. */
    Deliveries deliveries() {
        return deliveries;
    }

    /**
     * Sends an attempt on its way.
     *
     * @param travel how long it is on its way, in seconds
     */
    void send(int job, double travel) {
        if (travel > 0 || nesting >= EngineLimits.DEEPEST_NESTING) {
            events.schedule(events.now() + EngineLimits.nanos(travel), Event.REACH, job, jobs.stamp[job]);
        } else {
            nesting++;
            reach(job);
            nesting--;
        }
    }

    /** An attempt reaches its component. */
    void reach(int job) {
        int component = jobs.component[job];
        long now = events.now();
        boolean measured = jobs.isMeasured(job);
        StationMeasures measures = result.station(component);
        jobs.arrival[job] = now;
        measures.arrived(now, measured);
        if (jobs.caller[job] == Jobs.NONE && abandonment.endsOnArrival(job)) {
            return;
        }
        if (plan.parts[component] == Part.STATIC) {
            endWork(job, CallOutcome.OK, Jobs.NONE, OK);
            return;
        }
        StationPlan station = plan.stations[component];
        boolean befallen = board.befalls(component);
        if (befallen && strikes(job, component, now)) {
            return;
        }
        if (befallen || station.isLimited()) {
            long retryAfter = limits.admit(component, jobs.inputTokens[job], jobs.outputTokens[job], now);
            if (retryAfter > 0) {
                jobs.due[job] = retryAfter == ProviderLimits.EXHAUSTED ? 0 : retryAfter;
                refuse(job, CallOutcome.RATE_LIMITED);
                return;
            }
        }
        if (befallen && plan.parts[component] == Part.BUFFER) {
            beginWork(job); // without a fault it takes no time and does not fail
        } else {
            admit(job);
        }
    }

    /** Whether a fault refuses or swallows a job that has just come. */
    private boolean strikes(int job, int component, long now) {
        CallOutcome refusal = board.refusal(component, now);
        if (refusal != null) {
            refuse(job, refusal);
            return true;
        }
        double loss = board.loss(component, now);
        if (loss > 0 && stream.start(jobs.key[job] + Purpose.HANG).uniform() < loss) {
            hang(job);
            return true;
        }
        return false;
    }

    private void hang(int job) {
        if (jobs.caller[job] == Jobs.NONE) {
            abandonment.drop(job);
        } else {
            jobs.state[job] = Jobs.HUNG;
        }
    }

    private void admit(int job) {
        StationPlan station = plan.stations[jobs.component[job]];
        int replica = station.instances() == 1
                ? 0
                : stream.start(jobs.key[job] + Purpose.INSTANCE).below(station.instances());
        int instance = station.firstInstance() + replica;
        jobs.instance[job] = instance;
        if (stations.waiting(instance) == 0
                && stations.busy(instance) < capacity.startable(jobs.component[job], instance, events.now())) {
            int worked = letIn(job);
            serve(worked);
            if (worked != job) {
                reply(job);
            }
        } else {
            line(job, station, instance);
        }
    }

    /** A job that cannot be served at once waits, if need be in the place of one that matters less, or is turned away. */
    private void line(int job, StationPlan station, int instance) {
        int priority = plan.clients[jobs.client[job]].priority();
        long waiting = stations.waiting(instance);
        int displaced = Jobs.NONE;
        if (waiting >= station.room().openTo(priority)) {
            displaced =
                    station.room().mayDisplace(priority, waiting) ? stations.lastBelow(instance, priority) : Jobs.NONE;
            if (displaced == Jobs.NONE) {
                refuse(job, CallOutcome.REJECTED);
                return;
            }
            stations.dequeue(displaced, events.now());
            tracing.turnedOut(displaced);
        }
        int waits = letIn(job);
        stations.enqueue(waits, events.now());
        tracing.queued(waits);
        scheduleMaxWait(waits, station);
        if (displaced != Jobs.NONE) {
            refuse(displaced, CallOutcome.REJECTED);
        }
        if (waits != job) {
            reply(job);
        }
    }

    /** What is to be worked on for a job that is let in: itself, or the item that a work queue makes of it, which answers it. */
    private int letIn(int job) {
        if (plan.parts[jobs.component[job]] != Part.BUFFER) {
            return job;
        }
        int item = deliveries.accept(job);
        settle(job, CallOutcome.OK, Jobs.NONE, OK);
        return item;
    }

    private void scheduleMaxWait(int job, StationPlan station) {
        Sampler maxWait = station.maxWait();
        if (station.maxWaitNanos() >= 0) {
            events.scheduleInLane(maxWaitLane[jobs.component[job]], Event.QUEUE_TIMEOUT, job, jobs.stamp[job]);
        } else if (maxWait != null) {
            double seconds = maxWait.sample(stream.start(jobs.key[job] + Purpose.MAX_WAIT));
            events.schedule(events.now() + EngineLimits.nanos(seconds), Event.QUEUE_TIMEOUT, job, jobs.stamp[job]);
        }
    }

    /** Starts waiting work while there are servers for it. */
    void startWaiting(int component, int instance) {
        if (draining[instance]) {
            return;
        }
        StationPlan station = plan.stations[component];
        // Work that takes no time ends within serve() and comes back here: this loop goes on with it, not a deeper one.
        draining[instance] = true;
        while (stations.waiting(instance) > 0
                && stations.busy(instance) < capacity.startable(component, instance, events.now())) {
            int job = stations.nextInLine(instance, station.discipline());
            stations.dequeue(job, events.now());
            tracing.leavesQueue(job);
            serve(job);
        }
        draining[instance] = false;
    }

    private void serve(int job) {
        if (jobs.is(job, Jobs.ITEM)) {
            deliveries.take(job);
            return;
        }
        long now = events.now();
        stations.takeServer(job, now);
        result.station(jobs.component[job]).started(now - jobs.arrival[job], jobs.isMeasured(job));
        beginWork(job);
    }

    private void beginWork(int job) {
        jobs.state[job] = Jobs.SERVING;
        long own = ownWork.begin(job);
        if (own > 0) {
            events.schedule(events.now() + own, Event.SERVICE_END, job, jobs.stamp[job]);
        } else {
            ownWorkDone(job);
        }
    }

    /** The event of a job's own work ending. */
    void serviceEnds(int job) {
        if (!standstill.putsOffEnd(job)) {
            ownWorkDone(job);
        }
    }

    private void ownWorkDone(int job) {
        int component = jobs.component[job];
        CallOutcome failure = ownWork.end(job);
        if (plan.parts[component] == Part.BUFFER && !jobs.is(job, Jobs.HOLDS_SERVER)) {
            if (failure == null) {
                admit(job);
            } else {
                refuse(job, failure);
            }
            return;
        }
        if (failure != null) {
            endWork(job, failure, component, failure.ordinal());
            return;
        }
        if (plan.steps[component].length == 0 || ownWork.hits(job)) {
            endWork(job, CallOutcome.OK, Jobs.NONE, OK);
            return;
        }
        StationPlan station = plan.stations[component];
        jobs.state[job] = Jobs.CALLING;
        if (!station.blocking()) {
            stations.freeServer(job, events.now());
            startWaiting(component, jobs.instance[job]);
        }
        callWork.nextStep(job);
    }

    /**
     * A job's work is done, well or badly, and its answer goes back.
     *
     * @param causeOwner where it failed: who
     * @param causeFailure and how
     */
    void endWork(int job, CallOutcome outcome, int causeOwner, int causeFailure) {
        if (jobs.is(job, Jobs.ITEM)) {
            deliveries.end(job, outcome, causeFailure);
            return;
        }
        int component = jobs.component[job];
        int instance = jobs.instance[job];
        boolean heldServer = jobs.is(job, Jobs.HOLDS_SERVER);
        if (heldServer) {
            stations.freeServer(job, events.now());
        }
        result.station(component).completed(events.now() - jobs.arrival[job], jobs.isMeasured(job));
        CallOutcome worth = outcome == CallOutcome.OK ? ownWork.worth(job) : outcome;
        if (worth == outcome) {
            settle(job, outcome, causeOwner, causeFailure);
        } else {
            settle(job, worth, component, worth.ordinal());
        }
        if (worth == CallOutcome.OK && plan.qualities[component] < 1) {
            jobs.degradedBy[job] = component;
        }
        if (heldServer) {
            startWaiting(component, instance);
        }
        reply(job);
    }

    private void refuse(int job, CallOutcome outcome) {
        if (jobs.is(job, Jobs.ITEM)) {
            deliveries.lose(job, outcome.ordinal());
            return;
        }
        settle(job, outcome, jobs.component[job], outcome.ordinal());
        reply(job);
    }

    private void settle(int job, CallOutcome outcome, int causeOwner, int causeFailure) {
        jobs.state[job] = Jobs.ENDED;
        jobs.outcome[job] = outcome.ordinal();
        jobs.causeComponent[job] = causeOwner;
        jobs.causeOutcome[job] = causeFailure;
        if (jobs.caller[job] != Jobs.NONE) {
            result.station(jobs.component[job]).answered(events.now(), outcome, jobs.isMeasured(job));
        }
    }

    private void reply(int job) {
        if (nesting >= EngineLimits.DEEPEST_NESTING) {
            events.schedule(events.now(), Event.DELIVER, job, jobs.stamp[job]);
            return;
        }
        nesting++;
        deliver(job);
        nesting--;
    }

    /** A job's answer reaches its caller, if that still waits. */
    void deliver(int job) {
        int call = jobs.caller[job];
        if (call == Jobs.NONE) {
            abandonment.drop(job);
            return;
        }
        int outcome = jobs.outcome[job];
        tracing.answered(job, outcome);
        callWork.attempts().forgetLeg(call, job);
        if (outcome == OK) {
            int degradedBy = jobs.degradedBy[job];
            double billed = jobs.billed[job];
            // What a caller makes of a wrong answer is wrong.
            jobs.flags[calls.job[call]] |= (byte) (jobs.flags[job] & Jobs.WRONG);
            jobs.release(job);
            callWork.succeed(call, degradedBy, billed);
        } else {
            int causeOwner = jobs.causeComponent[job];
            int causeFailure = jobs.causeOutcome[job];
            long retryAfter = outcome == CallOutcome.RATE_LIMITED.ordinal() ? jobs.due[job] : 0;
            abandonment.drop(job);
            callWork.attempts().legFailed(call, outcome, causeOwner, causeFailure, retryAfter);
        }
    }

    /** A waiting job has waited for as long as it may. */
    void waitedTooLong(int job) {
        if (jobs.is(job, Jobs.ITEM) && !deliveries.isUntaken(job)) {
            return;
        }
        stations.dequeue(job, events.now());
        tracing.turnedOut(job);
        refuse(job, CallOutcome.REJECTED);
    }

    /** Starts what waits for the servers that stopped work gave back; to be called after each event. */
    void wakeStations() {
        WakeList woken = abandonment.woken();
        while (!woken.isEmpty()) {
            int instance = woken.take();
            startWaiting(woken.componentOf(instance), instance);
        }
    }
}
