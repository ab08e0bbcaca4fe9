package dev.blastradius.engine;

import dev.blastradius.engine.trace.Traces;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/** One replication of a run: its state, its event loop, and what happens to clients and faults. Made for one run, then thrown away. */
final class Replication implements EventList.Liveness, CallWork.Requests {

    /** So many events pass between two looks at the watch: a power of two. */
    private static final int EVENTS_PER_LOOK = 1 << 16;

    private final Plan plan;
    private final Span span;
    private final long mostEventsAtOneMoment;
    private final EventList events = new EventList(this);
    private final Jobs jobs = new Jobs();
    private final CallPool calls = new CallPool();
    private final Stations stations;
    private final FaultBoard board;
    private final ReplicationResult result;
    private final StationWork work;
    private final CallWork callWork;
    private final AttemptWork attempts;
    private final Unanswered unanswered;
    private final ClientTraffic traffic;
    private final UserRetries userRetries;
    private final Fates fates;
    private final Tracing tracing;
    private final int[] patienceLane;
    private final RandomStream stream = new RandomStream();
    private final Disturbances disturbances;
    private final @Nullable ChronicleWriter chronicle;

    /** Events handled so far. */
    private long handled;
    /** When the last of them was, and how many there have been at that moment before it. */
    private long moment = -1;

    private long eventsAtMoment;
    private long stepEnd = Long.MAX_VALUE;
    private long openMeasured;
    private boolean over;

    /**
     * A replication that is to be run.
     *
     * @param key all randomness follows from it
     * @param mostEventsAtOneMoment more mean that time no longer passes
     * @param notes whether the fates of its requests are noted, or compared with those of another run
     */
    Replication(Plan drawn, Span span, long key, long mostEventsAtOneMoment, Fates.Notes notes) {
        this(drawn.phases.isEmpty() ? drawn : drawn.copy(), span, key, mostEventsAtOneMoment, notes, false);
    }

    /**
     * One whose requests' fates are not noted.
     *
     * @param own a plan of its own
     * @param recorded whether what it goes through is recorded
     */
    Replication(Plan own, Span span, long key, long mostEventsAtOneMoment, boolean recorded) {
        this(own, span, key, mostEventsAtOneMoment, Fates.Notes.NONE, recorded);
    }

    private Replication(
            Plan plan, Span span, long key, long mostEventsAtOneMoment, Fates.Notes notes, boolean recorded) {
        this.plan = plan;
        this.mostEventsAtOneMoment = mostEventsAtOneMoment;
        this.span = span;
        board = new FaultBoard(plan.faults, plan.components(), plan.dependencies.length);
        result = new ReplicationResult(plan, span);
        stations = new Stations(plan, jobs, result);
        tracing = new Tracing(recorded, plan, span, events, jobs, calls);
        work = new StationWork(plan, events, jobs, calls, stations, board, result, key, tracing, this);
        callWork = work.calls();
        attempts = callWork.attempts();
        fates = new Fates(notes, jobs, span, plan, result, tracing);
        unanswered = new Unanswered(jobs, calls, attempts, work.deliveries(), result, fates);
        patienceLane = new int[plan.clients.length];
        setPatience();
        traffic = new ClientTraffic(plan, span, events, board, key, this::send);
        userRetries = new UserRetries(plan, span, events, jobs);
        disturbances = new Disturbances(
                plan, span, events, board, work, traffic, fates, new Runbook(plan, jobs, calls), this::setPatience);
        chronicle = recorded ? new ChronicleWriter(plan, span, result, callWork.guards(), work.limits(), board) : null;
    }

    private void setPatience() {
        for (int client = 0; client < patienceLane.length; client++) {
            long patience = plan.clients[client].patienceNanos();
            patienceLane[client] = patience < 0 ? -1 : events.lane(patience);
        }
    }

    /**
     * Runs it.
     *
     * @return what it gave; null where the watch ended it
     */
    @Nullable
    ReplicationResult run(Simulation.Watch watch) {
        return run(EVENTS_PER_LOOK, watch);
    }

    /** Runs it, and checks whenever so many events, a power of two, have been handled that nothing is lost or doubled so far. */
    ReplicationResult runChecked(int everyEvents) {
        ReplicationResult whole = run(everyEvents, done -> {
            conservation().checkMidway();
            return true;
        });
        return java.util.Objects.requireNonNull(whole);
    }

    @Nullable
    private ReplicationResult run(int eventsPerLook, Simulation.Watch watch) {
        begin();
        return goOn(Long.MAX_VALUE, eventsPerLook, watch) ? finish() : null;
    }

    /** What befalls it. */
    Disturbances disturbances() {
        return disturbances;
    }

    /** Has what moves along the arrows noted from now on. */
    void note(FlightLog flights) {
        tracing.note(flights);
    }

    /** The faults are others from now on. */
    void faultsChanged() {
        if (chronicle != null) {
            chronicle.faultsChange();
        }
    }

    /** What it has gone through so far. */
    Chronicle chronicle() {
        if (chronicle == null) {
            throw new IllegalStateException("not recorded");
        }
        return chronicle.chronicle();
    }

    /** Some of its requests, as of now; none where it is not recorded. */
    Traces traces() {
        return tracing.traces();
    }

    /** Sets out: nothing has happened yet. */
    void begin() {
        disturbances.begin();
        traffic.start();
        if (chronicle != null) {
            stepEnd = chronicle.stepEnd();
        }
    }

    /**
     * Handles all events up to a moment, or to the run's end.
     *
     * @param until the moment, in nanoseconds; the events at it are handled
     * @param eventsPerLook so many events, a power of two, pass between two looks at the watch
     * @return false where the watch ended it
     */
    boolean goOn(long until, int eventsPerLook, Simulation.Watch watch) {
        int look = eventsPerLook - 1;
        while ((until == Long.MAX_VALUE || events.peekTime() <= until) && events.next()) {
            long now = events.now();
            if (now > span.end() || now >= span.duration() && openMeasured == 0) {
                over = true;
                break;
            }
            eventsAtMoment = now == moment ? eventsAtMoment + 1 : 0;
            moment = now;
            if ((++handled & look) == 0) {
                if (!watch.goesOn(Math.min(1, (double) now / span.duration()))) {
                    return false;
                }
                if (eventsAtMoment > mostEventsAtOneMoment) {
                    throw new EngineLimits.Exceeded("time no longer passes at " + now / 1e9
                            + " s: something calls or asks again and again without any wait");
                }
            }
            if (now >= stepEnd) {
                writeSteps(now);
            }
            if (now >= disturbances.next()) {
                disturbances.strike(now);
                work.wakeStations();
            }
            handle(events.type(), events.index(), events.stamp());
            work.wakeStations();
        }
        return true;
    }

    /** Whether there is nothing left to be simulated. */
    boolean isOver() {
        return over || !events.hasNext();
    }

    /** Writes the chronicle's steps that are over: all that happened before this moment has been handled. */
    void writeSteps(long now) {
        if (chronicle != null) {
            while (stepEnd <= now) {
                chronicle.stepEnds(stepEnd);
                stepEnd = chronicle.stepEnd();
            }
        }
    }

    /** Nothing more will happen: writes what is left of the chronicle. */
    void recordEnd() {
        writeSteps(Math.max(events.now(), span.steps() * span.stepNanos()));
        if (chronicle != null) {
            chronicle.over();
        }
    }

    private void handle(int type, int index, int stamp) {
        switch (type) {
            case Event.ARRIVAL -> traffic.arrival(index, stamp);
            case Event.EXTRA_ARRIVAL -> traffic.extraArrival(index, stamp);
            case Event.COPY_ARRIVAL -> traffic.copyArrival(index, stamp);
            case Event.USER -> traffic.userSends(stamp, index);
            case Event.FAULT, Event.RUNBOOK -> {
                // They only wake: faults and the pipeline change before the first event of their moment.
            }
            case Event.TIMEOUT, Event.RETRY, Event.GATE_PASSED, Event.GATE_TIMEOUT, Event.HEDGE -> {
                if (calls.attemptStamp[index] == stamp) {
                    handleAttempt(type, index);
                }
            }
            case Event.DEADLINE -> {
                if (calls.stamp[index] == stamp) {
                    callWork.deadlinePassed(index);
                }
            }
            case Event.REPEAT -> {
                if (calls.stamp[index] == stamp) {
                    callWork.aim(index, calls.primary[index]);
                }
            }
            default -> {
                if (jobs.stamp[index] == stamp) {
                    handleJob(type, index);
                }
            }
        }
    }

    private void handleAttempt(int type, int call) {
        switch (type) {
            case Event.TIMEOUT -> attempts.timedOut(call);
            case Event.RETRY -> attempts.attempt(call);
            case Event.GATE_PASSED -> attempts.goesOn(call);
            case Event.GATE_TIMEOUT -> attempts.waitedTooLong(call);
            case Event.HEDGE -> attempts.hedge(call);
            default -> throw new IllegalStateException("event type " + type);
        }
    }

    private void handleJob(int type, int job) {
        switch (type) {
            case Event.REACH -> work.reach(job);
            case Event.SERVICE_END -> work.serviceEnds(job);
            case Event.DELIVER -> work.deliver(job);
            case Event.RESUME -> work.standstill().resume(job);
            case Event.QUEUE_TIMEOUT -> {
                if (jobs.state[job] == Jobs.WAITING) {
                    work.waitedTooLong(job);
                }
            }
            case Event.TIME_IS_UP -> callWork.timeIsUp(job);
            case Event.USER_RETRY -> comeAgain(job);
            case Event.PATIENCE -> {
                if (jobs.state[job] == Jobs.REQUEST) {
                    callWork.giveUpCalls(job);
                    end(job, RequestOutcome.ABANDONED);
                }
            }
            case Event.REDELIVERY -> work.deliveries().comesBack(job);
            case Event.TOO_OLD -> work.deliveries().tooOld(job);
            default -> throw new IllegalStateException("event type " + type);
        }
    }

    @Override
    public boolean isLive(int type, int index, int stamp) {
        return switch (type) {
            case Event.TIMEOUT, Event.HEDGE -> calls.attemptStamp[index] == stamp;
            case Event.DEADLINE -> calls.stamp[index] == stamp;
            case Event.QUEUE_TIMEOUT -> jobs.stamp[index] == stamp && jobs.state[index] == Jobs.WAITING;
            case Event.PATIENCE -> jobs.stamp[index] == stamp && jobs.state[index] == Jobs.REQUEST;
            default -> jobs.stamp[index] == stamp;
        };
    }

    /** A client sends a request; tokens below 0 are drawn. */
    private void send(int client, int user, long number, long key, int inputTokens, int outputTokens) {
        Plan.ClientPlan plan = this.plan.clients[client];
        int job = jobs.take();
        jobs.component[job] = plan.component();
        jobs.caller[job] = user;
        jobs.client[job] = client;
        jobs.depth[job] = 0;
        jobs.key[job] = key;
        jobs.userAttempt[job] = 1;
        jobs.number[job] = number;
        jobs.firstSent[job] = events.now();
        jobs.inputTokens[job] = inputTokens >= 0 ? inputTokens : plan.tokens().inputOr(0, stream, key);
        jobs.outputTokens[job] =
                outputTokens >= 0 ? outputTokens : plan.tokens().outputOr(0, stream, key);
        arrive(job);
    }

    /** A user sends a request again that failed, unless the client is no longer there. */
    private void comeAgain(int job) {
        int client = jobs.client[job];
        if (plan.clients[client].traffic() == null) {
            int user = jobs.caller[job];
            long firstSent = jobs.firstSent[job];
            jobs.release(job);
            traffic.requestEnded(client, user, firstSent);
        } else {
            arrive(job);
        }
    }

    /** A request arrives: a new one, or one that its user sends again. */
    private void arrive(int job) {
        int client = jobs.client[job];
        long now = events.now();
        boolean measured = now >= span.warmup() && now < span.duration();
        jobs.state[job] = Jobs.REQUEST;
        jobs.instance[job] = plan.stations[jobs.component[job]].firstInstance();
        jobs.arrival[job] = now;
        if (measured) {
            jobs.flags[job] = Jobs.MEASURED;
            openMeasured++;
        }
        result.flow(client).arrived(now, measured);
        fates.arrived(job, now);
        if (plan.clients[client].patienceNanos() >= 0) {
            events.scheduleInLane(patienceLane[client], Event.PATIENCE, job, jobs.stamp[job]);
        }
        callWork.nextStep(job);
    }

    @Override
    public void answered(int request) {
        if (!isAccepted(request)) {
            failed(request);
        } else if (jobs.is(request, Jobs.DEFERRED)) {
            acknowledged(request);
        } else {
            end(request, jobs.degradedBy[request] == Jobs.NONE ? RequestOutcome.OK : RequestOutcome.DEGRADED);
        }
    }

    /** Whether the user takes the answer for one; where not, the request has a cause to fail. Asked twice, it says the same. */
    private boolean isAccepted(int request) {
        int degradedBy = jobs.degradedBy[request];
        double accepts = plan.clients[jobs.client[request]].acceptsDegraded();
        boolean accepted = degradedBy == Jobs.NONE
                || accepts >= 1
                || stream.start(jobs.key[request] + Purpose.ACCEPTS_DEGRADED).uniform() < accepts;
        if (!accepted) {
            jobs.causeComponent[request] = degradedBy;
            jobs.causeOutcome[request] = CauseTable.DEGRADED;
        }
        return accepted;
    }

    @Override
    public void failed(int request) {
        countCause(request);
        end(request, RequestOutcome.FAILED);
    }

    private void countCause(int request) {
        if (chronicle != null) {
            chronicle.failed(jobs.client[request], jobs.causeComponent[request], jobs.causeOutcome[request]);
        }
        if (jobs.isMeasured(request)) {
            result.flow(jobs.client[request]).failedBecause(jobs.causeComponent[request], jobs.causeOutcome[request]);
        }
    }

    /** A user has the acknowledgement, and goes away with it; what becomes of the request is for the queues that hold something of it. */
    private void acknowledged(int request) {
        int client = jobs.client[request];
        long now = events.now();
        jobs.state[request] = Jobs.ACKNOWLEDGED;
        jobs.due[request] = now - jobs.arrival[request];
        result.flow(client).acknowledged(now, jobs.due[request], jobs.isMeasured(request));
        if (chronicle != null) {
            chronicle.answered(client, jobs.arrival[request], jobs.due[request]);
        }
        traffic.requestEnded(client, jobs.caller[request], jobs.firstSent[request]);
        if (jobs.tally[request] == 0 || jobs.causeComponent[request] != Jobs.NONE) {
            conclude(request);
        }
    }

    @Override
    public void delivered(int request) {
        if (--jobs.tally[request] == 0 && jobs.state[request] == Jobs.ACKNOWLEDGED) {
            conclude(request);
        }
    }

    @Override
    public void lost(int request, int queue, int failure) {
        jobs.tally[request]--;
        jobs.causeComponent[request] = queue;
        jobs.causeOutcome[request] = failure;
        if (jobs.state[request] == Jobs.ACKNOWLEDGED) {
            conclude(request);
        }
    }

    /** What becomes of an acknowledged request is known. Its user, who thinks it done, does not try again. */
    private void conclude(int request) {
        int client = jobs.client[request];
        long now = events.now();
        boolean measured = jobs.isMeasured(request);
        FlowMeasures flow = result.flow(client);
        if (jobs.causeComponent[request] == Jobs.NONE && isAccepted(request)) {
            boolean late = jobs.due[request] > plan.clients[client].sloNanos();
            flow.served(now, RequestOutcome.DEFERRED, late, jobs.is(request, Jobs.WRONG), measured);
            fates.ended(request, RequestOutcome.DEFERRED, late, jobs.is(request, Jobs.WRONG), now);
        } else {
            countCause(request);
            flow.ended(now, RequestOutcome.FAILED, measured);
            fates.ended(request, RequestOutcome.FAILED, false, false, now);
            result.waste(jobs.billed[request], measured);
        }
        if (measured) {
            openMeasured--;
        }
        jobs.release(request);
    }

    private void end(int request, RequestOutcome outcome) {
        int client = jobs.client[request];
        int user = jobs.caller[request];
        long now = events.now();
        long arrival = jobs.arrival[request];
        boolean measured = jobs.isMeasured(request);
        FlowMeasures flow = result.flow(client);
        if (outcome == RequestOutcome.OK || outcome == RequestOutcome.DEGRADED) {
            boolean late = now - arrival > plan.clients[client].sloNanos();
            flow.answered(now, now - arrival, outcome, late, jobs.is(request, Jobs.WRONG), measured);
            if (chronicle != null) {
                chronicle.answered(client, arrival, now - arrival);
            }
            fates.ended(request, outcome, late, jobs.is(request, Jobs.WRONG), now);
        } else {
            flow.ended(now, outcome, measured);
            fates.ended(request, outcome, false, false, now);
            result.waste(jobs.billed[request], measured);
        }
        if (measured) {
            openMeasured--;
        }
        boolean comesAgain = (outcome == RequestOutcome.FAILED || outcome == RequestOutcome.ABANDONED)
                && userRetries.failed(request);
        long firstSent = jobs.firstSent[request];
        jobs.release(request);
        if (!comesAgain) {
            traffic.requestEnded(client, user, firstSent);
        }
    }

    ReplicationResult finish() {
        recordEnd();
        unanswered.count(events.now());
        callWork.guards().bringUpToDate(Math.max(events.now(), span.duration()));
        result.finish(handled);
        fates.finish();
        conservation().checkAtTheEnd();
        return result;
    }

    private Conservation conservation() {
        return new Conservation(plan, jobs, calls, stations, callWork.guards(), result);
    }
}
