package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Fallbacks;
import dev.blastradius.engine.Plan.Part;
import dev.blastradius.fault.Effects;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.component.Station.Cancellation;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;

/**
 * How calls run and stations work: the part of a replication in which requests become calls, calls become attempts, and attempts
 * become work that makes calls of its own.
 *
 * <p>A call runs as Fallback(Retry(Timeout(attempt))). Waiting holds what it holds in life: a blocking station's server is held while
 * its calls run, and work whose caller has given up goes on unless its station cancels.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class Work {

    /** Hears when a client's request has its answer. */
    interface Requests {
        /** All its calls are done. */
        void answered(int request);

        /** A required call has failed, for the cause that stands in the job. */
        void failed(int request);
    }

    private static final CallOutcome[] OUTCOMES = CallOutcome.values();
    private static final int OK = CallOutcome.OK.ordinal();
    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();

    /** How a frozen job goes on: its own work ends, its next step begins, or it fails. */
    private static final int THEN_ENDS_WORK = 0;

    private static final int THEN_STEPS = 1;
    private static final int THEN_FAILS = 2;

    /** Why the caller of a job on its way has given up: not for want of time. */
    private static final int ABANDONED = -1;

    private static final double LONGEST_WORK_NANOS = 1e17;

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final FaultBoard board;
    private final ProviderLimits limits;
    private final ReplicationResult result;
    private final Requests requests;
    private final RandomStream stream = new RandomStream();
    private final int[] timeoutLane;
    private final int[] deadlineLane;
    private final int[] maxWaitLane;
    private final boolean[] draining;
    private int nesting;
    private long retryAfter;

    Work(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            Requests requests) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.board = board;
        this.limits = new ProviderLimits(plan.stations);
        this.result = result;
        this.requests = requests;
        timeoutLane = new int[plan.dependencies.length];
        deadlineLane = new int[plan.dependencies.length];
        maxWaitLane = new int[plan.components()];
        int replicas = 0;
        for (int i = 0; i < timeoutLane.length; i++) {
            timeoutLane[i] = lane(plan.dependencies[i].timeoutNanos());
            deadlineLane[i] = lane(plan.dependencies[i].deadlineNanos());
        }
        for (int i = 0; i < maxWaitLane.length; i++) {
            maxWaitLane[i] = lane(plan.stations[i].maxWaitNanos());
            replicas += plan.stations[i].instances();
        }
        draining = new boolean[replicas];
    }

    private int lane(long nanos) {
        return nanos < 0 ? -1 : events.lane(nanos);
    }

    // Calls ----------------------------------------------------------------------------------------------------------

    /** Begins a job's next step, or ends the job when there is none. */
    void nextStep(int job) {
        if (stations.isFrozen(jobs.component[job])) {
            jobs.outcome[job] = THEN_STEPS;
            stations.park(job);
            return;
        }
        int[][] steps = plan.steps[jobs.component[job]];
        int stamp = jobs.stamp[job];
        while (true) {
            int step = ++jobs.step[job];
            if (step >= steps.length) {
                complete(job);
                return;
            }
            // One more than there are calls, so that calls that end at once do not begin the next step from within this
            // one.
            jobs.outstanding[job] = 1;
            for (int dependency : steps[step]) {
                begin(job, dependency);
                if (jobs.stamp[job] != stamp || jobs.state[job] == Jobs.ENDED || jobs.state[job] == Jobs.FROZEN) {
                    return;
                }
            }
            if (--jobs.outstanding[job] > 0) {
                return;
            }
        }
    }

    private void begin(int job, int dependency) {
        DependencyPlan plan = this.plan.dependencies[dependency];
        long key = RandomStream.mix(jobs.key[job], plan.key());
        if (plan.probability() < 1 && stream.start(key + Purpose.PROBABILITY).uniform() >= plan.probability()) {
            return;
        }
        int count = plan.fewestCalls();
        if (plan.mostCalls() > count) {
            count += stream.start(key + Purpose.COUNT).below(plan.mostCalls() - count + 1);
        }
        if (count == 0) {
            return;
        }
        if (jobs.depth[job] >= EngineLimits.DEEPEST_CALL) {
            throw new EngineLimits.Exceeded("calls nest more than " + EngineLimits.DEEPEST_CALL + " deep at "
                    + result.dependencyKey(dependency) + ": a cycle keeps calling itself");
        }
        int call = calls.take();
        calls.job[call] = job;
        calls.primary[call] = dependency;
        calls.repetitions[call] = count;
        link(job, call);
        jobs.outstanding[job]++;
        aim(call, dependency);
    }

    private void link(int job, int call) {
        int first = jobs.firstCall[job];
        calls.next[call] = first;
        if (first != Jobs.NONE) {
            calls.previous[first] = call;
        }
        jobs.firstCall[job] = call;
    }

    private void unlink(int job, int call) {
        int before = calls.previous[call];
        int after = calls.next[call];
        if (before == Jobs.NONE) {
            jobs.firstCall[job] = after;
        } else {
            calls.next[before] = after;
        }
        if (after != Jobs.NONE) {
            calls.previous[after] = before;
        }
    }

    /** Turns a call to a dependency: the one that is drawn, or one of its fallbacks. */
    void aim(int call, int target) {
        int job = calls.job[call];
        DependencyPlan plan = this.plan.dependencies[target];
        calls.target[call] = target;
        calls.attempt[call] = 0;
        calls.previousBackoff[call] = 0;
        calls.key[call] = RandomStream.mix(RandomStream.mix(jobs.key[job], plan.key()), calls.repetition[call]);
        result.dependency(target).called(events.now(), target != calls.primary[call], jobs.isMeasured(job));
        if (plan.deadlineNanos() >= 0) {
            events.scheduleInLane(deadlineLane[target], Event.DEADLINE, call, calls.stamp[call]);
        }
        attempt(call);
    }

    /** Makes a call's next attempt on its present target. */
    void attempt(int call) {
        int target = calls.target[call];
        int caller = calls.job[call];
        DependencyPlan plan = this.plan.dependencies[target];
        long now = events.now();
        int number = ++calls.attempt[call];
        calls.trying[call] = true;
        result.dependency(target).attempted(now, number > 1, jobs.isMeasured(caller));
        if (plan.timeoutNanos() >= 0) {
            events.scheduleInLane(timeoutLane[target], Event.TIMEOUT, call, calls.attemptStamp[call]);
        }
        long key = RandomStream.mix(calls.key[call], number);
        double travel = plan.network() == null ? 0 : plan.network().sample(stream.start(key + Purpose.NETWORK));
        if (board.befallsDependency(target)) {
            if (board.onDependency(Effects.UNAVAILABLE, target, now) > 0) {
                attemptFailed(
                        call,
                        CallOutcome.ERROR.ordinal(),
                        this.plan.components() + target,
                        CallOutcome.ERROR.ordinal());
                return;
            }
            if (stream.start(key + Purpose.LOST).uniform() < board.onDependency(Effects.HANG_RATE, target, now)) {
                return;
            }
            travel += board.onDependency(Effects.ADDED_LATENCY, target, now);
        }
        int job = jobs.take();
        jobs.component[job] = plan.to();
        jobs.caller[job] = call;
        jobs.client[job] = jobs.client[caller];
        jobs.depth[job] = jobs.depth[caller] + 1;
        jobs.key[job] = key;
        jobs.flags[job] = (byte) (jobs.flags[caller] & Jobs.MEASURED);
        jobs.inputTokens[job] = plan.tokens().inputOr(jobs.inputTokens[caller], stream, calls.key[call]);
        jobs.outputTokens[job] = plan.tokens().outputOr(jobs.outputTokens[caller], stream, calls.key[call]);
        jobs.state[job] = Jobs.TRAVELLING;
        calls.attemptJob[call] = job;
        if (travel > 0 || nesting >= EngineLimits.DEEPEST_NESTING) {
            events.schedule(now + nanos(travel), Event.REACH, job, jobs.stamp[job]);
        } else {
            nesting++;
            reach(job);
            nesting--;
        }
    }

    private static long nanos(double seconds) {
        return (long) (Math.min(seconds * 1e9, LONGEST_WORK_NANOS) + 0.5);
    }

    /** A call has not had its answer in time. */
    void timedOut(int call) {
        giveUpAttempt(call, true);
        attemptFailed(call, TIMED_OUT, plan.dependencies[calls.target[call]].to(), TIMED_OUT);
    }

    /** A call has had all the time that there was for its present target. */
    void deadlinePassed(int call) {
        if (calls.trying[call]) {
            giveUpAttempt(call, true);
            result.dependency(calls.target[call]).failed(events.now());
            calls.causeComponent[call] = plan.dependencies[calls.target[call]].to();
            calls.causeOutcome[call] = TIMED_OUT;
        }
        calls.trying[call] = false;
        calls.attemptStamp[call]++;
        nextTarget(call);
    }

    private void giveUpAttempt(int call, boolean forWantOfTime) {
        int job = calls.attemptJob[call];
        calls.attemptJob[call] = Jobs.NONE;
        if (forWantOfTime) {
            result.dependency(calls.target[call]).timedOut(jobs.isMeasured(calls.job[call]));
        }
        if (job != Jobs.NONE) {
            orphan(job, forWantOfTime);
        }
    }

    private void attemptFailed(int call, int outcome, int causeOwner, int causeFailure) {
        int target = calls.target[call];
        DependencyPlan plan = this.plan.dependencies[target];
        calls.trying[call] = false;
        calls.attemptStamp[call]++;
        calls.causeComponent[call] = causeOwner;
        calls.causeOutcome[call] = causeFailure;
        result.dependency(target).failed(events.now());
        int made = calls.attempt[call];
        if (made < plan.maxAttempts() && (plan.retryOn() >> outcome & 1) != 0) {
            long key = RandomStream.mix(calls.key[call] + Purpose.BACKOFF, made);
            long delay = plan.backoff().nanos(made - 1, calls.previousBackoff[call], stream.start(key));
            calls.previousBackoff[call] = delay;
            if (plan.honourRetryAfter() && outcome == CallOutcome.RATE_LIMITED.ordinal()) {
                delay = Math.max(delay, retryAfter);
            }
            events.schedule(events.now() + delay, Event.RETRY, call, calls.attemptStamp[call]);
            return;
        }
        nextTarget(call);
    }

    private void nextTarget(int call) {
        calls.stamp[call]++;
        Fallbacks fallbacks = plan.dependencies[calls.primary[call]].fallbacks();
        int turn = calls.turn[call];
        if (turn < fallbacks.size()) {
            calls.turn[call] = turn + 1;
            aim(call, fallbacks.get(turn));
        } else {
            fail(call);
        }
    }

    private void fail(int call) {
        int job = calls.job[call];
        int cause = calls.causeComponent[call];
        DependencyPlan primary = plan.dependencies[calls.primary[call]];
        if (primary.optional()) {
            jobs.degradedBy[job] = cause < plan.components() ? cause : primary.to();
            endRepetition(call);
            return;
        }
        jobs.causeComponent[job] = cause;
        jobs.causeOutcome[job] = calls.causeOutcome[call];
        fail0(job);
    }

    private void fail0(int job) {
        giveUpCalls(job);
        if (jobs.state[job] == Jobs.REQUEST) {
            requests.failed(job);
        } else if (stations.isFrozen(jobs.component[job])) {
            jobs.outcome[job] = THEN_FAILS;
            stations.park(job);
        } else {
            endWork(job, CallOutcome.ERROR, jobs.causeComponent[job], jobs.causeOutcome[job]);
        }
    }

    private void succeed(int call, int degradedBy, double billed) {
        int job = calls.job[call];
        jobs.billed[job] += billed;
        if (degradedBy != Jobs.NONE) {
            jobs.degradedBy[job] = degradedBy;
        }
        calls.stamp[call]++;
        endRepetition(call);
    }

    private void endRepetition(int call) {
        int job = calls.job[call];
        if (++calls.repetition[call] < calls.repetitions[call]) {
            calls.turn[call] = 0;
            events.schedule(events.now(), Event.REPEAT, call, calls.stamp[call]);
            return;
        }
        unlink(job, call);
        calls.release(call);
        if (--jobs.outstanding[job] == 0) {
            nextStep(job);
        }
    }

    /** A job no longer wants the answers of the calls it has under way. */
    void giveUpCalls(int job) {
        int call = jobs.firstCall[job];
        jobs.firstCall[job] = Jobs.NONE;
        while (call != Jobs.NONE) {
            int next = calls.next[call];
            giveUpAttempt(call, false);
            calls.release(call);
            call = next;
        }
    }

    // Stations -------------------------------------------------------------------------------------------------------

    /** An attempt reaches its component. */
    void reach(int job) {
        int component = jobs.component[job];
        long now = events.now();
        boolean measured = jobs.isMeasured(job);
        StationMeasures measures = result.station(component);
        jobs.arrival[job] = now;
        measures.arrived(now, measured);
        if (jobs.caller[job] == Jobs.NONE) {
            countGivenUp(job, jobs.outcome[job] == TIMED_OUT);
            if (plan.stations[component].cancellation() != Cancellation.NONE) {
                drop(job);
                return;
            }
        }
        if (plan.parts[component] == Part.STATIC) {
            endWork(job, CallOutcome.OK, Jobs.NONE, OK);
            return;
        }
        StationPlan station = plan.stations[component];
        if (board.befalls(component)) {
            if (board.onComponent(Effects.UNAVAILABLE, component, now) > 0) {
                refuse(job, CallOutcome.ERROR);
                return;
            }
            double hangs = board.onComponent(Effects.HANG_RATE, component, now);
            if (hangs > 0 && stream.start(jobs.key[job] + Purpose.HANG).uniform() < hangs) {
                hang(job);
                return;
            }
        }
        if (station.isLimited()) {
            retryAfter = limits.admit(component, jobs.inputTokens[job], jobs.outputTokens[job], now);
            if (retryAfter > 0) {
                refuse(job, CallOutcome.RATE_LIMITED);
                return;
            }
        }
        admit(job, station);
    }

    private void hang(int job) {
        if (jobs.caller[job] == Jobs.NONE) {
            drop(job);
        } else {
            jobs.state[job] = Jobs.HUNG;
        }
    }

    private void admit(int job, StationPlan station) {
        int replica = station.instances() == 1
                ? 0
                : stream.start(jobs.key[job] + Purpose.INSTANCE).below(station.instances());
        int instance = station.firstInstance() + replica;
        jobs.instance[job] = instance;
        if (stations.waiting(instance) == 0 && stations.busy(instance) < startable(jobs.component[job], station)) {
            serve(job, station);
        } else if (stations.waiting(instance) < station.queueCapacity()) {
            stations.enqueue(job, priority(job));
            result.station(jobs.component[job]).queue(events.now(), 1);
            scheduleMaxWait(job, station);
        } else {
            refuse(job, CallOutcome.REJECTED);
        }
    }

    private void scheduleMaxWait(int job, StationPlan station) {
        Sampler maxWait = station.maxWait();
        if (station.maxWaitNanos() >= 0) {
            events.scheduleInLane(maxWaitLane[jobs.component[job]], Event.QUEUE_TIMEOUT, job, jobs.stamp[job]);
        } else if (maxWait != null) {
            double seconds = maxWait.sample(stream.start(jobs.key[job] + Purpose.MAX_WAIT));
            events.schedule(events.now() + nanos(seconds), Event.QUEUE_TIMEOUT, job, jobs.stamp[job]);
        }
    }

    private int priority(int job) {
        return plan.clients[jobs.client[job]].priority();
    }

    /** How many servers of each replica may be busy when work starts now. */
    private int startable(int component, StationPlan station) {
        if (!board.befalls(component)) {
            return station.servers();
        }
        if (stations.isFrozen(component)) {
            return 0;
        }
        double share = board.onComponent(Effects.CAPACITY_FACTOR, component, events.now());
        if (share >= 1 || station.servers() == Integer.MAX_VALUE && share > 0) {
            return station.servers();
        }
        // A little is added so that 0.3 of 10 servers is 3 in spite of rounding.
        return (int) (station.servers() * share + 1e-9);
    }

    /** Starts waiting work while there are servers for it. */
    void startWaiting(int component, int instance) {
        if (draining[instance]) {
            return;
        }
        StationPlan station = plan.stations[component];
        // Work that takes no time ends within serve() and comes back here: this loop goes on with it, not a deeper one.
        draining[instance] = true;
        while (stations.waiting(instance) > 0 && stations.busy(instance) < startable(component, station)) {
            int job = stations.nextInLine(instance, station.discipline());
            leaveQueue(job);
            serve(job, station);
        }
        draining[instance] = false;
    }

    private void leaveQueue(int job) {
        stations.dequeue(job, priority(job));
        result.station(jobs.component[job]).queue(events.now(), -1);
    }

    private void serve(int job, StationPlan station) {
        int component = jobs.component[job];
        long now = events.now();
        stations.takeServer(job);
        StationMeasures measures = result.station(component);
        measures.busy(now, 1);
        measures.started(now - jobs.arrival[job], jobs.isMeasured(job));
        jobs.state[job] = Jobs.SERVING;
        jobs.frozenSeen[job] = stations.frozenTotal(component, now);
        long own = ownNanos(job, station);
        if (own > 0) {
            events.schedule(now + own, Event.SERVICE_END, job, jobs.stamp[job]);
        } else {
            ownWorkDone(job);
        }
    }

    private long ownNanos(int job, StationPlan station) {
        double seconds = 0;
        if (station.latency() != null) {
            seconds = station.latency().sample(stream.start(jobs.key[job] + Purpose.OWN_TIME));
        } else if (station.firstToken() != null && station.tokensPerSecond() != null) {
            stream.start(jobs.key[job] + Purpose.OWN_TIME);
            seconds = station.firstToken().sample(stream)
                    + jobs.outputTokens[job] / station.tokensPerSecond().sample(stream);
        }
        int component = jobs.component[job];
        if (board.befalls(component)) {
            long now = events.now();
            seconds = seconds * board.onComponent(Effects.LATENCY_FACTOR, component, now)
                    + board.onComponent(Effects.ADDED_LATENCY, component, now);
        }
        return nanos(seconds);
    }

    /** The event of a job's own work ending: it may have to wait for as long as its component stood still meanwhile. */
    void serviceEnds(int job) {
        int component = jobs.component[job];
        long now = events.now();
        long stoodStill = stations.frozenTotal(component, now) - jobs.frozenSeen[job];
        if (stations.isFrozen(component)) {
            jobs.due[job] = now;
            jobs.outcome[job] = THEN_ENDS_WORK;
            stations.park(job);
        } else if (stoodStill > 0) {
            jobs.frozenSeen[job] += stoodStill;
            events.schedule(now + stoodStill, Event.SERVICE_END, job, jobs.stamp[job]);
        } else {
            ownWorkDone(job);
        }
    }

    /** A component that stood still goes on: so does the work that waited for it. */
    void thaw(int component) {
        int job = stations.thaw(component, events.now());
        while (job != Jobs.NONE) {
            int next = jobs.next[job];
            jobs.next[job] = Jobs.NONE;
            jobs.previous[job] = Jobs.NONE;
            int then = jobs.outcome[job];
            // Through the event list, so that nothing that one of them does can disturb this list.
            jobs.state[job] = then == THEN_ENDS_WORK ? Jobs.SERVING : Jobs.CALLING;
            long wait = 0;
            if (then == THEN_ENDS_WORK) {
                long stoodStill = stations.frozenTotal(component, events.now()) - jobs.frozenSeen[job];
                jobs.frozenSeen[job] += stoodStill;
                wait = jobs.due[job] + stoodStill - events.now();
            }
            events.schedule(
                    events.now() + wait,
                    then == THEN_ENDS_WORK ? Event.SERVICE_END : Event.RESUME,
                    job,
                    jobs.stamp[job]);
            job = next;
        }
    }

    /** A job that stood still between its calls goes on. */
    void resume(int job) {
        if (jobs.outcome[job] == THEN_FAILS) {
            fail0(job);
        } else {
            nextStep(job);
        }
    }

    private void ownWorkDone(int job) {
        int component = jobs.component[job];
        StationPlan station = plan.stations[component];
        double fails = station.errorRate();
        if (board.befalls(component)) {
            fails = Effects.ERROR_RATE
                    .composition()
                    .compose(fails, board.onComponent(Effects.ERROR_RATE, component, events.now()));
        }
        if (fails > 0 && stream.start(jobs.key[job] + Purpose.ERROR).uniform() < fails) {
            endWork(job, CallOutcome.ERROR, component, CallOutcome.ERROR.ordinal());
            return;
        }
        double price = station.price(jobs.inputTokens[job], jobs.outputTokens[job]);
        if (price > 0) {
            jobs.billed[job] += price;
            result.bill(price, jobs.isMeasured(job));
        }
        if (plan.steps[component].length == 0) {
            endWork(job, CallOutcome.OK, Jobs.NONE, OK);
            return;
        }
        jobs.state[job] = Jobs.CALLING;
        if (!station.blocking()) {
            releaseServer(job);
            startWaiting(component, jobs.instance[job]);
        }
        nextStep(job);
    }

    private void releaseServer(int job) {
        stations.freeServer(job);
        result.station(jobs.component[job]).busy(events.now(), -1);
    }

    private void complete(int job) {
        if (jobs.state[job] == Jobs.REQUEST) {
            requests.answered(job);
        } else {
            endWork(job, CallOutcome.OK, Jobs.NONE, OK);
        }
    }

    private void endWork(int job, CallOutcome outcome, int causeOwner, int causeFailure) {
        int component = jobs.component[job];
        int instance = jobs.instance[job];
        long now = events.now();
        StationMeasures measures = result.station(component);
        boolean heldServer = jobs.is(job, Jobs.HOLDS_SERVER);
        if (heldServer) {
            releaseServer(job);
        }
        measures.completed(now - jobs.arrival[job], jobs.isMeasured(job));
        if (outcome == CallOutcome.OK && plan.qualities[component] < 1) {
            jobs.degradedBy[job] = component;
        }
        settle(job, outcome, causeOwner, causeFailure);
        if (heldServer) {
            startWaiting(component, instance);
        }
        reply(job);
    }

    private void refuse(int job, CallOutcome outcome) {
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
            drop(job);
            return;
        }
        int outcome = jobs.outcome[job];
        calls.attemptJob[call] = Jobs.NONE;
        if (outcome == OK) {
            int degradedBy = jobs.degradedBy[job];
            double billed = jobs.billed[job];
            jobs.release(job);
            calls.trying[call] = false;
            calls.attemptStamp[call]++;
            succeed(call, degradedBy, billed);
        } else {
            int causeOwner = jobs.causeComponent[job];
            int causeFailure = jobs.causeOutcome[job];
            drop(job);
            attemptFailed(call, outcome, causeOwner, causeFailure);
        }
    }

    /** Forgets a job whose answer nobody uses. */
    private void drop(int job) {
        if (jobs.billed[job] > 0) {
            result.waste(jobs.billed[job], jobs.isMeasured(job));
        }
        jobs.release(job);
    }

    /** A waiting job has waited for as long as it may. */
    void waitedTooLong(int job) {
        leaveQueue(job);
        refuse(job, CallOutcome.REJECTED);
    }

    /** A job's caller has given up: what becomes of the job is its station's to say. */
    private void orphan(int job, boolean forWantOfTime) {
        int component = jobs.component[job];
        Cancellation cancellation = plan.stations[component].cancellation();
        byte state = jobs.state[job];
        jobs.caller[job] = Jobs.NONE;
        if (state == Jobs.TRAVELLING) {
            jobs.outcome[job] = forWantOfTime ? TIMED_OUT : ABANDONED;
            return;
        }
        if (state == Jobs.ENDED) {
            return;
        }
        countGivenUp(job, forWantOfTime);
        if (state == Jobs.HUNG) {
            drop(job);
        } else if (state == Jobs.WAITING) {
            if (cancellation != Cancellation.NONE) {
                leaveQueue(job);
                drop(job);
            }
        } else if (cancellation == Cancellation.ALL) {
            stop(job);
        }
    }

    private void countGivenUp(int job, boolean forWantOfTime) {
        StationMeasures measures = result.station(jobs.component[job]);
        if (forWantOfTime) {
            measures.answered(events.now(), CallOutcome.TIMEOUT, jobs.isMeasured(job));
        } else {
            measures.abandoned(jobs.isMeasured(job));
        }
    }

    private void stop(int job) {
        int component = jobs.component[job];
        int instance = jobs.instance[job];
        boolean heldServer = jobs.is(job, Jobs.HOLDS_SERVER);
        if (jobs.state[job] == Jobs.FROZEN) {
            stations.unpark(job);
        }
        giveUpCalls(job);
        if (heldServer) {
            releaseServer(job);
        }
        drop(job);
        if (heldServer) {
            startWaiting(component, instance);
        }
    }

    /** What an outcome's number stands for. */
    static CallOutcome outcome(int ordinal) {
        return OUTCOMES[ordinal];
    }
}
