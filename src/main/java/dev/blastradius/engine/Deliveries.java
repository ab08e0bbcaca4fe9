package dev.blastradius.engine;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;

/**
 * What work queues do with what they have accepted. Each piece of work is an item: a job without a caller, which waits for a consumer,
 * holds it while the queue's dependencies are called, and is then delivered; or it comes back after a while, until it has come as often or
 * grown as old as it may, and is lost. An item inherits no deadline, and nobody can cancel it.
 *
 * <p>An item whose request is still open, and that was not reached over an optional call, decides over the outcome of that request,
 * whether its user has the acknowledgement already or not. An item of a request that has failed meanwhile is delivered all the same; what
 * it costs is wasted. So is what an attempt to deliver cost that failed.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class Deliveries {

    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();
    private static final int NONE = -1;

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final CallPool calls;
    private final Stations stations;
    private final OwnWork ownWork;
    private final ReplicationResult result;
    private final CallWork.Requests requests;
    private final Tracing tracing;
    private final StationWork work;
    private final int[] ageLane;
    private final int[] redeliveryLane;

    Deliveries(
            Plan plan,
            EventList events,
            Jobs jobs,
            CallPool calls,
            Stations stations,
            OwnWork ownWork,
            ReplicationResult result,
            CallWork.Requests requests,
            Tracing tracing,
            StationWork work) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.calls = calls;
        this.stations = stations;
        this.ownWork = ownWork;
        this.result = result;
        this.requests = requests;
        this.tracing = tracing;
        this.work = work;
        ageLane = new int[plan.components()];
        redeliveryLane = new int[plan.components()];
        setLanes();
    }

    /** Sets up the timers of the queues, as the plan now has them. */
    void setLanes() {
        for (int component = 0; component < ageLane.length; component++) {
            BufferPlan buffer = plan.stations[component].buffer();
            ageLane[component] = NONE;
            redeliveryLane[component] = NONE;
            if (buffer != null) {
                redeliveryLane[component] = events.lane(buffer.redeliverNanos());
                if (buffer.maxAgeNanos() < Long.MAX_VALUE) {
                    ageLane[component] = events.lane(buffer.maxAgeNanos());
                }
            }
        }
    }

    /** A queue accepts what an attempt brought. Returns the item, which has yet to be lined up or taken. */
    int accept(int attempt) {
        int component = jobs.component[attempt];
        int item = jobs.take();
        jobs.component[item] = component;
        jobs.instance[item] = jobs.instance[attempt];
        jobs.caller[item] = Jobs.NONE;
        jobs.client[item] = jobs.client[attempt];
        jobs.depth[item] = jobs.depth[attempt];
        jobs.key[item] = jobs.key[attempt];
        jobs.arrival[item] = events.now();
        jobs.inputTokens[item] = jobs.inputTokens[attempt];
        jobs.outputTokens[item] = jobs.outputTokens[attempt];
        jobs.flags[item] = (byte) (jobs.flags[attempt] & Jobs.MEASURED | Jobs.ITEM);
        jobs.state[item] = Jobs.RETURNS;
        findRequest(item, attempt);
        tracing.accepted(item, attempt);
        result.station(component).accepted(jobs.isMeasured(item));
        if (ageLane[component] != NONE) {
            events.scheduleInLane(ageLane[component], Event.TOO_OLD, item, jobs.stamp[item]);
        }
        return item;
    }

    /** Goes up from an attempt to the request that it was made for, and has that count the item. */
    private void findRequest(int item, int attempt) {
        boolean decides = true;
        int job = attempt;
        jobs.root[item] = Jobs.NONE;
        while (jobs.state[job] != Jobs.REQUEST) {
            if (jobs.is(job, Jobs.ITEM)) {
                // A queue behind a queue: for the request of the item that is being delivered.
                if (jobs.is(job, Jobs.DEFERRED) && requestOf(job) == Jobs.NONE) {
                    return; // which has failed
                }
                jobs.root[item] = jobs.root[job];
                jobs.rootStamp[item] = jobs.rootStamp[job];
                decides &= jobs.is(job, Jobs.DEFERRED);
                break;
            }
            int call = jobs.caller[job];
            if (call == Jobs.NONE) {
                return; // somebody on the way has given up
            }
            decides &= !plan.dependencies[calls.primary[call]].optional();
            job = calls.job[call];
        }
        if (jobs.state[job] == Jobs.REQUEST) {
            jobs.root[item] = job;
            jobs.rootStamp[item] = jobs.stamp[job];
        }
        if (decides) {
            int request = jobs.root[item];
            jobs.flags[item] |= Jobs.DEFERRED;
            jobs.flags[request] |= Jobs.DEFERRED;
            jobs.tally[request]++;
        }
    }

    /** The open request whose outcome depends on an item; NONE where none does. */
    int requestOf(int item) {
        int request = jobs.root[item];
        boolean open = jobs.is(item, Jobs.DEFERRED) && jobs.stamp[request] == jobs.rootStamp[item];
        return open ? request : Jobs.NONE;
    }

    /** A consumer takes an item. */
    void take(int item) {
        int component = jobs.component[item];
        long now = events.now();
        if (isTooOld(item)) {
            lose(item, TIMED_OUT);
            return;
        }
        stations.takeServer(item, now);
        if (++jobs.tally[item] == 1) {
            result.station(component).started(now - jobs.arrival[item], jobs.isMeasured(item));
        }
        jobs.state[item] = Jobs.CALLING;
        work.calls().nextStep(item);
    }

    private boolean isTooOld(int item) {
        BufferPlan buffer = plan.stations[jobs.component[item]].buffer();
        return buffer != null && events.now() - jobs.arrival[item] >= buffer.maxAgeNanos();
    }

    /**
     * A consumer has done with an item, well or badly.
     *
     * @param failure how it failed at the last
     */
    void end(int item, CallOutcome outcome, int failure) {
        int component = jobs.component[item];
        int instance = jobs.instance[item];
        stations.freeServer(item, events.now());
        CallOutcome worth = outcome == CallOutcome.OK ? ownWork.worth(item) : outcome;
        if (worth == CallOutcome.OK) {
            delivered(item);
        } else {
            failed(item, outcome == CallOutcome.OK ? worth.ordinal() : failure);
        }
        work.startWaiting(component, instance);
    }

    private void delivered(int item) {
        boolean measured = jobs.isMeasured(item);
        int request = requestOf(item);
        result.station(jobs.component[item]).delivered(events.now() - jobs.arrival[item], measured);
        if (request != Jobs.NONE) {
            jobs.billed[request] += jobs.billed[item];
            jobs.flags[request] |= (byte) (jobs.flags[item] & Jobs.WRONG);
            if (jobs.degradedBy[item] != Jobs.NONE) {
                jobs.degradedBy[request] = jobs.degradedBy[item];
            }
        } else if (jobs.root[item] == Jobs.NONE || jobs.is(item, Jobs.DEFERRED)) {
            waste(item);
        }
        tracing.delivered(item);
        jobs.release(item);
        if (request != Jobs.NONE) {
            requests.delivered(request);
        }
    }

    private void waste(int item) {
        if (jobs.billed[item] > 0) {
            result.waste(jobs.billed[item], jobs.isMeasured(item));
            jobs.billed[item] = 0;
        }
    }

    private void failed(int item, int failure) {
        int component = jobs.component[item];
        BufferPlan buffer = plan.stations[component].buffer();
        waste(item);
        if (buffer == null || jobs.tally[item] >= buffer.mostDeliveries()) {
            lose(item, failure);
        } else if (isTooOld(item)) {
            lose(item, TIMED_OUT);
        } else {
            jobs.state[item] = Jobs.RETURNS;
            jobs.flags[item] &= ~(Jobs.WRONG | Jobs.SERVED);
            jobs.degradedBy[item] = Jobs.NONE;
            jobs.step[item] = -1;
            jobs.outstanding[item] = 0;
            // Another delivery has its own luck.
            jobs.key[item] = RandomStream.mix(jobs.key[item], jobs.tally[item]);
            tracing.returns(item);
            events.scheduleInLane(redeliveryLane[component], Event.REDELIVERY, item, jobs.stamp[item]);
        }
    }

    /** An item that was not delivered comes back to the end of its line, whether or not that is full. */
    void comesBack(int item) {
        stations.enqueue(item, events.now());
        tracing.isBack(item);
        work.startWaiting(jobs.component[item], jobs.instance[item]);
    }

    /** An item has reached the age at which it is lost, unless a consumer is at it. */
    void tooOld(int item) {
        if (jobs.state[item] == Jobs.WAITING) {
            stations.dequeue(item, events.now());
            lose(item, TIMED_OUT);
        } else if (jobs.state[item] == Jobs.RETURNS) {
            lose(item, TIMED_OUT);
        }
    }

    /** Whether an item that waits has yet to be taken for the first time: only then does it wait for no longer than its queue says. */
    boolean isUntaken(int item) {
        return jobs.tally[item] == 0;
    }

    /**
     * An item is lost, and with it the request whose outcome depends on it.
     *
     * @param failure how: it grew too old, was displaced, or failed at its last delivery
     */
    void lose(int item, int failure) {
        int queue = jobs.component[item];
        int request = requestOf(item);
        result.station(queue).lost(events.now(), jobs.isMeasured(item));
        tracing.itemLost(item, failure);
        jobs.release(item);
        if (request != Jobs.NONE) {
            requests.lost(request, queue, failure);
        }
    }
}
