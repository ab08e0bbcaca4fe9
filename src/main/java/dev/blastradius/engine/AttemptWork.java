package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Retrying;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.policy.Budget;
import dev.blastradius.policy.Gate;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;

/**
 * How a call tries its present target: Retry(CircuitBreaker(RateLimiter(Throttle(Bulkhead(Timeout(Hedge(call))))))). Each attempt
 * passes the gates of its guard, is sent, may be hedged, and ends once: with an answer, with a failure, or given up.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class AttemptWork {

    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();
    private static final int REJECTED = CallOutcome.REJECTED.ordinal();
    private static final int ERROR = CallOutcome.ERROR.ordinal();
    private static final CallOutcome[] OUTCOMES = CallOutcome.values();
    private static final int NONE = -1;

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final FaultBoard board;
    private final ReplicationResult result;
    private final Guards guards;
    private final Standbys standbys;
    private final Routers routers;
    private final Tracing tracing;
    private final StationWork work;
    private final CallWork callWork;
    private final RandomStream stream = new RandomStream();
    private final int[] timeoutLane;
    private final int[] hedgeLane;

    AttemptWork(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            Guards guards,
            Standbys standbys,
            Routers routers,
            Tracing tracing,
            StationWork work,
            CallWork callWork) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.board = board;
        this.result = result;
        this.guards = guards;
        this.standbys = standbys;
        this.routers = routers;
        this.tracing = tracing;
        this.work = work;
        this.callWork = callWork;
        timeoutLane = new int[plan.dependencies.length];
        hedgeLane = new int[plan.dependencies.length];
        for (int dependency = 0; dependency < timeoutLane.length; dependency++) {
            prepareLanes(dependency);
        }
    }

    /** Sets up the timers of a dependency, as the plan now has it. */
    void prepareLanes(int dependency) {
        DependencyPlan plan = this.plan.dependencies[dependency];
        timeoutLane[dependency] = plan.timeoutNanos() < 0 ? NONE : events.lane(plan.timeoutNanos());
        hedgeLane[dependency] = plan.hedging().mostExtra() == 0
                ? NONE
                : events.lane(plan.hedging().afterNanos());
    }

    /**
     * Makes a call's next attempt on its present target, or puts it off while the caller's component stands still. There is no
     * retry where a gateway has come to leave the target alone meanwhile.
     */
    void attempt(int call) {
        int caller = calls.job[call];
        if (stations.isFrozen(jobs.component[caller])) {
            calls.held[call] = true;
            return;
        }
        int guard = calls.guard[call];
        if (calls.attempt[call] > 0 && routers.isCooling(guard, events.now())) {
            callWork.nextTarget(call);
            return;
        }
        tracing.attemptBegins(call);
        if (++calls.attempt[call] == 1) {
            Budget budget = guards.budget(guard);
            if (budget != null) {
                budget.firstTry(events.now());
            }
        }
        calls.trying[call] = true;
        calls.passed[call] = 0;
        calls.askedAt[call] = events.now();
        calls.change[call] = guards.change();
        passGates(call);
    }

    /** An attempt that had to wait at a gate goes on from there. */
    void goesOn(int call) {
        if (stations.isFrozen(jobs.component[calls.job[call]])) {
            calls.held[call] = true;
        } else {
            passGates(call);
        }
    }

    private void passGates(int call) {
        int guard = calls.guard[call];
        if (guards.isGated(guard)) {
            long now = events.now();
            long key = RandomStream.mix(calls.key[call] + Purpose.GATE, calls.attempt[call]);
            for (int slot = calls.passed[call]; slot < Guards.SLOTS; slot++) {
                Gate gate = guards.gate(guard, slot);
                if (gate == null || calls.place[call] && slot == calls.passed[call]) {
                    continue; // a call that holds a place waited for it at this gate
                }
                long answer = gate.admit(now, guards.underWay(guard), stream.start(key + slot));
                if (answer == Gate.REFUSED) {
                    calls.passed[call] = slot;
                    refused(call, slot);
                    return;
                }
                if (answer == Gate.QUEUED) {
                    calls.passed[call] = slot;
                    guards.join(guard, call, calls);
                    tracing.waitsAtGate(call, slot);
                    events.schedule(now + gate.longestQueueing(), Event.GATE_TIMEOUT, call, calls.attemptStamp[call]);
                    return;
                }
                if (answer > 0) {
                    calls.passed[call] = slot + 1;
                    tracing.waitsAtGate(call, slot);
                    events.schedule(now + answer, Event.GATE_PASSED, call, calls.attemptStamp[call]);
                    return;
                }
            }
        }
        calls.passed[call] = Guards.SLOTS;
        tracing.waitEnds(call);
        send(call);
    }

    /** An attempt has waited for a place for as long as it may. */
    void waitedTooLong(int call) {
        if (calls.inLine[call]) {
            refused(call, calls.passed[call]);
        }
    }

    private void refused(int call, int slot) {
        int target = calls.target[call];
        result.dependency(target).refused(slot, jobs.isMeasured(calls.job[call]));
        tracing.refused(call, slot);
        failed(call, REJECTED, plan.components() + target, REJECTED, 0);
    }

    private void send(int call) {
        int target = calls.target[call];
        DependencyPlan plan = this.plan.dependencies[target];
        if (!calls.place[call]) {
            calls.place[call] = true;
            guards.began(calls.guard[call]);
        }
        calls.sent[call] = true;
        calls.legs[call] = 0;
        calls.extras[call] = 0;
        calls.hedgeHeld[call] = false;
        result.dependency(target).attempted(events.now(), calls.attempt[call] > 1, jobs.isMeasured(calls.job[call]));
        if (plan.timeoutNanos() >= 0) {
            events.scheduleInLane(timeoutLane[target], Event.TIMEOUT, call, calls.attemptStamp[call]);
        }
        if (plan.hedging().mostExtra() > 0) {
            calls.hedgeDue[call] = events.now() + plan.hedging().afterNanos();
            events.scheduleInLane(hedgeLane[target], Event.HEDGE, call, calls.attemptStamp[call]);
        }
        sendLeg(call, RandomStream.mix(calls.key[call], calls.attempt[call]));
    }

    /** An attempt's answer is late: a further one is sent beside it. */
    void hedge(int call) {
        DependencyPlan plan = this.plan.dependencies[calls.target[call]];
        long now = events.now();
        long after = plan.hedging().afterNanos();
        if (calls.extras[call] >= plan.hedging().mostExtra()) {
            return;
        }
        if (stations.isFrozen(jobs.component[calls.job[call]])) {
            calls.hedgeHeld[call] = true;
        } else if (now < calls.hedgeDue[call]) {
            events.schedule(calls.hedgeDue[call], Event.HEDGE, call, calls.attemptStamp[call]);
        } else {
            if (calls.extras[call] + 1 < plan.hedging().mostExtra()) {
                events.schedule(now + after, Event.HEDGE, call, calls.attemptStamp[call]);
            }
            sendExtra(call);
        }
    }

    private void sendExtra(int call) {
        int extra = ++calls.extras[call];
        int target = calls.target[call];
        calls.hedgeDue[call] =
                events.now() + plan.dependencies[target].hedging().afterNanos();
        result.dependency(target).hedged(events.now(), jobs.isMeasured(calls.job[call]));
        sendLeg(call, RandomStream.mix(RandomStream.mix(calls.key[call], calls.attempt[call]), extra));
    }

    /** Sends one of an attempt's requests, the first one or a hedge. It may be answered at once: the call may be over afterwards. */
    private void sendLeg(int call, long key) {
        int target = calls.target[call];
        int caller = calls.job[call];
        DependencyPlan plan = this.plan.dependencies[target];
        long now = events.now();
        calls.legs[call]++;
        tracing.moves(target, FlightLog.Kind.SENT);
        double travel = plan.network() == null ? 0 : plan.network().sample(stream.start(key + Purpose.NETWORK));
        int place = board.place(target);
        if (board.befalls(place)) {
            if (board.refusal(place, now) != null) {
                result.dependency(target).lost(jobs.isMeasured(caller));
                tracing.legRefused(call);
                legFailed(call, ERROR, this.plan.components() + target, ERROR, 0);
                return;
            }
            if (stream.start(key + Purpose.LOST).uniform() < board.loss(place, now)) {
                result.dependency(target).lost(jobs.isMeasured(caller));
                tracing.legLost(call);
                return;
            }
            travel = board.time(travel, place, now);
        }
        if (!plan.standby().isReady()) {
            double coldFor = standbys.coldFor(target, now);
            if (coldFor == Standbys.NEVER_READY) {
                result.dependency(target).lost(jobs.isMeasured(caller));
                tracing.legRefused(call);
                legFailed(call, ERROR, this.plan.components() + target, ERROR, 0);
                return;
            }
            travel += coldFor;
        }
        int job = jobs.take();
        jobs.component[job] = plan.to();
        jobs.caller[job] = call;
        jobs.client[job] = jobs.client[caller];
        jobs.depth[job] = jobs.depth[caller] + 1;
        jobs.key[job] = key;
        jobs.deadline[job] = calls.deadline[call];
        jobs.flags[job] = (byte) (jobs.flags[caller] & Jobs.MEASURED);
        jobs.inputTokens[job] = plan.tokens().inputOr(jobs.inputTokens[caller], stream, calls.key[call]);
        jobs.outputTokens[job] = plan.tokens().outputOr(jobs.outputTokens[caller], stream, calls.key[call]);
        jobs.state[job] = Jobs.TRAVELLING;
        jobs.nextLeg[job] = calls.attemptJob[call];
        calls.attemptJob[call] = job;
        tracing.legSent(call, job);
        work.send(job, travel);
    }

    /** A component that stood still goes on: so do the attempts and hedges that its jobs put off. */
    void thaw(int component) {
        for (int call = 0; call < calls.capacity(); call++) {
            int job = calls.job[call];
            if (job == Jobs.NONE || jobs.component[job] != component) {
                continue;
            }
            if (calls.held[call]) {
                calls.held[call] = false;
                int type = calls.trying[call] ? Event.GATE_PASSED : Event.RETRY;
                events.schedule(events.now(), type, call, calls.attemptStamp[call]);
            } else if (calls.hedgeHeld[call] && calls.sent[call]) {
                calls.hedgeHeld[call] = false;
                events.schedule(events.now(), Event.HEDGE, call, calls.attemptStamp[call]);
            }
        }
    }

    /** A request of an attempt has been answered: the call no longer waits for this job. */
    void forgetLeg(int call, int job) {
        int each = calls.attemptJob[call];
        if (each == job) {
            calls.attemptJob[call] = jobs.nextLeg[job];
            return;
        }
        while (jobs.nextLeg[each] != job) {
            each = jobs.nextLeg[each];
        }
        jobs.nextLeg[each] = jobs.nextLeg[job];
    }

    /**
     * A request of an attempt has failed. Where there are hedges left, the next one goes out at once (as with Polly and gRPC);
     * where others are still under way, the attempt waits for them.
     *
     * @param outcome the ordinal of its outcome
     * @param causeOwner who failed: a component, or behind them a dependency
     * @param causeFailure how it failed
     * @param retryAfter how long a rate-limited answer asks to wait, in nanoseconds; 0 otherwise
     */
    void legFailed(int call, int outcome, int causeOwner, int causeFailure, long retryAfter) {
        calls.legs[call]--;
        int mostExtra = plan.dependencies[calls.target[call]].hedging().mostExtra();
        if (calls.extras[call] < mostExtra && !stations.isFrozen(jobs.component[calls.job[call]])) {
            sendExtra(call);
        } else if (calls.legs[call] == 0) {
            failed(call, outcome, causeOwner, causeFailure, retryAfter);
        }
    }

    /** An attempt has not had its answer in time. */
    void timedOut(int call) {
        int owner = whoOwesTheAnswer(call);
        giveUpLegs(call, true);
        failed(call, TIMED_OUT, owner, TIMED_OUT, 0);
    }

    /** Of whom a call wants its answer: the component, or where nothing has reached that, the dependency (a cause's owner). */
    int whoOwesTheAnswer(int call) {
        int target = calls.target[call];
        boolean onTheWay = calls.trying[call] && calls.attemptJob[call] == Jobs.NONE;
        return onTheWay ? plan.components() + target : plan.dependencies[target].to();
    }

    private void failed(int call, int outcome, int causeOwner, int causeFailure, long retryAfter) {
        int target = calls.target[call];
        int guard = calls.guard[call];
        long now = events.now();
        boolean sent = calls.sent[call];
        result.dependency(target).failed(now);
        tracing.moves(target, FlightLog.Kind.ofFailure(sent, outcome == TIMED_OUT));
        over(call, outcome);
        calls.causeComponent[call] = causeOwner;
        calls.causeOutcome[call] = causeFailure;
        Retrying retrying = plan.dependencies[target].retrying();
        int made = calls.attempt[call];
        boolean retryable = retrying.retries(outcome);
        Budget budget = guards.budget(guard);
        if (budget != null && retryable) {
            budget.failed(now);
        }
        if (sent) {
            routers.attemptFailed(guard, outcome, now);
        }
        if (!retryable || made >= retrying.maxAttempts() || routers.isCooling(guard, now)) {
            callWork.nextTarget(call);
            return;
        }
        boolean asked = retrying.honoursRetryAfter() && retryAfter > 0;
        if (asked && retryAfter > retrying.longestRetryAfter()) {
            asked = false;
            if (retrying.givesUpOver()) {
                callWork.nextTarget(call);
                return;
            }
        }
        if (budget != null && !budget.mayRetry(now, outcome == TIMED_OUT)) {
            result.dependency(target).deniedByBudget(jobs.isMeasured(calls.job[call]));
            tracing.refusedByBudget(call);
            callWork.nextTarget(call);
            return;
        }
        calls.afterTimeout[call] = outcome == TIMED_OUT;
        long key = RandomStream.mix(calls.key[call] + Purpose.BACKOFF, made);
        long delay = retrying.backoff().nanos(made - 1, calls.previousBackoff[call], stream.start(key));
        calls.previousBackoff[call] = delay;
        long wait = asked ? Math.max(delay, retryAfter) : delay;
        tracing.backsOff(call, wait);
        events.schedule(now + wait, Event.RETRY, call, calls.attemptStamp[call]);
    }

    /** An attempt has been answered: those beside it are given up. */
    void succeeded(int call) {
        giveUpLegs(call, false);
        tracing.moves(calls.target[call], FlightLog.Kind.ANSWERED);
        over(call, CallOutcome.OK.ordinal());
        routers.answered(calls.guard[call], events.now() - calls.askedAt[call]);
        Budget budget = guards.budget(calls.guard[call]);
        if (budget != null) {
            budget.succeeded(events.now(), calls.attempt[call] - 1, calls.afterTimeout[call]);
        }
    }

    /**
     * An attempt that may be under way is given up.
     *
     * @param forWantOfTime whether because time is up, and not because nobody wants the answer any more
     * @return whether there was one
     */
    boolean giveUp(int call, boolean forWantOfTime) {
        calls.held[call] = false;
        if (!calls.trying[call]) {
            calls.attemptStamp[call]++; // a retry that was due is not
            return false;
        }
        boolean failed = forWantOfTime && calls.sent[call];
        giveUpLegs(call, forWantOfTime);
        if (failed) {
            result.dependency(calls.target[call]).failed(events.now());
            routers.attemptFailed(calls.guard[call], TIMED_OUT, events.now());
        }
        over(call, failed ? TIMED_OUT : NONE);
        return true;
    }

    private void giveUpLegs(int call, boolean forWantOfTime) {
        int job = calls.attemptJob[call];
        calls.attemptJob[call] = Jobs.NONE;
        if (forWantOfTime && calls.sent[call]) {
            result.dependency(calls.target[call]).timedOut(jobs.isMeasured(calls.job[call]));
        }
        while (job != Jobs.NONE) {
            int next = jobs.nextLeg[job];
            work.abandonment().orphan(job, forWantOfTime);
            job = next;
        }
    }

    /** An attempt is over: its gates hear of it, and its place is free. */
    private void over(int call, int outcome) {
        int guard = calls.guard[call];
        tracing.attemptOver(call, outcome == TIMED_OUT);
        calls.trying[call] = false;
        calls.sent[call] = false;
        calls.attemptStamp[call]++;
        if (calls.inLine[call]) {
            guards.leave(guard, call, calls);
        }
        if (guards.isGated(guard)) {
            tellGates(call, guard, outcome);
        }
        if (calls.place[call]) {
            calls.place[call] = false;
            guards.ended(guard);
            seatNext(guard);
        }
    }

    private void tellGates(int call, int guard, int outcome) {
        long now = events.now();
        for (int slot = calls.passed[call] - 1; slot >= 0; slot--) {
            Gate gate = guards.gate(guard, slot);
            if (gate == null || !guards.isSameSince(guard, slot, calls.change[call])) {
                continue;
            }
            if (outcome == NONE) {
                gate.released(now);
            } else {
                gate.ended(now, now - calls.askedAt[call], OUTCOMES[outcome]);
            }
        }
    }

    /** Gives free places to those who wait in line: at once, so that nobody can overtake them. */
    void seatNext(int guard) {
        int call = guards.firstInLine(guard);
        while (call != Jobs.NONE) {
            Gate gate = guards.gate(guard, calls.passed[call]);
            if (gate != null && gate.admit(events.now(), guards.underWay(guard), stream) != Gate.ADMITTED) {
                return;
            }
            guards.leave(guard, call, calls);
            calls.place[call] = true;
            guards.began(guard);
            events.schedule(events.now(), Event.GATE_PASSED, call, calls.attemptStamp[call]);
            call = guards.firstInLine(guard);
        }
    }
}
