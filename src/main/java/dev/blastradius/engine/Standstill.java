package dev.blastradius.engine;

import dev.blastradius.sim.EventList;

/**
 * Components that stand still: their running work ends as much later as they stood still, and what would begin at one meanwhile, a
 * step, a failure, an attempt, waits until it goes on.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class Standstill {

    /** How a job that stood still goes on: its own work ends, its next step begins, or it fails. */
    private static final int THEN_ENDS_WORK = 0;

    private static final int THEN_STEPS = 1;
    private static final int THEN_FAILS = 2;

    private final EventList events;
    private final Jobs jobs;
    private final Stations stations;
    private final CallWork callWork;

    Standstill(EventList events, Jobs jobs, Stations stations, CallWork callWork) {
        this.events = events;
        this.jobs = jobs;
        this.stations = stations;
        this.callWork = callWork;
    }

    /** A component stands still from now on, or no longer does. */
    void change(int component, boolean stands) {
        if (stands && !stations.isFrozen(component)) {
            stations.freeze(component, events.now());
        } else if (!stands && stations.isFrozen(component)) {
            thaw(component);
        }
    }

    /** A job whose next step is due waits until its component goes on. */
    void parkBeforeStep(int job) {
        jobs.outcome[job] = THEN_STEPS;
        stations.park(job);
    }

    /** A job that is about to fail waits until its component goes on. */
    void parkBeforeFailing(int job) {
        jobs.outcome[job] = THEN_FAILS;
        stations.park(job);
    }

    /** Whether the end of a job's own work, due now, has to wait because its component stands or stood still: then it will come again. */
    boolean putsOffEnd(int job) {
        int component = jobs.component[job];
        long now = events.now();
        long stoodStill = stations.frozenTotal(component, now) - jobs.frozenSeen[job];
        if (stations.isFrozen(component)) {
            jobs.due[job] = now;
            jobs.outcome[job] = THEN_ENDS_WORK;
            stations.park(job);
            return true;
        }
        if (stoodStill > 0) {
            jobs.frozenSeen[job] += stoodStill;
            events.schedule(now + stoodStill, Event.SERVICE_END, job, jobs.stamp[job]);
            return true;
        }
        return false;
    }

    /** A component that stood still goes on: so does the work that waited for it. */
    private void thaw(int component) {
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
        callWork.attempts().thaw(component);
    }

    /** A job that stood still between its calls goes on. */
    void resume(int job) {
        if (jobs.outcome[job] == THEN_FAILS) {
            callWork.failJob(job);
        } else {
            callWork.nextStep(job);
        }
    }
}
