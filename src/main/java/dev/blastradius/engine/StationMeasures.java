package dev.blastradius.engine;

import dev.blastradius.metrics.LatencyHistogram;
import dev.blastradius.metrics.StepCounts;
import dev.blastradius.metrics.TimeAverage;
import dev.blastradius.model.CallOutcome;

/**
 * What is measured of one component in one replication. Counts, waits and responses are of measured requests; time averages and
 * steps are of all.
 */
public final class StationMeasures {

    private static final int OUTCOMES = CallOutcome.values().length;

    private final long[] outcomes = new long[OUTCOMES];
    private final LatencyHistogram wait = new LatencyHistogram();
    private final LatencyHistogram response = new LatencyHistogram();
    private final TimeAverage busyServers;
    private final TimeAverage queueLength;
    private final StepCounts arrivalSteps;
    private final StepCounts failureSteps;
    private final long end;
    /** Of all attempts, measured or not, for whoever looks at single steps: see {@link ChronicleWriter}. */
    long allAnswered;

    long allCompleted;
    /** Time from arrival to departure of all that departed, in nanoseconds. */
    long allResponses;
    /** Billed for its work, in US dollars. */
    double allBilled;

    private long arrivals;
    private long completions;
    private long abandoned;
    private long unfinished;
    private long accepted;
    private long delivered;
    private long lost;
    private long held;

    StationMeasures(Span span) {
        end = span.duration();
        busyServers = span.average();
        queueLength = span.average();
        arrivalSteps = span.counts();
        failureSteps = span.counts();
    }

    void arrived(long now, boolean measured) {
        arrivalSteps.count(now);
        if (measured) {
            arrivals++;
        }
    }

    /** The caller got this from it. */
    void answered(long now, CallOutcome outcome, boolean measured) {
        allAnswered++;
        if (outcome != CallOutcome.OK) {
            failureSteps.count(now);
        }
        if (measured) {
            outcomes[outcome.ordinal()]++;
        }
    }

    /** The caller gave up, not for want of time. */
    void abandoned(boolean measured) {
        if (measured) {
            abandoned++;
        }
    }

    void unfinished(boolean measured) {
        if (measured) {
            unfinished++;
        }
    }

    void started(long waitNanos, boolean measured) {
        if (measured) {
            wait.record(waitNanos);
        }
    }

    void completed(long responseNanos, boolean measured) {
        allCompleted++;
        allResponses += responseNanos;
        if (measured) {
            completions++;
            response.record(responseNanos);
        }
    }

    /** A queue keeps an item. */
    void accepted(boolean measured) {
        if (measured) {
            accepted++;
        }
    }

    void delivered(long ageNanos, boolean measured) {
        completed(ageNanos, measured);
        if (measured) {
            delivered++;
        }
    }

    void lost(long now, boolean measured) {
        allAnswered++;
        failureSteps.count(now);
        if (measured) {
            lost++;
        }
    }

    /** The run has ended with an item in the queue, or with a consumer at it. */
    void held(boolean measured) {
        if (measured) {
            held++;
        }
    }

    void busy(long now, int delta) {
        if (now < end) {
            busyServers.add(now, delta);
        }
    }

    void queue(long now, int delta) {
        if (now < end) {
            queueLength.add(now, delta);
        }
    }

    /** Closes a step of the averages at its end; nothing has changed since the last time that could come before it. */
    void stepEnds(long now) {
        if (now <= end) {
            busyServers.finish(now);
            queueLength.finish(now);
        }
    }

    /** Closes the averages: they end with the arrivals, whatever goes on after that. */
    void finish() {
        busyServers.finish(end);
        queueLength.finish(end);
    }

    /** Attempts that reached it. */
    public long arrivals() {
        return arrivals;
    }

    /** Attempts that it worked through to the end, whether or not the caller still waited; of a work queue, items that it delivered. */
    public long completions() {
        return completions;
    }

    /** Attempts by what the caller got; of a work queue, {@code OK} for those that it accepted. */
    public long outcome(CallOutcome outcome) {
        return outcomes[outcome.ordinal()];
    }

    /** Attempts whose caller gave up for another reason than a time-out. */
    public long abandoned() {
        return abandoned;
    }

    /** Attempts that nobody had answered when the run ended. */
    public long unfinished() {
        return unfinished;
    }

    /** Items that a work queue accepted: each was delivered, was lost, or is held. */
    public long accepted() {
        return accepted;
    }

    /** Items that a work queue delivered. */
    public long delivered() {
        return delivered;
    }

    /** Items that a work queue lost. */
    public long lost() {
        return lost;
    }

    /** Items that a work queue had neither delivered nor lost when the run ended. */
    public long held() {
        return held;
    }

    /** Time in the queue of those that were served; of a work queue's items, until a consumer took them first. */
    public LatencyHistogram waits() {
        return wait;
    }

    /** Arrival to departure of those that were served; of a work queue's items, from acceptance to delivery. */
    public LatencyHistogram responses() {
        return response;
    }

    /** Busy servers of all replicas; of a work queue, consumers at work. */
    public TimeAverage busyServers() {
        return busyServers;
    }

    /** Jobs waiting at all replicas. */
    public TimeAverage queueLength() {
        return queueLength;
    }

    /** Attempts by the step of time in which they reached it. */
    public StepCounts arrivalSteps() {
        return arrivalSteps;
    }

    /** Attempts by the step of time in which they failed, and items by that in which they were lost. */
    public StepCounts failureSteps() {
        return failureSteps;
    }
}
