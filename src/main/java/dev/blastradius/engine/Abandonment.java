package dev.blastradius.engine;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.component.Station.Cancellation;
import dev.blastradius.sim.EventList;

/**
 * Work whose caller has given up: it goes on for nobody, leaves the queue or stops, as its station says; and what nobody used is counted
 * as wasted.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class Abandonment {

    /** Why the caller of a job on its way has given up: for want of time, or not. */
    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();

    private static final int ABANDONED = -1;

    private final Plan plan;
    private final EventList events;
    private final Jobs jobs;
    private final Stations stations;
    private final OwnWork ownWork;
    private final ReplicationResult result;
    private final CallWork callWork;
    private final Tracing tracing;
    /** The end of the list, by {@link Jobs#next}, of the jobs that are being stopped; NONE: none is. */
    private int lastToStop = Jobs.NONE;
    /** Replicas with servers that stopped work gave back. */
    private final WakeList woken;

    Abandonment(
            Plan plan,
            EventList events,
            Jobs jobs,
            Stations stations,
            OwnWork ownWork,
            ReplicationResult result,
            CallWork callWork,
            Tracing tracing) {
        this.plan = plan;
        this.events = events;
        this.jobs = jobs;
        this.stations = stations;
        this.ownWork = ownWork;
        this.result = result;
        this.callWork = callWork;
        this.tracing = tracing;
        woken = new WakeList(stations.replicas());
    }

    /** A job's caller has given up: what becomes of the job is its station's to say. */
    void orphan(int job, boolean forWantOfTime) {
        Cancellation cancellation = plan.stations[jobs.component[job]].cancellation();
        byte state = jobs.state[job];
        jobs.caller[job] = Jobs.NONE;
        tracing.givenUp(job, forWantOfTime);
        if (state == Jobs.TRAVELLING) {
            jobs.outcome[job] = forWantOfTime ? TIMED_OUT : ABANDONED;
            if (cancellation == Cancellation.NONE) {
                keepToDeadline(job);
            }
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
                stations.dequeue(job, events.now());
                tracing.calledOff(job);
                drop(job);
            } else {
                keepToDeadline(job);
            }
        } else if (cancellation == Cancellation.ALL) {
            stop(job);
        } else {
            keepToDeadline(job);
        }
    }

    /** Nobody above it will end its calls any more when the time is up that it was given: from now on it looks at the clock itself. */
    private void keepToDeadline(int job) {
        if (jobs.deadline[job] != Long.MAX_VALUE) {
            events.schedule(Math.max(events.now(), jobs.deadline[job]), Event.TIME_IS_UP, job, jobs.stamp[job]);
        }
    }

    /**
     * A job whose caller gave up while it was on its way has reached its component.
     *
     * @return whether it goes no further
     */
    boolean endsOnArrival(int job) {
        countGivenUp(job, jobs.outcome[job] == TIMED_OUT);
        if (plan.stations[jobs.component[job]].cancellation() == Cancellation.NONE) {
            return false;
        }
        drop(job);
        return true;
    }

    private void countGivenUp(int job, boolean forWantOfTime) {
        StationMeasures measures = result.station(jobs.component[job]);
        if (forWantOfTime) {
            measures.answered(events.now(), CallOutcome.TIMEOUT, jobs.isMeasured(job));
        } else {
            measures.abandoned(jobs.isMeasured(job));
        }
    }

    /**
     * Stops a job and what it called, however deep that goes: a list instead of recursion. What its servers are free for starts
     * when the event at hand has been dealt with, so that nothing else happens while callers give up.
     */
    private void stop(int job) {
        if (jobs.state[job] == Jobs.FROZEN) {
            stations.unpark(job);
        }
        if (lastToStop != Jobs.NONE) {
            jobs.next[lastToStop] = job;
            lastToStop = job;
            return;
        }
        lastToStop = job;
        int each = job;
        while (each != Jobs.NONE) {
            callWork.giveUpCalls(each);
            ownWork.stop(each);
            if (jobs.is(each, Jobs.HOLDS_SERVER)) {
                stations.freeServer(each, events.now());
                woken.add(jobs.component[each], jobs.instance[each]);
            }
            int stopped = each;
            each = jobs.next[each];
            drop(stopped);
        }
        lastToStop = Jobs.NONE;
    }

    /** Forgets a job whose answer nobody uses. */
    void drop(int job) {
        if (jobs.billed[job] > 0) {
            result.waste(jobs.billed[job], jobs.isMeasured(job));
        }
        jobs.release(job);
    }

    /** Replicas with servers that stopped work gave back. */
    WakeList woken() {
        return woken;
    }
}
