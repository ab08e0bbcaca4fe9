package dev.blastradius.engine;

import dev.blastradius.engine.trace.Ending;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.engine.trace.Tracer;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.sim.EventList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Tells a {@link Tracer} what the engine does, where there is one. It only listens: whether requests are traced or not, the replication is
 * the same to the last bit. For each job and call it keeps which request it belongs to and which spans of it are open; that says nothing any more
 * once the request has ended.
 *
 * <p>Everything here is on the event path: it allocates nothing but what its arrays grow by.
 */
final class Tracing {

    private static final int NONE = Tracer.NONE;
    private static final int OK = Tracer.result(CallOutcome.OK.ordinal());
    private static final int ERROR = Tracer.result(CallOutcome.ERROR.ordinal());
    private static final int TIMED_OUT = Tracer.result(CallOutcome.TIMEOUT.ordinal());
    private static final int REJECTED = Tracer.result(CallOutcome.REJECTED.ordinal());
    private static final int BUDGET = Tracer.policy(Guards.SLOTS);
    private static final int ROUTING = Tracer.policy(Guards.SLOTS + 1);

    private static final int JOB = 2;
    private static final int CALL = 4;
    private static final int TRACE = 0;
    private static final int SPANS = 1;
    private static final int TRIES = 2;

    private final @Nullable Tracer tracer;
    private @Nullable FlightLog flights;
    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;

    /** By component: whether its answers are counted in tokens. */
    private final boolean[] countsTokens;

    /**
     * By job, side by side: the request that it belongs to; and two spans, as {@link #both}: that which its calls are part of (a
     * request, an attempt, or an item in its queue), and that of what it is at (its waiting in a queue, its own work, or an item's wait before it
     * comes again).
     */
    private long[] ofJob = new long[0];

    /**
     * By call, side by side: the request that it belongs to; two spans, its own and that of its wait at a gate or before a retry; and how many
     * attempts it has made on all targets with the last of the running attempt's requests that were lost on the way, chained in the tracer.
     */
    private long[] ofCall = new long[0];

    /**
     * Listens to a replication.
     *
     * @param traced whether anybody wants to know
     */
    Tracing(boolean traced, Plan plan, Span span, EventList events, Jobs jobs, CallPool calls) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        tracer = traced ? new Tracer(TracedPlan.names(plan), span.duration()) : null;
        countsTokens = traced ? TracedPlan.countsTokens(plan) : new boolean[0];
    }

    private static long both(int one, int other) {
        return (long) one << 32 | other & 0xffff_ffffL;
    }

    private static int one(long both) {
        return (int) (both >>> 32);
    }

    private static int other(long both) {
        return (int) both;
    }

    /** Has what moves along the arrows noted from now on. */
    void note(FlightLog log) {
        flights = log;
    }

    /** Something moves along a dependency, now. */
    void moves(int dependency, FlightLog.Kind kind) {
        if (flights != null) {
            flights.add(events.now(), dependency, kind);
        }
    }

    /** The sample as it stands; empty where nobody wanted to know. */
    Traces traces() {
        return tracer == null ? Traces.NONE : tracer.traces();
    }

    /** A request arrives. */
    void arrived(int request) {
        if (tracer != null) {
            long trace = tracer.begin(jobs.key[request], jobs.component[request], events.now());
            follow(request, trace, trace == NONE ? NONE : tracer.root(trace));
        }
    }

    private void follow(int job, long trace, int span) {
        int at = job * JOB;
        if (at >= ofJob.length) {
            ofJob = Arrays.copyOf(ofJob, jobs.capacity() * JOB);
        }
        ofJob[at + TRACE] = trace;
        ofJob[at + SPANS] = both(span, NONE);
    }

    /** A request has ended, now. */
    void ended(int request, RequestOutcome outcome, boolean late, boolean wrong) {
        if (tracer != null) {
            Ending ending = tracer.ending();
            ending.key = jobs.key[request];
            ending.client = jobs.component[request];
            ending.sent = jobs.arrival[request];
            ending.ended = events.now();
            ending.outcome = outcome;
            ending.late = late;
            ending.wrong = wrong;
            ending.attempt = jobs.userAttempt[request];
            ending.inputTokens = jobs.inputTokens[request];
            ending.outputTokens = jobs.outputTokens[request];
            ending.causeOwner = jobs.causeComponent[request];
            ending.causeFailure = jobs.causeOutcome[request];
            tracer.end(ofJob[request * JOB + TRACE]);
        }
    }

    /** A call begins, or its next repetition. */
    void callBegins(int call) {
        if (tracer != null) {
            int at = call * CALL;
            if (at >= ofCall.length) {
                ofCall = Arrays.copyOf(ofCall, calls.capacity() * CALL);
            }
            int job = calls.job[call] * JOB;
            long trace = ofJob[job + TRACE];
            int span = NONE;
            if (tracer.isFollowed(trace)) {
                int where = dependency(calls.primary[call]);
                span = tracer.begin(trace, one(ofJob[job + SPANS]), Kind.CALL, where, 0, 0, events.now());
            }
            ofCall[at + TRACE] = trace;
            ofCall[at + SPANS] = both(span, NONE);
            ofCall[at + TRIES] = both(0, NONE);
        }
    }

    private boolean isFollowed(Tracer by, int call) {
        return by.isFollowed(ofCall[call * CALL + TRACE]);
    }

    private int spanOfCall(int call) {
        return one(ofCall[call * CALL + SPANS]);
    }

    private void waits(int call, int span) {
        ofCall[call * CALL + SPANS] = both(spanOfCall(call), span);
    }

    private void loses(int call, int span) {
        ofCall[call * CALL + TRIES] = both(one(ofCall[call * CALL + TRIES]), span);
    }

    private int dependency(int dependency) {
        return plan.components() + dependency;
    }

    /** A part of a call begins, on its present target. */
    private int part(Tracer to, int call, Kind kind, int flags) {
        int at = call * CALL;
        int target = calls.target[call];
        // A gateway's call has a bit for each target that it has been aimed at.
        long tried = calls.tried[call];
        boolean fallback = target != calls.primary[call] || (tried & tried - 1) != 0;
        int all = fallback ? flags | Tracer.FALLBACK : flags;
        int attempt = one(ofCall[at + TRIES]);
        return to.begin(
                ofCall[at + TRACE], one(ofCall[at + SPANS]), kind, dependency(target), attempt, all, events.now());
    }

    private void refusal(Tracer to, int call, int policy) {
        to.end(part(to, call, Kind.REFUSAL, 0), policy, events.now());
    }

    /** A gateway has chosen the first target of a call. */
    void routed(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            tracer.setPlace(spanOfCall(call), dependency(calls.primary[call]));
        }
    }

    /** A gateway has no target for a call. */
    void nowhereToGo(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            int span = part(tracer, call, Kind.REFUSAL, 0);
            tracer.setPlace(span, jobs.component[calls.job[call]]);
            tracer.end(span, ROUTING, events.now());
        }
    }

    /** A call's wait between two attempts, or at a gate, is over, if it was in one. */
    void waitEnds(int call) {
        if (tracer != null && other(ofCall[call * CALL + SPANS]) != NONE) {
            if (isFollowed(tracer, call)) {
                tracer.end(other(ofCall[call * CALL + SPANS]), Tracer.NO_RESULT, events.now());
            }
            waits(call, NONE);
        }
    }

    /** A call has its answer. */
    void callSucceeds(int call) {
        callEnds(call, OK);
    }

    /** A call has failed, for the cause that stands in it. */
    void callFails(int call) {
        if (tracer != null) {
            int owner = calls.causeComponent[call];
            int target = calls.target[call];
            // A callee that fails of something behind it answers with an error.
            boolean here = owner == dependency(target)
                    || owner == plan.dependencies[target].to()
                    || owner == jobs.component[calls.job[call]];
            callEnds(call, here ? Tracer.result(calls.causeOutcome[call]) : ERROR);
        }
    }

    /** Nobody wants a call's answer any more. */
    void callGivenUp(int call) {
        callEnds(call, Tracer.ABANDONED);
    }

    private void callEnds(int call, int result) {
        if (tracer != null && isFollowed(tracer, call)) {
            waitEnds(call);
            tracer.end(spanOfCall(call), result, events.now());
        }
    }

    /** A call's next attempt begins, at its gates. */
    void attemptBegins(int call) {
        if (tracer != null) {
            waitEnds(call);
            ofCall[call * CALL + TRIES] += 1L << 32;
        }
    }

    /** An attempt waits at a gate. */
    void waitsAtGate(int call, int slot) {
        if (tracer != null && isFollowed(tracer, call)) {
            waitEnds(call);
            int span = part(tracer, call, Kind.GATE, 0);
            tracer.setResult(span, Tracer.policy(slot));
            waits(call, span);
        }
    }

    /** A gate has refused an attempt. */
    void refused(int call, int slot) {
        if (tracer != null && isFollowed(tracer, call)) {
            waitEnds(call);
            refusal(tracer, call, Tracer.policy(slot));
        }
    }

    /** The budget does not pay for a retry. */
    void refusedByBudget(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            refusal(tracer, call, BUDGET);
        }
    }

    /** A call waits before its next attempt, if it is to wait at all. */
    void backsOff(int call, long wait) {
        if (tracer != null && wait > 0 && isFollowed(tracer, call)) {
            waits(call, part(tracer, call, Kind.BACKOFF, 0));
        }
    }

    private int leg(Tracer to, int call) {
        return part(to, call, Kind.ATTEMPT, calls.extras[call] > 0 ? Tracer.HEDGE : 0);
    }

    /** An attempt, or a hedge beside it, is refused where it sets out. */
    void legRefused(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            tracer.end(leg(tracer, call), ERROR, events.now());
        }
    }

    /** An attempt, or a hedge beside it, is lost on the way. */
    void legLost(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            int span = leg(tracer, call);
            if (span != NONE) {
                tracer.chain(span, other(ofCall[call * CALL + TRIES]));
                loses(call, span);
            }
        }
    }

    /** An attempt, or a hedge beside it, is on its way. */
    void legSent(int call, int job) {
        if (tracer != null) {
            boolean followed = isFollowed(tracer, call);
            int span = followed ? leg(tracer, call) : NONE;
            follow(job, ofCall[call * CALL + TRACE], span);
            if (followed && countsTokens[jobs.component[job]]) {
                tracer.setInput(span, jobs.inputTokens[job]);
            }
        }
    }

    /**
     * An attempt is over, in whatever way.
     *
     * @param timedOut whether for want of time
     */
    void attemptOver(int call, boolean timedOut) {
        if (tracer != null) {
            waitEnds(call);
            int lost = other(ofCall[call * CALL + TRIES]);
            if (lost != NONE) {
                if (isFollowed(tracer, call)) {
                    tracer.endChain(lost, timedOut ? TIMED_OUT : Tracer.ABANDONED, events.now());
                }
                loses(call, NONE);
            }
        }
    }

    /** A job's caller has its answer. */
    void answered(int job, int outcome) {
        endJob(job, Tracer.result(outcome));
    }

    /** A job's caller has given up. */
    void givenUp(int job, boolean forWantOfTime) {
        endJob(job, forWantOfTime ? TIMED_OUT : Tracer.ABANDONED);
    }

    private void endJob(int job, int result) {
        if (tracer != null && isFollowedJob(tracer, job)) {
            tracer.end(one(ofJob[job * JOB + SPANS]), result, events.now());
        }
    }

    private boolean isFollowedJob(Tracer by, int job) {
        return by.isFollowed(ofJob[job * JOB + TRACE]);
    }

    /** A job waits in its component's queue. An item is in its queue all the time. */
    void queued(int job) {
        if (tracer != null && isFollowedJob(tracer, job) && !jobs.is(job, Jobs.ITEM)) {
            begins(tracer, job, Kind.QUEUE);
        }
    }

    private void begins(Tracer to, int job, Kind kind) {
        int at = job * JOB;
        int span = one(ofJob[at + SPANS]);
        int within = to.begin(ofJob[at + TRACE], span, kind, jobs.component[job], 0, 0, events.now());
        ofJob[at + SPANS] = both(span, within);
    }

    /** A job's turn has come. */
    void leavesQueue(int job) {
        endWithin(job, Tracer.NO_RESULT);
    }

    /** A job leaves its queue and is not served: it waited for too long, or another one has its place. */
    void turnedOut(int job) {
        endWithin(job, REJECTED);
    }

    /** A job leaves its queue, for nobody waits for it. */
    void calledOff(int job) {
        endWithin(job, Tracer.ABANDONED);
    }

    private void endWithin(int job, int result) {
        if (tracer != null && isFollowedJob(tracer, job)) {
            long spans = ofJob[job * JOB + SPANS];
            tracer.end(other(spans), result, events.now());
            ofJob[job * JOB + SPANS] = both(one(spans), NONE);
        }
    }

    /** A job begins its own work, if it is to take any time. */
    void works(int job, long own) {
        if (tracer != null && own > 0 && isFollowedJob(tracer, job)) {
            begins(tracer, job, Kind.WORK);
        }
    }

    /**
     * A job's own work has ended, well or badly.
     *
     * @param price what is billed for it, in US dollars
     * @param tokens output as far as billed
     */
    void worked(int job, @Nullable CallOutcome failure, double price, double tokens) {
        workEnds(job, failure == null ? OK : Tracer.result(failure.ordinal()), price, tokens);
    }

    /** A job's own work is stopped. */
    void stopped(int job, double price, double tokens) {
        workEnds(job, Tracer.ABANDONED, price, tokens);
    }

    private void workEnds(int job, int result, double price, double tokens) {
        if (tracer != null && isFollowedJob(tracer, job)) {
            int at = job * JOB;
            if (other(ofJob[at + SPANS]) == NONE && (result != OK || price > 0)) {
                begins(tracer, job, Kind.WORK);
            }
            long spans = ofJob[at + SPANS];
            if (price > 0) {
                tracer.bill(ofJob[at + TRACE], other(spans), price);
            }
            tracer.end(other(spans), result, events.now());
            if (tokens > 0 && countsTokens[jobs.component[job]]) {
                tracer.setOutput(one(spans), tokens);
            }
            ofJob[at + SPANS] = both(one(spans), NONE);
        }
    }

    /** A queue has accepted an attempt's work. The item belongs to the request as a whole: nobody waits for it but that. */
    void accepted(int item, int attempt) {
        if (tracer != null) {
            long trace = ofJob[attempt * JOB + TRACE];
            int span = NONE;
            if (tracer.isFollowed(trace)) {
                int root = tracer.root(trace);
                span = tracer.begin(trace, root, Kind.QUEUE, jobs.component[item], 0, 0, events.now());
            }
            follow(item, trace, span);
        }
    }

    /** An item was not delivered: it comes back after a while. */
    void returns(int item) {
        if (tracer != null && isFollowedJob(tracer, item)) {
            begins(tracer, item, Kind.BACKOFF);
        }
    }

    /** An item is back in its line. */
    void isBack(int item) {
        endWithin(item, Tracer.NO_RESULT);
    }

    /** An item has been delivered. */
    void delivered(int item) {
        itemEnds(item, OK);
    }

    /** An item is lost. */
    void itemLost(int item, int failure) {
        itemEnds(item, Tracer.result(failure));
    }

    private void itemEnds(int item, int result) {
        endWithin(item, Tracer.NO_RESULT);
        endJob(item, result);
    }
}
