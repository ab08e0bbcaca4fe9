package dev.blastradius.engine;

import dev.blastradius.model.RequestOutcome;

/** What is left when a run ends: requests without an answer have failed, and work that goes on is unfinished. */
final class Unanswered {

    private static final double BILLIONTHS = 1e9;

    private final Jobs jobs;
    private final CallPool calls;
    private final AttemptWork attempts;
    private final Deliveries deliveries;
    private final ReplicationResult result;
    private final Fates fates;
    private long wasted;

    Unanswered(
            Jobs jobs,
            CallPool calls,
            AttemptWork attempts,
            Deliveries deliveries,
            ReplicationResult result,
            Fates fates) {
        this.jobs = jobs;
        this.calls = calls;
        this.attempts = attempts;
        this.deliveries = deliveries;
        this.result = result;
        this.fates = fates;
    }

    /** Counts all of it, once the last event of a run has been dealt with. */
    void count(long now) {
        for (int job = 0; job < jobs.capacity(); job++) {
            if (jobs.state[job] != Jobs.FREE && jobs.is(job, Jobs.ITEM)) {
                held(job);
            }
        }
        for (int job = 0; job < jobs.capacity(); job++) {
            byte state = jobs.state[job];
            if ((state == Jobs.REQUEST || state == Jobs.ACKNOWLEDGED) && jobs.isMeasured(job)) {
                failed(job, now);
                continue;
            }
            if (jobs.isUnfinished(job)) {
                result.station(jobs.component[job]).unfinished(jobs.isMeasured(job));
            }
            if (state != Jobs.FREE && jobs.billed[job] > 0) {
                waste(job); // nobody will use what it has come to cost
            }
        }
        result.waste(wasted / BILLIONTHS, true);
    }

    /** An item was not delivered: the request that depends on it waits for the queue that has it. */
    private void held(int item) {
        result.station(jobs.component[item]).held(jobs.isMeasured(item));
        int request = deliveries.requestOf(item);
        if (request != Jobs.NONE && jobs.state[request] == Jobs.ACKNOWLEDGED) {
            jobs.causeComponent[request] = jobs.component[item];
        }
    }

    /** A request has no answer: it counts as failed, for want of one from the deepest that it waits for. */
    private void failed(int request, long now) {
        int call = jobs.firstCall[request];
        boolean acknowledged = jobs.state[request] == Jobs.ACKNOWLEDGED;
        int owner = acknowledged ? jobs.causeComponent[request] : jobs.component[request];
        // Down to whoever keeps all the others waiting: the deepest of the calls that are under way.
        while (call != Jobs.NONE) {
            owner = attempts.whoOwesTheAnswer(call);
            int attempt = calls.attemptJob[call];
            call = attempt == Jobs.NONE ? Jobs.NONE : jobs.firstCall[attempt];
        }
        FlowMeasures flow = result.flow(jobs.client[request]);
        jobs.causeComponent[request] = owner;
        jobs.causeOutcome[request] = FlowMeasures.UNANSWERED;
        flow.failedBecause(owner, FlowMeasures.UNANSWERED);
        flow.ended(now, RequestOutcome.FAILED, true);
        fates.ended(request, RequestOutcome.FAILED, false, false, now);
        waste(request);
    }

    /**
     * Adds up in whole billionths of a dollar: the jobs come in the order of their slots, which other parts of the pipeline change, and a
     * sum of fractions would depend on it in its last bits.
     */
    private void waste(int job) {
        if (jobs.isMeasured(job)) {
            wasted += Math.round(jobs.billed[job] * BILLIONTHS);
        }
    }
}
