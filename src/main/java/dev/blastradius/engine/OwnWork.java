package dev.blastradius.engine;

import dev.blastradius.fault.Composition;
import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.fault.SpoiltAnswers;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * The own work of components: how long it takes, how it fails, and what is billed for it. Work is billed when it ends, also where nobody
 * waits for it any more; an error is not billed, an answer that broke off up to there; work that is stopped is billed for the request, its
 * input and the output made so far, as providers bill a stream that the client closes.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class OwnWork {

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final Stations stations;
    private final FaultBoard board;
    private final ReplicationResult result;
    private final Tracing tracing;
    private final RandomStream stream = new RandomStream();

    OwnWork(
            Plan plan,
            EventList events,
            Jobs jobs,
            Stations stations,
            FaultBoard board,
            ReplicationResult result,
            Tracing tracing) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.stations = stations;
        this.board = board;
        this.result = result;
        this.tracing = tracing;
    }

    /** A job begins its own work. Returns how long it takes, in nanoseconds. */
    long begin(int job) {
        int component = jobs.component[job];
        StationPlan station = plan.stations[component];
        long now = events.now();
        jobs.flags[job] |= Jobs.WORKING;
        jobs.frozenSeen[job] = stations.frozenTotal(component, now);
        boolean befallen = board.befalls(component);
        double part = befallen ? partOfAnswer(job, component, now) : 1;
        double spread = befallen ? board.factor(Scaled.SPREAD, component, now) : 1;
        Sampler latency = station.latency();
        double first = 0;
        double rest = 0;
        if (latency != null) {
            rest = latency.sample(stream.start(jobs.key[job] + Purpose.OWN_TIME), spread) * part;
        } else if (station.firstToken() != null && station.tokensPerSecond() != null) {
            first = station.firstToken().sample(stream.start(jobs.key[job] + Purpose.OWN_TIME), spread);
            rest = jobs.outputTokens[job] / station.tokensPerSecond().sample(stream);
        }
        double whole = first + rest;
        if (befallen) {
            double changed = board.time(whole, component, now);
            first = whole > 0 ? changed * (first / whole) : 0;
            whole = changed;
        }
        long own = EngineLimits.nanos(whole);
        long began = now - jobs.frozenSeen[job];
        jobs.firstToken[job] = began + Math.min(own, EngineLimits.nanos(first));
        jobs.lastToken[job] = began + own;
        tracing.works(job, own);
        return own;
    }

    /** How much of its answer a job comes to give: all, or where it will break off, that part, and so many tokens. */
    private double partOfAnswer(int job, int component, long now) {
        double cut = board.cut(component, now);
        if (cut == 0 || stream.start(jobs.key[job] + Purpose.CUT).uniform() >= cut) {
            return 1;
        }
        double part = stream.uniform();
        jobs.flags[job] |= Jobs.CUT;
        jobs.outputTokens[job] = StrictMath.floor(jobs.outputTokens[job] * part);
        return part;
    }

    /**
     * A job's own work has ended, and is billed if it did not fail.
     *
     * @return how it failed; null: it did not
     */
    @Nullable
    CallOutcome end(int job) {
        jobs.flags[job] &= ~Jobs.WORKING;
        boolean cut = jobs.is(job, Jobs.CUT);
        if (!cut && fails(job)) {
            tracing.worked(job, CallOutcome.ERROR, 0, 0);
            return CallOutcome.ERROR;
        }
        StationPlan station = plan.stations[jobs.component[job]];
        double price = station.price(jobs.inputTokens[job], jobs.outputTokens[job]);
        CallOutcome failure = cut ? CallOutcome.TRUNCATED : null;
        bill(job, price);
        tracing.worked(job, failure, price, jobs.outputTokens[job]);
        return failure;
    }

    private boolean fails(int job) {
        int component = jobs.component[job];
        double fails = plan.stations[component].errorRate();
        if (board.befalls(component)) {
            fails = Composition.INDEPENDENT.compose(fails, board.failure(component, events.now()));
        }
        return fails > 0 && stream.start(jobs.key[job] + Purpose.ERROR).uniform() < fails;
    }

    /** A job is stopped: where it is at its own work, what that has come to cost is billed. */
    void stop(int job) {
        if (!jobs.is(job, Jobs.WORKING)) {
            return;
        }
        int component = jobs.component[job];
        long worked = events.now() - stations.frozenTotal(component, events.now());
        long since = worked - jobs.firstToken[job];
        long output = jobs.lastToken[job] - jobs.firstToken[job];
        double made = since <= 0 ? 0 : Math.min(1, (double) since / output);
        double tokens = StrictMath.floor(jobs.outputTokens[job] * made);
        double price = plan.stations[component].price(jobs.inputTokens[job], tokens);
        bill(job, price);
        tracing.stopped(job, price, tokens);
    }

    private void bill(int job, double price) {
        if (price > 0) {
            jobs.billed[job] += price;
            result.bill(price, jobs.isMeasured(job));
            result.station(jobs.component[job]).allBilled += price;
        }
    }

    /** What a finished answer is worth: {@code OK}, or what the caller makes of it; an unnoticed fault goes with the job. */
    CallOutcome worth(int job) {
        int component = jobs.component[job];
        if (!board.befalls(component) || !jobs.is(job, Jobs.SERVED)) {
            return CallOutcome.OK;
        }
        SpoiltAnswers spoilt = board.spoilt(component, events.now(), jobs.key[job], stream);
        if (spoilt == null) {
            return CallOutcome.OK;
        }
        if (spoilt.outcome() == CallOutcome.OK) {
            jobs.flags[job] |= Jobs.WRONG;
        }
        return spoilt.outcome();
    }

    /** Whether a cache has the answer to a job. */
    boolean hits(int job) {
        int component = jobs.component[job];
        double rate = plan.stations[component].hitRate();
        if (rate > 0 && board.befalls(component)) {
            rate *= board.factor(Scaled.HITS, component, events.now());
        }
        return rate > 0 && stream.start(jobs.key[job] + Purpose.HIT).uniform() < rate;
    }
}
