package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Fallbacks;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;

/**
 * How jobs call what they depend on: step after step, each call as Fallback(attempts). A call is aimed at a dependency, then at its
 * fallbacks in their order, and a gateway's at one target after another; on each it makes attempts until one succeeds or none is
 * left, as {@link AttemptWork} says.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class CallWork {

    /** Hears when a client's request has its answer. */
    interface Requests {
        /** All its calls are done. */
        void answered(int request);

        /** A required call has failed, for the cause that stands in the job. */
        void failed(int request);

        /** An item that its outcome depends on was delivered. */
        void delivered(int request);

        /**
         * An item that its outcome depends on was lost.
         *
         * @param queue who lost it
         * @param failure how
         */
        void lost(int request, int queue, int failure);
    }

    /** Of a gateway's call that has no target left. */
    private static final long ALL_TRIED = -1L;

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final ReplicationResult result;
    private final Requests requests;
    private final StationWork work;
    private final AttemptWork attempts;
    private final Guards guards;
    private final Routers routers;
    private final Tracing tracing;
    private final RandomStream stream = new RandomStream();
    private final int[] deadlineLane;

    CallWork(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            long replicationKey,
            Tracing tracing,
            Requests requests,
            StationWork work) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.result = result;
        this.tracing = tracing;
        this.requests = requests;
        this.work = work;
        this.guards = new Guards(plan, result);
        this.routers = new Routers(plan, guards, stations.replicas());
        Standbys standbys = new Standbys(plan, replicationKey);
        this.attempts = new AttemptWork(
                plan, events, jobs, calls, stations, board, result, guards, standbys, routers, tracing, work, this);
        deadlineLane = new int[plan.dependencies.length];
        for (int dependency = 0; dependency < deadlineLane.length; dependency++) {
            prepareLane(dependency);
        }
    }

    private void prepareLane(int dependency) {
        long nanos = plan.dependencies[dependency].deadlineNanos();
        deadlineLane[dependency] = nanos < 0 ? -1 : events.lane(nanos);
    }

    /** How calls try their targets. */
    AttemptWork attempts() {
        return attempts;
    }

    /** What the callers' policies know. */
    Guards guards() {
        return guards;
    }

    /**
     * A dependency is another from now on; those under way go on by what stands in the plan now.
     *
     * @param before what stood there
     */
    void planChanged(int dependency, DependencyPlan before) {
        DependencyPlan after = plan.dependencies[dependency];
        int replicas = plan.stations[after.from()].replicas();
        prepareLane(dependency);
        attempts.prepareLanes(dependency);
        guards.planChanged(dependency, before, after, replicas, events.now());
        for (int guard = after.firstGuard(); guard < after.firstGuard() + replicas; guard++) {
            attempts.seatNext(guard);
        }
    }

    /** A gateway chooses in another way from now on. */
    void routingChanged(int component) {
        routers.prepare(component);
    }

    /** Begins a job's next step, or ends the job when there is none. */
    void nextStep(int job) {
        if (stations.isFrozen(jobs.component[job])) {
            work.standstill().parkBeforeStep(job);
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
                if (jobs.stamp[job] != stamp || !jobs.isCalling(job)) {
                    return;
                }
            }
            if (--jobs.outstanding[job] > 0) {
                return;
            }
        }
    }

    private void complete(int job) {
        if (jobs.state[job] == Jobs.REQUEST) {
            requests.answered(job);
        } else {
            work.endWork(job, CallOutcome.OK, Jobs.NONE, CallOutcome.OK.ordinal());
        }
    }

    private void begin(int job, int dependency) {
        DependencyPlan plan = this.plan.dependencies[dependency];
        int count = 1;
        boolean routed = this.plan.routings[jobs.component[job]] != null;
        if (!routed) {
            long key = RandomStream.mix(jobs.key[job], plan.key());
            if (plan.probability() < 1
                    && stream.start(key + Purpose.PROBABILITY).uniform() >= plan.probability()) {
                return;
            }
            count = plan.fewestCalls();
            if (plan.mostCalls() > count) {
                count += stream.start(key + Purpose.COUNT).below(plan.mostCalls() - count + 1);
            }
            if (count == 0) {
                return;
            }
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
        tracing.callBegins(call);
        if (routed) {
            route(call);
        } else {
            aim(call, dependency);
        }
    }

    /** Aims a gateway's call at the target that it chooses; where none can be used, the call is refused. */
    private void route(int call) {
        int job = calls.job[call];
        if (!goesToAnotherTarget(call)) {
            calls.causeComponent[call] = jobs.component[job];
            calls.causeOutcome[call] = CallOutcome.REJECTED.ordinal();
            calls.target[call] = calls.primary[call];
            tracing.nowhereToGo(call);
            calls.tried[call] =
                    ALL_TRIED; // refused is refused: only its drawn fallbacks are left, and each is asked once
            nextTarget(call);
        }
    }

    private boolean goesToAnotherTarget(int call) {
        int job = calls.job[call];
        int component = jobs.component[job];
        long tried = calls.tried[call];
        long key = RandomStream.mix(jobs.key[job], tried);
        int place = routers.choose(component, jobs.instance[job], tried, key, events.now());
        RoutingPlan routing = plan.routings[component];
        if (place == Jobs.NONE || routing == null) {
            return false;
        }
        calls.tried[call] = tried | 1L << place;
        calls.primary[call] = routing.targets()[place];
        calls.turn[call] = 0;
        if (tried == 0) {
            tracing.routed(call);
        }
        aim(call, calls.primary[call]);
        return true;
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
        long now = events.now();
        long handedDown = jobs.deadline[job];
        calls.target[call] = target;
        calls.attempt[call] = 0;
        calls.previousBackoff[call] = 0;
        calls.afterTimeout[call] = false;
        if (now >= handedDown) {
            calls.causeComponent[call] = plan.to();
            calls.causeOutcome[call] = CallOutcome.TIMEOUT.ordinal();
            fail(call);
            return;
        }
        int caller = jobs.component[job];
        calls.guard[call] = plan.firstGuard() + jobs.instance[job] - this.plan.stations[caller].firstInstance();
        calls.key[call] = RandomStream.mix(RandomStream.mix(jobs.key[job], plan.key()), calls.repetition[call]);
        result.dependency(target).called(now, target != calls.primary[call], jobs.isMeasured(job));
        long own = plan.deadlineNanos() < 0 ? Long.MAX_VALUE : now + plan.deadlineNanos();
        calls.deadline[call] = Math.min(own, handedDown);
        // One that was handed down needs no timer: at that moment the call above is given up, and this one with it
        // (timeIsUp).
        if (own <= handedDown && own != Long.MAX_VALUE) {
            events.scheduleInLane(deadlineLane[target], Event.DEADLINE, call, calls.stamp[call]);
        }
        attempts.attempt(call);
    }

    /** A call has had all the time that there was for its present target. */
    void deadlinePassed(int call) {
        int owner = attempts.whoOwesTheAnswer(call);
        boolean tried = attempts.giveUp(call, true);
        if (tried || calls.attempt[call] == 0) {
            calls.causeComponent[call] = owner;
            calls.causeOutcome[call] = CallOutcome.TIMEOUT.ordinal();
        }
        nextTarget(call);
    }

    /** The time is up that a job was given for which nobody waits any more: its calls end. */
    void timeIsUp(int job) {
        int stamp = jobs.stamp[job];
        int call = jobs.firstCall[job];
        while (call != Jobs.NONE && jobs.stamp[job] == stamp && calls.job[call] == job) {
            int next = calls.next[call];
            deadlinePassed(call);
            call = next;
        }
    }

    /** A call has failed on its present target: it turns to the next fallback, a gateway's to the next target, or it fails. */
    void nextTarget(int call) {
        tracing.waitEnds(call);
        calls.stamp[call]++;
        calls.held[call] = false;
        int job = calls.job[call];
        Fallbacks fallbacks = plan.dependencies[calls.primary[call]].fallbacks();
        int turn = calls.turn[call];
        if (turn < fallbacks.size()) {
            calls.turn[call] = turn + 1;
            aim(call, fallbacks.get(turn));
            return;
        }
        RoutingPlan routing = plan.routings[jobs.component[job]];
        if (routing == null || !routing.failover() || !goesToAnotherTarget(call)) {
            fail(call);
        }
    }

    private void fail(int call) {
        tracing.callFails(call);
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
        failJob(job);
    }

    /** A job's required call has failed, for the cause that stands in the job: so does the job. */
    void failJob(int job) {
        giveUpCalls(job);
        if (jobs.state[job] == Jobs.REQUEST) {
            requests.failed(job);
        } else if (stations.isFrozen(jobs.component[job])) {
            work.standstill().parkBeforeFailing(job);
        } else {
            work.endWork(job, CallOutcome.ERROR, jobs.causeComponent[job], jobs.causeOutcome[job]);
        }
    }

    /**
     * An attempt has succeeded, and with it this repetition of the call.
     *
     * @param degradedBy the component that degraded the answer; NONE: nothing did
     * @param billed what the answer cost, in US dollars
     */
    void succeed(int call, int degradedBy, double billed) {
        attempts.succeeded(call);
        int job = calls.job[call];
        jobs.billed[job] += billed;
        if (degradedBy != Jobs.NONE) {
            jobs.degradedBy[job] = degradedBy;
        }
        calls.stamp[call]++;
        tracing.callSucceeds(call);
        endRepetition(call);
    }

    private void endRepetition(int call) {
        int job = calls.job[call];
        if (++calls.repetition[call] < calls.repetitions[call]) {
            calls.turn[call] = 0;
            tracing.callBegins(call);
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
            attempts.giveUp(call, false);
            tracing.callGivenUp(call);
            calls.release(call);
            call = next;
        }
    }
}
