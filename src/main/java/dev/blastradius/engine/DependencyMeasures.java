package dev.blastradius.engine;

import dev.blastradius.metrics.StepCounts;
import dev.blastradius.policy.Policies;

/** What is counted of one dependency in one replication: counts of measured requests, steps of all. */
public final class DependencyMeasures {

    private final StepCounts callSteps;
    private final StepCounts attemptSteps;
    private final StepCounts failureSteps;
    private final long[] refusals = new long[Guards.SLOTS];
    private final BreakerMeasures breaker;
    /** Of all calls and attempts, measured or not, for whoever looks at single steps: see {@link ChronicleWriter}. */
    long allRetries;

    long allHedges;
    long allTimeouts;
    long allFallbacks;
    long allBudgetDenied;
    final long[] allRefusals = new long[Guards.SLOTS];
    private long calls;
    private long hedges;
    private long budgetDenied;
    private long lost;
    private long attempts;
    private long retries;
    private long timeouts;
    private long fallbacks;

    DependencyMeasures(Span span) {
        callSteps = span.counts();
        attemptSteps = span.counts();
        failureSteps = span.counts();
        breaker = new BreakerMeasures(span);
    }

    void called(long now, boolean asFallback, boolean measured) {
        callSteps.count(now);
        allFallbacks += asFallback ? 1 : 0;
        if (measured) {
            calls++;
            fallbacks += asFallback ? 1 : 0;
        }
    }

    void attempted(long now, boolean again, boolean measured) {
        attemptSteps.count(now);
        allRetries += again ? 1 : 0;
        if (measured) {
            attempts++;
            retries += again ? 1 : 0;
        }
    }

    void hedged(long now, boolean measured) {
        attemptSteps.count(now);
        allHedges++;
        if (measured) {
            attempts++;
            hedges++;
        }
    }

    void refused(int slot, boolean measured) {
        allRefusals[slot]++;
        if (measured) {
            refusals[slot]++;
        }
    }

    void deniedByBudget(boolean measured) {
        allBudgetDenied++;
        if (measured) {
            budgetDenied++;
        }
    }

    /** One of the attempts counted will never reach the component. */
    void lost(boolean measured) {
        if (measured) {
            lost++;
        }
    }

    void finish() {
        breaker.finish();
    }

    void failed(long now) {
        failureSteps.count(now);
    }

    void timedOut(boolean measured) {
        allTimeouts++;
        if (measured) {
            timeouts++;
        }
    }

    /** Calls that the caller wanted to make, those as a fallback included. */
    public long calls() {
        return calls;
    }

    /** Attempts sent: first ones, retries and hedges. */
    public long attempts() {
        return attempts;
    }

    /** Attempts sent beside another one that was late or had failed. */
    public long hedges() {
        return hedges;
    }

    /** Retries that the caller's budget did not allow. */
    public long budgetDenied() {
        return budgetDenied;
    }

    /** Attempts, of those sent, that did not reach the component: lost or refused on the way, or the fallback does not work. */
    public long lost() {
        return lost;
    }

    /** Attempts that any policy of the caller did not let through. */
    public long refused() {
        long sum = 0;
        for (long count : refusals) {
            sum += count;
        }
        return sum;
    }

    /** Attempts that a policy of the caller did not let through, by the policy's key. */
    public long refused(String policy) {
        for (int slot = 0; slot < Guards.SLOTS; slot++) {
            if (Policies.ALL.get(slot).key().equals(policy)) {
                return refusals[slot];
            }
        }
        return 0;
    }

    /** How often the circuit breakers opened, and for how long they were open. */
    public BreakerMeasures breaker() {
        return breaker;
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
