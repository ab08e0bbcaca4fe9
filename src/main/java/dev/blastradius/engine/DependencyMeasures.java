package dev.blastradius.engine;

import dev.blastradius.metrics.StepCounts;

/** What is counted of one dependency in one replication: counts of measured requests, steps of all. */
public final class DependencyMeasures {

    private final StepCounts callSteps;
    private final StepCounts attemptSteps;
    private final StepCounts failureSteps;
    private long calls;
    private long attempts;
    private long retries;
    private long timeouts;
    private long fallbacks;

    DependencyMeasures(Span span) {
        callSteps = span.counts();
        attemptSteps = span.counts();
        failureSteps = span.counts();
    }

    void called(long now, boolean asFallback, boolean measured) {
        callSteps.count(now);
        if (measured) {
            calls++;
            fallbacks += asFallback ? 1 : 0;
        }
    }

    void attempted(long now, boolean again, boolean measured) {
        attemptSteps.count(now);
        if (measured) {
            attempts++;
            retries += again ? 1 : 0;
        }
    }

    void failed(long now) {
        failureSteps.count(now);
    }

    void timedOut(boolean measured) {
        if (measured) {
            timeouts++;
        }
    }

    /** Calls that the caller wanted to make, those as a fallback included. */
    public long calls() {
        return calls;
    }

    /** Attempts made. */
    public long attempts() {
        return attempts;
    }

    /** Attempts after the first of a call. */
    public long retries() {
        return retries;
    }

    /** Attempts given up after the time-out or the deadline. */
    public long timeouts() {
        return timeouts;
    }

    /** Calls that it took over as a fallback. */
    public long fallbacks() {
        return fallbacks;
    }

    /** Calls by step of time. */
    public StepCounts callSteps() {
        return callSteps;
    }

    /** Attempts by step of time. */
    public StepCounts attemptSteps() {
        return attemptSteps;
    }

    /** Failed attempts by the step of time in which they failed. */
    public StepCounts failureSteps() {
        return failureSteps;
    }
}
