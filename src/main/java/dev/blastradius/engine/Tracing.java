package dev.blastradius.engine;

import dev.blastradius.engine.trace.Ending;
import dev.blastradius.engine.trace.TraceNames;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.engine.trace.Tracer;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.policy.Policies;
import dev.blastradius.sim.EventList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final @Nullable Tracer tracer;
    private @Nullable FlightLog flights;
    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;

    /** By job: the request that it belongs to. */
    private long[] trace = new long[0];
    /** By job: the span that its calls are part of: of a request itself, else of an attempt, or of an item in its queue. */
    private int[] spanOfJob = new int[0];
    /** By job: the span of its waiting in a queue, of its own work, or of an item's wait before it comes again. */
    private int[] spanWithin = new int[0];

    private int[] spanOfCall = new int[0];
    /** By call: the span of its waiting at a gate or before a retry. */
    private int[] waiting = new int[0];
    /** By call: the attempts made, on all targets. */
    private int[] attempts = new int[0];
    /** By call: the last of the running attempt's requests that were lost on the way, chained in the tracer. */
    private int[] lost = new int[0];

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
        tracer = traced ? new Tracer(names(plan), span.duration()) : null;
    }

    private static TraceNames names(Plan plan) {
        List<String> places = new ArrayList<>(List.of(plan.ids));
        places.addAll(List.of(plan.dependencyKeys));
        List<Integer> callees = new ArrayList<>();
        for (DependencyPlan dependency : plan.dependencies) {
            callees.add(dependency.to());
        }
        List<String> policies = new ArrayList<>();
        Policies.ALL.forEach(policy -> policies.add(policy.key()));
        policies.add(TraceNames.RETRY_BUDGET);
        policies.add(TraceNames.ROUTING);
        return new TraceNames(places, callees, policies, CauseTable.failureNames());
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
            long key = jobs.key[request];
            long followed = tracer.begin(key, jobs.component[request], events.now());
            follow(request, followed);
            spanOfJob[request] = followed == NONE ? NONE : tracer.root(followed);
        }
    }

    private void follow(int job, long request) {
        if (job >= trace.length) {
            int size = jobs.capacity();
            trace = Arrays.copyOf(trace, size);
            spanOfJob = Arrays.copyOf(spanOfJob, size);
            spanWithin = Arrays.copyOf(spanWithin, size);
        }
        trace[job] = request;
        spanWithin[job] = NONE;
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
            tracer.end(trace[request]);
        }
    }

    /** A call begins, or its next repetition. */
    void callBegins(int call) {
        if (tracer != null) {
            if (call >= spanOfCall.length) {
                int size = calls.capacity();
                spanOfCall = Arrays.copyOf(spanOfCall, size);
                waiting = Arrays.copyOf(waiting, size);
                attempts = Arrays.copyOf(attempts, size);
                lost = Arrays.copyOf(lost, size);
            }
            int job = calls.job[call];
            long request = trace[job];
            waiting[call] = NONE;
            attempts[call] = 0;
            lost[call] = NONE;
            spanOfCall[call] = tracer.isFollowed(request)
                    ? tracer.begin(
                            request, spanOfJob[job], Kind.CALL, dependency(calls.primary[call]), 0, 0, events.now())
                    : NONE;
        }
    }

    private boolean isFollowed(Tracer by, int call) {
        return by.isFollowed(trace[calls.job[call]]);
    }

    private int dependency(int dependency) {
        return plan.components() + dependency;
    }

    /** A part of a call begins, on its present target. */
    private int part(Tracer to, int call, Kind kind, int flags) {
        int where = dependency(calls.target[call]);
        int span = spanOfCall[call];
        int all = where == to.place(span) ? flags : flags | Tracer.FALLBACK;
        return to.begin(trace[calls.job[call]], span, kind, where, attempts[call], all, events.now());
    }

    private void refusal(Tracer to, int call, int policy) {
        to.end(part(to, call, Kind.REFUSAL, 0), policy, events.now());
    }

    /** A gateway has chosen the first target of a call. */
    void routed(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            tracer.setPlace(spanOfCall[call], dependency(calls.primary[call]));
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
        if (tracer != null && waiting[call] != NONE) {
            if (isFollowed(tracer, call)) {
                tracer.end(waiting[call], Tracer.NO_RESULT, events.now());
            }
            waiting[call] = NONE;
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
            tracer.end(spanOfCall[call], result, events.now());
        }
    }

    /** A call's next attempt begins, at its gates. */
    void attemptBegins(int call) {
        if (tracer != null) {
            waitEnds(call);
            attempts[call]++;
        }
    }

    /** An attempt waits at a gate. */
    void waitsAtGate(int call, int slot) {
        if (tracer != null && isFollowed(tracer, call)) {
            waitEnds(call);
            waiting[call] = part(tracer, call, Kind.GATE, 0);
            tracer.setResult(waiting[call], Tracer.policy(slot));
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

    /** A call waits before its next attempt. */
    void backsOff(int call) {
        if (tracer != null && isFollowed(tracer, call)) {
            waiting[call] = part(tracer, call, Kind.BACKOFF, 0);
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
                tracer.chain(span, lost[call]);
                lost[call] = span;
            }
        }
    }

    /** An attempt, or a hedge beside it, is on its way. */
    void legSent(int call, int job) {
        if (tracer != null) {
            long request = trace[calls.job[call]];
            follow(job, request);
            if (tracer.isFollowed(request)) {
                int span = leg(tracer, call);
                spanOfJob[job] = span;
                if (span != NONE && countsTokens(jobs.component[job])) {
                    tracer.setInput(span, jobs.inputTokens[job]);
                }
            }
        }
    }

    private boolean countsTokens(int component) {
        StationPlan station = plan.stations[component];
        return station.firstToken() != null || station.dollarsPerInputToken() + station.dollarsPerOutputToken() > 0;
    }

    /**
     * An attempt is over, in whatever way.
     *
     * @param timedOut whether for want of time
     */
    void attemptOver(int call, boolean timedOut) {
        if (tracer != null) {
            waitEnds(call);
            if (lost[call] != NONE) {
                if (isFollowed(tracer, call)) {
                    tracer.endChain(lost[call], timedOut ? TIMED_OUT : Tracer.ABANDONED, events.now());
                }
                lost[call] = NONE;
            }
        }
    }

    /** A job's caller has its answer. */
    void answered(int job, int outcome) {
        end(job, spanOfJob, Tracer.result(outcome));
    }

    /** A job's caller has given up. */
    void givenUp(int job, boolean forWantOfTime) {
        end(job, spanOfJob, forWantOfTime ? TIMED_OUT : Tracer.ABANDONED);
    }

    private void end(int job, int[] spans, int result) {
        if (tracer != null && tracer.isFollowed(trace[job])) {
            tracer.end(spans[job], result, events.now());
        }
    }

    /** A job waits in its component's queue. An item is in its queue all the time. */
    void queued(int job) {
        if (tracer != null && tracer.isFollowed(trace[job]) && !jobs.is(job, Jobs.ITEM)) {
            spanWithin[job] = within(tracer, job, Kind.QUEUE);
        }
    }

    private int within(Tracer to, int job, Kind kind) {
        return to.begin(trace[job], spanOfJob[job], kind, jobs.component[job], 0, 0, events.now());
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
        if (tracer != null) {
            end(job, spanWithin, result);
            spanWithin[job] = NONE;
        }
    }

    /** A job begins its own work, if it is to take any time. */
    void works(int job, long own) {
        if (tracer != null && own > 0 && tracer.isFollowed(trace[job])) {
            spanWithin[job] = within(tracer, job, Kind.WORK);
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
        if (tracer != null && tracer.isFollowed(trace[job])) {
            if (spanWithin[job] == NONE && (result != OK || price > 0)) {
                spanWithin[job] = within(tracer, job, Kind.WORK);
            }
            int span = spanWithin[job];
            if (price > 0) {
                tracer.bill(trace[job], span, price);
            }
            tracer.end(span, result, events.now());
            if (tokens > 0 && countsTokens(jobs.component[job])) {
                tracer.setOutput(spanOfJob[job], tokens);
            }
            spanWithin[job] = NONE;
        }
    }

    /** A queue has accepted an attempt's work. The item belongs to the request as a whole: nobody waits for it but that. */
    void accepted(int item, int attempt) {
        if (tracer != null) {
            long request = trace[attempt];
            follow(item, request);
            if (tracer.isFollowed(request)) {
                int queue = jobs.component[item];
                spanOfJob[item] = tracer.begin(request, tracer.root(request), Kind.QUEUE, queue, 0, 0, events.now());
            }
        }
    }

    /** An item was not delivered: it comes back after a while. */
    void returns(int item) {
        if (tracer != null && tracer.isFollowed(trace[item])) {
            spanWithin[item] = within(tracer, item, Kind.BACKOFF);
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
        end(item, spanOfJob, result);
    }
}
