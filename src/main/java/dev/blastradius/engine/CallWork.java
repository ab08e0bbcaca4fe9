package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Fallbacks;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;

/**
 * How jobs call what they depend on: step after step, each call as Fallback(Retry(Timeout(attempt))). A call is aimed at a
 * dependency, then at its fallbacks in their order; on each it makes attempts until one succeeds or none is left.
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
    }

    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final FaultBoard board;
    private final ReplicationResult result;
    private final Requests requests;
    private final StationWork work;
    private final RandomStream stream = new RandomStream();
    private final int[] timeoutLane;
    private final int[] deadlineLane;

    CallWork(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            Requests requests,
            StationWork work) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.board = board;
        this.result = result;
        this.requests = requests;
        this.work = work;
        timeoutLane = new int[plan.dependencies.length];
        deadlineLane = new int[plan.dependencies.length];
        for (int i = 0; i < timeoutLane.length; i++) {
            timeoutLane[i] = lane(plan.dependencies[i].timeoutNanos());
            deadlineLane[i] = lane(plan.dependencies[i].deadlineNanos());
        }
    }

    private int lane(long nanos) {
        return nanos < 0 ? -1 : events.lane(nanos);
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
                if (jobs.stamp[job] != stamp || jobs.state[job] == Jobs.ENDED || jobs.state[job] == Jobs.FROZEN) {
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

    /** Makes a call's next attempt on its present target, or puts it off while the caller's component stands still. */
    void attempt(int call) {
        int target = calls.target[call];
        int caller = calls.job[call];
        if (stations.isFrozen(jobs.component[caller])) {
            calls.held[call] = true;
            return;
        }
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
        if (board.befalls(board.place(target))) {
            if (board.refusal(board.place(target), now) != null) {
                attemptFailed(
                        call,
                        CallOutcome.ERROR.ordinal(),
                        this.plan.components() + target,
                        CallOutcome.ERROR.ordinal(),
                        0);
                return;
            }
            if (stream.start(key + Purpose.LOST).uniform() < board.loss(board.place(target), now)) {
                return;
            }
            travel = board.time(travel, board.place(target), now);
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
        work.send(job, travel);
    }

    /** A component that stood still goes on: so do the attempts that its jobs put off. */
    void thaw(int component) {
        for (int call = 0; call < calls.capacity(); call++) {
            int job = calls.job[call];
            if (job != Jobs.NONE && calls.held[call] && jobs.component[job] == component) {
                calls.held[call] = false;
                events.schedule(events.now(), Event.RETRY, call, calls.attemptStamp[call]);
            }
        }
    }

    /** A call has not had its answer in time. */
    void timedOut(int call) {
        int owner = whoOwesTheAnswer(call);
        giveUpAttempt(call, true);
        attemptFailed(call, TIMED_OUT, owner, TIMED_OUT, 0);
    }

    /** Of whom a call wants its answer: the component, or where the attempt was lost on the way, the dependency (a cause's owner). */
    int whoOwesTheAnswer(int call) {
        int target = calls.target[call];
        boolean lost = calls.trying[call] && calls.attemptJob[call] == Jobs.NONE;
        return lost ? plan.components() + target : plan.dependencies[target].to();
    }

    /** A call has had all the time that there was for its present target. */
    void deadlinePassed(int call) {
        int owner = whoOwesTheAnswer(call);
        if (calls.trying[call]) {
            giveUpAttempt(call, true);
            result.dependency(calls.target[call]).failed(events.now());
        }
        if (calls.trying[call] || calls.attempt[call] == 0) {
            calls.causeComponent[call] = owner;
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
            work.abandonment().orphan(job, forWantOfTime);
        }
    }

    /**
     * An attempt has failed: the call tries again, turns to the next fallback, or fails.
     *
     * @param outcome the ordinal of the attempt's outcome
     * @param causeOwner who failed: a component, or behind them a dependency
     * @param causeFailure how it failed
     * @param retryAfter how long a rate-limited answer asks to wait, in nanoseconds; 0 otherwise
     */
    void attemptFailed(int call, int outcome, int causeOwner, int causeFailure, long retryAfter) {
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
            if (plan.honourRetryAfter()) {
                delay = Math.max(delay, retryAfter);
            }
            events.schedule(events.now() + delay, Event.RETRY, call, calls.attemptStamp[call]);
            return;
        }
        nextTarget(call);
    }

    private void nextTarget(int call) {
        calls.stamp[call]++;
        calls.held[call] = false;
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
        calls.trying[call] = false;
        calls.attemptStamp[call]++;
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
}
